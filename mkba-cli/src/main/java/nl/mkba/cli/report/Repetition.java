package nl.mkba.cli.report;

import java.util.List;
import nl.mkba.cli.render.Departures;

/**
 * What someone else needs to get the same report.
 *
 * @param command the command line
 * @param version the version of the program
 * @param scenarios the scenario files, as the user named them
 * @param inputs all files that were read
 * @param departures what makes this another result than that of those files as they stand
 */
public record Repetition(
        String command, String version, List<String> scenarios, List<Input> inputs, Departures departures) {

    public Repetition {
        scenarios = List.copyOf(scenarios);
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
