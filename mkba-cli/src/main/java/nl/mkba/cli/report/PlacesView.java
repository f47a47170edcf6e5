package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the template of the page about places is filled with.
 *
 * @param first code of the language that is shown first
 * @param voices the page in each language, the first one shown first
 * @param best the case that is shown first
 * @param currency the scenario's currency
 * @param version of the program
 * @param isDrawn whether there are draws
 * @param isReturnExpected whether the costs that the returns are of are expected ones too
 * @param hasChoice whether there is a choice within a budget
 * @param isCompared whether each place stands beside the places most like it
 * @param data what table and map show, as JSON
 * @param style the style sheet
 * @param scripts the scripts, in the order in which they run
 * @param policy the content security policy: nothing but these scripts runs, and nothing is fetched
 */
public record PlacesView(
        String first,
        List<Voice> voices,
        String best,
        String currency,
        String version,
        boolean isDrawn,
        boolean isReturnExpected,
        boolean hasChoice,
        boolean isCompared,
        String data,
        String style,
        List<String> scripts,
        String policy) {

    public PlacesView {
        voices = List.copyOf(voices);
        scripts = List.copyOf(scripts);
    }

    /**
     * The page in one language.
     *
     * @param page its texts
     * @param cases the names of the cases by their number
     * @param alternatives the names of the alternatives between which a choice is made
     */
    public record Voice(Page.Voice page, Map<String, String> cases, List<String> alternatives) {

        public Voice {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
            alternatives = List.copyOf(alternatives);
        }

        /** What the scripts say, as JSON. */
        public String words() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("status", page.text("places.word.status"));
            words.put("none_found", page.text("places.word.none_found"));
            words.put("yes", page.text("places.word.yes"));
            words.put("no", page.text("places.word.no"));
            words.put("below", page.text("places.word.below"));
            words.put("between", page.text("places.word.between"));
            words.put("above", page.text("places.word.above"));
            words.put("no_data", page.text("places.word.no_data"));
            words.put("not_in_table", page.text("places.word.not_in_table"));
            words.put("map_label", page.text("places.word.map_label"));
            words.put("chosen", page.text("places.word.chosen"));
            words.put("not_chosen", page.text("places.word.not_chosen"));
            words.put("costs", page.text("places.word.costs"));
            words.put("npv", page.text("places.word.npv"));
            words.put("ratio", page.text("places.word.ratio"));
            words.put("chance", page.text("places.word.chance"));
            words.put("alternatives", alternatives);
            return Page.embedded(words);
        }

        /** A text of the page. */
        public String text(String key, Object... arguments) {
            return page.text(key, arguments);
        }
    }

    /** The columns of the table of places, as the scripts know them. */
    public List<String> columns() {
        ArrayList<String> columns = new ArrayList<>(List.of("id"));
        if (hasChoice) {
            columns.add("chosen");
        }
        columns.add("ratio");
        columns.add("npv");
        if (isDrawn) {
            columns.add("chance");
            columns.add("central");
        }
        columns.add("costs");
        if (isCompared) {
            columns.add("like_ratio");
            columns.add("like_npv");
        }
        return columns;
    }

    /** The heading of such a column. */
    public String heading(Voice voice, String column) {
        String key = switch (column) {
            case "id" -> "places.head.id";
            case "chosen" -> "places.head.chosen";
            case "ratio" -> isReturnExpected ? "places.head.ratio.expected" : "places.head.ratio";
            case "npv" -> isDrawn ? "places.head.npv.expected" : "places.head.npv";
            case "chance" -> "places.head.chance";
            case "central" -> "places.head.central";
            case "costs" -> isReturnExpected ? "places.head.costs.expected" : "places.head.costs";
            case "like_ratio" -> "places.head.like_ratio";
            case "like_npv" -> "places.head.like_npv";
            default -> throw new IllegalArgumentException(column);
        };
        return voice.text(key, voice.page().currencySign());
    }

    /** What the map can be coloured by. */
    public List<String> colours() {
        ArrayList<String> colours = new ArrayList<>(List.of("ratio", "npv"));
        if (isDrawn) {
            colours.add("chance");
        }
        if (hasChoice) {
            colours.add("chosen");
        }
        return colours;
    }
}
