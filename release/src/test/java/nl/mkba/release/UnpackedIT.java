package nl.mkba.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip, unpacked into an empty folder and used there without any other Java: nothing is on the path at all. */
class UnpackedIT {

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        home = UnpackedZip.into(folder, "mkba.zip");
    }

    private static String mkba(int status, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve(UnpackedZip.WINDOWS ? "mkba.cmd" : "mkba").toString());
        command.addAll(List.of(words));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("SystemRoot"));
        builder.environment().put("PATH", home.resolve("nothing").toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out);
        assertThat(process.exitValue()).as(printed).isEqualTo(status);
        return printed;
    }

    @Test
    void anExampleIsCalculated() throws Exception {
        assertThat(mkba(0, "run", "examples/achter_de_voordeur/achter_de_voordeur.yaml"))
                .contains("Twintig jaar doorgaan            0,49  -2.751.312");
    }

    @Test
    void anExampleIsSimulated() throws Exception {
        String example = "examples/herstructurering/herstructurering.yaml";
        assertThat(mkba(0, "simulate", example, "--draws", "500", "--draws-out", "draws.parquet", "--lang", "en"))
                .contains("500 draws");
        assertThat(home.resolve("draws.parquet")).isNotEmptyFile();
    }

    @Test
    void theExpectationsOfAnExampleHold() throws Exception {
        assertThat(mkba(0, "test", "examples/gezonde_wijk_groen/gezonde_wijk_groen.yaml"))
                .contains("alle verwachtingen kloppen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "xlsx", "md"})
    void aReportIsMade(String form) throws Exception {
        String example = "examples/scp_2013/scp_2013.yaml";
        mkba(0, "report", example, "--out", "report." + form, "--draws", "200");
        assertThat(home.resolve("report." + form)).isNotEmptyFile();
    }

    @Test
    void aTableOfPlacesIsCalculated() throws Exception {
        Files.writeString(home.resolve("places.csv"), "id,households\nnorth,700\nsouth,900\n");
        String example = "examples/alle_buurten/alle_buurten.yaml";
        mkba(0, "portfolio", example, "--table", "places.csv", "--out", "result.parquet");
        assertThat(home.resolve("result.parquet")).isNotEmptyFile();
    }

    @Test
    void aScenarioIsStarted() throws Exception {
        mkba(0, "new", "start", "wijk");
        assertThat(mkba(0, "check", "--strict", "wijk/start.yaml")).contains("in orde");
    }

    @Test
    void aWrongFileIsRefused() throws Exception {
        Files.writeString(home.resolve("wrong.yaml"), "mkba: 1\nid: fout\ntitel: Fout\n");
        assertThat(mkba(2, "check", "wrong.yaml")).contains("wrong.yaml:3:1: titel:");
    }

    @Test
    void whatAnAnalystReadsIsThere() {
        assertThat(home.resolve("LEESMIJ.txt")).isNotEmptyFile();
        assertThat(home.resolve("docs/nl/eerste-mkba.md")).isNotEmptyFile();
        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
        assertThat(home.resolve("runtime/legal")).isDirectory();
    }
}
