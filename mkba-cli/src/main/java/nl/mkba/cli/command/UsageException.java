package nl.mkba.cli.command;

/** Thrown when the command line is wrong. */
final class UsageException extends RuntimeException {

    /** Only a word of the command line can make an explanation longer; its middle is left out. */
    private static final int LONGEST = 1_200;

    /** What is kept of the end, where it says what would be right. */
    private static final int END = 400;

    private final String explanation;

    UsageException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** What is wrong, complete and in the user's language. */
    String explanation() {
        int length = explanation.length();
        return length <= LONGEST
                ? explanation
                : explanation.substring(0, LONGEST - END) + "…" + explanation.substring(length - END);
    }
}
