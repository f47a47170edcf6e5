package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whoever was reading the command's output has stopped reading. That is not a failure: they have what they wanted. */
final class NoReaderException extends IOException {

    private static final long serialVersionUID = 1;

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    NoReaderException(IOException cause) {
        super(cause);
    }

    /**
     * Whether it explains why an output could not be written. What the system says of it is in the user's language;
     * but there is hardly anything else that can go wrong when writing to a pipe.
     */
    static boolean isCauseOf(IOException failure, Path output) {
        return String.valueOf(failure.getMessage()).contains("Broken pipe") || isPipe(output);
    }

    private static boolean isPipe(Path output) {
        try {
            int kind = (int) Files.getAttribute(output, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
