package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The table that {@code --table} names: a file, standard input ({@code -}), or a pipe. What can be read only once is first put
 * in a temporary file, because a table is read twice: to know it again, and to evaluate it.
 */
final class TableFile implements Closeable {

    private final String name;
    private final Path path;
    private final @Nullable TemporaryFile copy;

    private TableFile(String name, Path path, @Nullable TemporaryFile copy) {
        this.name = name;
        this.path = path;
        this.copy = copy;
    }

    /**
     * Finds a table, and takes in what can be read only once.
     *
     * @throws InvalidScenarioException if it cannot be read
     */
    static TableFile of(String name, Invocation invocation) throws IOException {
        if (name.equals("-")) {
            return copied(name, invocation.console().in());
        }
        try {
            Path path = Path.of(name);
            if (!Files.exists(path) || Files.isRegularFile(path) || Files.isDirectory(path)) {
                return new TableFile(name, path, null);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return copied(name, in);
            }
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_file_name", name);
        }
    }

    private static TableFile copied(String name, InputStream in) throws IOException {
        TemporaryFile copy = TemporaryFile.create(".table");
        try (OutputStream out = Files.newOutputStream(copy.path())) {
            byte[] chunk = new byte[1 << 16];
            for (int read = read(in, chunk, name); read >= 0; read = read(in, chunk, name)) {
                out.write(chunk, 0, read);
            }
            return new TableFile(name, copy.path(), copy);
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static int read(InputStream in, byte[] chunk, String name) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /** What to tell of a table that the system does not let us read. */
    static InvalidScenarioException unreadable(String name) {
        return new InvalidScenarioException(Problem.of(ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, name, "failed")
                .in(new Location(name, 1, 1)));
    }

    /** Its name, as the user wrote it. */
    String name() {
        return name;
    }

    /** Where its bytes are. */
    Path path() {
        return path;
    }

    /**
     * Opens it.
     *
     * @param isMapped whether its columns may have any names
     * @param sheet of a workbook, or null for the first one
     */
    PlaceTable open(boolean isMapped, @Nullable String sheet) {
        return isMapped ? PlaceTable.openAsItComes(path, name, sheet) : PlaceTable.open(path, name, sheet);
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }
}
