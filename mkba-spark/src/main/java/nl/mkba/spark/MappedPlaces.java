package nl.mkba.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * The places of a table that somebody else made: a file, or a folder of them, read with a mapping. What is wrong with it is told
 * before anything is evaluated, and as on one machine: of all rows, at their places.
 */
final class MappedPlaces {

    private final List<PlaceFileReader.Whole> files;
    private final Dataset<Row> places;

    private MappedPlaces(List<PlaceFileReader.Whole> files, Dataset<Row> places) {
        this.files = files;
        this.places = places;
    }

    /**
     * Reads a table.
     *
     * @param table where it is, as Spark finds it
     * @param sheet of a workbook, or null for the first one
     * @param parameters of the scenario that the mapping gives a value
     * @throws InvalidScenarioException if there is something wrong with a row, or none is left
     */
    static MappedPlaces read(
            SparkSession session,
            String table,
            @Nullable String sheet,
            ColumnMapping mapping,
            List<String> parameters) {
        JavaPairRDD<String, PortableDataStream> found =
                JavaSparkContext.fromSparkContext(session.sparkContext()).binaryFiles(table);
        String onlyName = found.keys().collect().size() == 1 ? table : null;
        JavaRDD<PlaceFileReader.Read> read = found.flatMap(
                        new PlaceFileReader(mapping, new ArrayList<>(parameters), sheet, onlyName))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        List<PlaceFileReader.Whole> files = new ArrayList<>(read.filter(PlaceFileReader.Whole.class::isInstance)
                .map(PlaceFileReader.Whole.class::cast)
                .collect());
        files.sort(Comparator.comparing(PlaceFileReader.Whole::file));
        requireGood(files);
        JavaRDD<Row> rows = read.filter(PlaceFileReader.Place.class::isInstance)
                .map(PlaceFileReader.Place.class::cast)
                .map(MappedPlaces::row);
        StructType schema = SparkPortfolio.numbersOf(parameters);
        MappedPlaces mapped = new MappedPlaces(files, session.createDataFrame(rows, schema));
        mapped.requirePlaces(mapping, table);
        mapped.requireUnique();
        return mapped;
    }

    private static Row row(PlaceFileReader.Place place) {
        @Nullable Object[] cells = new Object[Partition.VALUES + place.size()];
        cells[Partition.ID] = place.id();
        cells[Partition.NAME] = place.name();
        cells[Partition.FILE] = place.location().file();
        cells[Partition.LINE] = place.location().line();
        for (int value = 0; value < place.size(); value++) {
            cells[Partition.VALUES + value] = place.value(value);
        }
        return RowFactory.create(cells);
    }

    private static void requireGood(List<PlaceFileReader.Whole> files) {
        List<Problem> problems = new ArrayList<>();
        long told = 0;
        long bad = 0;
        for (PlaceFileReader.Whole file : files) {
            if (told < PlaceFileReader.MOST_TOLD) {
                problems.addAll(file.problems());
                told += Math.min(file.bad(), PlaceFileReader.MOST_TOLD);
            }
            bad += file.bad();
        }
        if (bad > told) {
            System.err.println((bad - told) + " more rows are refused");
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
    }

    private void requirePlaces(ColumnMapping mapping, String table) {
        if (!places.isEmpty()) {
            return;
        }
        Location start = new Location(table, 1, 1);
        if (leftOut() > 0) {
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.NO_PLACE_LEFT, Problem.NO_PATH, Long.toString(leftOut()), "0")
                            .in(start));
        }
        throw new InvalidScenarioException(
                passedOver() > 0
                        ? mapping.noPlaceKept(passedOver(), table)
                        : Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH).in(start));
    }

    private void requireUnique() {
        String id = places.columns()[Partition.ID];
        List<Object> twice =
                places
                        .groupBy(col(id))
                        .count()
                        .filter("count > 1")
                        .limit(PlaceFileReader.MOST_TOLD)
                        .collectAsList()
                        .stream()
                        .map(row -> row.get(0))
                        .toList();
        if (twice.isEmpty()) {
            return;
        }
        List<Row> mentions =
                new ArrayList<>(places.filter(col(id).isin(twice.toArray())).collectAsList());
        mentions.sort(Comparator.<Row, String>comparing(row -> row.getString(Partition.FILE))
                .thenComparing(row -> row.getInt(Partition.LINE)));
        Map<String, String> seen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Row row : mentions) {
            String place = row.getString(Partition.ID);
            String file = row.getString(Partition.FILE);
            int line = row.getInt(Partition.LINE);
            String first = seen.putIfAbsent(place, file + ":" + line);
            if (first != null) {
                String before = first.startsWith(file + ":") ? first.substring(file.length() + 1) : first;
                problems.add(
                        Problem.of(ProblemCode.REPEATED_PLACE, files.get(0).idColumn(), Problem.shown(place), before)
                                .in(new Location(file, line, 1)));
            }
        }
        throw new InvalidScenarioException(problems.subList(0, Math.min(problems.size(), PlaceFileReader.MOST_TOLD)));
    }

    /** The places, as {@link SparkPortfolio} takes them. */
    Dataset<Row> places() {
        return places;
    }

    /** What deserves attention in the cells. */
    List<Problem> warnings() {
        return files.stream()
                .flatMap(file -> file.warnings().stream())
                .distinct()
                .toList();
    }

    /** How many rows the mapping does not keep. */
    long passedOver() {
        return files.stream().mapToLong(PlaceFileReader.Whole::passedOver).sum();
    }

    /** How many places the mapping leaves out because they lack a value. */
    long leftOut() {
        return files.stream().mapToLong(PlaceFileReader.Whole::leftOut).sum();
    }
}
