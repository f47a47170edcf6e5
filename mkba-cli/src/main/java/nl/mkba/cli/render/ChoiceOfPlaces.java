package nl.mkba.cli.render;

import java.util.List;
import java.util.Optional;
import nl.mkba.portfolio.BudgetChoice;
import nl.mkba.portfolio.Options;
import nl.mkba.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * A choice of places within a budget, with what is needed to tell of it.
 *
 * @param outlook id of the outlook, if any
 * @param alternatives ids of the alternatives
 * @param ids of the places
 * @param options what could be chosen
 * @param ranking where each next euro yields most
 * @param choice what is chosen
 * @param more what would be chosen with a million more
 * @param draws in how many draws a choice was made; 0 for the central case only
 * @param counts per place and alternative in how many draws it is chosen; empty without draws
 */
public record ChoiceOfPlaces(
        Optional<String> outlook,
        List<String> alternatives,
        List<String> ids,
        Options options,
        Ranking ranking,
        BudgetChoice choice,
        BudgetChoice more,
        int draws,
        List<List<Integer>> counts) {

    public ChoiceOfPlaces {
        alternatives = List.copyOf(alternatives);
        counts = List.copyOf(counts);
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
