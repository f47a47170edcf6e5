package nl.mkba.engine.appraisal;

import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InternalRate.Reason;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the internal rate of return of yearly flows. With {@code v = 1/(1 + r)} the present value is a polynomial in
 * {@code v}, up to a factor that has no root; its roots are sought for rates in (−0.5, 10], on an even grid of {@code
 * ln(1 + r)} fine enough that two of its turning points do not fall between neighbours.
 */
final class InternalRateSolver {

    private static final double LOWEST = -0.5;
    private static final double HIGHEST = 10;
    private static final int CELLS = 4096;

    /** A present value below this part of the amounts it is made of is 0. */
    private static final double ZERO = 1e-12;

    private static final BrentSolver SOLVER = new BrentSolver(1e-15, 1e-15, 1e-300);
    private static final int MOST_STEPS = 1000;
    private static final int MOST_EXPONENT = 1000;

    private final double[] flows;

    private int roots;
    private double found = Double.NaN;

    /** The last place at which the value was not 0, its sign there, and the first place after it at which it is. */
    private double lastPlace = Double.NaN;

    private double lastSign;
    private double firstZero = Double.NaN;

    /** The size of the currency is left out by a power of two, so that no sum overflows and no digit changes. */
    private InternalRateSolver(double[] amounts) {
        double largest = 0;
        for (double amount : amounts) {
            largest = Math.max(largest, Math.abs(amount));
        }
        int exponent = Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, Math.getExponent(largest)));
        this.flows = new double[amounts.length];
        for (int y = 0; y < flows.length; y++) {
            flows[y] = amounts[y] * Math.scalb(1.0, -exponent);
        }
    }

    /** The internal rate of return of flows one year apart, or why there is none. */
    static InternalRate solve(double[] flows) {
        int changes = signChanges(flows);
        if (changes == 0) {
            return absent(Reason.NO_SIGN_CHANGE);
        }
        InternalRateSolver solver = new InternalRateSolver(flows);
        return changes == 1 ? solver.only() : solver.search();
    }

    private static int signChanges(double[] flows) {
        int changes = 0;
        double last = 0;
        for (double flow : flows) {
            if (flow != 0) {
                changes += flow * last < 0 ? 1 : 0;
                last = Math.signum(flow);
            }
        }
        return changes;
    }

    /** By Descartes' rule of signs (1637) flows that change sign once have one root, in or out of the range. */
    private InternalRate only() {
        double low = StrictMath.log1p(LOWEST);
        double high = StrictMath.log1p(HIGHEST);
        double valueHigh = value(high);
        if (valueHigh == 0) {
            return rate(HIGHEST);
        }
        return value(low) * valueHigh < 0 ? rate(StrictMath.expm1(root(low, high))) : absent(Reason.NO_ROOT);
    }

    /**
     * Counts the roots from the highest rate down. Between neighbours of the grid, and the turning points between them, the
     * value rises or falls; so a change of sign is one root, and a 0 between equal signs is a value that only touches 0, which
     * counts as two.
     */
    private InternalRate search() {
        double low = StrictMath.log1p(LOWEST);
        double high = StrictMath.log1p(HIGHEST);
        double width = (high - low) / CELLS;
        double right = high;
        meet(right);
        double slopeRight = slope(right);
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            double left = low + cell * width;
            double slopeLeft = slope(left);
            if (slopeLeft * slopeRight < 0) {
                meet(SOLVER.solve(MOST_STEPS, new Slope(), left, right));
            }
            meet(left);
            right = left;
            slopeRight = slopeLeft;
        }
        // A 0 at the open end is outside the range.
        if (roots == 0) {
            return absent(Reason.NO_ROOT);
        }
        return roots == 1 ? rate(Math.min(HIGHEST, StrictMath.expm1(found))) : absent(Reason.MULTIPLE_ROOTS);
    }

    /** The next place, from right to left. */
    private void meet(double place) {
        double value = value(place);
        if (value == 0) {
            if (Double.isNaN(firstZero)) {
                firstZero = place;
            }
            return;
        }
        double sign = Math.signum(value);
        boolean touched = !Double.isNaN(firstZero);
        if (lastSign == 0) {
            // Zeros from the closed end of the range on: beyond it shows whether the value changes sign there.
            if (touched) {
                boolean changes = Math.signum(value(2 * firstZero - place)) != sign;
                roots += changes ? 1 : 2;
            }
            found = touched ? firstZero : found;
        } else if (sign != lastSign) {
            roots++;
            found = root(place, lastPlace);
        } else if (touched) {
            roots += 2;
        }
        firstZero = Double.NaN;
        lastSign = sign;
        lastPlace = place;
    }

    /** The root between two places of different sign, as near as rounding lets it be seen. */
    private double root(double left, double right) {
        return SOLVER.solve(MOST_STEPS, new Relative(), left, right);
    }

    /** The present value relative to the amounts it is made of, by {@code ln(1 + r)}; 0 where that is rounding. */
    private double value(double logRate) {
        double relative = relative(logRate);
        return Math.abs(relative) < ZERO ? 0 : relative;
    }

    private double relative(double logRate) {
        double v = StrictMath.exp(-logRate);
        double sum = 0;
        double size = 0;
        for (int k = flows.length - 1; k >= 0; k--) {
            sum = sum * v + flows[k];
            size = size * v + Math.abs(flows[k]);
        }
        return sum / size;
    }

    /** The derivative of the present value to {@code ln(1 + r)}, up to a positive factor. */
    private double slope(double logRate) {
        double v = StrictMath.exp(-logRate);
        double sum = 0;
        double derivative = 0;
        double size = 0;
        double sizeDerivative = 0;
        for (int k = flows.length - 1; k >= 0; k--) {
            derivative = derivative * v + sum;
            sizeDerivative = sizeDerivative * v + size;
            sum = sum * v + flows[k];
            size = size * v + Math.abs(flows[k]);
        }
        return -v * (derivative * size - sum * sizeDerivative) / (size * size);
    }

    // Classes rather than lambdas: of an interface as old as this one the virtual machine keeps no lambda ready.

    private final class Relative implements UnivariateFunction {
        @Override
        public double value(double logRate) {
            return relative(logRate);
        }
    }

    private final class Slope implements UnivariateFunction {
        @Override
        public double value(double logRate) {
            return slope(logRate);
        }
    }

    private static InternalRate rate(double rate) {
        return new InternalRate(OptionalDouble.of(rate), Optional.empty());
    }

    static InternalRate absent(Reason reason) {
        return new InternalRate(OptionalDouble.empty(), Optional.of(reason));
    }
}
