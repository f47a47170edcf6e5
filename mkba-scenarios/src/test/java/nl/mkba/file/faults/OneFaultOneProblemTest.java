package nl.mkba.file.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.GoldenFiles;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.file.yaml.YamlWriter;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file with one mistake has one problem, and that at the mistake: what follows from it is not said again. */
class OneFaultOneProblemTest {

    private static final Path EVERYTHING =
            GoldenFiles.RESOURCES.resolve("faults").resolve("everything.yaml");

    @TempDir
    private Path folder;

    static Stream<Path> files() {
        // What a file includes is read from a folder that is not there.
        return Stream.concat(
                Stream.of(EVERYTHING),
                GoldenFiles.scenarios().stream()
                        .filter(file -> !GoldenFiles.name(file).equals("include")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aMistakeIsReportedOnce(Path file) throws IOException {
        MapNode original = tree(file);
        List<Problem> before = problems(YamlWriter.write(original));
        List<String> wrong = new ArrayList<>();
        List<Fault> faults = FaultMaker.faults(original);
        // Some of them: the same mistakes come back in many places, and the files are much alike.
        int step = file.equals(EVERYTHING) ? 2 : 29;
        for (int i = faults.size() % step; i < faults.size(); i += step) {
            Fault fault = faults.get(i);
            List<Problem> found = problems(YamlWriter.write(fault.file()));
            found.removeIf(problem -> before.stream().anyMatch(other -> isSame(problem, other)));
            if (!fault.explains(found)) {
                wrong.add(fault + ": " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void mistakesOfEveryKindAreMade() throws IOException {
        List<Fault> faults = FaultMaker.faults(tree(EVERYTHING));

        assertThat(faults.stream().map(Fault::kind).distinct()).hasSizeGreaterThan(15);
        assertThat(faults).hasSizeGreaterThan(1_000);
    }

    @Test
    void theFileItselfIsSound() throws IOException {
        assertThat(problems(YamlWriter.write(tree(EVERYTHING))))
                .allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
    }

    private static boolean isSame(Problem problem, Problem other) {
        // What stands under a misspelt id is the same, but for its path.
        boolean sameWarning = problem.severity() == Problem.Severity.WARNING
                && problem.code() != ProblemCode.POLICY_WITHOUT_CLASSES
                && problem.arguments().equals(other.arguments());
        return problem.code() == other.code() && (problem.path().equals(other.path()) || sameWarning);
    }

    private static MapNode tree(Path file) throws IOException {
        return (MapNode)
                YamlReader.read(file.toString(), Files.readAllBytes(file), new ReadingLimits(), new Problems());
    }

    private List<Problem> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
        try {
            return new ArrayList<>(ScenarioFile.load(file, List.of()).warnings());
        } catch (InvalidScenarioException refused) {
            return new ArrayList<>(refused.problems());
        }
    }
}
