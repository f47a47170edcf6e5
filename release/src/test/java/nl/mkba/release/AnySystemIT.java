package nl.mkba.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The zip for any system, unpacked in a folder with a space and an accent in its name, where there is a Java and nothing else: no
 * other program is on the path, the home folder is empty, and who asks the network for something gets no answer. A stand-in for the
 * browser writes down what it is given.
 */
class AnySystemIT {

    private static final String EXAMPLE = "examples/scp_2013/scp_2013.yaml";
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final String NO_NETWORK = "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1"
            + " -Dhttps.proxyPort=9 -DsocksProxyHost=127.0.0.1 -DsocksProxyPort=9";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path home;
    private Path path;
    private Path shown;

    @BeforeEach
    void unpack() throws IOException {
        assumeFalse(UnpackedZip.WINDOWS);
        folder = Files.createDirectories(temporary.resolve("Mijn wijk é"));
        home = UnpackedZip.into(folder, "mkba.any.zip");
        path = Files.createDirectories(temporary.resolve("path"));
        shown = temporary.resolve("shown");
        script(path.resolve("java"), "exec '" + JAVA + "' \"$@\"");
        script(temporary.resolve("browser"), "printf '%s' \"$1\" >'" + shown + "'");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int status, String printed) {}

    /** Runs something of the zip; {@code typed} is what is typed in its window. */
    private Run run(String typed, Map<String, String> more, Path in, String program, String... words)
            throws IOException, InterruptedException {
        Path out = temporary.resolve("out.txt");
        Path keys = Files.writeString(temporary.resolve("keys.txt"), typed);
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(home.resolve(program).toString()), Stream.of(words))
                                .toList())
                .directory(in.toFile())
                .redirectInput(keys.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                path.toString(),
                "HOME",
                Files.createDirectories(temporary.resolve("home")).toString(),
                "MKBA_BROWSER",
                temporary.resolve("browser").toString(),
                "MKBA_JAVA_OPTS",
                NO_NETWORK));
        environment.putAll(more);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out));
    }

    private Path example(String name) throws IOException {
        return Files.copy(home.resolve(EXAMPLE), folder.resolve(name));
    }

    private void assertReport(Path scenario) throws IOException {
        Path report = scenario.resolveSibling(
                scenario.getFileName().toString().replaceAll("\\.yaml$", "") + ".rapport.html");
        assertThat(shown).hasContent(report.toString());
        assertThat(report).content().contains("<!DOCTYPE html>", "Baten per euro");
        assertThat(temporary.resolve("home")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wijk.yaml",
                "de wijk.yaml",
                "café & co.yaml",
                "100% %PATH% !x! ^y.yaml",
                "'t \"plan\" (2).yaml",
                "$HOME `id` \\n;*.yaml"
            })
    void aFileThatIsDroppedOnItIsCalculatedAndItsReportOpened(String name) throws Exception {
        Path scenario = example(name);

        Run run = run("", Map.of(), temporary, "mkba", scenario.toString());

        assertThat(run.printed()).contains("het rapport, geopend in de browser.");
        assertThat(run.status()).isZero();
        assertReport(scenario);
    }

    /** As a terminal writes what is dragged into its window: with backslashes, in quotation marks, or as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"%2$s", "'%1$s' ", "\"%1$s\"", "%1$s"})
    void aFileDraggedIntoTheWindowIsCalculated(String form) throws Exception {
        Path scenario = example("café & co (2).yaml");
        String escaped = scenario.toString().replaceAll("([ &()])", "\\\\$1");

        Run run = run(String.format(form, scenario, escaped) + "\n", Map.of(), temporary, "mkba.command");

        assertThat(run.status()).isZero();
        assertReport(scenario);
    }

    @Test
    void withoutAFileTheWindowSaysInBothLanguagesWhatToDoAndStays() throws Exception {
        Run run = run("\n", Map.of(), temporary, "mkba.command");

        assertThat(run.printed())
                .contains("Sleep een scenariobestand in dit venster", "Drag a scenario file into this window")
                .endsWith("> ");
        assertThat(run.status()).isZero();
        assertThat(shown).doesNotExist();
    }

    @Test
    void afterAWrongFileTheWindowAsksAgain() throws Exception {
        Path wrong = Files.writeString(folder.resolve("fout.yaml"), "mkba: 1\npartijen: {}\n");
        Path right = example("goed.yaml");

        Run run = run(wrong + "\n" + right + "\n\n", Map.of(), temporary, "mkba.command");

        assertThat(run.printed()).contains("Misschien `stakeholders`?", "Verbeter het, sla het op en open het opnieuw.");
        assertThat(run.status()).isZero();
        assertReport(right);
    }

    @Test
    void whereTheFolderCannotBeWrittenTheReportIsAmongTheTemporaryFiles() throws Exception {
        Path scenario = example("wijk.yaml");
        // whoever runs this, nothing takes the place of a folder
        Files.createDirectories(folder.resolve("wijk.rapport.html/full"));

        Run run = run("", Map.of(), temporary, "mkba", scenario.toString());

        assertThat(run.status()).isZero();
        Path report = Path.of(Files.readString(shown));
        assertThat(report).isRegularFile().hasFileName("wijk.rapport.html");
        assertThat(report.getParent()).isNotEqualTo(folder);
    }

    @Test
    void withoutABrowserItSaysWhereTheReportIs() throws Exception {
        Path scenario = example("wijk.yaml");

        Run run = run("", Map.of("MKBA_BROWSER", ""), temporary, "mkba", scenario.toString());

        assertThat(run.printed())
                .contains(folder.resolve("wijk.rapport.html") + ": het rapport. Er ging geen browser open");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkba", "mkba.command"})
    void withoutJavaItSaysInBothLanguagesWhereToGetIt(String program) throws Exception {
        Files.delete(path.resolve("java"));

        Run run = run("", Map.of(), temporary, program);

        assertThat(run.printed())
                .contains("is Java 17 of later nodig", "Java 17 or later is needed", "https://adoptium.net");
        assertThat(run.status()).isEqualTo(1);
    }

    /** Until Java 17 the option is not known. */
    @Test
    void aJavaThatIsTooOldIsRefused() throws Exception {
        Path old = Files.createDirectories(temporary.resolve("old/bin"));
        script(old.resolve("java"), "echo 'Unrecognized option' >&2; exit 1");

        Run run = run("", Map.of("JAVA_HOME", old.getParent().toString()), temporary, "mkba", "--version");

        assertThat(run.printed()).contains("this is too old: " + old.resolve("java"));
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void theCommandsWorkToo() throws Exception {
        Run run = run("", Map.of(), home, "mkba", "run", EXAMPLE, "--lang", "en");

        assertThat(run.printed()).contains("Central estimate");
        assertThat(run.status()).isZero();
    }

    @Test
    void everySystemFindsWhatItStarts() throws IOException {
        for (String program : List.of("mkba", "mkba.command")) {
            assertThat(home.resolve(program)).isExecutable().content().doesNotContain("\r");
        }
        assertThat(Files.readString(home.resolve("mkba.cmd")).lines()).allMatch(line -> line.length() < 8000);
        assertThat(Files.readString(home.resolve("mkba.cmd")).replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(home.resolve("runtime")).doesNotExist();
    }
}
