package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.problem.Spelling;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** Turns the options that pick and change a scenario's cases into a selection. */
final class SelectionArguments {

    private static final String ALL_OUTLOOKS = "all";

    private SelectionArguments() {}

    /**
     * What is asked of this scenario.
     *
     * @throws InvalidScenarioException if it has no such alternative, outlook or parameter, or a value is wrong; the
     *     paths of the problems are the options
     */
    static Selection read(Arguments arguments, Scenario scenario) {
        Problems problems = new Problems();
        Set<String> alternatives = new LinkedHashSet<>(arguments.values(Option.ALTERNATIVE));
        known(problems, Option.ALTERNATIVE, ProblemCode.UNKNOWN_ALTERNATIVE, alternatives, scenario.alternatives());
        Set<String> outlooks = new LinkedHashSet<>(arguments.values(Option.OUTLOOK));
        boolean without = outlooks.isEmpty();
        if (outlooks.contains(ALL_OUTLOOKS) && !scenario.outlooks().containsKey(ALL_OUTLOOKS)) {
            outlooks = scenario.outlooks().keySet();
            without = true;
        }
        known(problems, Option.OUTLOOK, ProblemCode.UNKNOWN_OUTLOOK, outlooks, scenario.outlooks());
        Map<String, Replacement> set = replacements(problems, arguments, scenario);
        DiscountPolicy discounting = policy(problems, arguments.value(Option.DISCOUNTING));
        problems.throwIfErrors();
        return new Selection(new ArrayList<>(alternatives), new ArrayList<>(outlooks), without, set, discounting);
    }

    private static void known(
            Problems problems, Option option, ProblemCode code, Collection<String> ids, Map<String, ?> known) {
        for (String id : ids) {
            if (!known.containsKey(id)) {
                problems.add(Problem.of(code, option.word(), id).suggesting(Spelling.nearest(id, known.keySet())));
            }
        }
    }

    private static Map<String, Replacement> replacements(Problems problems, Arguments arguments, Scenario scenario) {
        Map<String, Replacement> set = new LinkedHashMap<>();
        for (String text : arguments.values(Option.SET)) {
            int equals = text.indexOf('=');
            String parameter = equals < 0 ? text : text.substring(0, equals).strip();
            known(problems, Option.SET, ProblemCode.UNKNOWN_PARAMETER, List.of(parameter), scenario.parameters());
            set.put(parameter, Replacement.by(text.substring(equals + 1)));
        }
        return set;
    }

    private static @Nullable DiscountPolicy policy(Problems problems, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DiscountPolicy.published(text);
        } catch (InvalidScenarioException e) {
            problems.addAll(Option.DISCOUNTING.word(), e);
            return null;
        }
    }
}
