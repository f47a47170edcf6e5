package nl.mkba.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.naive.Refused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** mkba obeys the rules, and an engine that does not is found out. */
class FinancialRulesTest {

    private static final Path PAGE = Path.of(System.getProperty("mkba.root"), "docs", "method", "README.md");

    /** What the page says of the central estimate; the rest is about other functions than an engine's. */
    private static final Pattern ON_PAGE = Pattern.compile("(?m)^\\*\\*((?:[DFGTRN]\\d+)|U1)\\. ([^*]+?)\\.?\\*\\*");

    private static final List<Scenario> SCENARIOS =
            LongStream.rangeClosed(1, 120).mapToObj(ScenarioArbitraries::ofSeed).toList();

    @TestFactory
    Stream<DynamicTest> mkbaFindsTheFiguresOfTheAnchors() {
        return FinancialRules.anchorTests(Engine.mkba());
    }

    @TestFactory
    Stream<DynamicTest> theLawsHoldForMkba() {
        return FinancialRules.lawTests(Engine.mkba(), SCENARIOS);
    }

    @Test
    void everyRuleOfTheMethodIsThereUnderItsTitle() throws IOException {
        Map<String, String> onPage = new TreeMap<>();
        Matcher rule = ON_PAGE.matcher(Files.readString(PAGE));
        while (rule.find()) {
            onPage.put(rule.group(1), rule.group(2));
        }
        Map<String, String> here = new TreeMap<>();
        FinancialRules.all().forEach(each -> here.put(each.number(), each.title()));
        assertThat(here).isEqualTo(onPage).hasSizeGreaterThan(40);
    }

    @Test
    void everyRuleHasAnAnchorAndAFormula() {
        assertThat(FinancialRules.all())
                .allSatisfy(rule -> assertThat(rule.formula()).isNotBlank());
        assertThat(FinancialRules.all().stream().filter(rule -> rule.anchors().isEmpty()))
                .as("without an anchor: their laws compare what is added up, or two results")
                .extracting(FinancialRule::number)
                .containsExactly("R17");
        assertThat(FinancialRules.all().stream().filter(rule -> rule.laws().isEmpty()))
                .extracting(FinancialRule::number)
                .containsExactly("R13");
    }

    /** An engine with a figure that is off by a thousandth, for every figure there is. */
    @Test
    void everyFigureThatIsOffViolatesARule() {
        TreeSet<String> unnoticed = new TreeSet<>(kinds());
        for (Scenario scenario : SCENARIOS.subList(0, 40)) {
            HeldScenario held = new HeldScenario(scenario, Engine.mkba());
            if (!held.isRefused()) {
                unnoticed.removeIf(kind -> has(held, kind)
                        && isNoticed(
                                held.heldBy(changed(kind, number -> number * 1.001 + Math.signum(number) * 1e-6))));
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static boolean has(HeldScenario held, String kind) {
        return held.results().stream()
                .flatMap(result -> result.figures().entrySet().stream())
                .anyMatch(figure -> kind(figure.getKey()).equals(kind) && isMore(figure.getValue()));
    }

    /** More than what rounding leaves. */
    private static boolean isMore(Figure figure) {
        return Math.abs(figure.number().orElse(0)) > 1e-3;
    }

    private static boolean isNoticed(HeldScenario held) {
        return FinancialRules.all().stream()
                .anyMatch(rule -> !rule.violations(held).isEmpty());
    }

    /** The paths of one scenario's results, without the names and years in them. */
    private static TreeSet<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        for (Scenario scenario : SCENARIOS.subList(0, 40)) {
            try {
                Engine.mkba()
                        .appraise(scenario)
                        .forEach(result -> result.figures().forEach((path, figure) -> {
                            if (isMore(figure)) {
                                kinds.add(kind(path));
                            }
                        }));
            } catch (Refused refused) {
                continue;
            }
        }
        assertThat(kinds)
                .contains("npv", "years.years.costs", "stakeholders.net", "labels.net")
                .hasSizeGreaterThan(45);
        return kinds;
    }

    private static String kind(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1);
        String start = path.replaceFirst("[.\\[].*", "");
        return path.contains(".") ? start + "." + (start.equals("years") ? "years." : "") + end : path;
    }

    private interface Change {
        double of(double number);
    }

    private static Engine changed(String kind, Change change) {
        return scenario -> {
            List<EngineResult> results = new ArrayList<>();
            for (EngineResult result : Engine.mkba().appraise(scenario)) {
                Map<String, Figure> figures = new LinkedHashMap<>();
                result.figures()
                        .forEach((path, figure) -> figures.put(
                                path,
                                kind(path).equals(kind) && figure.value() != null
                                        ? Figure.of(change.of(figure.value()))
                                        : figure));
                results.add(new EngineResult(result.alternative(), result.outlook(), figures));
            }
            return results;
        };
    }

    @Test
    void anEngineWithoutAFigureIsToldWhichOneItLacks() {
        Engine lacking = scenario -> Engine.mkba().appraise(scenario).stream()
                .map(result -> {
                    Map<String, Figure> figures = new LinkedHashMap<>(result.figures());
                    figures.remove("bcr");
                    return new EngineResult(result.alternative(), result.outlook(), figures);
                })
                .toList();
        assertThat(FinancialRules.rule("R3").violations(accepted(), lacking))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).startsWith("R3 ").contains("bcr"));
        assertThatThrownBy(() -> FinancialRules.rule("R3").checkAnchors(lacking))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("published/perry_preschool");
        assertThatThrownBy(() -> FinancialRules.rule("R3").check(accepted(), lacking))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mkba: 1");
    }

    private static Scenario accepted() {
        return SCENARIOS.stream()
                .filter(scenario -> {
                    try {
                        return !Engine.mkba().appraise(scenario).isEmpty();
                    } catch (Refused refused) {
                        return false;
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownRuleIsRefused() {
        assertThatThrownBy(() -> FinancialRules.rule("Z1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Z1");
    }
}
