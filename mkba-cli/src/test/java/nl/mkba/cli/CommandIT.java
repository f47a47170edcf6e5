package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command, run as a process of its own. */
class CommandIT {

    /** What a process came to. */
    private record Run(int status, String output, String errors) {}

    @TempDir
    Path folder;

    @BeforeEach
    void copyScenario() throws IOException {
        try (InputStream in = CommandIT.class.getResourceAsStream("street.yaml")) {
            Files.write(
                    folder.resolve("street.yaml"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Run run(String javaOption, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                javaOption,
                "-jar",
                System.getProperty("mkba.jar")));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dfile.encoding=ISO-8859-1", "-Dfile.encoding=US-ASCII", "-Dfile.encoding=UTF-8"})
    void outputIsUtf8WhateverThePlatformsCharacterSet(String encoding) throws Exception {
        Run run = run(encoding, "run", "street.yaml", "--alternative", "long", "--full");
        assertThat(run.errors).isEmpty();
        assertThat(run.status).isZero();
        try (InputStream golden = CommandIT.class.getResourceAsStream("run_nl.txt")) {
            assertThat(run.output)
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void problemsGoToStandardErrorWithStatusTwo() throws Exception {
        Files.writeString(folder.resolve("wrong.yaml"), "mkba: 1\nid: wrong\n");
        Run run = run("-Xmx256m", "run", "wrong.yaml", "--out", "result.txt");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.output).isEmpty();
        assertThat(run.errors).contains("wrong.yaml:1:1: title: ").doesNotContain("Exception");
        assertThat(folder.resolve("result.txt")).doesNotExist();
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(run("-Xmx64m", "--version").output).matches("mkba \\d+\\.\\d+\\.\\d+.*\n");
    }
}
