package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.file.schema.ScenarioSchema;
import org.junit.jupiter.api.Test;

/** The glossary: the classes and members that it names are there, and every key of the file and promised type of core and of the testkit is in it once. */
class GlossaryTest {

    /** The modules whose types are all in it. */
    private static final List<Path> WHOLE = List.of(
            Path.of("..", "mkba-core", "src", "main", "java"), Path.of("..", "mkba-testkit", "src", "main", "java"));

    /** Those, and the one of which it names some. */
    private static final List<Path> SOURCES = Stream.concat(WHOLE.stream(), Stream.of(Path.of("src", "main", "java")))
            .toList();

    /** What nobody outside sees needs no word for it. */
    private static final Path ENGINE = WHOLE.get(0).resolve(Path.of("nl", "mkba", "engine"));

    private static final int KEY_COLUMN = 3;
    private static final int CLASS_COLUMN = 4;
    private static final Pattern IN_CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:\\w+(?:-\\w+)? )*(?:class|record|interface|@interface|enum) (\\w+)");
    private static final Pattern NAME = Pattern.compile("`(\\w+)((?:\\.\\w+)*)`");

    @Test
    void everyClassNamedIsInTheCode() throws IOException {
        List<String> absent = new ArrayList<>();
        for (String row : Files.readAllLines(Page.DOCS.resolve("glossary.md"))) {
            String[] cells = row.split("\\|", -1);
            if (cells.length > CLASS_COLUMN) {
                Matcher name = NAME.matcher(cells[CLASS_COLUMN]);
                while (name.find()) {
                    if (!isThere(name.group(1), name.group(2))) {
                        absent.add(name.group());
                    }
                }
            }
        }
        assertThat(absent).isEmpty();
    }

    @Test
    void everyKeyOfTheFileIsInItOnce() throws IOException {
        Set<String> keys = keysOfTheFile();
        assertThat(keys).hasSizeGreaterThan(100);
        Stream<String> named =
                Stream.concat(inCode(rows("Terms"), KEY_COLUMN).filter(keys::contains), inCode(rows("Other keys"), 1));
        assertThat(named).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyPublicTypeIsInItOnce() throws IOException {
        Set<String> types = publicTypes();
        assertThat(types).hasSizeGreaterThan(50);
        Stream<String> named = Stream.concat(
                inCode(rows("Terms"), CLASS_COLUMN).filter(types::contains), inCode(rows("Other public types"), 2));
        assertThat(named).containsExactlyInAnyOrderElementsOf(types);
    }

    /** The rows of the table under a heading, each in its cells. */
    private static List<String[]> rows(String heading) throws IOException {
        String section = Files.readString(Page.DOCS.resolve("glossary.md"))
                .split("(?m)^## " + heading + "$")[1]
                .split("(?m)^## ")[0];
        return section.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    /** What stands between backticks in a column. */
    private static Stream<String> inCode(List<String[]> rows, int column) {
        return rows.stream()
                .flatMap(cells -> IN_CODE.matcher(cells[column]).results().map(found -> found.group(1)));
    }

    /** The names under {@code properties} anywhere in the JSON Schema. */
    private static Set<String> keysOfTheFile() throws IOException {
        Set<String> keys = new TreeSet<>();
        Deque<Boolean> holdsKeys = new ArrayDeque<>();
        try (JsonParser parser = new JsonFactory().createParser(ScenarioSchema.json())) {
            String name = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                    if (holdsKeys.element()) {
                        keys.add(name);
                    }
                } else if (token.isStructStart()) {
                    holdsKeys.push("properties".equals(name) && Boolean.FALSE.equals(holdsKeys.peek()));
                    name = null;
                } else if (token.isStructEnd()) {
                    holdsKeys.pop();
                } else {
                    name = null;
                }
            }
        }
        return keys;
    }

    private static Set<String> publicTypes() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path folder : WHOLE) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(ENGINE))
                        .toList()) {
                    Matcher type = PUBLIC_TYPE.matcher(Files.readString(file));
                    if (type.find()) {
                        types.add(type.group(1));
                    }
                }
            }
        }
        return types;
    }

    private static boolean isThere(String type, String members) throws IOException {
        Optional<Path> source = Optional.empty();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                source = source.or(() ->
                        files.filter(file -> file.endsWith(type + ".java")).findFirst());
            }
        }
        if (source.isEmpty()) {
            return false;
        }
        String code = Files.readString(source.get());
        return Stream.of(members.split("\\."))
                .allMatch(member ->
                        Pattern.compile("\\b" + member + "\\b").matcher(code).find());
    }
}
