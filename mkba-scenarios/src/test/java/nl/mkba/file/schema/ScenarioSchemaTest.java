package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.mkba.file.GoldenFiles;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader agree: on every file, as far as a schema can see. */
class ScenarioSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json(), InputFormat.JSON);

    /** As editors read it: {@code yes} and {@code no} are texts. */
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build())
            .build();

    /**
     * What a schema cannot see: keys under misspelt ones, and years that are to be the base year; and what is not handed to it:
     * infinity, nothing, and what stands behind characters that end a line in YAML 1.1 only.
     */
    private static final Set<String> BEYOND =
            Set.of("misspelt_keys", "infinite", "nothing_behind_keys", "discounting_calendar_years", "line_separators");

    /** What can be seen without knowing the rest of the file. */
    private static final Set<ProblemCode> VISIBLE = Set.of(
            ProblemCode.UNKNOWN_KEY,
            ProblemCode.MISSING_KEY,
            ProblemCode.WRONG_TYPE,
            ProblemCode.NOT_A_CHOICE,
            ProblemCode.ONE_OF,
            ProblemCode.NOT_WITH,
            ProblemCode.EMPTY,
            ProblemCode.NOT_AN_ID,
            ProblemCode.STANDARD_AS_CLASS,
            ProblemCode.TOTAL_WITHOUT_END,
            ProblemCode.FADE_OUT_WITHOUT_END,
            ProblemCode.NEWER_VERSION);

    static Stream<Path> sound() {
        return Stream.concat(GoldenFiles.scenarios().stream(), GoldenFiles.examples().stream());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void acceptsWhatTheReaderAccepts(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    static Stream<Path> faulty() {
        return GoldenFiles.yaml(GoldenFiles.RESOURCES.resolve("invalid")).stream()
                .filter(file -> !BEYOND.contains(GoldenFiles.name(file)))
                .filter(file -> problems(file).stream().noneMatch(ScenarioSchemaTest::isNoYaml));
    }

    private static boolean isNoYaml(Problem problem) {
        return switch (problem.code()) {
            case SYNTAX, NOT_UTF8, EMPTY_FILE, SEVERAL_DOCUMENTS, ANCHOR_OR_ALIAS -> true;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void catchesWhatASchemaCanSee(Path file) throws IOException {
        List<Problem> problems = problems(file);
        List<String> places = errors(Files.readString(file)).stream()
                .map(error -> error.getInstanceLocation().toString())
                .toList();

        assertThat(problems)
                .filteredOn(problem -> VISIBLE.contains(problem.code()))
                .filteredOn(problem ->
                        problem.location() != null && problem.location().file().equals(file.toString()))
                .allMatch(problem -> places.stream().anyMatch(place -> isNear(place, problem)));
        if (problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            assertThat(places).isEmpty();
        }
    }

    /** Whether the schema's error stands at the problem's key, at the map that holds it, within it, or at the other key. */
    private static boolean isNear(String place, Problem problem) {
        String key = pointer(problem.path());
        boolean otherKey =
                problem.code() == ProblemCode.NOT_WITH && above(place).equals(above(key));
        return place.equals(key) || place.equals(above(key)) || place.startsWith(key + "/") || otherKey;
    }

    private static String above(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static String pointer(String path) {
        return path.equals(Problem.NO_PATH)
                ? ""
                : "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
    }

    static List<Error> errors(String yaml) {
        try {
            return SCHEMA.validate(YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problems(Path file) {
        try {
            return ScenarioFile.load(file, List.of()).warnings();
        } catch (InvalidScenarioException refused) {
            return refused.problems();
        }
    }
}
