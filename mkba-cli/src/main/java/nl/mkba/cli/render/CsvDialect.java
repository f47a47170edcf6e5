package nl.mkba.cli.render;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways to write CSV. */
public enum CsvDialect {
    /** Comma and decimal point, as RFC 4180 has it. */
    PLAIN("plain"),
    /** What Excel opens where numbers are written the Dutch way: semicolon and decimal comma. */
    EXCEL_NL("excel-nl");

    /** By which Excel knows that a file is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

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

    /** The words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CsvDialect::word).toList();
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
                        .fieldSeparator(';')
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            reader.forEach(line -> writer.writeRecord(
                    line.getFields().stream().map(CsvDialect::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(String plain) {
        return NUMBER.matcher(plain).matches() ? plain.replace('.', ',') : plain;
    }
}
