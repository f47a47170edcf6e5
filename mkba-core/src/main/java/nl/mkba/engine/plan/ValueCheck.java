package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.engine.limit.Limits;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong once values are known: for every alternative, without an outlook and with each. Alternatives and
 * outlooks that change nothing others do not are evaluated once, and no case is kept.
 */
public final class ValueCheck {

    private ValueCheck() {}

    /**
     * The net present value of an alternative in an outlook of the scenario as it stands, which a check comes by.
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id; empty for the run without one
     * @param npv the same bits as in the alternative's result
     */
    public record CheckedNet(String alternative, Optional<String> outlook, double npv) {}

    /**
     * Adds what is wrong, and what deserves attention, to {@code problems}; consequences of those are left out.
     *
     * @param scenario the analysis
     * @param limits how many different cases there may be
     * @param problems takes what is wrong and what deserves attention
     * @param workers where the work is done
     * @return the net present values, of as many cases as were found to be right
     */
    public static List<CheckedNet> run(Scenario scenario, Limits limits, Problems problems, Workers workers) {
        List<List<Alternative>> alternatives = different(scenario);
        List<Optional<Outlook>> outlooks = differentOutlooks(scenario);
        double cases = (double) alternatives.size() * outlooks.size();
        double largest = 0;
        Map<String, Integer> streams = Sizes.streams(scenario);
        for (List<Alternative> same : alternatives) {
            largest = Math.max(largest, Sizes.calculated(scenario, same.get(0).interventions(), streams));
        }
        if (!limits.check(Limits.Size.CASES, cases, Problem.NO_PATH, problems)
                || !limits.check(Limits.Size.NUMBERS, largest, Problem.NO_PATH, problems)) {
            return List.of();
        }
        List<Alike> different = new ArrayList<>();
        for (List<Alternative> same : alternatives) {
            for (Optional<Outlook> outlook : outlooks) {
                different.add(new Alike(same, outlook.orElse(null)));
            }
        }
        List<CheckedNet> nets = new ArrayList<>();
        for (List<CheckedNet> ofCase :
                SeparateCases.each(different, problems, workers, (alike, found) -> check(scenario, alike, found))) {
            nets.addAll(ofCase);
        }
        return nets;
    }

    /** Alternatives of which one is looked at for all, in an outlook or without. */
    private record Alike(
            List<Alternative> alternatives, @Nullable Outlook outlook) {}

    private static List<CheckedNet> check(Scenario scenario, Alike alike, Problems problems) {
        List<CheckedNet> nets = new ArrayList<>();
        Outlook outlook = alike.outlook();
        Case theCase = Case.of(scenario, alike.alternatives().get(0), outlook, Selection.ALL);
        StreamCompiler streams = StreamCompiler.central(theCase, problems);
        HorizonCheck.run(streams, alike.alternatives(), problems);
        if (!problems.hasErrors()) {
            Plan plan = new Plan(streams);
            Overflow.check(plan, false, problems);
            Underflow.check(plan, problems);
            double npv = plan.value(plan.society().npv());
            if (Double.isFinite(npv)) {
                for (Alternative alternative : alike.alternatives()) {
                    nets.add(new CheckedNet(
                            alternative.id(), outlook == null ? Optional.empty() : Optional.of(outlook.id()), npv));
                }
            }
        }
        return nets;
    }

    /** The alternatives, those together that have the same interventions and set nothing. */
    private static List<List<Alternative>> different(Scenario scenario) {
        List<List<Alternative>> different = new ArrayList<>();
        Map<List<String>, List<Alternative>> byInterventions = new LinkedHashMap<>();
        for (Alternative alternative : scenario.alternatives().values()) {
            List<Alternative> same =
                    alternative.set().isEmpty() ? byInterventions.get(sorted(alternative.interventions())) : null;
            if (same == null) {
                same = new ArrayList<>();
                different.add(same);
                if (alternative.set().isEmpty()) {
                    byInterventions.put(sorted(alternative.interventions()), same);
                }
            }
            same.add(alternative);
        }
        return different;
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    /** No outlook, and every outlook that changes something. */
    private static List<Optional<Outlook>> differentOutlooks(Scenario scenario) {
        List<Optional<Outlook>> different = new ArrayList<>();
        different.add(Optional.empty());
        for (Outlook outlook : scenario.outlooks().values()) {
            if (!outlook.set().isEmpty() || outlook.discounting() != null) {
                different.add(Optional.of(outlook));
            }
        }
        return different;
    }
}
