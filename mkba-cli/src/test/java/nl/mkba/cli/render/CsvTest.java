package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void oneFigureALineInLongForm() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("alternative", "all");
        result.put("outlook", null);
        result.put("npv", -1.5);
        result.put("irr", null);
        result.put("incremental", null);
        result.put("stakeholders", Map.of("city", Map.of("net", 2.0)));
        result.put("streams", List.of(Map.of("intervention", "coach", "id", "wage", "pv", 0.1)));
        result.put("years", List.of(yearOf("city", 3.0)));
        assertThat(csv(result)).isEqualTo("""
                        scenario,alternative,outlook,section,item,figure,value
                        s,all,,result,,npv,-1.5
                        s,all,,result,,irr,
                        s,all,,stakeholders,city,net,2.0
                        s,all,,streams,coach.wage,pv,0.1
                        s,all,,years,2026,net,4.0
                        s,all,,years,2026.city,cash,3.0
                        """);
    }

    @Test
    void textsAreQuotedAndNeverAFormula() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("alternative", "all");
        result.put("outlook", null);
        result.put("unpriced", List.of(Map.of("name", "=HYPERLINK(\"x\")")));
        assertThat(csv(result)).endsWith("s,all,,unpriced,0,name,\"'=HYPERLINK(\"\"x\"\")\"\n");
    }

    private static Map<String, @Nullable Object> label(double net) {
        return Map.of("net", net, "stakeholders", Map.of("city", Map.of("cash", net)));
    }

    /** A text that reads as another with a stakeholder behind it stands in brackets, and so does the other; the rest is plain. */
    @Test
    void noTwoLabelsShareALine() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("alternative", "all");
        result.put("outlook", null);
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        texts.put("a", label(1));
        texts.put("a.city", label(2));
        texts.put("6.3", label(3));
        texts.put("b c", label(4));
        texts.put("b\nc", label(5));
        result.put("labels", Map.of("track", texts));
        assertThat(csv(result)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf("labels")).split(",")[1]))
                .doesNotHaveDuplicates()
                .contains(
                        "track[a]",
                        "track[a].city",
                        "track[a.city]",
                        "track[a.city].city",
                        "track.6.3",
                        "track.6.3.city",
                        "track[b c]",
                        "track[b\\u{a}c]");
    }

    /** Of a sector called stakeholders, a stakeholder called group and a parameter called parameter no figure is lost. */
    @Test
    void idsThatAreKeysOfTheOutputAreIdsAllTheSame() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("alternative", "all");
        result.put("outlook", null);
        result.put("sectors", Map.of("stakeholders", Map.of("net", 1.0)));
        result.put("stakeholders", Map.of("group", Map.of("net", Map.of("mean", 2.0))));
        result.put("rank_correlations", Map.of("parameter", 0.5));
        result.put("years", List.of(Map.of("year", 2026, "net", 4.0, "stakeholders", Map.of())));
        assertThat(csv(result)).isEqualTo("""
                        scenario,alternative,outlook,section,item,figure,value
                        s,all,,sectors,stakeholders,net,1.0
                        s,all,,stakeholders,group.net,mean,2.0
                        s,all,,rank_correlations,,parameter,0.5
                        s,all,,years,2026,net,4.0
                        """);
    }

    private static Map<String, @Nullable Object> yearOf(String stakeholder, double cash) {
        Map<String, @Nullable Object> year = new LinkedHashMap<>();
        year.put("year", 2026);
        year.put("net", 4.0);
        year.put("stakeholders", Map.of(stakeholder, Map.of("cash", cash)));
        return year;
    }

    private static String csv(Map<String, @Nullable Object> result) {
        Map<String, @Nullable Object> appraisal = new LinkedHashMap<>();
        appraisal.put("id", "s");
        appraisal.put("results", List.of(result));
        return Csv.of(List.of(appraisal));
    }
}
