package nl.mkba.cli.report;

import java.util.List;

/**
 * What someone else needs to get the same report.
 *
 * @param command the command line
 * @param version the version of the program
 * @param inputs the files that were read
 */
public record Repetition(String command, String version, List<Input> inputs) {

    public Repetition {
        inputs = List.copyOf(inputs);
    }

    /**
     * A file that was read.
     *
     * @param name as the user named it
     * @param sha256 its SHA-256 in hexadecimal
     */
    public record Input(String name, String sha256) {}
}
