package nl.mkba.cli.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.mkba.json.tree.Plain;

/** Where the command prints. Everything is UTF-8, whatever the platform's character set. */
public final class Console {

    private static final Path STANDARD_OUTPUT = Path.of("/dev/fd/1");

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final boolean isTerminal;

    /**
     * A console that writes to these streams.
     *
     * @param isTerminal whether a person is watching {@code err}
     */
    public Console(OutputStream out, OutputStream err, boolean isTerminal) {
        this(InputStream.nullInputStream(), out, err, isTerminal);
    }

    /**
     * A console that reads from a stream, too.
     *
     * @param isTerminal whether a person is watching {@code err}
     */
    public Console(InputStream in, OutputStream out, OutputStream err, boolean isTerminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** The console of this process. */
    public static Console ofProcess() {
        // The launcher knows whether standard error is a terminal; Java does not tell.
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("mkba.terminal"));
    }

    /**
     * Prints a result.
     *
     * @throws NoReaderException if its reader has gone, as {@code head} does when it has its lines
     */
    void print(String text) throws IOException {
        print(to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Prints a result that is written as it is made.
     *
     * @throws NoReaderException if its reader has gone
     */
    void print(OutputFile.Writing writing) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out);
        try {
            writing.to(buffered);
            buffered.flush();
        } catch (IOException e) {
            throw NoReaderException.isCauseOf(e, STANDARD_OUTPUT) ? new NoReaderException(e) : e;
        }
    }

    /** Standard input. */
    InputStream in() {
        return in;
    }

    /** Tells the user something, on a line of its own, or on several. */
    void tell(String text) {
        try {
            err.write((Plain.text(text) + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Nobody can be told that nobody can be told.
        }
    }

    /** Shows something in the place of the terminal's last line, until the next time. */
    void overwrite(String line) {
        try {
            err.write(("\r\u001b[K" + line).getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // The work goes on unseen.
        }
    }

    boolean isTerminal() {
        return isTerminal;
    }
}
