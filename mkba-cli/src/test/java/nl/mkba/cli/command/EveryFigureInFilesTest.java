package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.CatalogueStakeholder;
import nl.mkba.file.catalogue.Effect;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number in the CSV of a budget, of places and of the catalogue is that of the library, in the column of its name; of every two
 * columns some line differs, so that their exchange would be seen.
 */
class EveryFigureInFilesTest {

    private static final Path EVERYTHING = Path.of(System.getProperty("mkba.root"))
            .resolve("mkba-scenarios/src/test/resources/faults/everything.yaml");

    private final Scenario scenario = ScenarioFile.read(EVERYTHING);

    @TempDir
    private Path folder;

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(new ByteArrayInputStream(new byte[0]), out, err, false)).run(words);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> lines(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(NamedCsvRecord::getFieldsAsMap)
                .toList();
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** In both prices, with draws: the lines of the total have percentiles. */
    @Test
    void theLinesOfABudget() {
        for (Prices prices : Prices.values()) {
            String csv = run(
                    "budget",
                    EVERYTHING.toString(),
                    "--stakeholder",
                    "city",
                    "--prices",
                    prices.id(),
                    "--alternative",
                    "both",
                    "--draws",
                    "30",
                    "--format",
                    "csv");
            BudgetResult.Budget budget = Mkba.budget(
                            scenario,
                            Selection.ALL,
                            BudgetRequest.of("city").in(prices),
                            new Simulation(
                                    30,
                                    scenario.simulation().seed(),
                                    scenario.simulation().sampling()),
                            Workers.callerOnly())
                    .results()
                    .get(0);
            List<Map<String, String>> lines = lines(csv).stream()
                    .filter(line -> line.get("row").equals("total"))
                    .toList();
            assertThat(lines).hasSize(budget.years().size());
            for (int y = 0; y < lines.size(); y++) {
                Map<String, String> line = lines.get(y);
                assertThat(line)
                        .containsEntry("stakeholder", "city")
                        .containsEntry("prices", prices.id())
                        .containsEntry("year", String.valueOf(budget.years().get(y)));
                Map<String, Double> figures = new LinkedHashMap<>();
                figures.put("expenditure", budget.total().expenditure().get(y).value());
                figures.put("income", budget.total().income().get(y).value());
                figures.put("net", budget.total().net().get(y).value());
                figures.put("net_p5", budget.net().get(y).p5().value());
                figures.put("net_p95", budget.net().get(y).p95().value());
                figures.forEach((name, value) ->
                        assertThat(number(line.get(name))).as(name).isEqualTo(value));
            }
            differ(lines, List.of("expenditure", "income", "net", "net_p5", "net_p95"));
        }
    }

    private static void differ(List<Map<String, String>> lines, List<String> columns) {
        for (String one : columns) {
            for (String other : columns) {
                assertThat(one.equals(other)
                                || lines.stream()
                                        .anyMatch(line -> !line.get(one).equals(line.get(other))))
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    /** Two rows, with draws and units: as {@code run} and {@code simulate} with the same values. */
    @Test
    void theLinesOfPlaces() throws IOException {
        Files.writeString(folder.resolve("places.csv"), "id,homes,success,years\np,150,0.35,3\nq,410,0.55,6\n");
        Path out = folder.resolve("out.csv");
        run(
                "portfolio",
                EVERYTHING.toString(),
                "--table",
                folder.resolve("places.csv").toString(),
                "--out",
                out.toString(),
                "--alternative",
                "both",
                "--draws",
                "40",
                "--units");
        List<Map<String, String>> lines = lines(Files.readString(out));
        Selection first = Selection.ALL
                .with("homes", value(150))
                .with("success", value(0.35))
                .with("years", value(3));
        Selection second = Selection.ALL
                .with("homes", value(410))
                .with("success", value(0.55))
                .with("years", value(6));
        assertThat(lines).hasSize(2);
        place(lines.get(0), "p", first);
        place(lines.get(1), "q", second);
        List<String> figures = new ArrayList<>(lines.get(0).keySet());
        figures.removeAll(List.of("id", "alternative", "outlook"));
        differ(lines, figures);
    }

    private static Replacement value(double number) {
        return new Replacement.Value(Expression.of(number), null);
    }

    private void place(Map<String, String> line, String id, Selection selection) {
        AlternativeResult central = Mkba.appraise(scenario, selection).results().get(0);
        SimulationResult.SimulatedCase drawn = Mkba.simulate(
                        scenario,
                        selection,
                        SimulationRequest.of(new Simulation(
                                40,
                                scenario.simulation().seed(),
                                scenario.simulation().sampling())),
                        Workers.callerOnly())
                .results()
                .get(0);
        assertThat(central.alternative()).isEqualTo("both");
        assertThat(line)
                .containsEntry("id", id)
                .containsEntry("alternative", "both")
                .containsEntry("outlook", "");
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("pv_costs", central.pvCosts().value());
        figures.put("pv_benefits", central.pvBenefits().value());
        figures.put("npv", central.npv().value());
        figures.put("bcr", central.bcr().orElseThrow());
        figures.put("weighted_npv", central.weightedNpv().value());
        central.stakeholders()
                .forEach((stakeholder, account) ->
                        figures.put("net_" + stakeholder, account.net().value()));
        Statistics npv = drawn.npv();
        figures.put("npv_mean", npv.mean());
        figures.put("npv_p5", npv.p5());
        figures.put("npv_p50", npv.p50());
        figures.put("npv_p95", npv.p95());
        figures.put("probability_positive", npv.probabilityPositive());
        for (StreamResult stream : central.streams()) {
            stream.units()
                    .ifPresent(
                            units -> figures.put("units_" + stream.intervention() + "_" + stream.id(), units.units()));
        }
        Set<String> named = new HashSet<>(line.keySet());
        named.removeAll(Set.of("id", "alternative", "outlook"));
        assertThat(named).isEqualTo(figures.keySet());
        figures.forEach(
                (name, value) -> assertThat(number(line.get(name))).as(name).isEqualTo(value));
    }

    /** Parameters and effects with their values and ranges, stakeholders, and what the columns of tables become. */
    @Test
    void theLinesOfTheCatalogue() {
        Catalogue catalogue = Catalogue.read();
        List<Map<String, String>> lines = lines(run("catalogue", "--format", "csv"));
        Map<String, Map<String, String>> figures = lines.stream()
                .filter(line ->
                        line.get("columns").isEmpty() && line.get("sector").isEmpty())
                .collect(Collectors.toMap(line -> line.get("id"), line -> line));
        for (KeyFigure figure : catalogue.keyFigures()) {
            Map<String, String> line = figures.get(figure.parameter().id());
            assertThat(number(line.get("value"))).isEqualTo(figure.central());
            assertThat(line).containsEntry("include", figure.part().include());
            Integer year = figure.parameter().priceYear();
            assertThat(line).containsEntry("price_year", year == null ? "" : year.toString());
            if (figure.parameter().distribution() != null) {
                assertThat(number(line.get("low")))
                        .isEqualTo(figure.parameter().distribution().lowest());
                assertThat(number(line.get("high")))
                        .isEqualTo(figure.parameter().distribution().highest());
            }
        }
        for (Effect effect : catalogue.effects()) {
            Map<String, String> line = figures.get(effect.parameter().id());
            assertThat(number(line.get("value"))).isEqualTo(effect.central());
            Integer year = effect.evidence().year();
            assertThat(line).containsEntry("year", year == null ? "" : year.toString());
            effect.range().ifPresent(range -> {
                assertThat(number(line.get("low"))).isEqualTo(range.low());
                assertThat(number(line.get("high"))).isEqualTo(range.high());
            });
        }
        differ(lines, List.of("value", "low", "high", "price_year", "year"));
        Map<String, String> sectors = lines.stream()
                .filter(line -> !line.get("sector").isEmpty())
                .collect(Collectors.toMap(line -> line.get("id"), line -> line.get("sector")));
        assertThat(sectors)
                .isEqualTo(catalogue.stakeholders().stream()
                        .collect(Collectors.toMap(
                                (CatalogueStakeholder stakeholder) ->
                                        stakeholder.stakeholder().id(),
                                stakeholder -> stakeholder.stakeholder().sector())));
        assertThat(lines)
                .hasSize(catalogue.keyFigures().size()
                        + catalogue.effects().size()
                        + catalogue.stakeholders().size()
                        + catalogue.mappings().stream()
                                .mapToInt(mapping -> mapping.parameters().size())
                                .sum());
    }

    @Test
    void theLinesOfMappings() {
        List<Map<String, String>> lines = lines(run("catalogue", "columns", "--format", "csv"));
        List<List<String>> expected = new ArrayList<>();
        Catalogue.read()
                .mappings()
                .forEach(mapping -> mapping.parameters()
                        .forEach((id, formula) -> expected.add(List.of(
                                mapping.origin(),
                                id,
                                formula.text(),
                                String.valueOf(mapping.title().in(Locale.ENGLISH)),
                                mapping.provenance().url()))));
        assertThat(lines)
                .extracting(line -> List.of(
                        line.get("columns"), line.get("id"), line.get("formula"), line.get("name_en"), line.get("url")))
                .isEqualTo(expected)
                .hasSizeGreaterThan(20);
    }
}
