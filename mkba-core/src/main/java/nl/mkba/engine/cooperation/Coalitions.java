package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Balance;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.Coalition.SidePayment;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/** Finds out who must join in. */
public final class Coalitions {

    private Coalitions() {}

    /**
     * {@return the coalitions of the central estimates of a selection}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused
     */
    public static CoalitionResult of(Scenario scenario, Selection selection) {
        Problems problems = new Problems();
        List<Coalition> results = new ArrayList<>();
        for (CentralCase central : cases(scenario, selection, problems)) {
            for (Basis basis : Basis.values()) {
                results.add(coalition(central.plan(), basis));
            }
        }
        return new CoalitionResult(scenario, Optional.empty(), results, problems.warnings());
    }

    /**
     * {@return the same, with the chances that the agreements of the central estimates turn out well}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused, or the values of some
     *     draw are
     */
    public static CoalitionResult of(Scenario scenario, Selection selection, Simulation simulation, Workers workers) {
        Problems problems = new Problems();
        cases(scenario, selection, problems);
        SimulationResult simulated = MonteCarlo.run(
                scenario, selection, SimulationRequest.of(simulation).withoutRankCorrelations(), workers);
        simulated.warnings().forEach(problems::add);
        return new CoalitionResult(
                scenario, Optional.of(simulation), drawn(KeptDraws.of(simulated), workers), problems.warnings());
    }

    /**
     * {@return the same of what was simulated; its warnings are those of the simulation}
     *
     * @param simulated of every case that is wanted
     */
    public static CoalitionResult of(SimulationResult simulated) {
        return new CoalitionResult(
                simulated.scenario(),
                Optional.of(simulated.request().settings()),
                drawn(KeptDraws.of(simulated), Workers.callerOnly()),
                simulated.warnings());
    }

    private static List<Coalition> drawn(KeptDraws draws, Workers workers) {
        Basis[] bases = Basis.values();
        Coalition[] results = new Coalition[draws.cases().size() * bases.length];
        workers.run(results.length, cancellation -> task -> {
            int theCase = task / bases.length;
            Basis basis = bases[task % bases.length];
            Plan plan = draws.cases().get(theCase).central();
            Coalition central = coalition(plan, basis);
            List<StakeholderPosition> positions = new StakeholderPositions(plan).all(basis);
            results[task] =
                    withChances(central, new DrawnCoalition(central, positions, draws, theCase).chances(cancellation));
        });
        return List.of(results);
    }

    private static List<CentralCase> cases(Scenario scenario, Selection selection, Problems problems) {
        List<CentralCase> cases = CentralCase.of(scenario, selection, problems);
        problems.throwIfErrors();
        return cases;
    }

    private static Coalition coalition(Plan plan, Basis basis) {
        String currency = plan.compiled().scenario().currency();
        StakeholderPositions read = new StakeholderPositions(plan);
        List<StakeholderPosition> positions = read.all(basis);
        double together = 0;
        for (StakeholderPosition stakeholder : positions) {
            together += Math.abs(stakeholder.net());
        }
        Overflow.require(plan.compiled(), together, "shortfall");
        Settlement settlement = Settlement.of(positions);
        return new Coalition(
                plan.compiled().alternative().id(),
                plan.compiled().outlook().map(outlook -> outlook.id()),
                basis,
                amounts(read.costs(), currency),
                positions.stream()
                        .filter(StakeholderPosition::gains)
                        .map(stakeholder -> balance(stakeholder, currency))
                        .toList(),
                positions.stream()
                        .filter(StakeholderPosition::loses)
                        .map(stakeholder -> balance(stakeholder, currency))
                        .toList(),
                settlement.feasible(),
                new Amount(settlement.shortfall(), currency),
                settlement.payments().stream()
                        .map(payment ->
                                new SidePayment(payment.from(), payment.to(), new Amount(payment.amount(), currency)))
                        .toList(),
                amounts(settlement.after(), currency),
                read.costSharesByBenefit().map(shares -> amounts(shares, currency)),
                SmallestCoalition.of(positions),
                Optional.empty());
    }

    private static Coalition withChances(Coalition central, Coalition.Chances chances) {
        return new Coalition(
                central.alternative(),
                central.outlook(),
                central.basis(),
                central.costs(),
                central.gainers(),
                central.losers(),
                central.feasible(),
                central.shortfall(),
                central.sidePayments(),
                central.after(),
                central.costSharesByBenefit(),
                central.smallestCoalition(),
                Optional.of(chances));
    }

    private static Balance balance(StakeholderPosition stakeholder, String currency) {
        return new Balance(stakeholder.stakeholder(), new Amount(stakeholder.net(), currency));
    }

    private static Map<String, Amount> amounts(Map<String, Double> values, String currency) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        values.forEach((stakeholder, value) -> amounts.put(stakeholder, new Amount(value, currency)));
        return amounts;
    }
}
