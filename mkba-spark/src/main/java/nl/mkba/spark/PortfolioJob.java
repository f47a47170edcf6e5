package nl.mkba.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.MappingFile;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The job for {@code spark-submit}: {@code PortfolioJob SCENARIO TABLE OUT [DRAWS] [--columns FILE [--sheet NAME]]}. The scenario is
 * a file where the driver runs, and so is what {@code --columns} names, unless it is built in; the table and the result, which is
 * Parquet, are wherever Spark can read and write. All alternatives and all outlooks are evaluated, and the run without one. With
 * draws the table is divided into {@code spark.sql.shuffle.partitions} parts at least, 200 unless that is set, so that all cores
 * have work.
 *
 * <p>Without {@code --columns} the table is Parquet or CSV as Spark reads it, and columns that are not parameters are passed over.
 * With it the table is any that the command takes, or a folder of them, and is read as the command reads it.
 */
public final class PortfolioJob {

    private static final String USAGE =
            "Usage: PortfolioJob SCENARIO TABLE OUT [DRAWS] [--columns FILE [--sheet NAME]]";

    private PortfolioJob() {}

    /**
     * What was asked for.
     *
     * @param draws null for the central estimate only
     * @param columns the mapping of columns, or null
     * @param sheet of a workbook, or null for the first one
     */
    private record Asked(
            String scenario,
            String table,
            String out,
            @Nullable String draws,
            @Nullable String columns,
            @Nullable String sheet) {

        static Asked of(String[] args) {
            List<String> operands = new ArrayList<>();
            Map<String, String> options = new HashMap<>();
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--columns") || args[i].equals("--sheet")) {
                    if (i + 1 == args.length || options.putIfAbsent(args[i], args[i + 1]) != null) {
                        throw new IllegalArgumentException(USAGE);
                    }
                    i++;
                } else {
                    operands.add(args[i]);
                }
            }
            String columns = options.get("--columns");
            String sheet = options.get("--sheet");
            if (operands.size() < 3 || operands.size() > 4 || (columns == null && sheet != null)) {
                throw new IllegalArgumentException(USAGE);
            }
            String draws = operands.size() == 4 ? operands.get(3) : null;
            return new Asked(operands.get(0), operands.get(1), operands.get(2), draws, columns, sheet);
        }
    }

    /**
     * Evaluates a table and writes the result.
     *
     * @param args the scenario, the table, the folder of the result, how many draws (none if it is left out), and options
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Asked asked = Asked.of(args);
        try (SparkSession session =
                SparkSession.builder().appName("mkba portfolio").getOrCreate()) {
            run(session, asked);
        }
    }

    /** The same in a session that stays open. */
    static void run(SparkSession session, String... args) {
        run(session, Asked.of(args));
    }

    private static void run(SparkSession session, Asked asked) {
        Scenario scenario = ScenarioFile.read(Path.of(asked.scenario()));
        Simulation own = scenario.simulation();
        Simulation simulation =
                asked.draws() == null ? null : new Simulation(draws(asked.draws()), own.seed(), own.sampling());
        int parts = simulation == null ? 1 : parts(session);
        results(session, scenario, simulation, asked, parts).write().parquet(asked.out());
    }

    private static Dataset<Row> results(
            SparkSession session, Scenario scenario, @Nullable Simulation simulation, Asked asked, int parts) {
        Selection selection = new Selection(
                List.of(),
                List.copyOf(scenario.outlooks().keySet()),
                true,
                Selection.ALL.set(),
                Selection.ALL.discounting());
        Function<List<String>, Portfolio> maker = columns -> Portfolio.of(scenario, selection, columns, simulation);
        if (asked.columns() == null) {
            Dataset<Row> places = places(session, asked.table());
            List<String> columns = Arrays.stream(places.columns())
                    .filter(scenario.parameters()::containsKey)
                    .toList();
            return SparkPortfolio.of(maker.apply(columns)).evaluate(places, parts);
        }
        ColumnMapping mapping = MappingFile.load(asked.columns(), List.of());
        List<String> columns = mapping.parameters().keySet().stream()
                .filter(scenario.parameters()::containsKey)
                .toList();
        mapping.nearlyPassedOver(scenario.parameters().keySet()).forEach(System.err::println);
        MappedPlaces mapped = MappedPlaces.read(session, asked.table(), asked.sheet(), mapping, columns);
        mapped.warnings().forEach(System.err::println);
        System.err.println("Rows passed over: " + mapped.passedOver() + "; places left out: " + mapped.leftOut());
        return SparkPortfolio.keeping(maker.apply(columns), maker)
                .evaluate(mapped.places(), mapping.placeName() != null, parts);
    }

    /** With draws a row is much work in few bytes: a table that Spark reads in one piece would keep one core busy. */
    private static int parts(SparkSession session) {
        return Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions"));
    }

    private static int draws(String text) {
        long draws = WrittenNumber.parse(text).whole().orElse(0);
        if (draws < 1 || draws > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("DRAWS must be a whole number of 1 or more, not " + text);
        }
        return (int) draws;
    }

    private static Dataset<Row> places(SparkSession session, String table) {
        return table.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? session.read().option("header", true).csv(table)
                : session.read().parquet(table);
    }
}
