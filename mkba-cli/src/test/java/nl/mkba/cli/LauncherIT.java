package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./mkba}, run on a program that says how it was called instead of on the command itself. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("mkba.root"), "mkba");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    }

    @Test
    void worksFromAnyFolderThroughALinkAndKeepsArgumentsWhole() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), LAUNCHER);
        Run run = run(link, "", "run", "a file.yaml", "--set", "x=*");
        assertThat(run.output())
                .contains("folder=" + folder.toRealPath())
                .contains("arguments=[run, a file.yaml, --set, x=*]");
        assertThat(run.status()).isEqualTo(7);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void runsCommandsWithTheQuickCompilerAlone() throws Exception {
        for (String arguments : List.of(
                "run x.yaml",
                "simulate x.yaml --draws 100000",
                "coalition x.yaml --draws=1000",
                "shapley x.yaml",
                "portfolio x.yaml --table x.csv")) {
            assertThat(run(LAUNCHER, "", arguments.split(" ")).output())
                    .contains("-XX:TieredStopAtLevel=1", "-XX:+UseG1GC");
        }
    }

    @Test
    void givesLongComputationsBothCompilers() throws Exception {
        for (String arguments : List.of(
                "simulate x.yaml --draws 1000000",
                "simulate x.yaml --draws=1000000",
                "shapley x.yaml --draws 1000",
                "portfolio --draws=100 x.yaml --table x.csv")) {
            assertThat(run(LAUNCHER, "", arguments.split(" ")).output())
                    .contains("-XX:+UseParallelGC")
                    .doesNotContain("TieredStopAtLevel");
        }
    }

    @Test
    void passesOptionsToJavaOfWhichTheCollectorWins() throws Exception {
        String output = run(LAUNCHER, "-Xmx64m -XX:+UseSerialGC", "run").output();
        assertThat(output).contains("-Xmx64m", "-XX:+UseSerialGC").doesNotContain("-XX:+UseG1GC");
    }

    private record Run(int status, String output, String errors) {}

    private Run run(Path launcher, String javaOptions, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MKBA_JAVA_OPTS", javaOptions);
        builder.environment().put("MKBA_JAR", EchoJar.in(folder).toString());
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
