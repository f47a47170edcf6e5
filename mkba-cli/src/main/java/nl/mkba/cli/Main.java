package nl.mkba.cli;

import nl.mkba.cli.command.Console;
import nl.mkba.cli.command.Program;

/** Where the {@code mkba} command starts. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and ends with its exit status: 0 done, 1 the program failed, 2 the input or the command line is
     * wrong.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new Program(Console.ofProcess()).run(args));
    }
}
