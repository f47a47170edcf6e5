package nl.mkba.spark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.mkba.expression.WrittenNumber;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The job for {@code spark-submit}: {@code PortfolioJob SCENARIO TABLE OUT [DRAWS]}. The scenario is a file where the driver
 * runs; the table is Parquet or CSV, and the result Parquet, wherever Spark can read and write. All alternatives and all
 * outlooks are evaluated, and the run without one; columns that are not parameters are passed over. With draws the table is
 * divided into {@code spark.sql.shuffle.partitions} parts at least, 200 unless that is set, so that all cores have work.
 */
public final class PortfolioJob {

    private PortfolioJob() {}

    /** @param args the scenario, the table, the folder of the result, and how many draws; none if it is left out */
    public static void main(String[] args) throws Exception {
        if (args.length < 3 || args.length > 4) {
            throw new IllegalArgumentException("Usage: PortfolioJob SCENARIO TABLE OUT [DRAWS]");
        }
        try (SparkSession session =
                SparkSession.builder().appName("mkba portfolio").getOrCreate()) {
            Scenario scenario = ScenarioFile.read(Path.of(args[0]));
            Dataset<Row> places = places(session, args[1]);
            List<String> columns = Arrays.stream(places.columns())
                    .filter(scenario.parameters()::containsKey)
                    .toList();
            Simulation own = scenario.simulation();
            Simulation simulation = args.length < 4 ? null : new Simulation(draws(args[3]), own.seed(), own.sampling());
            Selection selection = new Selection(
                    List.of(),
                    List.copyOf(scenario.outlooks().keySet()),
                    true,
                    Selection.ALL.set(),
                    Selection.ALL.discounting());
            SparkPortfolio.of(scenario, selection, columns, simulation)
                    .evaluate(places, simulation == null ? 1 : parts(session))
                    .write()
                    .parquet(args[2]);
        }
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
