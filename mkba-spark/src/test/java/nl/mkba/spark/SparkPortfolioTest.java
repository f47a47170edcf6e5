package nl.mkba.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.examples.NeighbourhoodTable;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.evaluation.PlaceEvaluator;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small local session for all tests. */
class SparkPortfolioTest {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("mkba.root"), "examples", "alle_buurten", "alle_buurten.yaml");

    @TempDir
    private static Path folder;

    private static SparkSession session = LocalSession.builder().getOrCreate();

    @BeforeAll
    static void makeTables() throws Exception {
        NeighbourhoodTable.main(new String[] {folder.resolve("all.csv").toString()});
        NeighbourhoodTable.main(new String[] {folder.resolve("few.csv").toString(), "150"});
        Files.writeString(
                folder.resolve("bad.csv"),
                "id,households,programme_years\na,100,4\nb,?,4\n,100,4\nd,100,2.5\ne,-1,4\nf,\"1,000\",4\ng,,4\nh,5d,4\n");
    }

    @AfterAll
    static void stop() throws Exception {
        session.close();
    }

    private static Dataset<Row> places(String name) {
        return session.read().option("header", true).csv(folder.resolve(name).toString());
    }

    private static Portfolio portfolio(int draws, String... columns) {
        Scenario scenario = ScenarioFile.read(EXAMPLE);
        return Portfolio.of(
                scenario,
                Selection.ALL,
                List.of(columns),
                draws == 0 ? null : new Simulation(draws, 14, Simulation.Sampling.LATIN_HYPERCUBE));
    }

    /** The bits of every figure of the local run, by id and alternative; NaN stands for an absent one. */
    private static Map<String, List<Double>> local(Portfolio portfolio, String name) throws Exception {
        Map<String, List<Double>> lines = new HashMap<>();
        try (PlaceTable table = PlaceTable.open(folder.resolve(name))) {
            PlaceEvaluator evaluator = new PlaceEvaluator(
                    KeptPortfolios.only(portfolio), TableColumns.named(table, portfolio.columns(), null), false);
            for (PlaceTable.RowBatch part = table.read(1000); part.rows() > 0; part = table.read(1000)) {
                EvaluatedPart results = evaluator.evaluate(part);
                assertThat(results.refused()).isEmpty();
                for (int place = 0; place < results.ids().size(); place++) {
                    for (int c = 0; c < portfolio.cases(); c++) {
                        List<Double> figures = new ArrayList<>();
                        for (int figure = 0; figure < portfolio.figures().size(); figure++) {
                            figures.add(
                                    results.isAbsent(c, figure, place)
                                            ? Double.NaN
                                            : (Double) results.figure(c, figure, place));
                        }
                        lines.put(results.ids().get(place) + "/" + portfolio.alternative(c), figures);
                    }
                }
            }
        }
        return lines;
    }

    private static Map<String, List<Double>> figures(Dataset<Row> results) {
        Map<String, List<Double>> lines = new HashMap<>();
        for (Row row : results.collectAsList()) {
            assertThat(row.isNullAt(2)).isTrue();
            List<Double> figures = new ArrayList<>();
            for (int i = 3; i < row.size(); i++) {
                figures.add(row.isNullAt(i) ? Double.NaN : (Double) row.getDouble(i));
            }
            lines.put(row.getString(0) + "/" + row.getString(1), figures);
        }
        return lines;
    }

    private static final String[] COLUMNS = {
        "households", "vulnerable_share", "nuisance", "rent_share", "programme_years"
    };

    /** All 14,000 neighbourhoods of the example, and some of them with draws: the same bits, however they are divided. */
    @ParameterizedTest
    @CsvSource({"all.csv, 0, 5, 28000", "few.csv, 300, 3, 300", "few.csv, 0, 1, 300"})
    void sparkGivesTheBitsOfTheLocalRun(String table, int draws, int partitions, int lines) throws Exception {
        Map<String, List<Double>> local = local(portfolio(draws, COLUMNS), table);
        Dataset<Row> places = places(table).repartition(partitions);
        Map<String, List<Double>> spark =
                figures(SparkPortfolio.of(portfolio(draws, COLUMNS)).evaluate(places));
        assertThat(spark).hasSize(lines).isEqualTo(local);
    }

    @Test
    void theJobWritesParquet() throws Exception {
        String out = folder.resolve("out").toString();
        PortfolioJob.main(
                new String[] {EXAMPLE.toString(), folder.resolve("few.csv").toString(), out});
        session = LocalSession.builder().getOrCreate();
        assertThat(figures(session.read().parquet(out))).isEqualTo(local(portfolio(0, COLUMNS), "few.csv"));
    }

    @Test
    void badRowsEndTheJobOrAreLeftOutAndTold() {
        SparkPortfolio portfolio = SparkPortfolio.of(portfolio(0, "households", "programme_years"));
        assertThatThrownBy(() -> portfolio.evaluate(places("bad.csv")).count()).hasMessageContaining("is refused");
        List<Row> good = portfolio.skippingBadRows().evaluate(places("bad.csv")).collectAsList();
        assertThat(good).extracting(row -> row.getString(0)).containsExactly("a", "a");
        List<Row> bad = portfolio.refused(places("bad.csv")).collectAsList();
        assertThat(bad)
                .extracting(row -> row.getString(0))
                .contains("b", "", "d", "e", "f", "g", "h")
                .doesNotContain("a");
        // A text is read as a number as it is everywhere else, and refused in the same words.
        assertThat(bad).anyMatch(row -> row.getString(1).contains("households: `?` is not a number"));
        assertThat(bad)
                .anyMatch(
                        row -> row.getString(1).contains("households: the comma in `1,000` may separate decimals or"));
        assertThat(bad).anyMatch(row -> row.getString(1).contains("households: the cell is empty"));
        assertThat(bad).anyMatch(row -> row.getString(1).contains("households: `5d` has words behind the number"));
    }
}
