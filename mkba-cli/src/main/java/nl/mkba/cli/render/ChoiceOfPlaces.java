package nl.mkba.cli.render;

import java.util.List;
import java.util.Optional;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.engine.portfolio.Options;
import nl.mkba.engine.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * A choice of places within a budget, with what is needed to tell of it.
 *
 * @param outlook id of the outlook, if any
 * @param question what was asked
 * @param alternatives ids of the alternatives
 * @param ids of the places
 * @param options what could be chosen
 * @param ranking where each next euro yields most
 * @param choice what is chosen
 * @param more for each budget what would be chosen with a million more of it
 * @param draws in how many draws a choice was made; 0 for the central estimate only
 * @param drawsWithout in how many of those no choice was found that keeps to the limits
 * @param counts per place and alternative in how many draws it is chosen; empty without draws
 */
public record ChoiceOfPlaces(
        Optional<String> outlook,
        Question question,
        List<String> alternatives,
        List<String> ids,
        Options options,
        Ranking ranking,
        BudgetChoice choice,
        List<BudgetChoice> more,
        int draws,
        int drawsWithout,
        List<List<Integer>> counts) {

    public ChoiceOfPlaces {
        alternatives = List.copyOf(alternatives);
        more = List.copyOf(more);
        counts = List.copyOf(counts);
    }

    /**
     * What was asked of the choice.
     *
     * @param figures what an option is worth, and what it takes
     * @param limits ceilings and floors
     * @param per the column that says in which group a place is, if there is a floor
     */
    public record Question(ChoiceFigures figures, ChoiceLimits limits, Optional<String> per) {

        /** Whether the choice is to have the most net present value. */
        boolean isNpv() {
            return figures.objective() instanceof Objective.NetPresentValue;
        }

        /** Whether there is a ceiling for each year, and not one for the present value. */
        public boolean isYearly() {
            return !figures.years().isEmpty();
        }
    }

    /** The id of an alternative; null for none. */
    @Nullable
    String alternative(int index) {
        return index == BudgetChoice.NONE ? null : alternatives.get(index);
    }

    /** In which part of the draws something is chosen for a place. */
    public double share(int place) {
        return counts.get(place).stream().mapToInt(Integer::intValue).sum() / (double) draws;
    }
}
