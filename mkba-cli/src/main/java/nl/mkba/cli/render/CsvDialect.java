package nl.mkba.cli.render;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.Plain;

/** The ways to write CSV. */
public enum CsvDialect {
    /** Comma and decimal point, as RFC 4180 has it. */
    PLAIN("plain"),
    /** What Excel opens where numbers are written the Dutch way: semicolon and decimal comma. */
    EXCEL_NL("excel-nl");

    /** By which Excel knows that a file is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The columns whose cells are never figures, whatever they look like; {@code item} may be a year. */
    private static final Set<String> OF_TEXTS = Set.of(
            "scenario",
            "alternative",
            "outlook",
            "section",
            "item",
            "figure",
            "include",
            "id",
            "name_nl",
            "name_en",
            "unit",
            "quality",
            "source",
            "url",
            "note_nl",
            "note_en",
            "sector");

    /** Whole numbers that Excel shows as they are. */
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,14}");

    /** Numbers as {@link Json#number} writes them. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+(E-?\\d+)?)?");

    /** What Excel takes for a number, a date, a time or a truth; rather too much than too little. */
    private static final Pattern READ_OTHERWISE = Pattern.compile("(?i)(?=.*\\d)[\\d\\s.,:/()%€$£e+-]+( ?[ap]m?)?"
            + "|(?=.*\\d)(\\d+[-/., ]*)?(jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[-/., ]*"
            + "(\\d+([-/., ]+\\d+)?)?"
            + "|waar|onwaar|true|false");

    private final String word;

    CsvDialect(String word) {
        this.word = word;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    /** The dialect of that word. */
    public static Optional<CsvDialect> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** What stands between cells. */
    public char separator() {
        return this == PLAIN ? ',' : ';';
    }

    /** What stands between the whole and the rest of a number. */
    public char point() {
        return this == PLAIN ? '.' : ',';
    }

    /** What ends a line. */
    public String lineEnd() {
        return this == PLAIN ? "\n" : "\r\n";
    }

    /** A text as a cell, in quotes where it must. */
    public String text(String text) {
        String line = Plain.line(text);
        String cell = this == PLAIN ? line : asText(Csv.harmless(line));
        boolean isPlain = cell.chars().noneMatch(c -> c == ';' || c == ',' || c == '"');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Plain CSV in this dialect. */
    public String from(String plain) {
        if (this == PLAIN) {
            return plain;
        }
        StringWriter text = new StringWriter(plain.length() + 1);
        text.write(BYTE_ORDER_MARK);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(plain);
                CsvWriter writer = CsvWriter.builder()
                        .fieldSeparator(separator())
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            List<String> header = new ArrayList<>();
            for (CsvRecord line : reader) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.getFields()) {
                    boolean isText = header.isEmpty() || OF_TEXTS.contains(header.get(cells.size()));
                    cells.add(!isText && NUMBER.matcher(cell).matches() ? cell.replace('.', ',') : asText(cell));
                }
                writer.writeRecord(cells);
                if (header.isEmpty()) {
                    header.addAll(line.getFields());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A text that Excel leaves as it is: {@code 0363} and {@code MAR1} become formulas whose result is that text. */
    private static String asText(String text) {
        boolean isSafe =
                WHOLE.matcher(text).matches() || !READ_OTHERWISE.matcher(text).matches();
        return isSafe ? text : "=\"" + text + "\"";
    }
}
