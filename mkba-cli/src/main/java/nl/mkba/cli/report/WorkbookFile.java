package nl.mkba.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Finishes a workbook: puts into each formula's cell its value, so that programs which show a file without calculating
 * have figures to show; asks those that calculate to do so when they open it; and omits the creation time, so that the same input
 * gives the same bytes.
 */
final class WorkbookFile {

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d+)\\.xml");
    private static final Pattern FORMULA = Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*)><f>([^<]*)</f></c>");
    private static final Pattern MERGED = Pattern.compile("(?<=<mergeCells>).*?(?=</mergeCells>)");

    /** Of a sheet that is protected without a password the library writes the hash of none. */
    private static final String NO_PASSWORD = " password=\"0\"";

    private static final Pattern MADE = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    /** The first day of 1980 is the one that is written in the time zone of the machine as well. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private WorkbookFile() {}

    /**
     * Reads the workbook as the library wrote it, and writes it finished.
     *
     * @param results of the formulas of each sheet, by the cells' names
     */
    static void finish(Path workbook, List<Map<String, Double>> results, OutputStream out) throws IOException {
        try (ZipFile read = new ZipFile(workbook.toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                ZipEntry written = new ZipEntry(entry.getName());
                written.setTimeLocal(NO_TIME);
                zip.putNextEntry(written);
                try (InputStream in = read.getInputStream(entry)) {
                    zip.write(finished(entry.getName(), in, results));
                }
                zip.closeEntry();
            }
        }
    }

    private static byte[] finished(String name, InputStream in, List<Map<String, Double>> results) throws IOException {
        byte[] bytes = in.readAllBytes();
        Matcher sheet = SHEET.matcher(name);
        if (sheet.matches()) {
            String settled = MERGED.matcher(text(bytes).replaceFirst(NO_PASSWORD, ""))
                    .replaceAll(merged -> inOrder(merged.group()));
            return utf8(calculated(settled, results.get(Integer.parseInt(sheet.group(1)) - 1)));
        }
        return switch (name) {
            case "docProps/core.xml" -> utf8(MADE.matcher(text(bytes)).replaceAll(""));
            case "xl/workbook.xml" ->
                utf8(text(bytes).replace("</workbook>", "<calcPr fullCalcOnLoad=\"1\"/></workbook>"));
            default -> bytes;
        };
    }

    /** The library keeps merged cells in no order of its own. */
    private static String inOrder(String cells) {
        return Stream.of(cells.split("(?=<)")).sorted().collect(Collectors.joining());
    }

    private static String calculated(String sheet, Map<String, Double> results) {
        Matcher formula = FORMULA.matcher(sheet);
        StringBuilder written = new StringBuilder(sheet.length() * 2);
        int end = 0;
        while (formula.find()) {
            Double result = results.get(formula.group(1));
            written.append(sheet, end, formula.end() - "</c>".length());
            if (result != null && Double.isFinite(result)) {
                written.append("<v>").append(result).append("</v>");
            }
            written.append("</c>");
            end = formula.end();
        }
        return written.append(sheet, end, sheet.length()).toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
