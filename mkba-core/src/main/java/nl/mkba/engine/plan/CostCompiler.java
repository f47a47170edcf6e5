package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Intervention;

/** Compiles costs: what somebody pays for an intervention, corrected for weak evidence; cash unless said otherwise. */
final class CostCompiler {

    private final CompilationContext compilation;
    private final TimingCompiler timings;
    private final BiasCompiler bias;
    private final AmountCompiler amounts;

    CostCompiler(CompilationContext compilation, TimingCompiler timings, BiasCompiler bias, AmountCompiler amounts) {
        this.compilation = compilation;
        this.timings = timings;
        this.bias = bias;
        this.amounts = amounts;
    }

    PlanStream compile(Intervention intervention, Cost cost, String path) {
        TimingCompiler.Timing timing = timings.timing(intervention, cost.terms(), path);
        List<PlanStream.Factor> factors = new ArrayList<>();
        Scalar amount = amounts.amount(cost.amount(), timing, path, factors);
        amount = compilation.ifCarriedOut(intervention, bias.cost(amount, cost.terms(), factors));
        PlanStream.ValueComponent part = amounts.part(
                amounts.own(timing, factors),
                amount,
                cost.terms(),
                path,
                amounts.bearers(cost.paidBy(), path + ".paid_by"),
                1);
        return new PlanStream(intervention, cost, timing.span(), List.of(part), null, null);
    }
}
