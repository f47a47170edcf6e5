package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.cooperation.ShapleyResult.ShapleyCase;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/** Divides the net present value of a package over its interventions. */
public final class ShapleyAnalysis {

    /** A package of more interventions has too many parts. */
    public static final int MOST_INTERVENTIONS = 15;

    private static final String INTERVENTIONS = "interventions";

    private ShapleyAnalysis() {}

    /**
     * {@return what each intervention adds in the central estimates of a selection}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused, an alternative has more
     *     than {@value #MOST_INTERVENTIONS} interventions, or the scenario would be refused with only a part of them
     */
    public static ShapleyResult of(Scenario scenario, Selection selection) {
        Problems problems = new Problems();
        List<ShapleyCase> results = new ArrayList<>();
        for (CentralCase central : cases(scenario, selection, 1, problems)) {
            results.add(central(central, Workers.callerOnly()));
        }
        return new ShapleyResult(scenario, Optional.empty(), results, problems.warnings());
    }

    /**
     * {@return the same, with how each figure varies over the draws}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws nl.mkba.problem.InvalidScenarioException as above, if a part is refused in some draw, or if all parts in all
     *     draws are more than the selection's limits allow
     */
    public static ShapleyResult of(Scenario scenario, Selection selection, Simulation simulation, Workers workers) {
        Problems problems = new Problems();
        List<CentralCase> cases = cases(scenario, selection, simulation.draws(), problems);
        List<ShapleyCase> central =
                cases.stream().map(each -> central(each, workers)).toList();
        SimulationResult simulated = MonteCarlo.run(
                scenario, selection, SimulationRequest.of(simulation).withoutRankCorrelations(), workers);
        simulated.warnings().forEach(problems::add);
        List<ShapleyCase> results = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            Map<String, ShapleyResult.Contribution.Spread> spreads =
                    DrawnShapley.spreads(cases.get(c).plan().compiled(), KeptDraws.of(simulated), c, workers);
            Map<String, ShapleyResult.Contribution> interventions =
                    new LinkedHashMap<>(central.get(c).interventions());
            interventions.replaceAll((id, shapley) -> {
                ShapleyResult.Contribution.Spread spread = spreads.get(id);
                return spread == null
                        ? shapley
                        : new ShapleyResult.Contribution(
                                shapley.alone(), shapley.last(), shapley.shapley(), Optional.of(spread));
            });
            results.add(new ShapleyCase(
                    central.get(c).alternative(),
                    central.get(c).outlook(),
                    central.get(c).npv(),
                    interventions));
        }
        return new ShapleyResult(scenario, Optional.of(simulation), results, problems.warnings());
    }

    private static List<CentralCase> cases(Scenario scenario, Selection selection, int draws, Problems problems) {
        List<CentralCase> cases = CentralCase.of(scenario, selection, problems);
        for (CentralCase central : cases) {
            Case whole = central.plan().compiled();
            int interventions = whole.interventions().size();
            double evaluations = (double) draws * (1L << interventions);
            if (interventions > MOST_INTERVENTIONS) {
                problems.add(
                        ProblemCode.TOO_MANY_INTERVENTIONS,
                        path(whole),
                        whole.alternative().id(),
                        String.valueOf(interventions),
                        String.valueOf(MOST_INTERVENTIONS));
            } else if (!new Limits(selection.limitsTimes()).allow(Limits.Size.EVALUATIONS, evaluations)) {
                problems.add(
                        ProblemCode.TOO_MANY_PARTS,
                        path(whole),
                        whole.alternative().id(),
                        String.valueOf(1 << interventions),
                        String.valueOf((long) new Limits(selection.limitsTimes()).most(Limits.Size.EVALUATIONS)
                                >> interventions),
                        Limits.needed(Limits.Size.EVALUATIONS, evaluations));
            }
        }
        problems.throwIfErrors();
        return cases;
    }

    private static String path(Case whole) {
        boolean isWritten = whole.scenario().alternatives().size() > 1
                || !whole.alternative().id().equals(Alternative.ALL);
        return isWritten ? "alternatives." + whole.alternative().id() : Problem.NO_PATH;
    }

    private static ShapleyCase central(CentralCase central, Cancellation cancellation) {
        Case whole = central.plan().compiled();
        String currency = whole.scenario().currency();
        CharacteristicFunction worth = new SubsetValues(whole, Set.of()).central(cancellation);
        Map<String, ShapleyResult.Contribution> interventions = new LinkedHashMap<>();
        for (int i = 0; i < whole.interventions().size(); i++) {
            String id = whole.interventions().get(i).id();
            interventions.put(
                    id,
                    new ShapleyResult.Contribution(
                            new Amount(
                                    Overflow.require(whole, worth.alone(i)[0], INTERVENTIONS, id, "alone"), currency),
                            new Amount(Overflow.require(whole, worth.last(i)[0], INTERVENTIONS, id, "last"), currency),
                            new Amount(
                                    Overflow.require(whole, worth.shapley(i)[0], INTERVENTIONS, id, "shapley"),
                                    currency),
                            Optional.empty()));
        }
        return new ShapleyCase(
                whole.alternative().id(),
                whole.outlook().map(outlook -> outlook.id()),
                new Amount(central.plan().value(central.plan().society().npv()), currency),
                interventions);
    }
}
