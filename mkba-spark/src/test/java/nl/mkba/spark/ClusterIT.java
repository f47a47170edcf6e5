package nl.mkba.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
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
import nl.mkba.spark.StandaloneCluster.Started;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The job on a cluster of processes, one of which is lost half-way; {@code -Dmkba.cluster.rows=N} sets the size of the table.
 * Spark needs programs of its own on Windows.
 */
@DisabledOnOs(OS.WINDOWS)
class ClusterIT {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("mkba.root"), "examples", "alle_buurten", "alle_buurten.yaml");
    private static final int ROWS = Integer.getInteger("mkba.cluster.rows", 100_000);
    private static final int DRAWS = 200;
    private static final int PARTS = 60;

    /** A master, two workers, an executor of each and the driver, each with its heap and as much beside it as it used. */
    private static final long NEEDED_MEGABYTES = 3_500;

    @TempDir
    private Path folder;

    @Test
    void aWorkerThatIsLostHalfWayChangesNoBit() throws Exception {
        long megabytes = availableMemory() >> 20;
        assumeTrue(
                megabytes >= NEEDED_MEGABYTES,
                "Left out: a cluster needs " + NEEDED_MEGABYTES + " MB of free memory, here are " + megabytes);
        Path table = folder.resolve("places.csv");
        NeighbourhoodTable.main(new String[] {table.toString(), String.valueOf(ROWS)});
        Path out = folder.resolve("out");
        Path events = Files.createDirectory(folder.resolve("events"));

        String lost;
        try (StandaloneCluster cluster = new StandaloneCluster(folder, jarsOfSpark(), 2)) {
            Started job = submit(cluster, table, out, events);
            lost = loseAWorkerHalfWay(cluster, job);
            assertThat(job.process().waitFor(4, TimeUnit.MINUTES)).as(job.end()).isTrue();
            assertThat(job.process().exitValue()).as(job.end()).isZero();
        }

        assertWorkWasLostAndDoneAgain(events, lost);
        assertSameBits(table, out);
    }

    private static long availableMemory() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Path linux = Path.of("/proc/meminfo");
        if (!Files.isReadable(linux)) {
            return system.getFreeMemorySize();
        }
        // What it calls free leaves out what it only keeps of files; a container may have less than the machine.
        long available = Files.readAllLines(linux).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
        return Math.min(available, system.getTotalMemorySize());
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What the job brings along besides its own jar. */
    private static List<Path> jarsOfJob() {
        return Stream.of(
                        Portfolio.class,
                        ScenarioFile.class,
                        MonetaryAmount.class,
                        Money.class,
                        YAMLFactory.class,
                        Yaml.class,
                        CsvReader.class)
                .map(ClusterIT::jarOf)
                .toList();
    }

    /** What is on the cluster already: all that these tests have, without the job. */
    private static List<Path> jarsOfSpark() {
        List<Path> job = jarsOfJob();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && !job.contains(path))
                .filter(path -> !path.getFileName().toString().startsWith("mkba-"))
                .toList();
    }

    private static Started submit(StandaloneCluster cluster, Path table, Path out, Path events) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--master", cluster.master()));
        Map.of(
                        "spark.driver.host", "127.0.0.1",
                        "spark.driver.bindAddress", "127.0.0.1",
                        "spark.executor.memory", "512m",
                        "spark.sql.shuffle.partitions", String.valueOf(PARTS),
                        "spark.ui.port", "0",
                        "spark.eventLog.enabled", "true",
                        "spark.eventLog.dir", events.toUri().toString(),
                        "spark.eventLog.rolling.enabled", "false",
                        "spark.eventLog.compress", "false")
                .forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
        arguments.addAll(List.of("--class", PortfolioJob.class.getName()));
        arguments.addAll(List.of(
                "--jars",
                String.join(",", jarsOfJob().stream().map(Path::toString).toList())));
        arguments.add(jarOf(PortfolioJob.class).toString());
        arguments.addAll(List.of(EXAMPLE.toString(), table.toString(), out.toString(), String.valueOf(DRAWS)));
        return cluster.start("job", List.of("-Xmx512m"), "org.apache.spark.deploy.SparkSubmit", arguments);
    }

    /**
     * Waits until a quarter of the parts has been evaluated, and kills the worker that keeps the table in its parts: so that
     * not only the tasks under way are lost, but also what the others read.
     *
     * @return the executor that was lost with it
     */
    private static String loseAWorkerHalfWay(StandaloneCluster cluster, Started job) throws IOException {
        String page =
                "http://127.0.0.1:" + job.says(Pattern.compile("'SparkUI' on port (\\d+)")) + "/api/v1/applications";
        String application = StandaloneCluster.await("the job to be known", () -> {
            job.mustBeAlive();
            return Optional.ofNullable(StandaloneCluster.read(page).at("/0/id").textValue());
        });
        return StandaloneCluster.await("a quarter of the parts", () -> {
            job.mustBeAlive();
            for (JsonNode stage : StandaloneCluster.read(page + "/" + application + "/stages?status=active")) {
                if (stage.get("numTasks").asInt() == PARTS
                        && stage.get("numCompleteTasks").asInt() >= PARTS / 4) {
                    String executor = withTheTable(StandaloneCluster.read(page + "/" + application + "/executors"));
                    cluster.killWorkerOf(application, executor);
                    return Optional.of(executor);
                }
            }
            return Optional.empty();
        });
    }

    private static String withTheTable(JsonNode executors) {
        String most = "";
        long bytes = 0;
        for (JsonNode executor : executors) {
            if (executor.get("totalShuffleWrite").asLong() > bytes) {
                bytes = executor.get("totalShuffleWrite").asLong();
                most = executor.get("id").textValue();
            }
        }
        return most;
    }

    /** By what Spark wrote down: without this, a job that was done before its worker was killed would pass. */
    private static void assertWorkWasLostAndDoneAgain(Path events, String lost) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(events)) {
            logs = files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
        assertThat(logs).hasSize(1);
        ObjectMapper json = new ObjectMapper();
        int byLost = 0;
        int afterwards = 0;
        int failed = 0;
        boolean isLost = false;
        for (String line : Files.readAllLines(logs.get(0))) {
            JsonNode event = json.readTree(line);
            switch (event.get("Event").textValue()) {
                case "SparkListenerExecutorRemoved" ->
                    isLost |= event.get("Executor ID").textValue().equals(lost);
                case "SparkListenerTaskEnd" -> {
                    boolean hasSucceeded =
                            event.at("/Task End Reason/Reason").textValue().equals("Success");
                    boolean isOfLost =
                            event.at("/Task Info/Executor ID").textValue().equals(lost);
                    // What writes no lines reads or divides the table, or makes ready.
                    boolean hasWritten = hasSucceeded
                            && event.at("/Task Metrics/Output Metrics/Records Written")
                                            .asLong()
                                    > 0;
                    byLost += hasWritten && isOfLost ? 1 : 0;
                    afterwards += hasWritten && isLost ? 1 : 0;
                    failed += hasSucceeded ? 0 : 1;
                }
                default -> {
                    // Says nothing of tasks.
                }
            }
        }
        assertThat(isLost).isTrue();
        assertThat(byLost).isPositive();
        assertThat(failed).isPositive();
        assertThat(afterwards).isPositive();
    }

    /** Every figure of the local run, by id and alternative, against the files that the cluster wrote. */
    private static void assertSameBits(Path table, Path out) throws IOException {
        Scenario scenario = ScenarioFile.read(EXAMPLE);
        Simulation own = scenario.simulation();
        Portfolio portfolio;
        Map<String, long[]> local = new HashMap<>();
        try (PlaceTable places = PlaceTable.open(table)) {
            portfolio = Portfolio.of(
                    scenario,
                    Selection.ALL,
                    places.columns().stream()
                            .filter(scenario.parameters()::containsKey)
                            .toList(),
                    new Simulation(DRAWS, own.seed(), own.sampling()));
            PlaceEvaluator evaluator = new PlaceEvaluator(
                    KeptPortfolios.only(portfolio), TableColumns.named(places, portfolio.columns(), null), false);
            for (PlaceTable.RowBatch part = places.read(1000); part.rows() > 0; part = places.read(1000)) {
                EvaluatedPart results = evaluator.evaluate(part);
                for (int place = 0; place < results.ids().size(); place++) {
                    for (int c = 0; c < portfolio.cases(); c++) {
                        local.put(results.ids().get(place) + "/" + portfolio.alternative(c), bits(results, c, place));
                    }
                }
            }
        }
        assertThat(local).hasSize(ROWS * portfolio.cases());
        List<Path> files;
        try (Stream<Path> listed = Files.list(out)) {
            files = listed.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        assertThat(out.resolve("_SUCCESS")).exists();
        assertThat(files).hasSize(PARTS);
        for (Path file : files) {
            try (PlaceTable lines = PlaceTable.open(file)) {
                assertThat(lines.columns().subList(3, lines.columns().size())).isEqualTo(portfolio.figures());
                for (PlaceTable.RowBatch part = lines.read(1000); part.rows() > 0; part = lines.read(1000)) {
                    for (int row = 0; row < part.rows(); row++) {
                        // Taken out, so that a line that is there twice is found as well as one that is not.
                        String line = part.text(row, 0) + "/" + part.text(row, 1);
                        assertThat(bits(part, row, lines.columns().size()))
                                .as(line)
                                .isEqualTo(local.remove(line));
                    }
                }
            }
        }
        assertThat(local).isEmpty();
    }

    private static final long ABSENT = Double.doubleToLongBits(Double.NaN);

    private static long[] bits(EvaluatedPart results, int c, int place) {
        long[] bits = new long[results.portfolio().figures().size()];
        for (int figure = 0; figure < bits.length; figure++) {
            bits[figure] = results.isAbsent(c, figure, place) ? ABSENT : bits(results.figure(c, figure, place));
        }
        return bits;
    }

    private static long[] bits(PlaceTable.RowBatch part, int row, int columns) {
        long[] bits = new long[columns - 3];
        for (int figure = 0; figure < bits.length; figure++) {
            int column = figure + 3;
            bits[figure] = part.text(row, column).isEmpty() ? ABSENT : bits(part.number(row, column));
        }
        return bits;
    }

    /** A table has one 0 only; {@link SparkPortfolioTest} sees to its sign. */
    private static long bits(double number) {
        return Double.doubleToRawLongBits(number + 0.0);
    }
}
