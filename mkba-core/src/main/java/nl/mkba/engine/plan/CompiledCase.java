package nl.mkba.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Intervention;
import org.jspecify.annotations.Nullable;

/**
 * A case compiled once with everything that its central results are compared with, to be evaluated for many values of some
 * parameters. For the same values it gives the same bits as {@link CentralCase}. Immutable to its users, and safe for any
 * number of threads.
 */
public final class CompiledCase {

    /** Working memory that is kept for the next evaluation; more is made, and let go, if more threads come at once. */
    private static final int MOST_KEPT = 8;

    private final Plan plan;
    private final Program program;
    private final Evaluator rules;
    private final HorizonCheck horizon;
    private final List<Problem> warnings;
    private final @Nullable Program longer;
    private final Variant withoutOptimismBias;
    private final Map<String, Variant> without = new LinkedHashMap<>();
    private final Queue<Evaluation> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keptCount = new AtomicInteger();

    /** A variant of the case of which the net present value is wanted; without an evaluator it is always refused. */
    private record Variant(@Nullable Evaluator evaluator, boolean isTheCase) {}

    private CompiledCase(Plan plan, HorizonCheck horizon, List<Problem> warnings, Set<String> inputs) {
        this.plan = plan;
        this.program = plan.wholeProgram();
        this.rules = plan.evaluator();
        this.horizon = horizon;
        this.warnings = warnings;
        ProgramBuilder more = horizon.longer();
        this.longer = more == null ? null : more.buildWhole();
        Case theCase = plan.compiled();
        this.withoutOptimismBias = theCase.optimismBias() == null
                ? new Variant(null, true)
                : variant(theCase.withoutOptimismBias(), inputs);
        boolean single = theCase.interventions().size() == 1;
        for (Intervention intervention : theCase.interventions()) {
            without.put(
                    intervention.id(),
                    single ? new Variant(null, true) : variant(theCase.without(intervention.id()), inputs));
        }
    }

    /**
     * Compiles a case.
     *
     * @param theCase an alternative, in an outlook or without
     * @param inputs ids of the parameters whose values are given with each evaluation
     * @return the case, to be evaluated for values of those parameters
     * @throws InvalidScenarioException if the case is refused whatever their values are
     */
    public static CompiledCase of(Case theCase, Set<String> inputs) {
        Problems problems = new Problems();
        CompiledStreams streams = StreamCompiler.compile(theCase, inputs, problems);
        HorizonCheck horizon = new HorizonCheck(streams);
        Plan plan = new Plan(streams);
        problems.throwIfErrors();
        return new CompiledCase(plan, horizon, problems.warnings(), inputs);
    }

    private static Variant variant(Case variant, Set<String> inputs) {
        try {
            return new Variant(Plan.of(variant, inputs).evaluator(), false);
        } catch (InvalidScenarioException refused) {
            // The figure that compares the case with it is absent, as the format has it.
            return new Variant(null, false);
        }
    }

    /** {@return the case it was compiled from; what is given with an evaluation is not in it} */
    public Case compiled() {
        return plan.compiled();
    }

    /** {@return working memory for one evaluation, to be closed when its results were read} */
    public Evaluation begin() {
        Evaluation ready = kept.poll();
        if (ready != null) {
            keptCount.decrementAndGet();
            return ready;
        }
        return new Evaluation();
    }

    /** One evaluation. For one thread at a time. */
    public final class Evaluation implements AutoCloseable {
        private final Program.Frame frame = program.frame(1);
        private final Program.@Nullable Frame beyond = longer == null ? null : longer.frame(1);
        private final Map<Evaluator, Evaluator.DrawBlock> blocks = new LinkedHashMap<>();
        private Map<String, Double> values = Map.of();

        private Evaluation() {}

        /**
         * Evaluates the case.
         *
         * @param given a value, as written, for each input
         * @return whether all rules hold, and no number is so small that it must be looked at more closely; if not, nothing may be
         *     read
         */
        public boolean run(Map<String, Double> given) {
            values = given;
            List<String> inputs = rules.inputs();
            for (int i = 0; i < inputs.size(); i++) {
                frame.input(i)[0] = given(inputs.get(i));
            }
            Rules held = new Rules(rules);
            frame.run(1, held);
            if (held.broken || plan.compilation().program().isNearUnderflow() || frame.isNearUnderflow()) {
                return false;
            }
            if (beyond != null) {
                List<String> longerInputs = horizon.longerInputs();
                for (int i = 0; i < longerInputs.size(); i++) {
                    beyond.input(i)[0] = given(longerInputs.get(i));
                }
                beyond.run(1, Rules.UNHEARD);
            }
            return true;
        }

        private double given(String parameter) {
            Double value = values.get(parameter);
            if (value == null) {
                throw new IllegalArgumentException("The parameter (" + parameter + ") must have a value");
            }
            // Minus 0 is 0, as it is in a scenario.
            return value + 0.0;
        }

        /** {@return the results; to be read before this is closed} */
        public CentralCase central() {
            return new CentralCase(compiled(), plan.reading(frame), this);
        }

        /**
         * Adds what deserves attention in the results.
         *
         * @param problems takes what is wrong and what deserves attention
         */
        public void warn(Problems problems) {
            warnings.forEach(problems::add);
            horizon.warn(frame, beyond, problems);
        }

        Optional<Double> npvWithoutOptimismBias(double npv) {
            return npv(withoutOptimismBias, npv);
        }

        Optional<Double> npvWithout(String intervention, double npv) {
            Variant variant = without.get(intervention);
            return variant == null ? Optional.empty() : npv(variant, npv);
        }

        private Optional<Double> npv(Variant variant, double npv) {
            Evaluator evaluator = variant.evaluator();
            if (evaluator == null) {
                return variant.isTheCase() ? Optional.of(npv) : Optional.empty();
            }
            Evaluator.DrawBlock block = blocks.computeIfAbsent(evaluator, each -> each.block(1));
            List<String> inputs = evaluator.inputs();
            for (int i = 0; i < inputs.size(); i++) {
                block.input(i)[0] = given(inputs.get(i));
            }
            Rules held = new Rules(evaluator);
            block.evaluate(1, held);
            return held.broken ? Optional.empty() : Optional.of(block.value(Evaluator.NPV, 0));
        }

        /** Keeps the working memory for the next evaluation. */
        @Override
        public void close() {
            if (keptCount.incrementAndGet() <= MOST_KEPT) {
                kept.add(this);
            } else {
                keptCount.decrementAndGet();
            }
        }
    }

    /** Notes whether a rule of the central estimate is broken. */
    private static final class Rules implements Interpreter.Sink, Evaluator.Sink {

        /** What breaks over the longer horizon was reported, or lies after the years counted. */
        static final Interpreter.Sink UNHEARD = new Interpreter.Sink() {
            @Override
            public void clamped(int check, int draw, double value) {}

            @Override
            public void refused(int check, int draw, double value) {}
        };

        private final Evaluator evaluator;
        private boolean broken;

        Rules(Evaluator evaluator) {
            this.evaluator = evaluator;
        }

        @Override
        public void clamped(int check, int draw, double value) {
            clamped(evaluator.check(check), draw, value);
        }

        @Override
        public void clamped(Check check, int draw, double value) {
            broken |= check.isRefusedCentrally(value);
        }

        @Override
        public void refused(int check, int draw, double value) {
            broken = true;
        }

        @Override
        public void refused(Check check, int draw, double value) {
            broken = true;
        }
    }
}
