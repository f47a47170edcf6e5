package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;

/**
 * Compiles how much of each effect there is: its quantity, or the share that it takes away from an outcome, with all
 * corrections, over the years. It keeps what the amount was after each correction, for the way from gross to net.
 */
final class EffectCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final TimingCompiler timings;
    private final OutcomeCompiler outcomes;
    private final BiasCompiler bias;
    private final Map<String, Compiled> effects = new LinkedHashMap<>();
    private final Map<String, String> reduced = new LinkedHashMap<>();

    /**
     * A compiled effect.
     *
     * @param units how much there is; of a reduction the occurrences that it is credited with
     * @param own how much there is before it shares with other reductions of the outcome
     * @param stages registers of the amount: gross, then after deadweight, due to others, displacement and bias
     * @param timing its timing, for the years before interactions
     * @param reduction register of the share taken away each year, −1 for a valued effect
     */
    record Compiled(Units units, Units own, List<Integer> stages, TimingCompiler.Timing timing, int reduction) {

        /** The amount after all corrections. */
        int corrected() {
            return stages.get(stages.size() - 1);
        }
    }

    EffectCompiler(
            CompilationContext compilation, TimingCompiler timings, OutcomeCompiler outcomes, BiasCompiler bias) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.timings = timings;
        this.outcomes = outcomes;
        this.bias = bias;
    }

    /**
     * Compiles the effects of all interventions: first what each takes away, then what each is credited with.
     *
     * @return the effects by their path
     */
    Map<String, Compiled> compile(List<Intervention> interventions, InteractionCompiler interactions) {
        for (Intervention intervention : interventions) {
            int factors = interactions.factors(intervention);
            for (Effect effect : intervention.effects()) {
                String path = intervention.path(effect);
                effects.put(path, effect(intervention, effect, path, factors));
                if (effect instanceof Effect.Reduction reduction) {
                    reduced.put(path, reduction.outcome());
                }
            }
        }
        for (Map.Entry<String, String> reduction : reduced.entrySet()) {
            effects.computeIfPresent(reduction.getKey(), (path, compiled) -> credited(reduction.getValue(), compiled));
        }
        return effects;
    }

    private Compiled effect(Intervention intervention, Effect effect, String path, int interactions) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        int gross = gross(effect, path, factors);
        int signed = effect instanceof Effect.Valued valued
                ? program.emit(Op.MULTIPLY, gross, compilation.expression(valued.value(), path + ".value"))
                : gross;
        gross = doubted(gross, signed, factors);
        Effect.Corrections corrections = effect.corrections();
        int afterDeadweight = left(gross, corrections.deadweight(), "deadweight", path, factors);
        int afterOthers = left(afterDeadweight, corrections.dueToOthers(), "due_to_others", path, factors);
        int afterDisplacement = left(afterOthers, corrections.displacement(), "displacement", path, factors);
        int net =
                compilation.ifCarriedOut(intervention, bias.effect(afterDisplacement, signed, effect.terms(), factors));
        List<Integer> stages = List.of(gross, afterDeadweight, afterOthers, afterDisplacement, net);
        TimingCompiler.Timing timing = timings.timing(intervention, effect.terms(), path);
        int time =
                interactions < 0 ? timing.strength() : program.emit(Op.MULTIPLY_YEARS, timing.strength(), interactions);
        Units units = new Units(
                factors, net, timing.entering(), timing.strength(), interactions, time, timing.continuation());
        int reduction = -1;
        if (effect instanceof Effect.Reduction reducing) {
            reduction = outcomes.reduce(reducing.outcome(), program.emit(Op.SCALE, time, net), path + ".by");
        }
        return new Compiled(units, units, stages, timing, reduction);
    }

    /** What a sceptic leaves of a gain; a loss stays whole. */
    private int doubted(int gross, int signed, List<PlanStream.Factor> factors) {
        double times = compilation.compiled().effectsTimes();
        if (times == 1) {
            return gross;
        }
        int factor = program.emit(Op.IF_POSITIVE, signed, program.number(times));
        factors.add(new PlanStream.Factor("--effects", Double.toString(times), Set.of(), factor));
        return program.emit(Op.MULTIPLY, gross, factor);
    }

    private int gross(Effect effect, String path, List<PlanStream.Factor> factors) {
        boolean valued = effect instanceof Effect.Valued;
        var expression = valued ? ((Effect.Valued) effect).quantity() : ((Effect.Reduction) effect).by();
        String key = valued ? "quantity" : "by";
        int register = compilation.expression(expression, path + "." + key);
        factors.add(PlanStream.Factor.of(key, expression, register));
        return register;
    }

    private int left(int amount, Expression taken, String key, String path, List<PlanStream.Factor> factors) {
        int fraction = compilation.fraction(taken, path + "." + key);
        if (fraction == program.number(0)) {
            return amount;
        }
        int rest = compilation.rest(fraction, taken);
        factors.add(new PlanStream.Factor(key, "1 - (" + taken.text() + ")", taken.references(), rest));
        return program.emit(Op.MULTIPLY, amount, rest);
    }

    private Compiled credited(String outcome, Compiled compiled) {
        int credited = outcomes.credited(outcome, compiled.reduction());
        Units own = compiled.own();
        // What it is credited with is after its corrections and interactions.
        return new Compiled(
                new Units(List.of(), program.number(1), own.entering(), credited, -1, credited, null),
                own,
                compiled.stages(),
                compiled.timing(),
                compiled.reduction());
    }
}
