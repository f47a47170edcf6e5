package nl.mkba.cli.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Everything a page about places is made of.
 *
 * @param scenario what was calculated for each place
 * @param selection what was asked of it
 * @param appraisal of the scenario with its own values: what has no price, and what it rests on
 * @param figures of all places
 * @param columns parameters that the table gives a value
 * @param choices within the budget, one for each outlook; empty without a budget
 * @param like what is usual in places like each place
 * @param coverage which areas of the map are places; null without a map
 * @param skipped rows that were left out because they are wrong
 * @param leftOut places that were left out because a value is missing
 * @param kept by parameter, of how many places the scenario's own value counts because the table has none
 * @param clamped rows in which a fraction was outside 0 … 1 in some draw
 * @param warnings what deserves attention
 */
public record PlacesFindings(
        Scenario scenario,
        Selection selection,
        Appraisal appraisal,
        PlaceFigures figures,
        List<String> columns,
        List<ChoiceOfPlaces> choices,
        LikePlaces like,
        @Nullable MapCoverage coverage,
        long skipped,
        long leftOut,
        Map<String, Long> kept,
        long clamped,
        List<Problem> warnings) {

    public PlacesFindings {
        columns = List.copyOf(columns);
        choices = List.copyOf(choices);
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        warnings = List.copyOf(warnings);
    }
}
