package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that this command has made and that is gone when it is closed, or when the command is stopped. */
final class TemporaryFile implements Closeable {

    private final Path path;
    private final Thread cleaning;

    private TemporaryFile(Path path) {
        this.path = path;
        this.cleaning = new Thread(() -> delete(path));
        Runtime.getRuntime().addShutdownHook(cleaning);
    }

    /** A new one of that name; whatever stands there is left alone, and is an error. */
    static TemporaryFile create(Path path, FileMode mode) throws IOException {
        return new TemporaryFile(Files.createFile(path, mode.forCreation()));
    }

    /** A new one in the system's folder for such files, for this user alone. */
    static TemporaryFile create(String ending) throws IOException {
        return new TemporaryFile(Files.createTempFile("mkba", ending));
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It has another name than the result; nobody takes it for one.
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException e) {
            // The command is being stopped, and cleans up itself.
        }
    }
}
