package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;

/** Compiles transfers: what one stakeholder pays another, by its own years or for each unit of an effect. */
final class TransferCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final TimingCompiler timings;
    private final ShareCompiler shares;
    private final AmountCompiler amounts;
    private final Map<String, EffectCompiler.Compiled> effects;

    /** @param effects by their path */
    TransferCompiler(
            CompilationContext compilation,
            TimingCompiler timings,
            ShareCompiler shares,
            AmountCompiler amounts,
            Map<String, EffectCompiler.Compiled> effects) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.timings = timings;
        this.shares = shares;
        this.amounts = amounts;
        this.effects = effects;
    }

    PlanStream compile(Intervention intervention, Transfer transfer, String path) {
        if (transfer.amount() instanceof Stream.Amount.PerUnitOf follower) {
            PlanStream.ValueComponent part = follower(intervention, transfer, follower, path);
            // When it flows is the effect's affair, of which it is said there.
            PlanStream.Span span = new PlanStream.Span(0, PlanStream.Span.ENDLESS);
            return new PlanStream(intervention, transfer, span, List.of(part), null, null);
        }
        TimingCompiler.Timing timing = timings.timing(intervention, transfer.terms(), path);
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar amount =
                compilation.ifCarriedOut(intervention, amounts.amount(transfer.amount(), timing, path, factors));
        PlanStream.ValueComponent part =
                amounts.part(amounts.own(timing, factors), amount, transfer.terms(), path, stakeholders(transfer), 1);
        return new PlanStream(intervention, transfer, timing.span(), List.of(part), null, null);
    }

    private PlanStream.ValueComponent follower(
            Intervention intervention, Transfer transfer, Stream.Amount.PerUnitOf follower, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar each = amounts.factor("amount", follower.amount(), path + ".amount", factors);
        Units units = followed(intervention, follower.effect());
        factors.addAll(units.factors());
        Scalar amount = program.scalar(Op.MULTIPLY, each, units.scalar());
        return amounts.part(units.with(factors), amount, transfer.terms(), path, stakeholders(transfer), 1);
    }

    /** The units of an effect; of none, where an unknown effect was reported. */
    private Units followed(Intervention intervention, String effectId) {
        for (Effect effect : intervention.effects()) {
            if (effect.id().equals(effectId)) {
                return EffectCompiler.compiled(effects, intervention.path(effect))
                        .units();
            }
        }
        Vector never = program.everyYear(0);
        return new Units(List.of(), program.number(Double.NaN), null, never, null, never, null);
    }

    /** What one pays another receives; society receives what comes from outside. */
    private AmountCompiler.Bearers stakeholders(Transfer transfer) {
        Map<String, Scalar> signs = new LinkedHashMap<>();
        signs.put(transfer.from(), program.number(-1));
        signs.put(transfer.to(), program.number(1));
        double received = (shares.counts(transfer.to()) ? 1 : 0) - (shares.counts(transfer.from()) ? 1 : 0);
        return new AmountCompiler.Bearers(signs, program.number(received));
    }
}
