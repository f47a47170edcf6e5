package nl.mkba.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people get to read who write their first scenario and write it as they write on paper, in a spreadsheet or in Dutch. In
 * {@code mistakes.txt} each block changes a few lines of a right scenario ({@code -} and {@code +}; {@code - *} is all of it)
 * and gives what is then said in Dutch and in English, or nothing where it is understood. With {@code -Dexpected.update} the
 * answers are rewritten; read every one of them then.
 */
class FirstTimeMistakesTest {

    private static final Path FOLDER = GoldenFiles.RESOURCES.resolve("first-time");
    private static final Path TABLE = FOLDER.resolve("mistakes.txt");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    /** What a parser calls things, and nobody else (the mapping of a table to parameters is another thing); in Dutch {@code map} is a folder. */
    private static final Pattern PARSER_WORDS = Pattern.compile(
            "(?i)\\b(yaml|json|parser?|parse error|scalars?|mapping values|flow mapping|sequences?"
                    + "|tokens?|nodes?|flow|block (mapping|sequence|end)|document start|stream end|anchors?|anker|alias(es)?|tags?"
                    + "|merge key|indentation|whitespace|delimiter|escape|unary|operand|identifier|snake_case|syntax"
                    + "|strings?|integers?|booleans?|arrays?|objects?|null|exception|enum|regex|literal|unexpected)\\b");

    private static final Pattern A_MAP = Pattern.compile("(?<!-)\\bmaps?\\b");

    private static String right;

    @TempDir
    private Path folder;

    record Mistake(List<String> old, List<String> typed, List<String> dutch, List<String> english) {

        String text() throws IOException {
            String changed = String.join("\n", typed);
            if (old.equals(List.of("*"))) {
                return changed.isEmpty() ? "" : changed + "\n";
            }
            String scenario = right();
            String lines = String.join("\n", old);
            assertThat(scenario.split(Pattern.quote(lines), -1)).as(lines).hasSize(2);
            return scenario.replace(lines, changed);
        }

        @Override
        public String toString() {
            return String.join(" ", typed);
        }
    }

    private static String right() throws IOException {
        if (right == null) {
            right = Files.readString(FOLDER.resolve("scenario.yaml"));
        }
        return right;
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        Mistake mistake = null;
        for (String line : Files.readAllLines(TABLE)) {
            String rest = line.length() > 2 ? line.substring(2) : "";
            if (line.startsWith("==")) {
                mistake = new Mistake(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                mistakes.add(mistake);
            } else if (line.startsWith("-")) {
                mistake.old().add(unescaped(rest));
            } else if (line.startsWith("+")) {
                mistake.typed().add(unescaped(rest));
            } else if (line.startsWith("nl ")) {
                mistake.dutch().add(line.substring(3));
            } else if (line.startsWith("en ")) {
                mistake.english().add(line.substring(3));
            }
        }
        return mistakes;
    }

    private static String unescaped(String text) {
        return text.replace("\\t", "\t").replace("\\u00a0", "\u00a0").replace("\\ufeff", "\ufeff");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aFirstTimeMistakeGetsAHint(Mistake mistake) throws IOException {
        List<Problem> problems = problems(mistake.text());

        assertThat(lines(problems, DUTCH)).isEqualTo(mistake.dutch());
        assertThat(lines(problems, Locale.ENGLISH)).isEqualTo(mistake.english());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsAnsweredInTheAuthorsWords(Mistake mistake) throws IOException {
        for (Problem problem : problems(mistake.text())) {
            assertThat(problem.hint(DUTCH)).as(problem.toString()).isPresent();
            assertThat(problem.hint(Locale.ENGLISH)).as(problem.toString()).isPresent();
        }
    }

    @Test
    void thereAreMoreThanTwoHundredAndFifty() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThan(250);
        assertThat(mistakes()).doesNotHaveDuplicates();
        assertThat(problems(right())).isEmpty();
    }

    /** Also of problems that no mistake of the table causes. What is quoted in backticks are the author's own words. */
    @ParameterizedTest
    @MethodSource("languages")
    void noMessageHasAWordOfTheParser(String language, boolean isEnglish) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("../mkba-core/src/main/resources/nl/mkba/problem/problems_" + language + ".properties"))) {
            texts.load(in);
        }
        texts.forEach((key, text) -> {
            String own = String.valueOf(text).replaceAll("`[^`]*`", "").replaceAll("\\{.*?}", "");
            if (String.valueOf(key).matches(".*(parquet|csv|column_type|unknown_figure|geojson).*")) {
                return;
            }
            assertThat(own).as(key + "").doesNotContainPattern(PARSER_WORDS);
            if (isEnglish) {
                assertThat(own).as(key + "").doesNotContainPattern(A_MAP);
            }
        });
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of("nl", false), Arguments.of("en", true));
    }

    static Stream<Arguments> otherFiles() throws IOException {
        byte[] word = packed("[Content_Types].xml ... word/document.xml");
        byte[] sheet = packed("[Content_Types].xml ... xl/workbook.xml");
        byte[] openSheet = packed("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        return Stream.of(
                Arguments.of(word, "not_a_scenario", "een tekstdocument", "word processor"),
                Arguments.of(sheet, "not_a_scenario", "een rekenblad", "a spreadsheet"),
                Arguments.of(openSheet, "not_a_scenario", "een rekenblad", "a spreadsheet"),
                Arguments.of(packed("folder/file.yaml"), "not_a_scenario", "ingepakt bestand", "packed file"),
                Arguments.of("%PDF-1.7\n%\u00e2\u00e3".getBytes(ISO_8859_1), "not_a_scenario", "een pdf", "a PDF"),
                Arguments.of(
                        "{\\rtf1\\ansi mkba: 1}".getBytes(UTF_8), "not_a_scenario", "tekstdocument", "word processor"),
                Arguments.of(
                        "\u00d0\u00cf\u0011\u00e0\u00a1".getBytes(ISO_8859_1), "not_a_scenario", "Office", "Office"),
                Arguments.of("\u0089PNG\r\n".getBytes(ISO_8859_1), "not_a_scenario", "afbeelding", "picture"),
                Arguments.of("<!DOCTYPE html>\n<p>".getBytes(UTF_8), "not_a_scenario", "webpagina", "web page"),
                Arguments.of(right().getBytes(UTF_16), "not_utf8", "UTF-8", "UTF-8"),
                Arguments.of(right().getBytes(UTF_16LE), "syntax", "UTF-8", "UTF-8"),
                Arguments.of(
                        right().replace("Gezins", "G\u00e9zins").getBytes(ISO_8859_1), "not_utf8", "UTF-8", "UTF-8"));
    }

    private static byte[] packed(String names) {
        return ("PK\u0003\u0004\u0014\u0000\u0006\u0000" + names).getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void aFileOfAnotherKindIsCalledByItsName(byte[] content, String code, String dutch, String english)
            throws IOException {
        Path file = Files.write(folder.resolve("wijk.yaml"), content);

        List<Problem> problems = problems(file);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code().id()).isEqualTo(code);
        assertThat(problems.get(0).format(DUTCH)).contains(dutch);
        assertThat(problems.get(0).format(Locale.ENGLISH)).contains(english);
    }

    @Test
    void aFolderGivenForAFileNamesTheScenariosInIt() throws IOException {
        Files.writeString(folder.resolve("wijk.yaml"), right());
        Files.writeString(folder.resolve("notities.md"), "");

        assertThat(problems(folder).get(0).format(DUTCH))
                .endsWith("het is een map. Misschien `" + folder.resolve("wijk.yaml") + "`?");
    }

    @Test
    void aNameThatANotepadLengthenedIsFound() throws IOException {
        Files.writeString(folder.resolve("wijk.yaml.txt"), right());

        assertThat(problems(folder.resolve("wijk.yaml")).get(0).format(Locale.ENGLISH))
                .endsWith("it does not exist. Maybe `" + folder.resolve("wijk.yaml.txt") + "`?");
    }

    private List<Problem> problems(String text) throws IOException {
        return problems(Files.writeString(folder.resolve("wijk.yaml"), text));
    }

    private static List<Problem> problems(Path file) {
        try {
            return ScenarioFile.load(file, List.of()).warnings();
        } catch (InvalidScenarioException refused) {
            return refused.problems();
        }
    }

    private List<String> lines(List<Problem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> problem.format(locale).replace(folder + "/wijk.yaml:", ""))
                .toList();
    }

    @Test
    void writeAnswersAnew() throws IOException {
        if (System.getProperty("expected.update") == null) {
            return;
        }
        StringBuilder table = new StringBuilder();
        List<String> kept = new ArrayList<>(Files.readAllLines(TABLE));
        kept.removeIf(line -> line.startsWith("nl ") || line.startsWith("en "));
        int at = 0;
        List<Mistake> mistakes = mistakes();
        for (int i = 0; i < kept.size(); i++) {
            table.append(kept.get(i)).append('\n');
            if (i + 1 == kept.size() || kept.get(i + 1).startsWith("==")) {
                List<Problem> problems = problems(mistakes.get(at++).text());
                lines(problems, DUTCH)
                        .forEach(line -> table.append("nl ").append(line).append('\n'));
                lines(problems, Locale.ENGLISH)
                        .forEach(line -> table.append("en ").append(line).append('\n'));
            }
        }
        Files.writeString(TABLE, table);
    }
}
