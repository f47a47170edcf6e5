package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged command as a process of its own, in a folder. */
final class PackagedCommand {

    private final Path folder;

    PackagedCommand(Path folder) {
        this.folder = folder;
    }

    /** What a process came to. */
    record Run(int status, String output, String errors) {}

    Run run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(folder.resolve("stdout.txt"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("stderr.txt"), StandardCharsets.UTF_8));
    }

    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("mkba.jar")));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }
}
