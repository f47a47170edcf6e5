package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Prices;
import org.jspecify.annotations.Nullable;

/** Compiles how amounts change in price, and values units over the years. */
final class PriceCompiler {

    private final CompilationContext compilation;
    private final DiscountCompiler discounts;
    private final ProgramBuilder program;

    PriceCompiler(CompilationContext compilation, DiscountCompiler discounts) {
        this.compilation = compilation;
        this.discounts = discounts;
        this.program = compilation.program();
        compilation.bounded(compilation.compiled().scenario().inflation(), Bound.ABOVE_MINUS_ONE, "inflation");
    }

    /**
     * A compiled price change.
     *
     * @param growth the real change a year
     * @param inflation the inflation that a nominal amount loses; 0 for a real one
     * @param factors the factor of each year, null if it is always 1
     */
    record Growth(Scalar growth, Scalar inflation, @Nullable Vector factors) {}

    /** Real price change {@code (1 + growth)^(y − price level)}, divided by inflation for nominal amounts. */
    Growth growth(Expression expression, Prices prices, String path) {
        Scalar growth = compilation.bounded(expression, Bound.ABOVE_MINUS_ONE, path);
        Scalar zero = program.number(0);
        Vector factors = growth == zero ? null : program.vector(Op.POWERS, List.of(growth), exponent());
        if (prices == Prices.REAL) {
            return new Growth(growth, zero, factors);
        }
        Scalar inflation =
                compilation.bounded(compilation.compiled().scenario().inflation(), Bound.ABOVE_MINUS_ONE, "inflation");
        Vector deflator = inflated();
        return new Growth(
                growth,
                inflation,
                program.vector(Op.DIVIDE_YEARS, factors == null ? program.everyYear(1) : factors, deflator));
    }

    /** What an amount of the price level is in prices of each year: {@code (1 + inflation)^(y − price level)}. */
    Vector inflated() {
        Scalar inflation =
                compilation.bounded(compilation.compiled().scenario().inflation(), Bound.ABOVE_MINUS_ONE, "inflation");
        return program.vector(Op.POWERS, List.of(inflation), exponent());
    }

    /** The years from the price level to the first year. */
    private int exponent() {
        return compilation.frame().firstYear()
                - compilation.compiled().scenario().priceLevel();
    }

    /** A vector times the price factors. */
    Vector priced(Vector time, Growth growth) {
        return growth.factors() == null ? time : program.vector(Op.MULTIPLY_YEARS, time, growth.factors());
    }

    /** The sum over the years after the horizon of strength, price factor and discount factor. */
    Scalar tail(Units.Continuation continuation, Growth growth, DiscountCompiler.Schedule schedule) {
        int horizon = compilation.frame().horizon();
        List<Scalar> operands =
                new ArrayList<>(List.of(continuation.open().dropOff(), growth.growth(), growth.inflation()));
        operands.addAll(schedule.rates());
        int[] immediates = Tail.immediates(
                horizon - continuation.begin(),
                continuation.open(),
                compilation.frame().lastYear()
                        + 1
                        - compilation.compiled().scenario().priceLevel(),
                discounts.doubleTime(horizon),
                schedule.steps());
        return program.scalar(Op.TAIL, operands, immediates);
    }
}
