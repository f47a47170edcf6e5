package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.MappingFile;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.evaluation.PlaceEvaluator;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a mapping costs: 100,000 rows with one take at most half as much processor time more than the same rows without. Both ways in
 * turns within one process, and of each its fastest round, so that a busy machine decides nothing. (The bar on a quiet machine is
 * 1.3; {@code benchmarks/places} measures it.)
 */
class MappingCostTest {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 7;
    private static final double MOST = 1.5;

    private static final List<String> COLUMNS =
            List.of("households", "vulnerable_share", "nuisance", "rent_share", "programme_years");

    private static final String MAPPING = """
            id: id
            where: {id: 'V*'}
            missing: ['.', x, '-99997']
            parameters:
              households: households * 1
              vulnerable_share: vulnerable_share * 100 / 100
              nuisance: nuisance
              rent_share: 1 - (1 - rent_share)
              programme_years: programme_years
            """;

    private final Scenario scenario = ScenarioFile.read(
            Path.of(System.getProperty("mkba.root")).resolve("examples/alle_buurten/alle_buurten.yaml"));

    @TempDir
    private Path folder;

    private Path table() throws IOException {
        SplittableRandom random = new SplittableRandom(14);
        StringBuilder text =
                new StringBuilder("id,").append(String.join(",", COLUMNS)).append('\n');
        for (int row = 0; row < ROWS; row++) {
            text.append('V').append(row).append(',').append(random.nextInt(20, 3000));
            text.append(",0.").append(1000 + random.nextInt(3000)).append(',').append(random.nextInt(500));
            text.append(",0.").append(100 + random.nextInt(800)).append(',').append(4 + 2 * random.nextInt(3));
            text.append('\n');
        }
        return Files.writeString(folder.resolve("places.csv"), text);
    }

    private PlaceTable open(Path file, boolean isMapped) {
        return isMapped ? PlaceTable.openAsItComes(file, file.toString(), null) : PlaceTable.open(file);
    }

    /** Processor time in nanoseconds, from the file to the figures. */
    private long time(Path file, ColumnMapping mapping) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long places = 0;
        try (PlaceTable table = open(file, mapping != null)) {
            TableColumns columns = mapping == null
                    ? TableColumns.named(table, COLUMNS, null)
                    : TableColumns.mapped(table, mapping, scenario.parameters().keySet(), null);
            Portfolio portfolio = Portfolio.of(scenario, Selection.ALL, columns.parameters(), null);
            PlaceEvaluator evaluator = new PlaceEvaluator(KeptPortfolios.only(portfolio), columns, false);
            for (PlaceTable.RowBatch part = table.read(4096); part.rows() > 0; part = table.read(4096)) {
                places += evaluator.evaluate(part).ids().size();
            }
        }
        assertThat(places).isEqualTo(ROWS);
        return threads.getCurrentThreadCpuTime() - start;
    }

    @Test
    void aMappingCostsLittle() throws IOException {
        Path file = table();
        ColumnMapping mapping = MappingFile.read(MAPPING);
        time(file, null);
        time(file, mapping);
        long without = Long.MAX_VALUE;
        long with = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            without = Math.min(without, time(file, null));
            with = Math.min(with, time(file, mapping));
        }
        assertThat((double) with / without).isLessThan(MOST);
    }
}
