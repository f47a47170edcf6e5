package nl.mkba.engine.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.mkba.engine.limit.Limits;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** How large what is asked for is, before anything is computed. */
public final class Sizes {

    /** Numbers kept for a stream or stakeholder in a year while a case is calculated: strengths, units, prices, flows. */
    private static final int CALCULATED = 10;

    /** The same with its result and what is printed of that. */
    private static final int SHOWN = 50;

    /** Costs, benefits, net present value and what is divided by the costs. */
    private static final int FIGURES = 4;

    private Sizes() {}

    static boolean isSelected(Alternative alternative, Selection selection) {
        return selection.alternatives().isEmpty() || selection.alternatives().contains(alternative.id());
    }

    /** Reports a selection with too many cases. */
    static boolean checkCases(Scenario scenario, Selection selection, Problems problems) {
        return new Limits(selection.limitsTimes())
                .check(Limits.Size.CASES, cases(scenario, selection), Problem.NO_PATH, problems);
    }

    /** Reports a selection with too many or too large cases to keep them all. */
    static boolean checkKept(Scenario scenario, Selection selection, Problems problems) {
        double numbers = 0;
        Map<String, Integer> streams = streams(scenario);
        for (Alternative alternative : scenario.alternatives().values()) {
            if (isSelected(alternative, selection)) {
                numbers += SHOWN * flows(scenario, alternative.interventions(), streams);
            }
        }
        return new Limits(selection.limitsTimes())
                .check(Limits.Size.NUMBERS, numbers * selection.runs().size(), Problem.NO_PATH, problems);
    }

    private static double cases(Scenario scenario, Selection selection) {
        double alternatives = 0;
        for (Alternative alternative : scenario.alternatives().values()) {
            alternatives += isSelected(alternative, selection) ? 1 : 0;
        }
        return alternatives * selection.runs().size();
    }

    /**
     * {@return how many figures a simulation keeps for each draw: those of every case, and a net and cash for every
     * stakeholder}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     */
    public static double figures(Scenario scenario, Selection selection) {
        return cases(scenario, selection)
                * (FIGURES + 2.0 * scenario.stakeholders().size());
    }

    /**
     * {@return how many more a simulation keeps for each draw if it also says how the units of every effect spread}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     */
    public static double units(Scenario scenario, Selection selection) {
        double effects = 0;
        for (Intervention intervention : scenario.interventions().values()) {
            effects += intervention.effects().size();
        }
        return cases(scenario, selection) * effects;
    }

    /** How many streams each intervention has. */
    static Map<String, Integer> streams(Scenario scenario) {
        Map<String, Integer> streams = new HashMap<>();
        for (Intervention intervention : scenario.interventions().values()) {
            streams.put(intervention.id(), intervention.streams().size());
        }
        return streams;
    }

    /** How many numbers a case with these interventions takes to calculate. */
    static double calculated(Scenario scenario, Collection<String> interventions, Map<String, Integer> streams) {
        return CALCULATED * flows(scenario, interventions, streams);
    }

    /** The flows of the streams and stakeholders of a case with these interventions. */
    private static double flows(Scenario scenario, Collection<String> interventions, Map<String, Integer> streams) {
        double rows = 1 + 2.0 * scenario.stakeholders().size();
        for (String intervention : interventions) {
            rows += streams.getOrDefault(intervention, 0);
        }
        return rows * scenario.horizon();
    }
}
