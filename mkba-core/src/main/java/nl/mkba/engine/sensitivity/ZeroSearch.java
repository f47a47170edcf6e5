package nl.mkba.engine.sensitivity;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Looks for the value of a parameter, nearest to its central value, at which the net present value is 0: points that lie
 * densest near the centre are tried on either side. Between two of different sign Brent's method (Brent 1973) finds the root;
 * where the net present value comes nearest to 0 between points of equal sign, the same author's search for a minimum finds
 * out whether it passes 0 there and back. A side ends where the case would be refused, and where the net present value changes
 * sign without being 0, through infinity.
 */
final class ZeroSearch {

    /** Steps on either side; the k-th is at the part (k/STEPS)² of the way. */
    private static final int STEPS = 200;

    /** How many rows of a probe it needs. */
    static final int ROWS = STEPS + 1;

    private static final int MOST_EVALUATIONS = 500;

    /** Halvings after which two numbers have nothing between them, whatever they are. */
    private static final int MOST_HALVINGS = 2_000;

    /** The number of middles that are tried together at first; after that twice the number before. */
    private static final int FEW_MIDDLES = 8;

    /** A root at which the value is larger than this part of its neighbours' is a jump. */
    private static final double JUMP = 1e-6;

    /** What is smaller than this part of the values beside it is 0. */
    private static final double ZERO = 1e-12;

    /** Values that differ by less than this part have no dip between them that is worth looking for. */
    private static final double FLAT = 1e-6;

    /** Zeros that are no farther apart than this part of the way are one. */
    private static final double STRETCH = 1e-12;

    /** A stretch no longer than this part of the way is a moment. */
    private static final double MOMENT = 1e-9;

    private static final int MOST_EXPONENT = 1000;

    private final VariedCase.Probe probe;
    private final String parameter;

    ZeroSearch(VariedCase.Probe probe, String parameter) {
        this.probe = probe;
        this.parameter = parameter;
    }

    /** The case would be refused between two points at which it is not. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("refused", null, false, false);
        }
    }

    /** The nearest zero from {@code low} to {@code high}; the parameter is central again afterwards. */
    OptionalDouble nearest(double central, double low, double high) {
        try {
            OptionalDouble below = central < low ? OptionalDouble.empty() : side(Math.min(central, high), low);
            OptionalDouble above = central > high ? OptionalDouble.empty() : side(Math.max(central, low), high);
            if (below.isEmpty() || above.isEmpty()) {
                return below.isEmpty() ? above : below;
            }
            return central - below.getAsDouble() <= above.getAsDouble() - central ? below : above;
        } finally {
            probe.reset(parameter);
        }
    }

    private OptionalDouble side(double from, double end) {
        double[] at = new double[STEPS + 1];
        double[] npv = new double[STEPS + 1];
        boolean[] outside = new boolean[STEPS + 1];
        for (int k = 0; k <= STEPS; k++) {
            double part = k / (double) STEPS;
            at[k] = k == STEPS ? end : between(from, end, part * part);
            probe.set(k, parameter, at[k]);
        }
        probe.evaluate(ROWS);
        for (int k = 0; k <= STEPS; k++) {
            npv[k] = probe.npv(k);
            outside[k] = probe.isOutside(k);
        }
        if (outside[0]) {
            return OptionalDouble.empty();
        }
        if (npv[0] == 0) {
            return OptionalDouble.of(at[0]);
        }
        for (int k = 1; k <= STEPS; k++) {
            double last = outside[k] ? edge(at[k - 1], at[k]) : at[k];
            double value = outside[k] ? npv(last) : npv[k];
            if (value == 0) {
                boolean isLast = k == STEPS || outside[k] || outside[k + 1];
                double zero = isLast ? nearestZero(at[k - 1], last) : zero(at[k - 1], last, at[k + 1]);
                // the last value before those below 0 are refused
                return OptionalDouble.of(Math.abs(zero) < Double.MIN_NORMAL ? 0 : zero);
            }
            if (value < 0 != npv[k - 1] < 0) {
                return root(at[k - 1], last, Math.max(Math.abs(value), Math.abs(npv[k - 1])));
            }
            if (outside[k]) {
                return OptionalDouble.empty();
            }
            OptionalDouble dip = dip(k, at, npv, outside);
            if (dip.isPresent()) {
                return dip;
            }
        }
        return OptionalDouble.empty();
    }

    private static double between(double from, double end, double part) {
        double way = end - from;
        return Double.isInfinite(way) ? from * (1 - part) + end * part : from + way * part;
    }

    /** Where the value passes 0 and comes back between the points beside one at which it is nearer to 0 than at these. */
    private OptionalDouble dip(int k, double[] at, double[] npv, boolean[] outside) {
        int next = k + 1;
        if (next > STEPS || outside[k] || outside[next] || npv[k] < 0 != npv[next] < 0) {
            return OptionalDouble.empty();
        }
        double here = Math.abs(npv[k]);
        double before = Math.abs(npv[k - 1]);
        double after = Math.abs(npv[next]);
        double size = Math.max(before, after);
        if (here > before || here > after || size - here <= FLAT * size) {
            return OptionalDouble.empty();
        }
        double sign = Math.signum(npv[k]);
        double low = Math.min(at[k - 1], at[next]);
        double high = Math.max(at[k - 1], at[next]);
        double lowest;
        try {
            lowest = new BrentOptimizer(1e-12, Double.MIN_NORMAL)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new UnivariateObjectiveFunction(value -> sign * npv(value) / size),
                            GoalType.MINIMIZE,
                            new SearchInterval(low, high, at[k]))
                    .getPoint();
        } catch (Refused | TooManyEvaluationsException e) {
            return OptionalDouble.empty();
        }
        double value = npv(lowest);
        if (Math.abs(value) <= ZERO * size) {
            return OptionalDouble.of(lowest);
        }
        return value < 0 != sign < 0 ? root(at[k - 1], lowest, size) : OptionalDouble.empty();
    }

    private double npv(double value) {
        probe.set(0, parameter, value);
        probe.evaluate(1);
        if (probe.isOutside(0)) {
            throw new Refused();
        }
        return probe.npv(0);
    }

    /**
     * The last value that is not refused, on the way from one that is not to one that is, by halving. Mostly values below 0 or
     * above 1 are refused, so that it is known by which middles the halving comes: they are tried together, and where it turns
     * out otherwise the rest one by one. Either way it comes by the same ones.
     */
    private double edge(double accepted, double refused) {
        double expected = isBetween(0, accepted, refused) ? 0 : isBetween(1, accepted, refused) ? 1 : Double.NaN;
        double[] middles = new double[ROWS];
        double inside = accepted;
        double outside = refused;
        int together = FEW_MIDDLES;
        for (int halvings = 0; halvings < MOST_HALVINGS; ) {
            int n = middles(inside, outside, expected, Double.isNaN(expected) ? 1 : together, middles);
            if (n == 0) {
                break;
            }
            probe.evaluate(n);
            for (int k = 0; k < n && halvings < MOST_HALVINGS; k++) {
                halvings++;
                if (probe.isOutside(k)) {
                    outside = middles[k];
                } else {
                    inside = middles[k];
                }
                if (probe.isOutside(k) != isBeyond(middles[k], expected, accepted < refused)) {
                    expected = Double.NaN;
                    break;
                }
            }
            together = Math.min(2 * together, ROWS);
        }
        return inside;
    }

    private static boolean isBetween(double value, double one, double other) {
        return Math.min(one, other) <= value && value <= Math.max(one, other);
    }

    private static boolean isBeyond(double value, double edge, boolean isUpper) {
        return isUpper ? value > edge : value < edge;
    }

    /** The next middles, which are set in the probe, as long as values beyond an edge are refused; how many there are. */
    private int middles(double from, double to, double edge, int most, double[] middles) {
        double inside = from;
        double outside = to;
        int n = 0;
        while (n < most) {
            double middle = between(inside, outside, 0.5);
            if (middle == inside || middle == outside) {
                break;
            }
            probe.set(n, parameter, middle);
            middles[n++] = middle;
            if (isBeyond(middle, edge, from < to)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return n;
    }

    /**
     * The zero nearest to a point at which the value is none, of those that reach from there to a zero that is known: a net
     * present value that is 0 over a stretch switches where that begins.
     */
    private double nearestZero(double none, double zero) {
        double near = none;
        double far = zero;
        while (Math.abs(far - near) > STRETCH * Math.abs(zero - none)) {
            double middle = between(near, far, 0.5);
            if (middle == near || middle == far) {
                break;
            }
            if (npv(middle) == 0) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return Math.abs(far - zero) > 2 * STRETCH * Math.abs(zero - none) ? far : zero;
    }

    /**
     * The zero between two points, given one: the nearest where it is 0 over a stretch. Where a formula that passes 0 is 0 for a moment,
     * being rounding, it is the middle of that.
     */
    private double zero(double nearest, double zero, double farthest) {
        double near = nearestZero(nearest, zero);
        try {
            if (near == zero || npv(farthest) == 0) {
                return near;
            }
            double far = nearestZero(farthest, zero);
            return Math.abs(far - near) <= MOMENT * Math.abs(farthest - nearest) ? between(near, far, 0.5) : near;
        } catch (Refused beyond) {
            return near;
        }
    }

    /** The root between a point and one farther from the centre, at which the value has the other sign. */
    private OptionalDouble root(double nearest, double farthest, double size) {
        double low = Math.min(nearest, farthest);
        double high = Math.max(nearest, farthest);
        // Values of any size, so that the product of two of them is not below the smallest number; no digit changes.
        double unit = Math.scalb(1.0, -Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, Math.getExponent(size))));
        BrentSolver solver = new BrentSolver(1e-15, Math.ulp(Math.min(high - low, Double.MAX_VALUE)), 0);
        try {
            if (low < 0 && high > 0 && npv(0) == 0) {
                return OptionalDouble.of(0); // the solver would stop a hair's breadth beside it
            }
            double root = solver.solve(MOST_EVALUATIONS, value -> npv(value) * unit, low, high);
            double value = npv(root);
            if (value == 0) {
                return OptionalDouble.of(zero(nearest, root, farthest));
            }
            return Math.abs(value) <= JUMP * size ? OptionalDouble.of(root) : OptionalDouble.empty();
        } catch (Refused | TooManyEvaluationsException | NoBracketingException none) {
            // Refused in between, or a change of sign through infinity.
            return OptionalDouble.empty();
        }
    }
}
