package nl.mkba.cli.command;

import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command.
 *
 * @param status the exit status of the process
 * @param output what goes to standard output or {@code --out}; empty for nothing
 * @param about the one scenario that the output is about, or null
 */
record Result(int status, String output, @Nullable Scenario about) {

    /** Done. */
    static final int DONE = 0;

    /** The program failed. */
    static final int FAILED = 1;

    /** The input or the command line is wrong, or an expectation does not hold. */
    static final int WRONG = 2;

    /** Nobody reads the output any more; what a process has that the signal for it (SIGPIPE) ends. */
    static final int UNREAD = 128 + 13;

    Result(int status, String output) {
        this(status, output, null);
    }

    /** Done, with what is about one scenario. */
    static Result done(String output, Scenario about) {
        return new Result(DONE, output, about);
    }

    static Result done(String output) {
        return new Result(DONE, output);
    }

    /** The problems were told; nothing is written. */
    static Result wrong() {
        return new Result(WRONG, "");
    }
}
