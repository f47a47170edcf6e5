package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Prices;

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
     * @param growth register of the real change a year
     * @param inflation register of the inflation that a nominal amount loses; 0 for a real one
     * @param factors register of the factor of each year, −1 if it is always 1
     */
    record Growth(int growth, int inflation, int factors) {}

    /** Real price change {@code (1 + growth)^(y − price level)}, divided by inflation for nominal amounts. */
    Growth growth(Expression expression, Prices prices, String path) {
        int growth = compilation.bounded(expression, Bound.ABOVE_MINUS_ONE, path);
        int zero = program.number(0);
        int factors = growth == zero ? -1 : program.emit(Op.POWERS, new int[] {growth}, exponent());
        if (prices == Prices.REAL) {
            return new Growth(growth, zero, factors);
        }
        int inflation =
                compilation.bounded(compilation.compiled().scenario().inflation(), Bound.ABOVE_MINUS_ONE, "inflation");
        int deflator = inflated();
        return new Growth(
                growth,
                inflation,
                program.emit(Op.DIVIDE_YEARS, factors < 0 ? program.everyYear(1) : factors, deflator));
    }

    /** What an amount of the price level is in prices of each year: {@code (1 + inflation)^(y − price level)}. */
    int inflated() {
        int inflation =
                compilation.bounded(compilation.compiled().scenario().inflation(), Bound.ABOVE_MINUS_ONE, "inflation");
        return program.emit(Op.POWERS, new int[] {inflation}, exponent());
    }

    /** The years from the price level to the first year. */
    private int[] exponent() {
        return new int[] {
            compilation.frame().firstYear() - compilation.compiled().scenario().priceLevel()
        };
    }

    /** A vector times the price factors. */
    int priced(int time, Growth growth) {
        return growth.factors() < 0 ? time : program.emit(Op.MULTIPLY_YEARS, time, growth.factors());
    }

    /** The sum over the years after the horizon of strength, price factor and discount factor. */
    int tail(Units.Continuation continuation, Growth growth, DiscountCompiler.Schedule schedule) {
        int horizon = compilation.frame().horizon();
        List<Integer> operands =
                new ArrayList<>(List.of(continuation.open().dropOff(), growth.growth(), growth.inflation()));
        operands.addAll(schedule.rates());
        List<Integer> immediates = Tail.immediates(
                horizon - continuation.begin(),
                continuation.open(),
                compilation.frame().lastYear()
                        + 1
                        - compilation.compiled().scenario().priceLevel(),
                discounts.doubleTime(horizon),
                schedule.steps());
        return program.emit(Op.TAIL, operands, immediates);
    }
}
