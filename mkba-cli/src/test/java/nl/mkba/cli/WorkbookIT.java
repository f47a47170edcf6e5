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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.mkba.cli.PackagedCommand.Run;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mkba report --out R.xlsx}, opened and recalculated by LibreOffice where that is installed. */
class WorkbookIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");
    /** What the rows of the discount rates have instead of an id. */
    private static final String DISCOUNTING = "discounting";

    private static final Pattern CENTRAL_NET = Pattern.compile(">(Net, central estimate|Saldo, centrale raming)<");

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
        convert(workbook, "fods");
        String text = Files.readString(folder.resolve(workbook.replace(".xlsx", ".fods")));
        String[] rows = text.substring(text.indexOf("<table:table ")).split("<table:table-row");
        int headings = 0;
        while (!CENTRAL_NET.matcher(rows[headings]).find()) {
            headings++;
        }
        List<Double> npvs = new ArrayList<>();
        for (int row = headings + 1; row <= headings + alternatives; row++) {
            Matcher value = VALUE.matcher(rows[row]);
            // the expected value, its interval and its chance come first
            for (int number = 0; number < 5; number++) {
                assertThat(value.find()).as(rows[row]).isTrue();
            }
            npvs.add(Double.valueOf(value.group(1)));
        }
        return npvs;
    }

    private void convert(String workbook, String to) throws Exception {
        Process office = new ProcessBuilder(
                        office().orElseThrow(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        workbook)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.txt").toFile())
                .start();
        assertThat(office.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(office.exitValue())
                .as(Files.readString(folder.resolve("office.txt")))
                .isZero();
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
        change("report.xlsx", "same.xlsx", Map.of());
        assertSame(recalculated("same.xlsx", central.size()), central);

        change("report.xlsx", "changed.xlsx", Map.of("qaly_value", 60_000.0));
        List<Double> changed = npvs("run", example, "--format", "json", "--set", "qaly_value=60000");
        assertSame(recalculated("changed.xlsx", changed.size()), changed);
        assertThat(changed).isNotEqualTo(central);

        change(
                "report.xlsx",
                "several.xlsx",
                Map.of("qaly_value", 60_000.0, "trajectory_share", 0.3, "adviser_cost", 55_000.0, DISCOUNTING, 0.04));
        List<Double> several = npvs(
                "run",
                example,
                "--format",
                "json",
                "--set",
                "qaly_value=60000",
                "--set",
                "trajectory_share=0.3",
                "--set",
                "adviser_cost=55000",
                "--discounting",
                "4%");
        assertSame(recalculated("several.xlsx", several.size()), several);
    }

    /** 841.9 by 595.3 points is A4 in landscape; a sheet that is wider than a page would give several times as many. */
    @Test
    void everySheetPrintsOnPagesOfA4InLandscapeOnePageWide() throws Exception {
        assumeTrue(office().isPresent(), "LibreOffice (soffice) is not on the path: the workbook is not printed");
        String example =
                EXAMPLES.resolve("achter_de_voordeur/achter_de_voordeur.yaml").toString();
        output("report", example, "--out", "report.xlsx", "--draws", "100");
        convert("report.xlsx", "pdf");
        String pdf = Files.readString(folder.resolve("report.pdf"), StandardCharsets.ISO_8859_1);
        List<String> boxes = Pattern.compile("/Type/Page/.*?/MediaBox\\[([^]]*)]")
                .matcher(pdf)
                .results()
                .map(box -> box.group(1))
                .toList();
        int sheets = 0;
        try (Workbook workbook =
                WorkbookFactory.create(folder.resolve("report.xlsx").toFile())) {
            sheets = workbook.getNumberOfSheets();
        }
        assertThat(boxes).hasSizeBetween(sheets, 4 * sheets);
        assertThat(boxes).allSatisfy(box -> {
            String[] sides = box.trim().split(" ");
            assertThat(Double.parseDouble(sides[2])).isCloseTo(841.9, within(0.5));
            assertThat(Double.parseDouble(sides[3])).isCloseTo(595.3, within(0.5));
        });
    }

    /** Changes cells of the first alternative on the sheet of parameters, as a reader does. */
    private void change(String from, String to, Map<String, Double> values) throws IOException {
        Path edited = folder.resolve("edited.xlsx");
        try (Workbook workbook = WorkbookFactory.create(folder.resolve(from).toFile());
                OutputStream out = Files.newOutputStream(edited)) {
            Set<String> left = new HashSet<>(values.keySet());
            for (Row row : workbook.getSheetAt(1)) {
                Cell id = row.getCell(1);
                if (id != null && values.containsKey(id.toString())) {
                    left.remove(id.toString());
                    Cell cell = row.getCell(4);
                    assertThat(cell.getCellStyle().getLocked()).isFalse();
                    cell.setCellValue(values.get(id.toString()));
                }
            }
            assertThat(left).isEmpty();
            workbook.write(out);
        }
        withoutResults(edited, folder.resolve(to));
    }

    /**
     * What the formulas came to is taken out, as a program that edits a workbook does: LibreOffice would trust it, and not
     * calculate.
     */
    private static void withoutResults(Path from, Path to) throws IOException {
        try (ZipFile read = new ZipFile(from.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream write = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                write.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = read.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    write.write(entry.getName().startsWith("xl/worksheets/") ? withoutResults(bytes) : bytes);
                }
                write.closeEntry();
            }
        }
    }

    private static byte[] withoutResults(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.replaceAll("</f><v>[^<]*</v>", "</f>").getBytes(StandardCharsets.UTF_8);
    }
}
