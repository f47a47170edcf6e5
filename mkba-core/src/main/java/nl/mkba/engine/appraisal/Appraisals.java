package nl.mkba.engine.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** Appraises the central estimates of a scenario. */
public final class Appraisals {

    private Appraisals() {}

    /**
     * {@return the results of a selection}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @throws InvalidScenarioException with every problem, if the scenario or the selection is refused
     */
    public static Appraisal of(Scenario scenario, Selection selection) {
        return of(scenario, selection, Map.of());
    }

    /**
     * {@return the results of a selection, with other values of parameters: as if the scenario itself had them}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids
     * @throws InvalidScenarioException with every problem, if the scenario, the selection or a value is refused
     */
    public static Appraisal of(Scenario scenario, Selection selection, Map<String, Double> row) {
        Problems problems = new Problems();
        List<CentralCase> cases = CentralCase.of(scenario, selection, row, problems);
        problems.throwIfErrors();
        List<AlternativeResult> results = new ArrayList<>();
        for (CentralCase central : cases) {
            results.add(new Appraiser(central).appraise(increment(central, cases, selection, row)));
        }
        return new Appraisal(scenario, results, problems.warnings());
    }

    /**
     * {@return the results of cases that are compiled and evaluated}
     *
     * @param scenario the analysis
     * @param cases those that are wanted, and then those with which they are compared
     * @param wanted how many are wanted
     * @param warnings what deserves attention in those
     */
    public static Appraisal of(Scenario scenario, List<CentralCase> cases, int wanted, List<Problem> warnings) {
        List<AlternativeResult> results = new ArrayList<>();
        for (CentralCase central : cases.subList(0, wanted)) {
            results.add(new Appraiser(central).appraise(increment(central, cases, Selection.ALL, Map.of())));
        }
        return new Appraisal(scenario, results, warnings);
    }

    /**
     * {@return the net present values of a selection and nothing else, each case by itself: one that is refused leaves the
     * others be}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @throws InvalidScenarioException if the selection as a whole is refused: it has too many cases, or names what is not there
     */
    public static List<NetResult> nets(Scenario scenario, Selection selection) {
        Problems problems = new Problems();
        List<Case> cases = Case.all(scenario, selection, Map.of(), problems);
        problems.throwIfErrors();
        List<NetResult> nets = new ArrayList<>();
        for (Case theCase : cases) {
            nets.add(net(theCase));
        }
        return nets;
    }

    private static NetResult net(Case theCase) {
        Problems problems = new Problems();
        OptionalDouble npv = CentralCase.npv(theCase, problems);
        return new NetResult(
                theCase.alternative().id(),
                theCase.outlook().map(Outlook::id),
                npv.isPresent()
                        ? Optional.of(
                                new Amount(npv.getAsDouble(), theCase.scenario().currency()))
                        : Optional.empty(),
                problems.hasErrors() ? problems.all() : List.of());
    }

    /**
     * {@return what is wrong with a selection, or deserves attention, without its results: the cases are appraised one by one,
     * and not kept}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     */
    public static List<Problem> check(Scenario scenario, Selection selection) {
        Problems problems = new Problems();
        CentralCase.forEach(scenario, selection, Map.of(), problems, central -> {
            if (!problems.hasErrors()) {
                new Appraiser(central).appraise(Optional.empty());
            }
        });
        return problems.all();
    }

    private static Optional<Increment> increment(
            CentralCase central, List<CentralCase> cases, Selection selection, Map<String, Double> row) {
        String other = central.plan().compiled().alternative().comparedWith();
        if (other == null) {
            return Optional.empty();
        }
        for (CentralCase selected : cases) {
            if (selected.isOf(other, central)) {
                return Optional.of(increment(central.plan(), selected.plan()));
            }
        }
        return central.of(other, selection, row).map(reference -> increment(central.plan(), reference.plan()));
    }

    private static Increment increment(Plan plan, Plan reference) {
        double costs = difference(
                plan, plan.society().costs(), reference, reference.society().costs());
        double benefits = difference(
                plan, plan.society().benefits(), reference, reference.society().benefits());
        double transfers = difference(
                plan, plan.society().transfers(), reference, reference.society().transfers());
        double npv = difference(
                plan, plan.society().npv(), reference, reference.society().npv());
        return new Increment(
                reference.compiled().alternative().id(),
                amount(plan, costs, "incremental.pv_costs"),
                amount(plan, benefits, "incremental.pv_benefits"),
                amount(plan, npv, "incremental.npv"),
                costs > 0
                        ? OptionalDouble.of(
                                Overflow.require(plan.compiled(), (benefits + transfers) / costs, "incremental.bcr"))
                        : OptionalDouble.empty());
    }

    private static Amount amount(Plan plan, double value, String name) {
        return new Amount(
                Overflow.require(plan.compiled(), value, name),
                plan.compiled().scenario().currency());
    }

    /** How much more it is; 0 where that is rounding. */
    private static double difference(Plan plan, Scalar register, Plan reference, Scalar referenceRegister) {
        return Rounding.cleaned(
                plan.value(register) - reference.value(referenceRegister),
                plan.size(register) + reference.size(referenceRegister));
    }
}
