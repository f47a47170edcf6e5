package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.testkit.conformance.ConformanceCase;
import nl.mkba.testkit.conformance.ConformanceCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The whole command on every case with known results. */
class ConformanceTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyFigureIsTheExpectedOne() {
        return ConformanceCases.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    List<String> words = new ArrayList<>(
                            List.of(each.command(), each.writeTo(folder).toString(), "--format", "json"));
                    words.addAll(each.options());
                    assertThat(each.differences(command(words))).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> theAuthorsOwnExpectationsHold() {
        List<ConformanceCase> withExpectations = ConformanceCases.all().stream()
                .filter(each -> each.command().equals("run") && each.yaml().contains("\nexpect:"))
                .toList();
        assertThat(withExpectations).hasSizeGreaterThan(45);
        return withExpectations.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> command(List.of("test", each.writeTo(folder).toString()))));
    }

    private static String command(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status)
                .as(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
