package nl.mkba.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles what streams of every kind have: an amount for each unit, priced and discounted, for the account of somebody. */
final class AmountCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final DiscountCompiler discounts;
    private final PriceCompiler prices;
    private final ShareCompiler shares;

    AmountCompiler(
            CompilationContext compilation, DiscountCompiler discounts, PriceCompiler prices, ShareCompiler shares) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.discounts = discounts;
        this.prices = prices;
        this.shares = shares;
    }

    /** An amount at full strength; of a total, what each unit of strength has of it. */
    Scalar amount(Stream.Amount amount, TimingCompiler.Timing timing, String path, List<PlanStream.Factor> factors) {
        if (!(amount instanceof Stream.Amount.Total)) {
            return factor("amount", amount.amount(), path + ".amount", factors);
        }
        Scalar total = factor("total", amount.amount(), path + ".total", factors);
        Scalar strengths = timing.profile().total();
        if (strengths == null) {
            // A profile without an end was reported when the scenario was checked.
            return program.number(Double.NaN);
        }
        if (program.isConstant(strengths) && program.value(strengths) == 0) {
            compilation.refuse(ProblemCode.TOTAL_WITHOUT_STRENGTH, path + ".total");
            return program.number(Double.NaN);
        }
        Scalar one = program.scalar(Op.DIVIDE, program.number(1), strengths);
        factors.add(new PlanStream.Factor("when", "1 / Σ", Set.of(), one));
        return program.scalar(Op.DIVIDE, total, strengths);
    }

    /** The value of an expression that is a factor of the amount. */
    Scalar factor(String key, Expression expression, String path, List<PlanStream.Factor> factors) {
        Scalar register = compilation.expression(expression, path);
        factors.add(PlanStream.Factor.of(key, expression, register));
        return register;
    }

    /** The units of a stream that has none but its own strength. */
    Units own(TimingCompiler.Timing timing, List<PlanStream.Factor> factors) {
        return new Units(
                factors,
                program.number(1),
                timing.entering(),
                timing.strength(),
                null,
                timing.strength(),
                timing.continuation());
    }

    /** Who bears an amount, and society's part. */
    record Bearers(Map<String, Scalar> shares, Scalar society) {}

    /** Who bears an amount by these shares. */
    Bearers bearers(Shares written, String path) {
        Map<String, Scalar> compiled = shares.compile(written, path);
        return new Bearers(compiled, shares.society(compiled));
    }

    /** The one amount of a stream, on its terms. */
    PlanStream.ValueComponent part(
            Units units, Scalar amount, Stream.Terms terms, String path, Bearers bearers, int cashableByDefault) {
        PriceCompiler.Growth growth = prices.growth(terms.growth(), terms.prices(), path + ".growth");
        Expression cashable = terms.cashable();
        Scalar cash = cashable == null
                ? program.number(cashableByDefault)
                : compilation.fraction(cashable, path + ".cashable");
        return valuedPart(
                "",
                units,
                amount,
                growth,
                discounts.schedule(terms.rateClass(), path + ".rate_class"),
                units.tail(),
                path,
                bearers,
                cash);
    }

    /** An amount for each unit: priced, discounted, and over the years after the horizon. */
    PlanStream.ValueComponent valuedPart(
            String id,
            Units units,
            Scalar amount,
            PriceCompiler.Growth growth,
            DiscountCompiler.Schedule schedule,
            Units.@Nullable Continuation continuation,
            String path,
            Bearers bearers,
            Scalar cashable) {
        Vector priced = prices.priced(units.time(), growth);
        Scalar within = program.scalar(Op.MULTIPLY, amount, program.scalar(Op.DOT, priced, schedule.factors()));
        Scalar tail = program.number(0);
        Scalar present = within;
        if (continuation != null) {
            Vector interactions = units.interactions();
            Scalar flow = interactions == null
                    ? amount
                    : program.scalar(Op.MULTIPLY, amount, program.scalar(Op.LAST, interactions));
            tail = tailValue(flow, prices.tail(continuation, growth, schedule), path);
            present = program.scalar(Op.ADD, within, tail);
        }
        finite(present, path);
        return new PlanStream.ValueComponent(
                id,
                units.factors(),
                units.entering(),
                units.strength(),
                units.interactions(),
                growth.factors(),
                program.vector(Op.SCALE, priced, amount),
                schedule.factors(),
                within,
                tail,
                present,
                cashable,
                bearers.society(),
                bearers.shares());
    }

    /** What flows after the horizon; a sum that does not converge is refused. */
    Scalar tailValue(Scalar flow, Scalar sum, String path) {
        Check check = compilation.check(ProblemCode.DOES_NOT_CONVERGE, path + ".beyond_horizon");
        return program.scalar(Op.TAIL_VALUE, List.of(flow, sum), check.number());
    }

    /** A present value that is too large for a number is refused. */
    private void finite(Scalar presentValue, String path) {
        Problem tooLarge = Overflow.ofStream(compilation.compiled(), path);
        if (!program.isConstant(presentValue)) {
            compilation.requireFinite(presentValue, tooLarge);
        } else if (Double.isInfinite(program.value(presentValue))) {
            compilation.refuse(tooLarge);
        }
    }
}
