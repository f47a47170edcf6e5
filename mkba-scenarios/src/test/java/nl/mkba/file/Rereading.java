package nl.mkba.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mkba.scenario.Scenario;

/** Writes a scenario and reads it again. */
final class Rereading {

    private Rereading() {}

    static Scenario of(Scenario scenario) {
        return read(ScenarioFile.write(scenario));
    }

    static Scenario read(String text) {
        try {
            Path file = Files.createTempFile("scenario", ".yaml");
            try {
                return ScenarioFile.read(Files.writeString(file, text));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
