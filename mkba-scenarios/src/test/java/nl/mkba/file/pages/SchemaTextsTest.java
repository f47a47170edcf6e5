package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.file.schema.ScenarioSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an editor shows of a key: a title in the reader's words, a text in English and one in Dutch, and examples. Where a table of
 * the reference pages has a row for the key, the texts are those of the row.
 */
class SchemaTextsTest {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern KEY = Pattern.compile("[a-z_]+");

    /** The tables of the pages that describe a part of the schema: the section, as the pages number them, and the table in it. */
    private static final Map<String, List<int[]>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("", List.of(new int[] {3, 0}));
        TABLES.put("/$defs/stakeholder", List.of(new int[] {4, 0}));
        TABLES.put("/$defs/parameter/anyOf/1", List.of(new int[] {5, 0}));
        TABLES.put("/$defs/intervention", List.of(new int[] {7, 0}));
        TABLES.put("/$defs/cost", List.of(new int[] {7, 1}, new int[] {7, 4}));
        TABLES.put("/$defs/effect", List.of(new int[] {7, 2}, new int[] {11, 0}, new int[] {7, 4}));
        TABLES.put("/$defs/transfer", List.of(new int[] {7, 3}, new int[] {7, 4}));
        TABLES.put("/$defs/profile", List.of(new int[] {8, 0}, new int[] {8, 1}));
        TABLES.put("/$defs/outcome", List.of(new int[] {12, 0}));
        TABLES.put("/$defs/distribution", List.of(new int[] {14, 0}));
        TABLES.put("/properties/expect/items", List.of(new int[] {16, 0}));
    }

    private static JsonNode schema;
    private static Map<Integer, List<List<List<String>>>> english;
    private static Map<Integer, List<List<List<String>>>> dutch;

    @BeforeAll
    static void read() throws IOException {
        schema = new ObjectMapper().readTree(ScenarioSchema.json());
        english = tables("en/scenario-file.md");
        dutch = tables("nl/scenariobestand.md");
    }

    /** The rows of the tables of a page, by the number of their section; the list of contents is before the first. */
    private static Map<Integer, List<List<List<String>>>> tables(String page) throws IOException {
        Map<Integer, List<List<List<String>>>> all = new LinkedHashMap<>();
        int section = -1;
        boolean isIn = false;
        for (String line : Files.readAllLines(Page.DOCS.resolve(page))) {
            section += line.startsWith("## ") ? 1 : 0;
            if (line.startsWith("|")) {
                List<List<List<String>>> own = all.computeIfAbsent(section, key -> new ArrayList<>());
                if (!isIn) {
                    own.add(new ArrayList<>());
                }
                String[] cells = line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1);
                List<String> row = new ArrayList<>();
                for (String cell : cells) {
                    row.add(cell.strip());
                }
                own.get(own.size() - 1).add(row);
            }
            isIn = line.startsWith("|");
        }
        return all;
    }

    /** The row of a key that says something of this key alone, without sending the reader elsewhere. */
    private static Optional<List<String>> row(
            Map<Integer, List<List<List<String>>>> page, List<int[]> tables, String key) {
        for (int[] place : tables) {
            for (List<String> row : page.get(place[0]).get(place[1])) {
                List<String> keys = new ArrayList<>();
                Matcher code = CODE.matcher(row.get(0));
                while (code.find()) {
                    Matcher name = KEY.matcher(code.group(1));
                    if (name.lookingAt()) {
                        keys.add(name.group());
                    }
                }
                if (keys.contains(key)) {
                    String text = row.get(row.size() - 1);
                    boolean isOwn = keys.size() == 1 && text.length() > 12 && !text.contains("](");
                    return isOwn ? Optional.of(row) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static String text(List<String> row, String without) {
        String text = plain(row.get(row.size() - 1));
        text = text.startsWith("`") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        text = text.matches("(?s).*[.!?]") ? text : text + ".";
        String other = row.size() > 2 ? row.get(1) : "";
        boolean isOptional = !other.isEmpty() && !other.equals("required") && !other.equals("verplicht");
        return isOptional ? text + " " + without + ": " + plain(other) + "." : text;
    }

    private static String plain(String text) {
        return text.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("*", "").replace("\\|", "|");
    }

    @Test
    void theTextsAreThoseOfTheReferencePages() {
        int found = 0;
        for (Map.Entry<String, List<int[]>> part : TABLES.entrySet()) {
            for (Map.Entry<String, JsonNode> property :
                    schema.at(part.getKey()).get("properties").properties()) {
                Optional<List<String>> ofEnglish = row(english, part.getValue(), property.getKey());
                Optional<List<String>> ofDutch = row(dutch, part.getValue(), property.getKey());
                if (ofEnglish.isPresent() && ofDutch.isPresent()) {
                    assertThat(property.getValue().path("description").asText())
                            .as(part.getKey() + "/properties/" + property.getKey())
                            .isEqualTo(text(ofEnglish.get(), "Without") + "\n\n" + text(ofDutch.get(), "Zonder"));
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void everyKeyHasATitleAndATextInBothLanguages() {
        List<JsonNode> maps = schema.findValues("properties");
        int keys = 0;
        for (JsonNode map : maps) {
            for (Map.Entry<String, JsonNode> property : map.properties()) {
                JsonNode value = property.getValue();
                // a condition on a key that is described elsewhere has neither
                if (value.isObject() && value.has("title")) {
                    String key = property.getKey();
                    assertThat(value.get("title").asText()).as(key).endsWith(key);
                    JsonNode text = value.has("description")
                            ? value
                            : schema.at(value.path("$ref").asText().replaceFirst("^#", ""));
                    if (!key.matches("mean|sd|min|max|p5|p95|alpha|beta|shape|scale|values|weights")) {
                        assertThat(text.path("description").asText().split("\n\n"))
                                .as(key)
                                .hasSize(2)
                                .doesNotContain("");
                    }
                    keys++;
                }
            }
        }
        assertThat(keys).isGreaterThan(150);
        assertThat(schema.findValues("examples")).hasSizeGreaterThan(80);
    }
}
