package nl.mkba.cli.command;

/**
 * The outcome of a command.
 *
 * @param status the exit status of the process
 * @param output what goes to standard output or {@code --out}; empty for nothing
 */
record Result(int status, String output) {

    /** Done. */
    static final int DONE = 0;

    /** The program failed. */
    static final int FAILED = 1;

    /** The input or the command line is wrong, or an expectation does not hold. */
    static final int WRONG = 2;

    /** Nobody reads the output any more; what a process has that the signal for it (SIGPIPE) ends. */
    static final int UNREAD = 128 + 13;

    static Result done(String output) {
        return new Result(DONE, output);
    }

    /** The problems were told; nothing is written. */
    static Result wrong() {
        return new Result(WRONG, "");
    }
}
