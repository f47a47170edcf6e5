package nl.mkba.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.MappingFile;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.evaluation.PlaceEvaluator;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job with a mapping of columns gives what one machine gives: the same bits, and the same words about a wrong table. */
class MappedJobTest {

    private static final int DRAWS = 30;

    private static final String SCENARIO = """
            mkba: 1
            id: t
            title: t
            base_year: 2026
            price_level: 2026
            horizon: 12
            discounting: 2.8%
            stakeholders: {city: {sector: public}, home: {sector: households}}
            parameters:
              households: {value: 100, distribution: {uniform: [90, 120]}, quality: illustrative}
              poor: {value: households * 10%}
              price: {value: 300000, distribution: {normal: {mean: 300000, sd: 20000}}, quality: illustrative}
              years: 4
              effect: {value: 20%, distribution: {pert: [5%, 20%, 40%]}, quality: illustrative}
            interventions:
              m:
                costs: {c: {paid_by: city, amount: households * 10, when: {years: years}}}
                effects:
                  e: {quantity: poor * effect, value: 700, accrues_to: home}
                  f: {quantity: households, value: price / 10000, accrues_to: home, when: {ramp_up: 2}}
            alternatives:
              short: {interventions: [m]}
              long: {interventions: [m], set: {effect: {times: 150%}}}
            outlooks:
              low: {set: {effect: 10%}}
            """;

    private static final String MAPPING = """
            id: code
            name: naam
            where: {soort: [Buurt, 'Wijk*']}
            decimal: ','
            missing: ['.', '-99997']
            columns: {worth: 'Gemiddelde waarde'}
            parameters:
              households: a_hh
              poor: max(a_hh * p_li / 100, 7)
              price: pow(worth / 10, 1.5) * 1000
              years: jaren
              unknown_here: nowhere
            if_missing: {poor: keep, price: keep, years: skip}
            """;

    private static final List<String> COLUMNS =
            List.of("code", "naam", "soort", "a_hh", "p_li", "Gemiddelde waarde", "jaren", "ongebruikt");

    private static final SparkSession SESSION = LocalSession.builder().getOrCreate();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        SESSION.stop();
    }

    /** Rows whose last five cells but one are numbers, or null for what is missing. */
    private static List<List<Object>> rows() {
        SplittableRandom random = new SplittableRandom(8);
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < 90; row++) {
            List<Object> cells = new ArrayList<>();
            cells.add("BU" + (1000 + row));
            cells.add("Buurt \"" + row + "\"; de eerste");
            cells.add(row % 7 == 0 ? "Gemeente" : row % 7 == 1 ? "Wijk " + row : "Buurt");
            cells.add((double) random.nextInt(50, 900));
            cells.add(row % 4 == 0 ? null : random.nextInt(10, 300) / 10.0);
            cells.add(row % 5 == 0 ? null : random.nextInt(1000, 6000) / 10.0);
            cells.add(row % 11 == 0 ? null : (double) random.nextInt(1, 6));
            cells.add(-1.0);
            rows.add(cells);
        }
        return rows;
    }

    private static String csv(List<List<Object>> rows) {
        StringBuilder text = new StringBuilder(String.join(";", COLUMNS)).append('\n');
        for (List<Object> row : rows) {
            List<String> cells = row.stream()
                    .map(cell -> cell == null
                            ? "."
                            : cell instanceof Double number
                                    ? number.toString().replace('.', ',')
                                    : "\" " + cell.toString().replace("\"", "\"\"") + " \"")
                    .toList();
            text.append(String.join(";", cells)).append('\n');
        }
        return text.toString();
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    private Path table(String form) throws IOException {
        return switch (form) {
            case "csv" -> write("places.csv", csv(rows()));
            case "utf16" -> write("utf16.csv", csv(rows()), StandardCharsets.UTF_16);
            case "xlsx" -> workbook();
            case "parquet" -> parquet();
            default -> throw new IllegalArgumentException(form);
        };
    }

    private Path workbook() throws IOException {
        Path file = folder.resolve("places.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("first").value(0, 0, "another sheet");
            Worksheet sheet = workbook.newWorksheet("places");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
            }
            int line = 1;
            for (List<Object> row : rows()) {
                for (int column = 0; column < row.size(); column++) {
                    if (row.get(column) instanceof Double number) {
                        sheet.value(line, column, number);
                    } else {
                        sheet.value(
                                line,
                                column,
                                row.get(column) == null ? "." : row.get(column).toString());
                    }
                }
                line++;
            }
        }
        return file;
    }

    private Path parquet() throws IOException {
        StructType schema = new StructType();
        for (int column = 0; column < COLUMNS.size(); column++) {
            schema = schema.add(
                    COLUMNS.get(column), column < 3 ? DataTypes.StringType : DataTypes.DoubleType, column > 3);
        }
        Path out = folder.resolve("made");
        SESSION.createDataset(
                        rows().stream()
                                .map(row -> RowFactory.create(row.toArray()))
                                .toList(),
                        Encoders.row(schema))
                .coalesce(1)
                .write()
                .parquet(out.toString());
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void run(Path table, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                write("s.yaml", SCENARIO).toString(),
                table.toString(),
                folder.resolve("out").toString()));
        args.addAll(List.of(more));
        args.addAll(List.of("--columns", write("m.yaml", MAPPING).toString()));
        PortfolioJob.run(SESSION, args.toArray(String[]::new));
    }

    /** Every line of the cluster's files: its texts, and the bits of its figures. */
    private Map<String, List<Long>> cluster() throws IOException {
        Map<String, List<Long>> lines = new HashMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("out"))) {
            files = found.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        for (Path file : files) {
            try (PlaceTable table = PlaceTable.open(file)) {
                assertThat(table.columns()).startsWith("id", "name", "alternative", "outlook", "pv_costs");
                for (PlaceTable.RowBatch part = table.read(100); part.rows() > 0; part = table.read(100)) {
                    for (int row = 0; row < part.rows(); row++) {
                        List<Long> bits = new ArrayList<>();
                        for (int column = 4; column < table.columns().size(); column++) {
                            boolean isAbsent = part.text(row, column).isEmpty();
                            bits.add(bits(isAbsent ? Double.NaN : part.number(row, column)));
                        }
                        String line = part.text(row, 0) + "/" + part.text(row, 1) + "/" + part.text(row, 2) + "/"
                                + part.text(row, 3);
                        assertThat(lines.put(line, bits)).isNull();
                    }
                }
            }
        }
        return lines;
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number + 0.0);
    }

    /** One machine's reading of a table. */
    private interface Reading {
        void of(PlaceEvaluator evaluator, PlaceTable table) throws IOException;
    }

    private void local(Path file, String sheet, Simulation simulation, Reading reading) throws IOException {
        Scenario scenario = ScenarioFile.read(SCENARIO);
        ColumnMapping mapping = MappingFile.read(MAPPING);
        Selection all =
                new Selection(List.of(), List.of("low"), true, Selection.ALL.set(), Selection.ALL.discounting());
        try (PlaceTable table = PlaceTable.openAsItComes(file, file.toString(), sheet)) {
            TableColumns columns =
                    TableColumns.mapped(table, mapping, scenario.parameters().keySet(), null);
            KeptPortfolios portfolios = new KeptPortfolios(
                    Portfolio.of(scenario, all, columns.parameters(), simulation),
                    some -> Portfolio.of(scenario, all, some, simulation));
            reading.of(new PlaceEvaluator(portfolios, columns, false), table);
        }
    }

    private Map<String, List<Long>> local(Path file, String sheet, Simulation simulation) throws IOException {
        Map<String, List<Long>> lines = new HashMap<>();
        local(file, sheet, simulation, (evaluator, table) -> {
            for (PlaceTable.RowBatch part = table.read(40); part.rows() > 0; part = table.read(40)) {
                EvaluatedPart results = evaluator.evaluate(part);
                Portfolio portfolio = results.portfolio();
                assertThat(results.refused()).isEmpty();
                for (int place = 0; place < results.ids().size(); place++) {
                    for (int c = 0; c < portfolio.cases(); c++) {
                        List<Long> bits = new ArrayList<>();
                        for (int figure = 0; figure < portfolio.figures().size(); figure++) {
                            boolean isAbsent = results.isAbsent(c, figure, place);
                            bits.add(bits(isAbsent ? Double.NaN : results.figure(c, figure, place)));
                        }
                        lines.put(
                                results.ids().get(place) + "/"
                                        + results.names().orElseThrow().get(place) + "/" + portfolio.alternative(c)
                                        + "/" + portfolio.outlook(c).orElse(""),
                                bits);
                    }
                }
            }
        });
        return lines;
    }

    private static Simulation simulation() {
        Simulation own = ScenarioFile.read(SCENARIO).simulation();
        return new Simulation(DRAWS, own.seed(), own.sampling());
    }

    /**
     * With formulas, rows that are not kept, values that keep the scenario's own, and places left out. Of the 90 rows 13 are of a
     * municipality (0, 7 … 84), and of the others 7 lack their years (11, 22, 33, 44, 55, 66, 88; 0 and 77 are of a municipality).
     */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "utf16", "xlsx", "parquet"})
    void theBitsOfOneMachine(String form) throws Exception {
        Path table = table(form);
        String sheet = form.equals("xlsx") ? "places" : null;
        Map<String, List<Long>> local = local(table, sheet, simulation());
        String draws = String.valueOf(DRAWS);
        if (sheet == null) {
            run(table, draws);
        } else {
            run(table, draws, "--sheet", sheet);
        }
        assertThat(cluster()).isEqualTo(local).hasSize((90 - 13 - 7) * 4);
    }

    /** A folder of files, each with its line of names, is one table. */
    @Test
    void aFolderOfFiles() throws Exception {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        write("tables/a.csv", csv(rows().subList(0, 50)));
        write("tables/b.csv", csv(rows().subList(50, 90)));
        run(tables);
        assertThat(cluster()).isEqualTo(local(table("csv"), null, null));
    }

    private static final String HEADER = String.join(";", COLUMNS) + "\n";

    /** What is wrong with a table is all told at once, before anything is evaluated, in one machine's words and at its places. */
    @Test
    void aWrongTableIsRefusedWithItsPlaces() throws Exception {
        Path table = write(
                "wrong.csv",
                HEADER + "a;A;Buurt;100;5;200;4;\n" + "b;B;Buurt;1.000;5;x;4;\n" + ";C;Buurt;100;5;200;4;\n"
                        + "d;D;Buurt;.;5;200;4;\n" + "e;E;Gemeente;?;?;?;?;\n" + "f;F;Buurt;100;5\n"
                        + "g;G;Buurt;100;5;0;4;\n" + "h;H;Buurt;(100);5;200;2026-01-01;\n");
        List<Problem> local = new ArrayList<>();
        local(
                table,
                null,
                null,
                (evaluator, places) ->
                        evaluator.read(places.read(100)).refused().values().forEach(local::addAll));
        assertThat(local).hasSizeGreaterThan(5);
        InvalidScenarioException refused = catchThrowableOfType(InvalidScenarioException.class, () -> run(table));
        assertThat(refused.problems()).isEqualTo(local);
        assertThat(refused.getMessage()).contains(table + ":3:1: Gemiddelde waarde: `x` is not a number");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPlaceThatIsThereTwiceIsRefused() throws Exception {
        Path table = write(
                "twice.csv",
                HEADER + "a;A;Buurt;100;5;200;4;\n" + "b;B;Buurt;100;5;200;4;\n" + "a;A;Gemeente;100;5;200;4;\n"
                        + "b;B;Buurt;100;5;200;4;\n");
        InvalidScenarioException refused = catchThrowableOfType(InvalidScenarioException.class, () -> run(table));
        assertThat(refused.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.REPEATED_PLACE);
            assertThat(problem.path()).isEqualTo("code");
            assertThat(problem.toString()).contains(table + ":5:1");
        });
    }

    @Test
    void aTableWithoutTheColumnsOrWithoutARowToKeepIsRefused() throws Exception {
        Path other = write("other.csv", "code;naam;soort;a_hh;p_li;jaren\na;A;Buurt;1;2;3\n");
        InvalidScenarioException noColumn = catchThrowableOfType(InvalidScenarioException.class, () -> run(other));
        assertThat(noColumn.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.NO_SUCH_COLUMN);
            assertThat(problem.toString()).contains("m.yaml:6:", "Gemiddelde waarde", other.toString());
        });
        Path none = write("none.csv", HEADER + "a;A;Gemeente;100;5;200;4;\n");
        InvalidScenarioException noRow = catchThrowableOfType(InvalidScenarioException.class, () -> run(none));
        assertThat(noRow.problems()).extracting(Problem::code).containsExactly(ProblemCode.NO_PLACE_KEPT);
        Path left = write("left.csv", HEADER + "a;A;Buurt;100;5;200;.;\n" + "b;B;Buurt;100;5;200;.;\n");
        InvalidScenarioException noPlace = catchThrowableOfType(InvalidScenarioException.class, () -> run(left));
        assertThat(noPlace.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.NO_PLACE_LEFT);
            assertThat(problem.toString()).contains("left.csv:1:", "2 are left out");
        });
    }

    /** What only the calculation can refuse ends the job with the row's place. */
    @Test
    void aRowThatCannotBeCalculatedIsNamedWithItsPlace() throws Exception {
        Path table = write("negative.csv", HEADER + "a;A;Buurt;100;5;200;4;\n" + "b;B;Buurt;100;5;200;2,5;\n");
        assertThatThrownBy(() -> run(table)).hasStackTraceContaining("The row (b) is refused: " + table + ":3:1: ");
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        assertThatThrownBy(() -> PortfolioJob.main(new String[] {"s.yaml", "t.csv", "out", "10", "--sheet", "x"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Usage: PortfolioJob");
        assertThatThrownBy(() -> PortfolioJob.main(new String[] {"s.yaml", "t.csv", "out", "--columns"}))
                .hasMessageContaining("Usage: PortfolioJob");
    }
}
