package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.expression.Expression;
import nl.mkba.file.GoldenFiles;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of a row is, bit for bit, that of the scenario with the row's values: of every alternative in every outlook, with
 * and without draws, with and without what a choice within a budget keeps.
 */
class RowAgreementTest {

    private static final Simulation DRAWS = new Simulation(300, 7, Simulation.Sampling.LATIN_HYPERCUBE);

    /** Draws of which every value is put into the scenario and appraised. */
    private static final int APPRAISED = 20;

    private static final Path EVERYTHING =
            GoldenFiles.RESOURCES.resolve("faults").resolve("everything.yaml");

    private final Workers workers = Workers.callerOnly();

    /** Files with several alternatives and outlooks, and parameters of their own that no {@code set} names. */
    static Stream<Path> files() {
        return Stream.concat(
                Stream.of(EVERYTHING),
                GoldenFiles.examples().stream()
                        .filter(file -> !ScenarioFile.read(file).outlooks().isEmpty())
                        .limit(3));
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofTheCentralCase(Path file) {
        Place place = Place.of(ScenarioFile.read(file));
        for (String stakeholder : place.payers()) {
            Portfolio portfolio = Portfolio.of(
                    place.scenario(),
                    place.all(),
                    place.columns(),
                    null,
                    false,
                    ChoiceFigures.netPresentValue().paidBy(stakeholder));
            RowEvaluator row = evaluated(portfolio, portfolio.evaluator(), place);
            List<AlternativeResult> results =
                    Mkba.appraise(place.scenario(), place.selection()).results();
            assertThat(portfolio.cases()).isEqualTo(results.size());
            for (int c = 0; c < results.size(); c++) {
                Map<String, Double> expected = central(results.get(c));
                expected.put(
                        "costs_" + stakeholder,
                        results.get(c).stakeholders().get(stakeholder).costs().value());
                assertThat(portfolio.alternative(c)).isEqualTo(results.get(c).alternative());
                assertThat(portfolio.outlook(c)).isEqualTo(results.get(c).outlook());
                assertThat(figures(portfolio, row, c)).as("%s %d", file, c).containsExactlyEntriesOf(expected);
            }
        }
    }

    private static Map<String, Double> central(AlternativeResult result) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("pv_costs", result.pvCosts().value());
        figures.put("pv_benefits", result.pvBenefits().value());
        figures.put("npv", result.npv().value());
        figures.put("bcr", result.bcr().orElse(Double.NaN));
        figures.put("weighted_npv", result.weightedNpv().value());
        result.stakeholders()
                .forEach((id, stakeholder) ->
                        figures.put("net_" + id, stakeholder.net().value()));
        return figures;
    }

    private static Map<String, Double> figures(Portfolio portfolio, RowEvaluator row, int theCase) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int f = 0; f < portfolio.figures().size(); f++) {
            figures.put(portfolio.figures().get(f), row.figure(theCase, f, 0));
        }
        return figures;
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofEveryDraw(Path file) {
        Place place = Place.of(ScenarioFile.read(file));
        Portfolio portfolio = Portfolio.of(
                place.scenario(), place.all(), place.columns(), DRAWS, false, ChoiceFigures.netPresentValue());
        RowEvaluator row = evaluated(portfolio, portfolio.evaluatorKeepingDraws(), place);
        SimulationResult simulated =
                Mkba.simulate(place.scenario(), place.selection(), SimulationRequest.of(DRAWS), workers);
        for (int c = 0; c < portfolio.cases(); c++) {
            Statistics npv = simulated.results().get(c).npv();
            Map<String, Double> found = figures(portfolio, row, c);
            assertThat(found)
                    .as("%s %d", file, c)
                    .containsEntry("npv_mean", npv.mean())
                    .containsEntry("npv_p5", npv.p5())
                    .containsEntry("npv_p50", npv.p50())
                    .containsEntry("npv_p95", npv.p95())
                    .containsEntry("probability_positive", npv.probabilityPositive());
            assertThat(row.drawnValues(c, 0)).isEqualTo(KeptDraws.of(simulated).column(c, Evaluator.NPV));
            assertThat(row.drawnCosts(c, 0, 0))
                    .isEqualTo(KeptDraws.of(simulated).column(c, Evaluator.COSTS));
        }
    }

    /** What an option is worth in every draw, whatever a choice is to have the most of. */
    @Test
    void ofEveryObjectiveInEveryDraw() {
        Place place = Place.of(ScenarioFile.read(EVERYTHING));
        KeptDraws simulated =
                KeptDraws.of(Mkba.simulate(place.scenario(), place.selection(), SimulationRequest.of(DRAWS), workers));
        Map<Objective, Evaluator.Figure> figures = new LinkedHashMap<>();
        figures.put(new Objective.WeightedNetPresentValue(), Evaluator.WEIGHTED_NPV);
        List<String> stakeholders = List.copyOf(place.scenario().stakeholders().keySet());
        for (int stakeholder = 0; stakeholder < stakeholders.size(); stakeholder++) {
            figures.put(new Objective.Net(stakeholders.get(stakeholder)), Evaluator.net(stakeholder));
        }
        figures.forEach((objective, figure) -> {
            Portfolio portfolio = Portfolio.of(
                    place.scenario(),
                    place.all(),
                    place.columns(),
                    DRAWS,
                    false,
                    new ChoiceFigures(objective, Optional.empty(), List.of(), false));
            RowEvaluator row = evaluated(portfolio, portfolio.evaluatorKeepingDraws(), place);
            for (int c = 0; c < portfolio.cases(); c++) {
                assertThat(row.drawnValues(c, 0)).as("%s %d", objective, c).isEqualTo(simulated.column(c, figure));
            }
        });
    }

    @Test
    void ofWhatAStakeholderPaysInADraw() {
        Place place = Place.of(ScenarioFile.read(EVERYTHING));
        SimulationResult simulated =
                Mkba.simulate(place.scenario(), place.selection(), SimulationRequest.of(DRAWS), workers);
        for (String stakeholder : place.payers()) {
            Portfolio portfolio = Portfolio.of(
                    place.scenario(),
                    place.all(),
                    place.columns(),
                    DRAWS,
                    false,
                    ChoiceFigures.netPresentValue().paidBy(stakeholder));
            RowEvaluator row = evaluated(portfolio, portfolio.evaluatorKeepingDraws(), place);
            for (int draw = 0; draw < APPRAISED; draw++) {
                for (int c = 0; c < portfolio.cases(); c++) {
                    AlternativeResult result = drawn(place, simulated, c, draw);
                    assertThat(row.drawnCosts(c, 0, 0)[draw])
                            .as("%d %s %d", c, stakeholder, draw)
                            .isCloseTo(
                                    result.stakeholders()
                                            .get(stakeholder)
                                            .costs()
                                            .value(),
                                    withinPercentage(1e-7));
                }
            }
        }
    }

    /** The central estimate with the values of a draw. */
    private static AlternativeResult drawn(Place place, SimulationResult simulated, int c, int draw) {
        SimulationResult.SimulatedCase theCase = simulated.results().get(c);
        Selection selection = theCase.outlook().isEmpty()
                ? Selection.ALL
                : Selection.ALL.inOutlooks(theCase.outlook().get());
        selection = selection.alternatives(theCase.alternative());
        for (Map.Entry<String, Double> value : place.row().entrySet()) {
            selection = selection.with(value.getKey(), value(value.getValue()));
        }
        List<String> uncertain = KeptDraws.of(simulated).cases().get(c).parameters();
        for (int p = 0; p < uncertain.size(); p++) {
            double value = KeptDraws.of(simulated).values(c, p)[draw] * place.times(theCase, uncertain.get(p));
            selection = selection.with(uncertain.get(p), value(value));
        }
        return Mkba.appraise(place.scenario(), selection).results().get(0);
    }

    private static Replacement value(double value) {
        return new Replacement.Value(Expression.of(value), null);
    }

    private static RowEvaluator evaluated(Portfolio portfolio, RowEvaluator evaluator, Place place) {
        for (int column = 0; column < place.columns().size(); column++) {
            evaluator.column(column)[0] = place.row().get(portfolio.columns().get(column));
        }
        evaluator.evaluate(1);
        assertThat(evaluator.problems(0)).isEmpty();
        return evaluator;
    }

    /**
     * A scenario and a row for it.
     *
     * @param row values of parameters that no alternative and no outlook sets, a little above the scenario's
     */
    private record Place(Scenario scenario, Map<String, Double> row) {

        static Place of(Scenario scenario) {
            Set<String> set = new HashSet<>();
            scenario.alternatives()
                    .values()
                    .forEach(each -> set.addAll(each.set().keySet()));
            scenario.outlooks().values().forEach(each -> set.addAll(each.set().keySet()));
            Map<String, Double> row = new LinkedHashMap<>();
            for (Parameter parameter : scenario.parameters().values()) {
                Expression value = parameter.value();
                if (value != null && value.number().isPresent() && !set.contains(parameter.id()) && row.size() < 3) {
                    double number = value.number().getAsDouble();
                    row.put(parameter.id(), number == Math.rint(number) ? number : number * 1.01);
                }
            }
            assertThat(row).isNotEmpty();
            return new Place(scenario, row);
        }

        List<String> columns() {
            return List.copyOf(row.keySet());
        }

        /** Every alternative, without an outlook and in each. */
        Selection all() {
            return new Selection(List.of(), new ArrayList<>(scenario.outlooks().keySet()), true, Map.of(), null);
        }

        Selection selection() {
            Selection selection = all();
            for (Map.Entry<String, Double> value : row.entrySet()) {
                selection = selection.with(value.getKey(), value(value.getValue()));
            }
            return selection;
        }

        /** By how much the factors of the alternative and the outlook multiply what is drawn. */
        double times(SimulationResult.SimulatedCase theCase, String parameter) {
            List<Replacement> replacements = new ArrayList<>();
            replacements.add(
                    scenario.alternatives().get(theCase.alternative()).set().get(parameter));
            theCase.outlook()
                    .ifPresent(id ->
                            replacements.add(scenario.outlooks().get(id).set().get(parameter)));
            double times = 1;
            for (Replacement replacement : replacements) {
                if (replacement instanceof Replacement.Times factor) {
                    times *= factor.factor().number().orElseThrow();
                }
            }
            return times;
        }

        List<String> payers() {
            return List.copyOf(scenario.stakeholders().keySet()).subList(0, 2);
        }
    }
}
