package nl.mkba.file.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.file.GoldenFiles;
import nl.mkba.file.ScenarioFile;
import nl.mkba.fuzz.Fuzzing;
import nl.mkba.fuzz.TextMutator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a file, it is refused, each problem at its place, or else it can be calculated in every alternative and
 * outlook, unless a figure is too large for a number, and is the same when it is written and read again.
 */
@Tag("fuzz")
class ScenarioFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> sound = new ArrayList<>();
        for (Path file : GoldenFiles.scenarios()) {
            sound.add(Files.readAllBytes(file));
        }
        sound.add(Files.readAllBytes(GoldenFiles.RESOURCES.resolve("faults").resolve("everything.yaml")));
        Fuzzing.run("scenario", sound, new TextMutator(4), this::readAndCalculate);
    }

    private void readAndCalculate(byte[] input) throws IOException {
        Scenario scenario;
        try {
            scenario = ScenarioFile.read(Files.write(folder.resolve("scenario.yaml"), input));
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.location() != null);
            return;
        }
        try {
            Mkba.appraise(
                    scenario,
                    new Selection(
                            List.of(), List.copyOf(scenario.outlooks().keySet()), true, Selection.ALL.set(), null));
        } catch (InvalidScenarioException refused) {
            // The reader looks at streams and accounts; what is derived from them may still be too large, such as costs
            // per unit.
            assertThat(refused.problems())
                    .isNotEmpty()
                    .allMatch(problem -> problem.severity() == Problem.Severity.WARNING
                            || problem.code() == ProblemCode.NOT_FINITE
                            || problem.code() == ProblemCode.OVERFLOW
                            || problem.code() == ProblemCode.UNDERFLOW);
        }
        String written = ScenarioFile.write(scenario);
        assertThat(ScenarioFile.read(Files.writeString(folder.resolve("written.yaml"), written)))
                .isEqualTo(scenario);
    }
}
