package nl.mkba.json.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigurePathTest {

    private final Map<String, @Nullable Object> result = result();

    private static Map<String, @Nullable Object> result() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("npv", 12.0);
        result.put("irr_absent", null);
        result.put("incremental", null);
        result.put("stakeholders", Map.of("municipality", Map.of("net", 1.0)));
        result.put(
                "years",
                List.of(
                        Map.of("year", 2026, "stakeholders", Map.of("household", Map.of("net", 5.0))),
                        Map.of("year", 2027)));
        result.put(
                "labels",
                Map.of(
                        "taakveld",
                        Map.of(
                                "6.3", Map.of("net", 8.0),
                                "a]b", Map.of("net", 9.0),
                                "", Map.of("net", 3.0),
                                "a].net", Map.of("net", 10.0),
                                "a].[b][c", Map.of("net", 11.0))));
        result.put("streams", List.of(Map.of("intervention", "coach", "id", "wage", "pv", 7.0)));
        return result;
    }

    @Test
    void leadsToFiguresByKeyIndexAndStream() {
        assertThat(found("npv")).isEqualTo(12.0);
        assertThat(found("stakeholders.municipality.net")).isEqualTo(1.0);
        assertThat(found("years[0].stakeholders.household.net")).isEqualTo(5.0);
        assertThat(found("years[1].year")).isEqualTo(2027);
        assertThat(found("streams.coach.wage.pv")).isEqualTo(7.0);
        assertThat(found("streams[0].pv")).isEqualTo(7.0);
        assertThat(found("irr_absent")).isNull();
        assertThat(found("incremental.npv")).isNull();
    }

    @Test
    void theTextOfALabelStandsInBracketsWhateverItHolds() {
        assertThat(found("labels.taakveld[6.3].net")).isEqualTo(8.0);
        assertThat(found("labels.taakveld[a]b].net")).isEqualTo(9.0);
        assertThat(found("labels.taakveld[].net")).isEqualTo(3.0);
        assertThat(found("labels.taakveld[a].net].net")).isEqualTo(10.0);
        assertThat(found("labels.taakveld[a].[b][c].net")).isEqualTo(11.0);
        assertThat(found("labels[taakveld][6.3].net")).isEqualTo(8.0);
        assertThat(new FigurePath("labels.taakveld[6.4].net").in(result).suggestion())
                .isEqualTo("labels.taakveld[6.3].net");
    }

    @Test
    void whatIsNoFigureDoesNotExist() {
        for (String path : List.of(
                "",
                "years",
                "stakeholders",
                "stakeholders.municipality",
                "years[2].year",
                "years[x].year",
                "years[99999999999].year",
                "npv.x",
                "streams.coach",
                "streams.coach.wage",
                "streams.coach.other.pv",
                "incremental.other",
                "irr_absent.x")) {
            assertThat(new FigurePath(path).in(result).exists()).as(path).isFalse();
        }
    }

    @Test
    void suggestsTheNearestPath() {
        assertThat(new FigurePath("stakeholders.municipalty.net").in(result).suggestion())
                .isEqualTo("stakeholders.municipality.net");
        assertThat(new FigurePath("npw").in(result).suggestion()).isEqualTo("npv");
        assertThat(new FigurePath("incremental.npw").in(result).suggestion()).isEqualTo("incremental.npv");
    }

    private @Nullable Object found(String path) {
        FigurePath.Found found = new FigurePath(path).in(result);
        assertThat(found.exists()).as(path).isTrue();
        return found.value();
    }
}
