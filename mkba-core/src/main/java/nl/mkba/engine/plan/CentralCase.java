package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/** The central estimate of one alternative and outlook, with the variants of it that its results are compared with. */
public final class CentralCase {

    private final Case theCase;
    private final Plan plan;
    private final CompiledCase.@Nullable Evaluation evaluation;

    private CentralCase(Case theCase, Plan plan) {
        this(theCase, plan, null);
    }

    /** @param evaluation of the plan, which knows its variants too; null if they are to be compiled */
    CentralCase(Case theCase, Plan plan, CompiledCase.@Nullable Evaluation evaluation) {
        this.theCase = theCase;
        this.plan = plan;
        this.evaluation = evaluation;
    }

    /**
     * {@return the central estimates of a selection: of each alternative in the scenario's order, outlook by outlook} What is
     * wrong or deserves attention is added to {@code problems}.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param problems takes what is wrong and what deserves attention
     */
    public static List<CentralCase> of(Scenario scenario, Selection selection, Problems problems) {
        return of(scenario, selection, Map.of(), problems);
    }

    /**
     * {@return the same, with other values of parameters: as if the scenario itself had them} The alternative, the outlook and
     * the selection come after them.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids; the paths of problems with them begin with {@link Case#ROW}
     * @param problems takes what is wrong and what deserves attention
     */
    public static List<CentralCase> of(
            Scenario scenario, Selection selection, Map<String, Double> row, Problems problems) {
        return of(scenario, selection, row, problems, Workers.callerOnly());
    }

    /**
     * {@return the same, each case by one of several threads}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids
     * @param problems takes what is wrong and what deserves attention
     * @param workers where the work is done; the results are the same bits for any number of threads
     * @throws nl.mkba.uncertainty.CancelledException if the work is cancelled
     */
    public static List<CentralCase> of(
            Scenario scenario, Selection selection, Map<String, Double> row, Problems problems, Workers workers) {
        if (!Sizes.checkKept(scenario, selection, problems)) {
            return new ArrayList<>();
        }
        List<Case> cases = Case.all(scenario, selection, row, problems);
        return SeparateCases.each(cases, problems, workers, CentralCase::of);
    }

    /**
     * The same one by one, without keeping them.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids
     * @param problems takes what is wrong and what deserves attention
     * @param visitor receives each case in turn
     */
    public static void forEach(
            Scenario scenario,
            Selection selection,
            Map<String, Double> row,
            Problems problems,
            Consumer<CentralCase> visitor) {
        for (Case theCase : Case.all(scenario, selection, row, problems)) {
            visitor.accept(of(theCase, problems));
        }
    }

    private static CentralCase of(Case theCase, Problems problems) {
        StreamCompiler streams = StreamCompiler.central(theCase, problems);
        HorizonCheck.run(streams, problems);
        Plan plan = new Plan(streams);
        Overflow.check(plan, true, problems);
        Underflow.check(plan, problems);
        return new CentralCase(theCase, plan);
    }

    /**
     * {@return whether it is the case of this alternative in the same outlook as another case of the same selection}
     *
     * @param alternative the alternative's id
     * @param other of the same selection
     */
    public boolean isOf(String alternative, CentralCase other) {
        Optional<String> outlook = other.theCase.outlook().map(Outlook::id);
        return theCase.alternative().id().equals(alternative)
                && theCase.outlook().map(Outlook::id).equals(outlook);
    }

    /**
     * {@return the alternative's other case: of another alternative, in the same outlook and with the same changes and values}
     *
     * @param alternative the alternative's id
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids
     */
    public Optional<CentralCase> of(String alternative, Selection selection, Map<String, Double> row) {
        Alternative other = theCase.scenario().alternatives().get(alternative);
        if (other == null) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        CentralCase found =
                of(Case.of(theCase.scenario(), other, theCase.outlook().orElse(null), selection, row), problems);
        problems.throwIfErrors();
        return Optional.of(found);
    }

    /** {@return the case compiled, with everything calculated} */
    public Plan plan() {
        return plan;
    }

    /** {@return the net present value with every grade's corrections 0; empty where the scenario would be refused that way} */
    public Optional<Double> npvWithoutOptimismBias() {
        if (evaluation != null) {
            return evaluation.npvWithoutOptimismBias(npv(plan)).map(this::cleaned);
        }
        return theCase.optimismBias() == null
                ? Optional.of(npv(plan))
                : present(npv(theCase.withoutOptimismBias())).map(this::cleaned);
    }

    /**
     * {@return by how much the net present value falls if an intervention is left out; empty where the scenario would be
     * refused that way}
     *
     * @param intervention the intervention's id
     */
    public Optional<Double> last(String intervention) {
        if (theCase.interventions().size() == 1) {
            return Optional.of(npv(plan));
        }
        if (evaluation != null) {
            return evaluation.npvWithout(intervention, npv(plan)).map(rest -> cleaned(npv(plan) - rest));
        }
        return present(npv(theCase.without(intervention))).map(rest -> cleaned(npv(plan) - rest));
    }

    /** A net present value of a variant of this case, or what it differs by; 0 where it is rounding of what the case's own is made of. */
    private double cleaned(double npv) {
        return Rounding.cleaned(npv, plan.size(plan.society().npv()));
    }

    /**
     * {@return the net present value of the central estimate of a variant; empty where the scenario would be refused that way}
     *
     * @param variant the case with something changed
     */
    public static OptionalDouble npv(Case variant) {
        Problems problems = new Problems();
        StreamCompiler streams = StreamCompiler.central(variant, problems);
        if (problems.hasErrors()) {
            return OptionalDouble.empty();
        }
        double npv = streams.compilation().program().value(new AccountCompiler(streams, false).npv());
        return Double.isFinite(npv) ? OptionalDouble.of(npv) : OptionalDouble.empty();
    }

    /**
     * {@return the net present value of the central estimate and nothing else, for which less is calculated; empty, with what
     * is wrong added to {@code problems}, where its results would be refused}
     *
     * @param theCase an alternative, in an outlook or without
     * @param problems takes what is wrong and what deserves attention
     */
    public static OptionalDouble npv(Case theCase, Problems problems) {
        StreamCompiler streams = StreamCompiler.central(theCase, problems);
        if (problems.hasErrors()) {
            return OptionalDouble.empty();
        }
        Plan plan = new Plan(streams);
        Overflow.check(plan, true, problems);
        Underflow.check(plan, problems);
        return problems.hasErrors() ? OptionalDouble.empty() : OptionalDouble.of(npv(plan));
    }

    private static double npv(Plan plan) {
        return plan.value(plan.society().npv());
    }

    private static Optional<Double> present(OptionalDouble npv) {
        return npv.isPresent() ? Optional.of(npv.getAsDouble()) : Optional.empty();
    }
}
