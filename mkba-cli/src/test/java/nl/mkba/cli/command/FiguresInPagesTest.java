package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.appraisal.ResultFigure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command puts out as JSON its section of both pages names. */
class FiguresInPagesTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Path FILE = ROOT.resolve("mkba-scenarios/src/test/resources/faults/everything.yaml");
    private static final List<String> PAGES = List.of("en/commands.md", "nl/opdrachten.md");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]+`");

    /** Everything that stands in code in the section of a command, and in those that the others refer to. */
    private static String code(String page, String command) throws IOException {
        String text = Files.readString(ROOT.resolve("docs").resolve(page));
        StringBuilder code = new StringBuilder();
        for (String each : Set.copyOf(List.of(command, "run", "simulate"))) {
            Matcher found = CODE.matcher(text.split("(?m)^## " + each + "$")[1].split("(?m)^## ")[0]);
            while (found.find()) {
                code.append(found.group()).append('\n');
            }
        }
        return code.toString();
    }

    private static JsonNode printed(String command, String after) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(command, FILE + (command.equals("compare") ? ":both" : ""), "--format", "json"));
        words.addAll(List.of(after.split(" ")));
        words.removeIf(String::isEmpty);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    /** The keys of the output but those of warnings, without ids and labels of the scenario and years, which stand there as keys as well. */
    private static void collect(JsonNode node, String scenario, Set<String> keys) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("warnings")) {
                return;
            }
            if (!entry.getKey().matches("\\d*|.*\\..*")
                    && !scenario.matches("(?s).*[\\s{\\[,:]" + Pattern.quote(entry.getKey()) + "\\s*[:,}\\]\\n].*")) {
                keys.add(entry.getKey());
            }
            collect(entry.getValue(), scenario, keys);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, scenario, keys));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run, ''",
        "simulate, --draws 50 --units --precision 0.5",
        "sensitivity, --draws 50 --samples 4",
        "coalition, --draws 50",
        "shapley, --draws 50",
        "budget, --stakeholder city --draws 50",
        "explain, coach.gain",
    })
    void theSectionNamesEveryKey(String command, String after) throws IOException {
        Set<String> keys = new TreeSet<>();
        collect(printed(command, after), Files.readString(FILE), keys);
        assertThat(keys).isNotEmpty();
        for (String page : PAGES) {
            String code = code(page, command);
            Set<String> absent = new TreeSet<>(keys);
            absent.removeIf(key -> code.matches("(?s).*\\b" + key + "\\b.*"));
            assertThat(absent)
                    .as("keys of " + command + " that " + page + " does not name")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/commands.md", "nl/opdrachten.md"})
    void everyFigureOfAResultHasARow(String page) throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs").resolve(page));
        for (ResultFigure figure : ResultFigure.values()) {
            assertThat(rows)
                    .as(figure.key())
                    .anyMatch(row -> row.startsWith("|") && row.split("\\|")[1].contains("`" + figure.key() + "`"));
        }
    }
}
