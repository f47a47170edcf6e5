package nl.mkba.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files in the test resources. */
public final class GoldenFiles {

    public static final Path RESOURCES = Path.of("src", "test", "resources");

    private GoldenFiles() {}

    /** The small scenarios with known results. */
    public static List<Path> scenarios() {
        return yaml(Path.of("..", "mkba-testkit", "src", "main", "resources", "nl", "mkba", "testkit", "conformance")
                .resolve("scenarios"));
    }

    /** The examples of the project. */
    public static List<Path> examples() {
        Path examples = Path.of(System.getProperty("mkba.root"), "examples");
        try (Stream<Path> files = Files.walk(examples, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The YAML files in a folder, by name. */
    public static List<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's name without its ending. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }
}
