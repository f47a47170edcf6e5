package nl.mkba.cli.command;

/** Thrown when the command line is wrong. */
final class UsageException extends RuntimeException {

    private final String explanation;

    UsageException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** What is wrong, complete and in the user's language. */
    String explanation() {
        return explanation;
    }
}
