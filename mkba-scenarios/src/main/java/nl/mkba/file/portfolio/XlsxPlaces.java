package nl.mkba.file.portfolio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook (Office Open XML): its first row that is not empty names the columns. Rows come one at a time; before
 * that {@link WorkbookSizes} has seen that the file does not unpack to more than a table needs. Of a formula the value counts
 * that the workbook keeps with it.
 */
final class XlsxPlaces extends PlaceTable {

    /** Formats of dates and times that have a number only (ECMA-376, part 1, 18.8.30). */
    private static final int[][] DATE_FORMATS = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};

    /** The same of percentages. */
    private static final int[] PERCENTAGE_FORMATS = {9, 10};

    /** Days that are dates: from 1 March 1900, before which programs count differently, to the end of 9999. */
    private static final double FIRST_DATE = 61;

    private static final double LAST_DATE = 2_958_465;

    /** Parts of a number format that say nothing of what is shown: texts, colours and currencies, signs that are passed over. */
    private static final Pattern NOT_THE_NUMBER = Pattern.compile("\"[^\"]*\"|\\[(?![hms]+\\])[^\\]]*\\]|[\\\\_*].");

    /** A date or a time as a text (ISO 8601). */
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ].*)?|T?\\d\\d:\\d\\d.*");

    private static final Pattern DATE_PARTS = Pattern.compile("(?i)[ymdhs]");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final String sheet;
    private final WorkbookSizes.Seen seen;

    /** Of each column with numbers, its formulas and how many of them are 0; null for other columns. */
    private @Nullable Formulas[] formulas;

    private int[] slots;
    private int kept;
    private long done;

    private XlsxPlaces(
            String file,
            List<String> columns,
            long header,
            ReadableWorkbook workbook,
            Stream<Row> stream,
            Iterator<Row> rows,
            String sheet,
            WorkbookSizes.Seen seen) {
        super(file, columns, header);
        this.workbook = workbook;
        this.stream = stream;
        this.rows = rows;
        this.sheet = sheet;
        this.seen = seen;
        this.formulas = new Formulas[columns.size()];
        this.slots = new int[columns.size()];
        for (int column = 0; column < slots.length; column++) {
            slots[column] = column;
        }
        this.kept = slots.length;
    }

    static XlsxPlaces read(Path file, String name, @Nullable String sheet) throws IOException {
        WorkbookSizes.Seen seen = WorkbookSizes.check(file, name);
        ReadableWorkbook workbook = null;
        Stream<Row> stream = null;
        try {
            ReadingOptions options = new ReadingOptions(seen.hasFormats(), true);
            workbook = seen.changes().isEmpty()
                    ? new ReadableWorkbook(file.toFile(), options)
                    : new ReadableWorkbook(changed(file, seen.changes()), options);
            Sheet wanted = sheet(workbook, sheet, name);
            stream = wanted.openStream();
            Iterator<Row> iterator = stream.iterator();
            List<String> columns = List.of();
            long header = 0;
            while (columns.isEmpty() && iterator.hasNext()) {
                Row row = iterator.next();
                columns = names(row);
                header = row.getRowNum();
            }
            if (columns.isEmpty()) {
                throw refused(empty(workbook), name, 1);
            }
            return new XlsxPlaces(name, columns, header, workbook, stream, iterator, wanted.getName(), seen);
        } catch (InvalidScenarioException e) {
            close(workbook, stream);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook, stream);
            throw WorkbookSizes.isStrict(file)
                    ? refused(Problem.of(ProblemCode.BAD_WORKBOOK, Problem.NO_PATH, "workbook_strict"), name, 1)
                    : damaged(name, 1);
        }
    }

    /** A sheet without a row; a chart on a sheet of its own is one. */
    private static Problem empty(ReadableWorkbook workbook) {
        List<String> names = workbook.getSheets().map(Sheet::getName).toList();
        return names.size() == 1
                ? Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH)
                : Problem.of(
                        ProblemCode.EMPTY_TABLE,
                        Problem.NO_PATH,
                        "of_several",
                        Problem.shown(String.join(", ", names)));
    }

    /**
     * A copy of a workbook that the library reads as it should: cells of the type {@code d}, a date as a text (ECMA-376, part 1,
     * 18.18.11), are of the type {@code e}, of which it hands out the text as it stands; and an empty value of a formula is not there,
     * as where nobody calculated it.
     *
     * @param changes per part which bytes become others
     */
    private static InputStream changed(Path file, Map<String, List<WorkbookSizes.Change>> changes) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(copy)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry part : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = zip.getInputStream(part)) {
                    long from = 0;
                    for (WorkbookSizes.Change change : changes.getOrDefault(part.getName(), List.of())) {
                        copy(in, out, change.place() - from);
                        in.skipNBytes(1);
                        out.write(change.to());
                        from = change.place() + 1;
                    }
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return new ByteArrayInputStream(copy.toByteArray());
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] chunk = new byte[(int) Math.min(bytes, 1 << 16)];
        for (long left = bytes; left > 0; ) {
            int read = in.readNBytes(chunk, 0, (int) Math.min(left, chunk.length));
            out.write(chunk, 0, read);
            left -= read;
        }
    }

    /** The library has no name for what it cannot read. */
    private static InvalidScenarioException damaged(String name, long row) {
        return refused(Problem.of(ProblemCode.BAD_WORKBOOK, Problem.NO_PATH, "workbook_damaged"), name, row);
    }

    private static void close(@Nullable ReadableWorkbook workbook, @Nullable Stream<Row> stream) throws IOException {
        if (stream != null) {
            stream.close();
        }
        if (workbook != null) {
            workbook.close();
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name, String file) {
        if (name == null) {
            // The first one that whoever opens the workbook sees; a hidden one is read by its name only.
            return workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseGet(workbook::getFirstSheet);
        }
        Optional<Sheet> found = workbook.findSheet(name);
        if (found.isEmpty()) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            throw refused(
                    Problem.of(
                                    ProblemCode.UNKNOWN_SHEET,
                                    Problem.NO_PATH,
                                    Problem.shown(name),
                                    Problem.shown(String.join(", ", names)))
                            .suggesting(Spelling.nearest(name, names)),
                    file,
                    1);
        }
        return found.get();
    }

    @Override
    List<String> sheets() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    /** The names in a row up to the last one; empty if there is none. */
    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        int used = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            names.add(cell == null ? "" : Blanks.strip(cell.getText()));
            used = names.get(column).isEmpty() ? used : column + 1;
        }
        return names.subList(0, used);
    }

    @Override
    void select(Collection<String> texts, Collection<String> numbers) {
        Set<String> wanted = new HashSet<>(texts);
        wanted.addAll(numbers);
        kept = 0;
        for (int column = 0; column < slots.length; column++) {
            slots[column] = wanted.contains(columns().get(column)) ? kept++ : -1;
            formulas[column] =
                    seen.asksToCalculate() && numbers.contains(columns().get(column)) ? new Formulas() : null;
        }
    }

    /** The formulas of a column as far as it was read. */
    private static final class Formulas {
        private long count;
        private long zeros;
        private long first;

        void add(double value, long row) {
            first = count == 0 ? row : first;
            count++;
            zeros += value == 0 ? 1 : 0;
        }
    }

    /** Where every formula of a column is 0, and the workbook is yet to be calculated, nobody may have calculated them. */
    @Override
    List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        for (int column = 0; column < formulas.length; column++) {
            Formulas ofColumn = formulas[column];
            if (ofColumn != null && ofColumn.count > 0 && ofColumn.zeros == ofColumn.count) {
                warnings.add(Problem.of(
                                ProblemCode.PERHAPS_NOT_CALCULATED,
                                columns().get(column),
                                Long.toString(ofColumn.count))
                        .in(place(ofColumn.first)));
            }
        }
        return warnings;
    }

    @Override
    public Form form() {
        return Form.XLSX;
    }

    @Override
    public String detail() {
        return sheet;
    }

    @Override
    public RowBatch read(int most) {
        SheetRows batch = new SheetRows(slots, kept, most);
        try {
            while (batch.rows() < most && rows.hasNext()) {
                Row row = rows.next();
                done++;
                if (row.getFirstNonEmptyCell().isPresent()) {
                    add(row, batch);
                }
            }
        } catch (RuntimeException e) {
            throw damaged(file(), batch.rows() == 0 ? 1 : batch.line(batch.rows() - 1) + 1);
        }
        return batch;
    }

    private void add(Row row, SheetRows batch) {
        batch.begin(row.getRowNum());
        for (int column = 0; column < slots.length; column++) {
            Cell cell = slots[column] < 0 || column >= row.getCellCount() ? null : row.getCell(column);
            if (cell != null) {
                add(cell, slots[column], batch);
                Formulas ofColumn = formulas[column];
                if (ofColumn != null && cell.getFormula() != null && cell.getValue() instanceof Number number) {
                    ofColumn.add(number.doubleValue(), row.getRowNum());
                }
            }
        }
    }

    private static void add(Cell cell, int slot, SheetRows batch) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            String text = String.valueOf(cell.getRawValue());
            batch.other(slot, text, ISO_DATE.matcher(text.strip()).matches() ? "cell_date" : "cell_error");
        } else if (value == null) {
            // Of a formula whose outcome is an empty text the workbook keeps that: nothing is known there.
            if (cell.getFormula() != null && !"".equals(cell.getRawValue())) {
                batch.other(slot, "=" + cell.getFormula(), "cell_formula");
            }
        } else if (value instanceof Number) {
            if (isDate(cell)) {
                batch.other(slot, date(cell), "cell_date");
            } else {
                number(cell.getRawValue().strip(), slot, batch);
                if (isPercentage(cell)) {
                    batch.percentage(slot);
                }
            }
        } else if (value instanceof Boolean) {
            batch.other(slot, value.toString().toUpperCase(Locale.ROOT), "cell_truth");
        } else if (cell.getFormula() != null && SheetErrors.isError(cell.getText())) {
            // Of a formula the library does not tell an error from a text.
            batch.other(slot, cell.getText(), "cell_error");
        } else {
            batch.text(slot, Blanks.strip(cell.getText()));
        }
    }

    /** A date as people write it; the number that is kept where it is a time, or no date that there is. */
    private static String date(Cell cell) {
        double days = cell.asNumber().doubleValue();
        if (days < FIRST_DATE || days > LAST_DATE) {
            return cell.getRawValue();
        }
        LocalDateTime date = cell.asDate();
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }

    private static void number(String text, int slot, SheetRows batch) {
        double number = Double.parseDouble(text);
        if (CheckedNumber.refusal(number, text).isEmpty()) {
            batch.number(slot, number);
        } else {
            // It is refused as it is written, if it is wanted at all.
            batch.text(slot, text);
        }
    }

    /** Whether the number in a cell is shown with a percent sign. */
    private static boolean isPercentage(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return id != null
                && ((id >= PERCENTAGE_FORMATS[0] && id <= PERCENTAGE_FORMATS[1])
                        || (format != null
                                && format.indexOf('%') >= 0
                                && NOT_THE_NUMBER.matcher(format).replaceAll("").indexOf('%') >= 0));
    }

    /** Whether the number in a cell is shown as a date or a time. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id == null) {
            return false;
        }
        for (int[] range : DATE_FORMATS) {
            if (id >= range[0] && id <= range[1]) {
                return true;
            }
        }
        return format != null
                && !format.equalsIgnoreCase("General")
                && DATE_PARTS
                        .matcher(NOT_THE_NUMBER.matcher(format).replaceAll(""))
                        .find();
    }

    @Override
    public double progress() {
        return Math.min(1, done / (double) Math.max(1, seen.rows()));
    }

    @Override
    public void close() throws IOException {
        close(workbook, stream);
    }
}
