package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.Departures;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.budget.Budgets;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** Turns the options that pick and change a scenario's cases into a selection. */
final class SelectionArguments {

    private static final String ALL_OUTLOOKS = "all";

    /** What the engine calls the changes that the command line makes. */
    private static final String SET = "set.";

    private final Arguments arguments;
    private final Scenario scenario;
    private final Messages messages;
    private final double limitsTimes;
    private final Problems problems = new Problems();

    SelectionArguments(Invocation invocation, Scenario scenario) {
        this.arguments = invocation.arguments();
        this.messages = invocation.messages();
        this.scenario = scenario;
        this.limitsTimes = limitsTimes(invocation);
    }

    /**
     * What is asked of this scenario.
     *
     * @throws InvalidScenarioException if it has no such alternative, outlook or parameter, or a value is wrong; the
     *     paths of the problems are the options
     */
    Selection selection() {
        Set<String> alternatives = new LinkedHashSet<>(arguments.values(Option.ALTERNATIVE));
        known(Option.ALTERNATIVE, ProblemCode.UNKNOWN_ALTERNATIVE, alternatives, scenario.alternatives());
        Set<String> outlooks = new LinkedHashSet<>(arguments.values(Option.OUTLOOK));
        boolean without = outlooks.isEmpty();
        if (outlooks.contains(ALL_OUTLOOKS)) {
            outlooks = scenario.outlooks().keySet();
            without = true;
        }
        known(Option.OUTLOOK, ProblemCode.UNKNOWN_OUTLOOK, outlooks, scenario.outlooks());
        Map<String, Replacement> set = replacements();
        DiscountPolicy discounting = policy();
        problems.throwIfErrors();
        return new Selection(
                new ArrayList<>(alternatives),
                new ArrayList<>(outlooks),
                without,
                set,
                discounting,
                SimulationArguments.effectsTimes(arguments, messages),
                limitsTimes);
    }

    /** By how much the limits to what may be asked for are raised. */
    static double limitsTimes(Invocation invocation) {
        return invocation.arguments().has(Option.LIMITS)
                ? new SimulationArguments(invocation).whole(Option.LIMITS, 1, 1)
                : 1;
    }

    /** What of a command line makes its result another one than that of the file as it stands. */
    static Departures departures(Arguments arguments, Messages messages) {
        return new Departures(
                SimulationArguments.effectsTimes(arguments, messages),
                arguments.values(Option.SET),
                arguments.value(Option.DISCOUNTING),
                arguments.values(Option.OUTLOOK));
    }

    /** What deserves attention in it. */
    List<Problem> warnings() {
        return problems.warnings();
    }

    /** The same problem with the option as its path, if it is about a change that an option makes. */
    static Problem asRequested(Problem problem) {
        String path = problem.path();
        if (path.startsWith(Budgets.PATH)) {
            return problem.at("--" + path.substring(Budgets.PATH.length()));
        }
        return path.startsWith(SET) ? problem.at(Option.SET.word() + " " + path.substring(SET.length())) : problem;
    }

    private void known(Option option, ProblemCode code, Collection<String> ids, Map<String, ?> known) {
        for (String id : ids) {
            if (!known.containsKey(id)) {
                problems.add(Problem.of(code, option.word(), id).suggesting(problems.nearest(id, known.keySet())));
            }
        }
    }

    private Map<String, Replacement> replacements() {
        Map<String, Replacement> set = new LinkedHashMap<>();
        for (String text : arguments.values(Option.SET)) {
            try {
                Setting setting = ScenarioFile.parseSet(text);
                known(Option.SET, ProblemCode.UNKNOWN_PARAMETER, List.of(setting.parameter()), scenario.parameters());
                set.put(setting.parameter(), setting.replacement());
                setting.warnings().forEach(warning -> problems.add(asRequested(warning)));
                perhapsPercentage(setting)
                        .ifPresent(number -> problems.add(
                                ProblemCode.PERHAPS_PERCENTAGE,
                                Option.SET.word() + " " + setting.parameter(),
                                number.toArray(String[]::new)));
            } catch (InvalidScenarioException e) {
                add(e, Option.SET);
            }
        }
        return set;
    }

    /** What is set without a percent sign, if it was perhaps meant with one. */
    private Optional<List<String>> perhapsPercentage(Setting setting) {
        if (setting.replacement() instanceof Replacement.Times times) {
            return WrittenNumber.perhapsPercentageAsFactor(times.factor().text());
        }
        Parameter parameter = scenario.parameters().get(setting.parameter());
        Expression replaced = parameter == null ? null : parameter.value();
        Expression set = setting.replacement() instanceof Replacement.Value value ? value.value() : null;
        return replaced == null || set == null
                ? Optional.empty()
                : WrittenNumber.perhapsPercentageFor(set.text(), replaced.text());
    }

    private @Nullable DiscountPolicy policy() {
        String text = arguments.value(Option.DISCOUNTING);
        if (text != null) {
            try {
                WrittenNumber.perhapsThousands(text.strip())
                        .ifPresent(number ->
                                problems.add(ProblemCode.PERHAPS_THOUSANDS, Option.DISCOUNTING.word(), number));
                WrittenNumber.perhapsPercentage(text)
                        .ifPresent(number -> problems.add(
                                ProblemCode.PERHAPS_PERCENTAGE,
                                Option.DISCOUNTING.word(),
                                number.toArray(String[]::new)));
                return ScenarioFile.parseDiscounting(text);
            } catch (InvalidScenarioException e) {
                add(e, Option.DISCOUNTING);
            }
        }
        return null;
    }

    private void add(InvalidScenarioException refused, Option option) {
        for (Problem problem : refused.problems()) {
            boolean hasPath = !problem.path().equals(Problem.NO_PATH);
            problems.add(hasPath ? asRequested(problem) : problem.at(option.word()));
        }
    }
}
