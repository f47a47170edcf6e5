package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file or a folder that this command has made and that is gone when it is closed, or when the command is stopped. */
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

    /** A new folder there, for this user alone; what is made in it goes with it. */
    static TemporaryFile folder() throws IOException {
        return new TemporaryFile(Files.createTempDirectory("mkba"));
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    private static void delete(Path file) {
        try {
            remove(file);
        } catch (IOException e) {
            // It has another name than the result; nobody takes it for one.
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException e) {
            // The command is being stopped, and cleans up itself.
        }
    }
}
