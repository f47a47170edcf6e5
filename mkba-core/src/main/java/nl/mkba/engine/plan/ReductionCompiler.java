package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;

/** Compiles effects that take away from an outcome: an amount for each value of the outcome, and what each would be worth alone. */
final class ReductionCompiler {

    private final ProgramBuilder program;
    private final PriceCompiler prices;
    private final ShareCompiler shares;
    private final OutcomeCompiler outcomes;
    private final AmountCompiler amounts;
    private final GrossToNetCompiler grossToNet;

    ReductionCompiler(
            ProgramBuilder program,
            PriceCompiler prices,
            ShareCompiler shares,
            OutcomeCompiler outcomes,
            AmountCompiler amounts,
            GrossToNetCompiler grossToNet) {
        this.program = program;
        this.prices = prices;
        this.shares = shares;
        this.outcomes = outcomes;
        this.amounts = amounts;
        this.grossToNet = grossToNet;
    }

    PlanStream compile(
            Intervention intervention, Effect.Reduction effect, EffectCompiler.Compiled compiled, String path) {
        Vector baseline = outcomes.baseline(effect.outcome());
        List<PlanStream.ValueComponent> parts = new ArrayList<>();
        for (OutcomeCompiler.Value value : outcomes.values(effect.outcome())) {
            List<PlanStream.Factor> factors = List.of(PlanStream.Factor.of("value", value.expression(), value.value()));
            PlanStream.ValueComponent part = amounts.valuedPart(
                    value.id(),
                    compiled.units().with(factors),
                    value.value(),
                    value.growth(),
                    value.schedule(),
                    null,
                    path,
                    new AmountCompiler.Bearers(value.shares(), shares.society(value.shares())),
                    value.cashable());
            parts.add(part);
            for (int k = 0; k < compiled.stages().size(); k++) {
                grossToNet.add(
                        k,
                        part.societyShare(),
                        alone(
                                baseline,
                                compiled.timing().strength(),
                                compiled.stages().get(k),
                                value));
            }
            Vector interactions = compiled.own().interactions();
            Vector time = interactions == null
                    ? compiled.timing().strength()
                    : program.vector(Op.MULTIPLY_YEARS, compiled.timing().strength(), interactions);
            grossToNet.addInteracting(part.societyShare(), alone(baseline, time, compiled.corrected(), value));
            grossToNet.addNet(part.societyShare(), part.presentValue());
        }
        PlanStream.Taken taken = taken(effect, compiled);
        Vector units = program.vector(
                Op.SCALE, compiled.units().time(), compiled.units().scalar());
        return new PlanStream(intervention, effect, compiled.timing().span(), parts, taken, units);
    }

    private PlanStream.Taken taken(Effect.Reduction effect, EffectCompiler.Compiled compiled) {
        return new PlanStream.Taken(
                compiled.own().factors(),
                outcomes.baseline(effect.outcome()),
                compiled.taken(),
                outcomes.together(effect.outcome()));
    }

    /** What a reduction would be worth if it were the only one. */
    private Scalar alone(Vector baseline, Vector time, Scalar by, OutcomeCompiler.Value value) {
        Vector occurrences = program.vector(Op.MULTIPLY_YEARS, baseline, time);
        Scalar perUnit = program.scalar(
                Op.DOT,
                prices.priced(occurrences, value.growth()),
                value.schedule().factors());
        return program.scalar(Op.MULTIPLY, program.scalar(Op.MULTIPLY, by, perUnit), value.value());
    }
}
