package nl.mkba.cli;

/** Where the {@code mkba} command starts. */
public final class Main {
    private Main() {}

    /**
     * Runs the command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.err.println("mkba: no command has been built yet");
        System.exit(1);
    }
}
