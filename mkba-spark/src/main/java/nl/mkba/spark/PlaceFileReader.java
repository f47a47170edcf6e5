package nl.mkba.spark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.DoubtfulCells;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.RowReader;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads a file of a table with a mapping, by the reader of one machine, so that its cells are understood and refused as they are
 * there. A file is one task: what a sheet or a text says of its rows shows from the first to the last only.
 */
final class PlaceFileReader implements FlatMapFunction<Tuple2<String, PortableDataStream>, PlaceFileReader.Read> {

    private static final long serialVersionUID = 1;

    /** Bad rows of which a file tells. */
    static final int MOST_TOLD = 100;

    private static final int ROWS = 1024;

    private final SentMapping sent;
    private final List<String> parameters;
    private final @Nullable String sheet;
    private final @Nullable String onlyName;

    /** What a file gives: its places, and then what there is to tell of it. */
    sealed interface Read extends Serializable {}

    /** A place, and what its row gives the parameters. */
    static final class Place implements Read {
        private static final long serialVersionUID = 1;

        private final String id;
        private final String name;
        private final Location location;
        private final double[] values;

        Place(String id, String name, Location location, double[] values) {
            this.id = id;
            this.name = name;
            this.location = location;
            this.values = values;
        }

        String id() {
            return id;
        }

        String name() {
            return name;
        }

        /** The row. */
        Location location() {
            return location;
        }

        /** How many parameters. */
        int size() {
            return values.length;
        }

        /** The value of a parameter; null where the scenario's own is kept. */
        @Nullable
        Double value(int parameter) {
            return Double.isNaN(values[parameter]) ? null : (Double) values[parameter];
        }
    }

    /**
     * What there is to tell of a file.
     *
     * @param idColumn the name of its column with the ids of places
     * @param problems of its first bad rows
     * @param bad how many rows are bad
     */
    record Whole(
            String file,
            String idColumn,
            long passedOver,
            long leftOut,
            long bad,
            List<Problem> problems,
            List<Problem> warnings)
            implements Read {}

    /**
     * @param parameters of the scenario
     * @param sheet of a workbook, or null for the first one
     * @param onlyName how messages call the file, if it is the only one; else they show where it is
     */
    PlaceFileReader(ColumnMapping mapping, List<String> parameters, @Nullable String sheet, @Nullable String onlyName) {
        this.sent = SentMapping.of(mapping);
        this.parameters = parameters;
        this.sheet = sheet;
        this.onlyName = onlyName;
    }

    @Override
    public Iterator<Read> call(Tuple2<String, PortableDataStream> file) throws IOException {
        Path copy = Files.createTempFile("mkba", ".table");
        Reading reading = new Reading(onlyName == null ? file._1() : onlyName, copy);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> reading.close());
        try (DataInputStream in = file._2().open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return reading;
    }

    /** The rows of a file, some at a time as they are asked for. */
    private final class Reading implements Iterator<Read> {
        private final String name;
        private final Path copy;
        private final Deque<Read> waiting = new ArrayDeque<>();
        private final List<Problem> problems = new ArrayList<>();
        private final DoubtfulCells doubtfulCells = new DoubtfulCells();
        private @Nullable TableColumns columns;
        private @Nullable RowReader reader;
        private long passedOver;
        private long leftOut;
        private long bad;
        private boolean isDone;

        Reading(String name, Path copy) {
            this.name = name;
            this.copy = copy;
        }

        @Override
        public boolean hasNext() {
            while (waiting.isEmpty() && !isDone) {
                try {
                    fill();
                } catch (InvalidScenarioException e) {
                    problems.addAll(e.problems());
                    bad++;
                    end();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return !waiting.isEmpty();
        }

        @Override
        public Read next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.remove();
        }

        private void fill() throws IOException {
            TableColumns known = columns;
            RowReader rows = reader;
            if (known == null || rows == null) {
                known = TableColumns.mapped(
                        PlaceTable.openAsItComes(copy, name, sheet), sent.mapping(), parameters, null);
                rows = known.reader();
                columns = known;
                reader = rows;
            }
            PlaceTable.RowBatch part = known.table().read(ROWS);
            rows.read(part);
            for (int row = 0; row < part.rows(); row++) {
                switch (rows.outcome(part, row)) {
                    case PASSED_OVER -> passedOver++;
                    case LEFT_OUT -> leftOut++;
                    case REFUSED -> refuse(rows.problems(row));
                    case READ ->
                        waiting.add(new Place(
                                rows.id(row), rows.name(row), known.table().place(part.line(row)), values(rows, row)));
                }
            }
            doubtfulCells.addAll(rows.doubtfulCells());
            if (part.rows() < ROWS) {
                end();
            }
        }

        private double[] values(RowReader rows, int row) {
            double[] values = new double[parameters.size()];
            for (int parameter = 0; parameter < values.length; parameter++) {
                values[parameter] = rows.value(row, parameter);
            }
            return values;
        }

        private void refuse(List<Problem> ofRow) {
            if (bad < MOST_TOLD) {
                problems.addAll(ofRow);
            }
            bad++;
        }

        private void end() {
            isDone = true;
            TableColumns known = columns;
            waiting.add(new Whole(
                    name,
                    known == null ? "" : known.idColumn(),
                    passedOver,
                    leftOut,
                    bad,
                    new ArrayList<>(problems),
                    known == null ? List.of() : doubtfulCells.warnings(known)));
        }

        void close() {
            try {
                if (columns != null) {
                    columns.table().close();
                }
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
