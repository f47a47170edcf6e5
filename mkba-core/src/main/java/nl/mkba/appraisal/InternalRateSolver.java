package nl.mkba.appraisal;

import nl.mkba.appraisal.InternalRate.Reason;
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

    private final double[] flows;

    private InternalRateSolver(double[] flows) {
        this.flows = flows;
    }

    /** The internal rate of return of flows one year apart, or why there is none. */
    static InternalRate solve(double[] flows) {
        int changes = signChanges(flows);
        if (changes == 0) {
            return InternalRate.absent(Reason.NO_SIGN_CHANGE);
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
            return InternalRate.of(HIGHEST);
        }
        return value(low) * valueHigh < 0
                ? InternalRate.of(StrictMath.expm1(root(low, high)))
                : InternalRate.absent(Reason.NO_ROOT);
    }

    private InternalRate search() {
        int roots = 0;
        double found = Double.NaN;
        double low = StrictMath.log1p(LOWEST);
        double high = StrictMath.log1p(HIGHEST);
        double width = (high - low) / CELLS;
        double right = high;
        double valueRight = value(right);
        if (valueRight == 0) {
            roots++;
            found = right;
        }
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            double left = low + cell * width;
            double valueLeft = value(left);
            if (valueLeft == 0) {
                // At the open end it is outside the range; a root that only touches counts as two.
                if (cell > 0) {
                    boolean passes = passes(left, width);
                    roots += passes ? 1 : 2;
                    found = passes ? root(left - width / 2, left + width / 2) : left;
                }
            } else if (valueRight != 0 && valueLeft * valueRight < 0) {
                roots++;
                found = root(left, right);
            } else if (valueRight != 0 && turnsTowardsZero(left, right, valueLeft)) {
                roots += 2;
            }
            right = left;
            valueRight = valueLeft;
        }
        if (roots == 0) {
            return InternalRate.absent(Reason.NO_ROOT);
        }
        return roots == 1 ? InternalRate.of(StrictMath.expm1(found)) : InternalRate.absent(Reason.MULTIPLE_ROOTS);
    }

    private boolean passes(double root, double width) {
        return value(root - width / 2) * value(root + width / 2) < 0;
    }

    /** The root between two places of different sign, as near as rounding lets it be seen. */
    private double root(double left, double right) {
        return SOLVER.solve(MOST_STEPS, new Relative(), left, right);
    }

    /** Whether the value has a turning point between two places of equal sign at which it reaches or passes 0. */
    private boolean turnsTowardsZero(double left, double right, double valueLeft) {
        double slopeLeft = slope(left);
        double slopeRight = slope(right);
        boolean towards = valueLeft > 0 ? slopeLeft < 0 && slopeRight > 0 : slopeLeft > 0 && slopeRight < 0;
        if (!towards) {
            return false;
        }
        double turn = SOLVER.solve(MOST_STEPS, new Slope(), left, right);
        return value(turn) * valueLeft <= 0;
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
}
