package nl.mkba.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs the classes that are called {@code …Test} and {@code …IT}, and no others. */
class EveryTestRunsTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Pattern HOLDS_TESTS =
            Pattern.compile("(?m)^\\s+@(?:Test|Property|Example|ParameterizedTest|TestFactory|ArchTest)\\b");

    @Test
    void aClassWithTestsIsCalledAfterThem() throws IOException {
        List<String> neverRun = new ArrayList<>();
        int run = 0;
        for (Path module : folders(ROOT)) {
            Path tests = module.resolve("src").resolve("test").resolve("java");
            for (Path file : Files.isDirectory(tests) ? sources(tests) : List.<Path>of()) {
                if (HOLDS_TESTS.matcher(Files.readString(file)).find()) {
                    if (file.toString().matches(".*(?:Test|IT)\\.java")) {
                        run++;
                    } else {
                        neverRun.add(ROOT.relativize(file).toString());
                    }
                }
            }
        }
        assertThat(neverRun).isEmpty();
        assertThat(run).isGreaterThan(140);
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
