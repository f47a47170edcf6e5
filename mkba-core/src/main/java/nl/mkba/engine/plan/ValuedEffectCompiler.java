package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;

/** Compiles effects with a value of their own, and what each correction leaves of them. */
final class ValuedEffectCompiler {

    private final ProgramBuilder program;
    private final DiscountCompiler discounts;
    private final PriceCompiler prices;
    private final AmountCompiler amounts;
    private final GrossToNetCompiler grossToNet;

    ValuedEffectCompiler(
            ProgramBuilder program,
            DiscountCompiler discounts,
            PriceCompiler prices,
            AmountCompiler amounts,
            GrossToNetCompiler grossToNet) {
        this.program = program;
        this.discounts = discounts;
        this.prices = prices;
        this.amounts = amounts;
        this.grossToNet = grossToNet;
    }

    PlanStream compile(Intervention intervention, Effect.Valued effect, EffectCompiler.Compiled compiled, String path) {
        List<PlanStream.Factor> factors = new ArrayList<>();
        factors.add(compiled.units().factors().get(0));
        Scalar value = amounts.factor("value", effect.value(), path + ".value", factors);
        factors.addAll(
                compiled.units().factors().subList(1, compiled.units().factors().size()));
        Scalar amount = program.scalar(Op.MULTIPLY, compiled.units().scalar(), value);
        PlanStream.ValueComponent part = amounts.part(
                compiled.units().with(factors),
                amount,
                effect.terms(),
                path,
                amounts.bearers(effect.accruesTo(), path + ".accrues_to"),
                0);
        PriceCompiler.Growth growth =
                prices.growth(effect.terms().growth(), effect.terms().prices(), path + ".growth");
        Scalar within =
                program.scalar(Op.DOT, prices.priced(compiled.timing().strength(), growth), part.discountFactors());
        for (int k = 0; k < compiled.stages().size(); k++) {
            Scalar staged = program.scalar(Op.MULTIPLY, compiled.stages().get(k), value);
            Scalar pv = program.scalar(Op.MULTIPLY, staged, within);
            if (compiled.units().tail() != null) {
                DiscountCompiler.Schedule schedule =
                        discounts.schedule(effect.terms().rateClass(), path + ".rate_class");
                Scalar sum = prices.tail(compiled.units().tail(), growth, schedule);
                pv = program.scalar(Op.ADD, pv, amounts.tailValue(staged, sum, path));
            }
            grossToNet.add(k, part.societyShare(), pv);
        }
        grossToNet.addInteracting(part.societyShare(), part.presentValue());
        grossToNet.addNet(part.societyShare(), part.presentValue());
        Vector units = program.vector(
                Op.SCALE, compiled.units().time(), compiled.units().scalar());
        return new PlanStream(intervention, effect, compiled.timing().span(), List.of(part), null, units);
    }
}
