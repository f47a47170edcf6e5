package nl.mkba.cli.render;

import java.util.List;
import java.util.Optional;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.ChosenRows;
import nl.mkba.engine.portfolio.Ranking;
import nl.mkba.json.tree.ChoiceTree;
import nl.mkba.portfolio.ChoiceRequest;

/**
 * A choice within a budget among the places of a table, by their numbers.
 *
 * @param result what is chosen
 * @param places what the table and the draws tell of them
 */
public record ChoiceOfPlaces(ChosenRows result, ChoiceTree.Places places) {

    /** What was asked. */
    public ChoiceRequest request() {
        return result.request();
    }

    /** Whether the choice is to have the most net present value. */
    boolean isNpv() {
        return request().objective().equals("npv");
    }

    /** The calendar years that have a budget, ascending; empty if there is one for the present value. */
    public List<Integer> years() {
        return List.copyOf(request().years().keySet());
    }

    /** Id of the outlook, if any. */
    public Optional<String> outlook() {
        return result.outlook();
    }

    /** Ceilings and floors. */
    public ChoiceLimits limits() {
        return result.limits();
    }

    /** What is chosen. */
    public BudgetChoice choice() {
        return result.choice();
    }

    /** Where each next euro yields most. */
    public Ranking ranking() {
        return result.ranked();
    }

    /** Ids of the alternatives. */
    public List<String> alternatives() {
        return result.alternatives();
    }

    /** Ids of the places. */
    public List<String> ids() {
        return places.ids();
    }

    /** In how many draws a choice was made; 0 for the central estimate only. */
    public int draws() {
        return places.draws();
    }

    /** In which part of the draws something is chosen for a place. */
    public double share(int place) {
        return places.share(place);
    }
}
