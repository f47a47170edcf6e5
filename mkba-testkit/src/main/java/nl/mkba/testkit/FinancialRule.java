package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.conformance.ConformanceCase;
import nl.mkba.testkit.conformance.ConformanceCases;
import nl.mkba.testkit.naive.Refused;

/**
 * A rule of the method, as a check of any engine: laws that hold for every scenario, and anchors, which are scenarios whose figures
 * are known from outside. A law alone proves little, since a wrong formula can satisfy it too.
 */
public final class FinancialRule {

    private final String number;
    private final String title;
    private final String formula;
    private final List<Law> laws;

    FinancialRule(String number, String title, String formula, Law... laws) {
        this.number = number;
        this.title = title;
        this.formula = formula;
        this.laws = List.of(laws);
    }

    /** {@return its number in {@code docs/method}, such as {@code D2}} */
    public String number() {
        return number;
    }

    /** {@return its title there} */
    public String title() {
        return title;
    }

    /** {@return the formula, in the notation of {@code docs/method}; where the rule has none, the rule in words} */
    public String formula() {
        return formula;
    }

    /** {@return what holds for every scenario, in words; empty if the rule has anchors only} */
    public List<String> laws() {
        return laws.stream().map(Law::says).toList();
    }

    /** {@return scenarios with figures derived by hand or published; empty if the rule has laws only} */
    public List<ConformanceCase> anchors() {
        return ConformanceCases.ofRule(number);
    }

    /**
     * {@return what an engine's results of a scenario violate, in words; empty if the rule holds} Of a scenario that is refused
     * because of its values the rule says nothing.
     *
     * @param scenario any, such as one of {@link ScenarioArbitraries}
     * @param engine what is tried
     * @throws Refused if the engine refuses the scenario, or a change of it, and the format does not
     */
    public List<String> violations(Scenario scenario, Engine engine) {
        return violations(new HeldScenario(scenario, engine));
    }

    List<String> violations(HeldScenario held) {
        List<String> all = new ArrayList<>();
        if (!held.isRefused()) {
            for (Law law : laws) {
                all.addAll(violations(law, held));
            }
        }
        return all;
    }

    private List<String> violations(Law law, HeldScenario held) {
        Violations violations = new Violations();
        try {
            law.check().accept(held, violations);
        } catch (IllegalArgumentException lacking) {
            violations.add(String.valueOf(lacking.getMessage()));
        }
        return violations.found().stream()
                .map(text -> number + " (" + law.says() + "): " + text)
                .toList();
    }

    /**
     * {@return what an engine's results of the anchors violate, in words; empty if they have the known figures} Anchors of
     * other commands than {@code run} are not looked at; {@link nl.mkba.testkit.conformance.Main} tries them.
     *
     * @param engine what is tried
     * @throws Refused if the engine refuses an anchor
     */
    public List<String> anchorViolations(Engine engine) {
        List<String> all = new ArrayList<>();
        for (ConformanceCase anchor : anchors()) {
            if (anchor.command().equals("run")) {
                Scenario scenario = ScenarioFile.read(anchor.yaml());
                AnchorFigures.violations(anchor, scenario, engine.appraise(scenario))
                        .forEach(text -> all.add(number + " (" + anchor.name() + "): " + text));
            }
        }
        return all;
    }

    /**
     * Holds an engine to the rule.
     *
     * @param scenario any, such as one of {@link ScenarioArbitraries}
     * @param engine what is tried
     * @throws AssertionError if the results of the scenario violate it, with the scenario as a file
     * @throws Refused if the engine refuses the scenario, or a change of it, and the format does not
     */
    public void check(Scenario scenario, Engine engine) {
        List<String> violations = violations(scenario, engine);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations) + "\n\n" + ScenarioFile.write(scenario));
        }
    }

    /**
     * Holds an engine to the anchors.
     *
     * @param engine what is tried
     * @throws AssertionError if a figure is not the known one
     * @throws Refused if the engine refuses an anchor
     */
    public void checkAnchors(Engine engine) {
        List<String> violations = anchorViolations(engine);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    @Override
    public String toString() {
        return number + " " + title;
    }
}
