package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.expression.Expression;
import nl.mkba.file.MappingFile;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.evaluation.PlaceEvaluator;
import nl.mkba.file.format.ColumnMapping;
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
 * A place has, to the bit, the figures of the scenario in which its values are put in with {@code --set}: those that its row gives
 * through formulas, and no others where the scenario's own are kept.
 */
class MappedAgreementTest {

    private static final int ROWS = 60;

    private static final Scenario SCENARIO = ScenarioFile.read("""
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
            """);

    private static final String MAPPING = """
            id: code
            decimal: ','
            missing: ['.']
            parameters:
              households: a_hh
              poor: max(a_hh * p_li / 100, min(a_hh, 7)) + 0 * sqrt(abs(-p_li))
              price: pow(woz / 10, 1.5) * 1000 - -exp(ln(woz))
              years: jaren
            if_missing: {poor: keep, price: keep, years: skip}
            """;

    @TempDir
    private Path folder;

    /** A row: what its cells say, null for what is missing. */
    private record Row(String id, double households, Double share, Double worth, Integer years) {

        String text() {
            return id + ";" + comma(households) + ";" + comma(share) + ";" + comma(worth) + ";"
                    + (years == null ? "." : years) + "\n";
        }

        private static String comma(Double number) {
            return number == null ? "." : Double.toString(number).replace('.', ',');
        }

        /** The same arithmetic, written in Java. */
        Map<String, Double> values() {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("households", households);
            if (share != null) {
                values.put(
                        "poor",
                        Math.max(households * share / 100, Math.min(households, 7)) + 0 * Math.sqrt(Math.abs(-share)));
            }
            if (worth != null) {
                values.put("price", StrictMath.pow(worth / 10, 1.5) * 1000 - -StrictMath.exp(StrictMath.log(worth)));
            }
            values.put("years", (double) years);
            return values;
        }

        Selection in(Selection selection) {
            Selection own = selection;
            for (Map.Entry<String, Double> value : values().entrySet()) {
                own = own.with(value.getKey(), new Replacement.Value(Expression.of(value.getValue()), null));
            }
            return own;
        }
    }

    private static List<Row> rows() {
        SplittableRandom random = new SplittableRandom(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double households = Math.rint(random.nextDouble() * 900);
            Double share = random.nextInt(4) == 0 ? null : Math.rint(random.nextDouble() * 1000) / 10;
            Double worth = random.nextInt(4) == 0 ? null : 100 + Math.rint(random.nextDouble() * 5000) / 10;
            Integer years = random.nextInt(8) == 0 ? null : 1 + random.nextInt(5);
            rows.add(new Row(String.format(Locale.ROOT, "BU%04d", i), households, share, worth, years));
        }
        return rows;
    }

    private List<EvaluatedPart> evaluated(Portfolio whole, List<Row> rows, Simulation draws, int atATime)
            throws IOException {
        StringBuilder text = new StringBuilder("code;a_hh;p_li;woz;jaren\n");
        rows.forEach(row -> text.append(row.text()));
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        ColumnMapping mapping = MappingFile.read(MAPPING);
        List<EvaluatedPart> parts = new ArrayList<>();
        try (PlaceTable table = PlaceTable.openAsItComes(file, "t.csv", null)) {
            TableColumns columns =
                    TableColumns.mapped(table, mapping, SCENARIO.parameters().keySet(), null);
            KeptPortfolios portfolios =
                    new KeptPortfolios(whole, kept -> Portfolio.of(SCENARIO, selection(), kept, draws));
            PlaceEvaluator evaluator = new PlaceEvaluator(portfolios, columns, false);
            for (PlaceTable.RowBatch part = table.read(atATime); part.rows() > 0; part = table.read(atATime)) {
                parts.add(evaluator.evaluate(part));
            }
        }
        return parts;
    }

    private static Selection selection() {
        return new Selection(List.of(), List.of("low"), true, Map.of(), null);
    }

    private static List<String> columns() {
        return List.of("households", "poor", "price", "years");
    }

    @Test
    void ofTheCentralCaseWhateverTheRowsBesideIt() throws IOException {
        List<Row> rows = rows();
        List<Row> whole = rows.stream().filter(row -> row.years() != null).toList();
        Portfolio portfolio = Portfolio.of(SCENARIO, selection(), columns(), null);
        for (int atATime : new int[] {1, 7, 1000}) {
            int place = 0;
            int leftOut = 0;
            for (EvaluatedPart part : evaluated(portfolio, rows, null, atATime)) {
                assertThat(part.refused()).isEmpty();
                leftOut += part.leftOut();
                for (int i = 0; i < part.ids().size(); i++, place++) {
                    Row row = whole.get(place);
                    assertThat(part.ids().get(i)).isEqualTo(row.id());
                    List<AlternativeResult> results =
                            Mkba.appraise(SCENARIO, row.in(selection())).results();
                    for (int c = 0; c < results.size(); c++) {
                        assertThat(part.figure(c, portfolio.figures().indexOf("npv"), i))
                                .as(row.id())
                                .isEqualTo(results.get(c).npv().value());
                        assertThat(part.figure(c, portfolio.figures().indexOf("pv_costs"), i))
                                .isEqualTo(results.get(c).pvCosts().value());
                    }
                }
            }
            assertThat(place).isEqualTo(whole.size());
            assertThat(leftOut).isEqualTo(rows.size() - whole.size()).isPositive();
        }
    }

    @Test
    void ofEveryDraw() throws IOException {
        Simulation draws = new Simulation(200, 11, Simulation.Sampling.LATIN_HYPERCUBE);
        List<Row> rows =
                rows().stream().filter(row -> row.years() != null).limit(12).toList();
        Portfolio portfolio = Portfolio.of(SCENARIO, selection(), columns(), draws);
        EvaluatedPart part = evaluated(portfolio, rows, draws, 100).get(0);
        assertThat(rows).anyMatch(row -> row.share() == null).anyMatch(row -> row.worth() == null);
        for (int place = 0; place < rows.size(); place++) {
            SimulationResult simulated = Mkba.simulate(
                    SCENARIO, rows.get(place).in(selection()), SimulationRequest.of(draws), Workers.callerOnly());
            for (int c = 0; c < portfolio.cases(); c++) {
                Statistics npv = simulated.results().get(c).npv();
                assertThat(part.figure(c, portfolio.figures().indexOf("npv_mean"), place))
                        .as(rows.get(place).id())
                        .isEqualTo(npv.mean());
                assertThat(part.figure(c, portfolio.figures().indexOf("npv_p5"), place))
                        .isEqualTo(npv.p5());
            }
        }
    }
}
