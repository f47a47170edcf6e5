package nl.mkba.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.appraisal.Amount;
import nl.mkba.engine.appraisal.QualityShares;
import nl.mkba.engine.appraisal.UnitsAppraiser;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.explain.Explanation;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stream;

/** Explains a stream: reads its steps from the plan of the central estimate, so that they are those of the results. */
public final class Explainer {

    private final Plan plan;

    private Explainer(Plan plan) {
        this.plan = plan;
    }

    /**
     * {@return every step of one stream, for each alternative and outlook that is selected and has it}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param intervention the intervention's id
     * @param stream the stream's id
     * @throws InvalidScenarioException if the scenario or the selection is refused, or no such stream is in it
     */
    public static List<Explanation> explain(
            Scenario scenario, Selection selection, String intervention, String stream) {
        Problems problems = new Problems();
        known(scenario, intervention, stream, problems);
        List<CentralCase> cases = CentralCase.of(scenario, selection, problems);
        problems.throwIfErrors();
        List<Explanation> explanations = new ArrayList<>();
        for (CentralCase central : cases) {
            for (PlanStream candidate : central.plan().streams()) {
                if (candidate.intervention().id().equals(intervention)
                        && candidate.stream().id().equals(stream)) {
                    explanations.add(new Explainer(central.plan()).explain(candidate));
                }
            }
        }
        return explanations;
    }

    private static void known(Scenario scenario, String interventionId, String streamId, Problems problems) {
        Intervention intervention = scenario.interventions().get(interventionId);
        if (intervention == null) {
            problems.add(Problem.of(ProblemCode.UNKNOWN_INTERVENTION, Problem.NO_PATH, interventionId)
                    .suggesting(problems.nearest(
                            interventionId, scenario.interventions().keySet())));
            return;
        }
        List<String> ids = intervention.streams().stream().map(Stream::id).toList();
        if (!ids.contains(streamId)) {
            problems.add(Problem.of(ProblemCode.UNKNOWN_STREAM, Problem.NO_PATH, streamId)
                    .suggesting(problems.nearest(streamId, ids)));
        }
    }

    private Explanation explain(PlanStream stream) {
        List<Explanation.AmountOverYears> parts =
                stream.parts().stream().map(this::part).toList();
        double undiscounted = 0;
        double residual = 0;
        double present = 0;
        for (PlanStream.ValueComponent part : stream.parts()) {
            for (double flow : plan.years(part.flow())) {
                undiscounted += flow;
            }
            residual += plan.value(part.tail());
            present += plan.value(part.presentValue());
        }
        return new Explanation(
                plan.compiled().alternative().id(),
                plan.compiled().outlook().map(outlook -> outlook.id()),
                stream.intervention().id(),
                stream.stream().kind(),
                stream.stream().id(),
                stream.stream().label(),
                parameters(stream),
                QualityShares.of(plan.compiled(), stream),
                taken(stream),
                parts,
                units(stream),
                amount(undiscounted),
                amount(residual),
                amount(present));
    }

    private Optional<Explanation.Units> units(PlanStream stream) {
        UnitsAppraiser units = new UnitsAppraiser(plan);
        List<Double> factors = new ArrayList<>();
        for (double factor : plan.years(plan.discountFactors())) {
            factors.add(factor);
        }
        return units.units(stream)
                .map(result -> new Explanation.Units(
                        result,
                        factors,
                        amount(units.costs(stream)),
                        amount(units.net(stream)),
                        amount(units.own(stream))));
    }

    private Amount amount(double value) {
        return new Amount(value, plan.compiled().scenario().currency());
    }

    private List<Explanation.Factor> factors(List<PlanStream.Factor> factors) {
        return factors.stream()
                .map(factor -> new Explanation.Factor(factor.key(), factor.expression(), plan.value(factor.register())))
                .toList();
    }

    private Optional<Explanation.Taken> taken(PlanStream stream) {
        PlanStream.Taken taken = stream.taken();
        if (taken == null || !(stream.stream() instanceof Effect.Reduction reduction)) {
            return Optional.empty();
        }
        double[] baseline = plan.years(taken.baseline());
        double[] share = plan.years(taken.share());
        double[] together = plan.years(taken.together());
        double[] credited = plan.years(stream.parts().get(0).strength());
        List<Explanation.TakenInYear> years = new ArrayList<>();
        for (int y = 0; y < share.length; y++) {
            years.add(new Explanation.TakenInYear(
                    plan.frame().firstYear() + y, baseline[y], share[y], together[y], credited[y]));
        }
        return Optional.of(new Explanation.Taken(reduction.outcome(), factors(taken.factors()), years));
    }

    private Explanation.AmountOverYears part(PlanStream.ValueComponent part) {
        List<Explanation.Factor> factors = factors(part.factors());
        double[] strength = plan.years(part.strength());
        double[] flow = plan.years(part.flow());
        double[] discount = plan.years(part.discountFactors());
        double[] ones = new double[flow.length];
        Arrays.fill(ones, 1);
        double[] growth = part.growth() == null ? ones : plan.years(part.growth());
        double[] interactions = part.interactions() == null ? ones : plan.years(part.interactions());
        double[] entering = part.entering() == null ? null : plan.years(part.entering());
        List<Explanation.Year> years = new ArrayList<>();
        for (int y = 0; y < flow.length; y++) {
            years.add(new Explanation.Year(
                    plan.frame().firstYear() + y,
                    entering == null ? OptionalDouble.empty() : OptionalDouble.of(entering[y]),
                    strength[y],
                    growth[y],
                    interactions[y],
                    flow[y],
                    discount[y],
                    flow[y] * discount[y]));
        }
        return new Explanation.AmountOverYears(
                part.valueId().isEmpty() ? Optional.empty() : Optional.of(part.valueId()),
                factors,
                years,
                amount(plan.value(part.tail())),
                amount(plan.value(part.presentValue())));
    }

    /** The parameters behind the factors, and those behind these. */
    private List<Explanation.UsedParameter> parameters(PlanStream stream) {
        Set<String> used = new LinkedHashSet<>();
        PlanStream.Taken taken = stream.taken();
        if (taken != null) {
            taken.factors().forEach(factor -> factor.references().forEach(id -> collect(id, used)));
        }
        for (PlanStream.ValueComponent part : stream.parts()) {
            part.factors().forEach(factor -> factor.references().forEach(id -> collect(id, used)));
        }
        List<Explanation.UsedParameter> parameters = new ArrayList<>();
        for (String id : used) {
            Scalar register = plan.parameters().get(id);
            if (register != null) {
                parameters.add(new Explanation.UsedParameter(
                        plan.compiled().parameter(id), plan.compiled().written(id), plan.value(register)));
            }
        }
        return parameters;
    }

    private void collect(String id, Set<String> used) {
        if (used.add(id)) {
            plan.compiled().references(id).forEach(needed -> collect(needed, used));
        }
    }
}
