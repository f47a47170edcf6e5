package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.mkba.cli.PackagedCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mkba report --out R.xlsx}, opened and recalculated by LibreOffice where that is installed. */
class WorkbookIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");
    private static final Pattern VALUE = Pattern.compile("office:value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private PackagedCommand mkba = new PackagedCommand(Path.of("."));

    @BeforeEach
    void inFolder() {
        mkba = new PackagedCommand(folder);
    }

    private static Optional<String> office() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(each -> Path.of(each, "soffice"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private String output(String... words) throws Exception {
        Run run = mkba.run(words);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output();
    }

    /** The net present values that the engine finds. */
    private List<Double> npvs(String... words) throws Exception {
        List<Double> npvs = new ArrayList<>();
        for (JsonNode result : new ObjectMapper().readTree(output(words)).get("results")) {
            npvs.add(result.get("npv").asDouble());
        }
        return npvs;
    }

    /** The net present values of the first so many alternatives, as LibreOffice calculates them. */
    private List<Double> recalculated(String workbook, int alternatives) throws Exception {
        Process office = new ProcessBuilder(
                        office().orElseThrow(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fods",
                        workbook)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.txt").toFile())
                .start();
        assertThat(office.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(office.exitValue())
                .as(Files.readString(folder.resolve("office.txt")))
                .isZero();
        String text = Files.readString(folder.resolve(workbook.replace(".xlsx", ".fods")));
        String[] rows = text.substring(text.indexOf("<table:table ")).split("<table:table-row");
        List<Double> npvs = new ArrayList<>();
        for (int row = 7; row < 7 + alternatives; row++) {
            Matcher value = VALUE.matcher(rows[row]);
            assertThat(value.find()).as(rows[row]).isTrue();
            npvs.add(Double.valueOf(value.group(1)));
        }
        return npvs;
    }

    private static void assertSame(List<Double> found, List<Double> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            assertThat(found.get(k)).isCloseTo(expected.get(k), within(1e-6));
        }
    }

    @Test
    void libreOfficeComesToTheEnginesFiguresAlsoAfterAChange() throws Exception {
        assumeTrue(office().isPresent(), "LibreOffice (soffice) is not on the path: the workbook is not tried in it");
        String example =
                EXAMPLES.resolve("achter_de_voordeur/achter_de_voordeur.yaml").toString();
        output("report", example, "--out", "report.xlsx", "--draws", "100");
        List<Double> central = npvs("run", example, "--format", "json");
        changeFigure("report.xlsx", "same.xlsx", "<v>73600.0</v>", "<v>73600.0</v>");
        assertSame(recalculated("same.xlsx", central.size()), central);

        changeFigure("report.xlsx", "changed.xlsx", "<v>73600.0</v>", "<v>60000.0</v>");
        List<Double> changed = npvs("run", example, "--format", "json", "--set", "qaly_value=60000");
        assertSame(recalculated("changed.xlsx", changed.size()), changed);
        assertThat(changed).isNotEqualTo(central);
    }

    /**
     * Changes a number that stands once on the sheet of figures. What the formulas came to is taken out, as a program that edits a
     * workbook does: LibreOffice would trust it, and not calculate.
     */
    private void changeFigure(String from, String to, String before, String after) throws IOException {
        try (ZipFile read = new ZipFile(folder.resolve(from).toFile());
                OutputStream out = Files.newOutputStream(folder.resolve(to));
                ZipOutputStream write = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                write.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = read.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    String name = entry.getName();
                    byte[] edited = name.endsWith("/sheet2.xml") ? changed(bytes, before, after) : bytes;
                    write.write(name.startsWith("xl/worksheets/") ? withoutResults(edited) : edited);
                }
                write.closeEntry();
            }
        }
    }

    private static byte[] withoutResults(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.replaceAll("</f><v>[^<]*</v>", "</f>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] bytes, String before, String after) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher figure = Pattern.compile("(<c r=\"E\\d+\"[^>]*t=\"n\"[^>]*>)" + Pattern.quote(before))
                .matcher(text);
        assertThat(figure.find()).isTrue();
        String written = figure.replaceAll("$1" + after);
        assertThat(figure.reset().results()).hasSize(1);
        return written.getBytes(StandardCharsets.UTF_8);
    }
}
