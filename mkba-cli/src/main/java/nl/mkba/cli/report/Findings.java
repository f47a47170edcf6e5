package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.cli.render.Headline;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.uncertainty.CumulativeBalance;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/**
 * Everything a report is made of, calculated once.
 *
 * @param scenario what was looked at
 * @param selection what was asked of it
 * @param cases every alternative in the first run (the one without an outlook, if that was asked for), in the scenario's order
 * @param otherRuns the same alternatives in the other outlooks that were asked for
 * @param outlooks every alternative without an outlook and in each outlook of the scenario, in that order; of what was not asked for there
 *     are at most {@link #FEW} draws
 * @param simulation the draws
 * @param information what it is worth to know more, in the first run; empty if nothing is uncertain
 * @param warnings what deserves attention
 */
public record Findings(
        Scenario scenario,
        Selection selection,
        List<CaseFindings> cases,
        List<CaseFindings> otherRuns,
        List<OutlookFindings> outlooks,
        SimulationResult simulation,
        Optional<SensitivityResult.ValueOfInformation> information,
        List<Problem> warnings) {

    /** Most draws of an outlook that was not asked for: enough for a mean beside others. */
    static final int FEW = 1_000;

    public Findings {
        cases = List.copyOf(cases);
        otherRuns = List.copyOf(otherRuns);
        outlooks = List.copyOf(outlooks);
        warnings = List.copyOf(warnings);
    }

    /**
     * One alternative in one outlook or without.
     *
     * @param result its central estimate
     * @param plan its compiled central estimate
     * @param simulated its draws; of a single draw if nothing is uncertain
     * @param column index of the case in the draws
     * @param sensitivity what its net present value depends on
     * @param balance its cumulative balance year by year; empty where nothing is uncertain, and in other runs
     * @param coalitions who pays and who gains, in welfare and then in money
     */
    public record CaseFindings(
            AlternativeResult result,
            Plan plan,
            SimulationResult.SimulatedCase simulated,
            int column,
            SensitivityResult.SensitiveCase sensitivity,
            List<CumulativeBalance.Year> balance,
            List<Coalition> coalitions) {

        public CaseFindings {
            balance = List.copyOf(balance);
            coalitions = List.copyOf(coalitions);
        }
    }

    /**
     * The result of one alternative in one outlook or without; where that was not asked for and is refused, why.
     *
     * @param bcr return per euro of the central estimate, if there is one
     * @param simulated its draws; empty where it is refused
     * @param refused what is wrong; empty where it is not refused
     */
    public record OutlookFindings(
            String alternative,
            Optional<String> outlook,
            OptionalDouble bcr,
            Optional<SimulationResult.SimulatedCase> simulated,
            List<Problem> refused) {

        public OutlookFindings {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Calculates.
     *
     * @param settings draws, seed and sampling
     * @throws InvalidScenarioException if the scenario or the selection is refused, or the values of some
     *     draw are
     */
    public static Findings of(Scenario scenario, Selection selection, Simulation settings, Workers workers) {
        Appraisal appraisal = Mkba.appraise(scenario, selection);
        SimulationResult simulation = Mkba.simulate(scenario, selection, SimulationRequest.of(settings), workers);
        KeptDraws draws = KeptDraws.of(simulation);
        boolean isUncertain = !draws.parameters().isEmpty();
        SensitivityRequest request = SensitivityRequest.of(scenario);
        SensitivityResult sensitivity = Mkba.sensitivity(
                simulation,
                isUncertain
                        ? request.only(Analysis.TORNADO, Analysis.VALUE_OF_INFORMATION)
                        : request.only(Analysis.TORNADO),
                workers);
        CoalitionResult coalitions = Mkba.coalition(simulation);
        Optional<String> first = selection.runs().get(0);
        List<Integer> balanced = IntStream.range(0, appraisal.results().size())
                .filter(c -> isUncertain && appraisal.results().get(c).outlook().equals(first))
                .boxed()
                .toList();
        List<List<CumulativeBalance.Year>> balances = CumulativeBalance.of(draws, balanced, workers);
        List<CaseFindings> cases = new ArrayList<>();
        List<CaseFindings> otherRuns = new ArrayList<>();
        for (int c = 0; c < appraisal.results().size(); c++) {
            AlternativeResult result = appraisal.results().get(c);
            boolean isFirst = result.outlook().equals(first);
            (isFirst ? cases : otherRuns)
                    .add(new CaseFindings(
                            result,
                            draws.cases().get(c).central(),
                            simulation.results().get(c),
                            c,
                            sensitivity.results().get(c),
                            balanced.contains(c) ? balances.get(balanced.indexOf(c)) : List.of(),
                            List.of(
                                    coalitions.results().get(2 * c),
                                    coalitions.results().get(2 * c + 1))));
        }
        List<Problem> warnings = new ArrayList<>(appraisal.warnings());
        warnings.addAll(simulation.warnings());
        warnings.addAll(sensitivity.warnings());
        return new Findings(
                scenario,
                selection,
                cases,
                otherRuns,
                outlooks(scenario, selection, settings, simulation, workers),
                simulation,
                sensitivity.valueOfInformation().stream()
                        .filter(each -> each.outlook().equals(first))
                        .findFirst(),
                warnings);
    }

    private static List<OutlookFindings> outlooks(
            Scenario scenario, Selection selection, Simulation settings, SimulationResult simulation, Workers workers) {
        if (scenario.outlooks().isEmpty()) {
            return List.of();
        }
        List<String> others = scenario.outlooks().keySet().stream()
                .filter(id -> !selection.outlooks().contains(id))
                .toList();
        Selection unasked = new Selection(
                selection.alternatives(),
                others,
                !selection.withoutOutlook(),
                selection.set(),
                selection.discounting(),
                selection.effectsTimes(),
                selection.limitsTimes());
        List<OutlookFindings> found = new ArrayList<>(outlooks(simulation));
        if (!unasked.runs().isEmpty()) {
            Simulation few = new Simulation(Math.min(FEW, settings.draws()), settings.seed(), settings.sampling());
            found.addAll(beside(scenario, unasked, SimulationRequest.of(few).withoutRankCorrelations(), workers));
        }
        List<String> order = List.copyOf(scenario.outlooks().keySet());
        found.sort(Comparator.comparingInt(
                each -> each.outlook().map(order::indexOf).orElse(-1)));
        return found;
    }

    /** What stands beside the result without being asked for: case by case if one is refused, so that it refuses no other. */
    private static List<OutlookFindings> beside(
            Scenario scenario, Selection unasked, SimulationRequest request, Workers workers) {
        try {
            return outlooks(Mkba.simulate(scenario, unasked, request, workers));
        } catch (InvalidScenarioException e) {
            List<Optional<String>> runs = unasked.runs();
            List<String> alternatives = unasked.alternatives().isEmpty()
                    ? List.copyOf(scenario.alternatives().keySet())
                    : unasked.alternatives();
            if (runs.size() * alternatives.size() == 1) {
                return List.of(new OutlookFindings(
                        alternatives.get(0), runs.get(0), OptionalDouble.empty(), Optional.empty(), e.problems()));
            }
            List<OutlookFindings> found = new ArrayList<>();
            for (Optional<String> run : runs) {
                Selection inRun = run.map(unasked::inOutlooks).orElseGet(() -> unasked.withOutlooks());
                for (String alternative : alternatives) {
                    found.addAll(beside(scenario, inRun.alternatives(alternative), request, workers));
                }
            }
            return found;
        }
    }

    private static List<OutlookFindings> outlooks(SimulationResult simulation) {
        KeptDraws draws = KeptDraws.of(simulation);
        List<OutlookFindings> found = new ArrayList<>();
        for (int c = 0; c < simulation.results().size(); c++) {
            SimulationResult.SimulatedCase simulated = simulation.results().get(c);
            found.add(new OutlookFindings(
                    simulated.alternative(),
                    simulated.outlook(),
                    draws.cases().get(c).central().ratio(),
                    Optional.of(simulated),
                    List.of()));
        }
        return found;
    }

    /**
     * The same with problems at their places in the file.
     *
     * @param located the warnings
     * @param locate gives problems their places
     */
    public Findings located(List<Problem> located, UnaryOperator<List<Problem>> locate) {
        List<OutlookFindings> placed = new ArrayList<>();
        for (OutlookFindings each : outlooks) {
            placed.add(new OutlookFindings(
                    each.alternative(), each.outlook(), each.bcr(), each.simulated(), locate.apply(each.refused())));
        }
        return new Findings(scenario, selection, cases, otherRuns, placed, simulation, information, located);
    }

    /** Whether any figure is uncertain. */
    public boolean isUncertain() {
        return !simulation.draws().parameters().isEmpty();
    }

    /** The alternative that a page shows first: the one with the highest expected net, or the first one where doing nothing is better. */
    CaseFindings shown() {
        Optional<SimulationResult.SimulatedCase> leader =
                Headline.leader(cases.stream().map(CaseFindings::simulated).toList());
        return cases.stream()
                .filter(each -> leader.isPresent()
                        && each.result().alternative().equals(leader.get().alternative()))
                .findFirst()
                .orElse(cases.get(0));
    }

    /** How often each alternative of the first run is the best. */
    SimulationResult.ProbabilityBest probabilityBest() {
        return simulation.probabilityBest().get(0);
    }

    /** How many draws there are; 1 if nothing is uncertain. */
    int draws() {
        return simulation.request().settings().draws();
    }
}
