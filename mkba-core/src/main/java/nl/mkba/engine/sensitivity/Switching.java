package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.sensitivity.SensitivityResult.Frontier;
import nl.mkba.sensitivity.SensitivityResult.FrontierPoint;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;

/**
 * Switching values: where the net present value crosses 0, of one parameter with the others central, and of two at once. A
 * parameter is looked for within the support of its distribution, where it has no end first up to the quantile at 1e-9 or
 * 1 − 1e-9; the support of a discrete or an empirical one is its values, and nothing between them; without a distribution within ten times its central value on either side of 0.
 */
final class Switching {

    private static final double TAIL = 1e-9;
    private static final double REACH = 10;

    /** Times the width of a distribution, with its central value. */
    private static final double FAR = 1000;

    /** What is smaller than this part of the net present values is 0. */
    private static final double ZERO = 1e-12;

    private static final int FRONTIER_POINTS = 21;
    private static final double FRONTIER_LOW = 0.05;
    private static final double FRONTIER_HIGH = 0.95;

    private final VariedCase theCase;
    private final Workers workers;

    Switching(VariedCase theCase, Workers workers) {
        this.theCase = theCase;
        this.workers = workers;
    }

    /**
     * For every parameter that is not a formula and not true by definition, nearest to its central value first, those without one
     * last.
     */
    List<SwitchingValue> values() {
        List<String> ids = theCase.central().keySet().stream()
                .filter(id -> theCase.theCase().parameter(id).isVariable())
                .toList();
        SwitchingValue[] found = new SwitchingValue[ids.size()];
        workers.run(found.length, cancellation -> p -> {
            String id = ids.get(p);
            double central = theCase.central().getOrDefault(id, 0.0);
            OptionalDouble value = theCase.shapes(id)
                    ? whole(id, central, cancellation)
                    : nearest(theCase.probe(List.of(id), ZeroSearch.ROWS), id, central);
            found[p] = new SwitchingValue(id, central, value);
        });
        List<SwitchingValue> values = new ArrayList<>(Arrays.asList(found));
        values.sort(Comparator.comparingDouble(Switching::distance));
        return values;
    }

    /** Relative to the central value; what has no relative change comes after what has, and what has no value last. */
    private static double distance(SwitchingValue value) {
        return value.value().isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.abs(value.change().orElse(Double.MAX_VALUE));
    }

    private OptionalDouble nearest(VariedCase.Probe probe, String id, double central) {
        Optional<Distribution> distribution = theCase.distribution(id);
        Optional<double[]> values = distribution.flatMap(Distribution::possibleValues);
        if (values.isPresent()) {
            return atValue(probe, id, central, values.get());
        }
        double reach = Math.min(REACH * Math.abs(central), Double.MAX_VALUE);
        double low = distribution.map(Switching::low).orElse(-reach);
        double high = distribution.map(Switching::high).orElse(reach);
        if (distribution.isEmpty() && central == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble near = new ZeroSearch(probe, id).nearest(central, low, high);
        return near.isPresent() || distribution.isEmpty() ? near : far(probe, id, central, distribution.get());
    }

    /**
     * Of a parameter that takes some values only: the nearest of these at which the net present value is 0, but for rounding.
     * A value between two of them it cannot have, and so no switching value.
     */
    private static OptionalDouble atValue(VariedCase.Probe probe, String id, double central, double[] values) {
        double[] npvs = new double[values.length];
        double size = 0;
        try {
            for (int from = 0; from < values.length; from += probe.rows()) {
                int n = Math.min(probe.rows(), values.length - from);
                for (int row = 0; row < n; row++) {
                    probe.set(row, id, values[from + row]);
                }
                probe.evaluate(n);
                for (int row = 0; row < n; row++) {
                    npvs[from + row] = probe.isOutside(row) ? Double.NaN : probe.npv(row);
                    size = probe.isOutside(row) ? size : Math.max(size, Math.abs(probe.npv(row)));
                }
            }
        } finally {
            probe.reset(id);
        }
        OptionalDouble nearest = OptionalDouble.empty();
        for (int k = 0; k < values.length; k++) {
            boolean isNearer =
                    nearest.isEmpty() || Math.abs(values[k] - central) < Math.abs(nearest.getAsDouble() - central);
            if (Math.abs(npvs[k]) <= ZERO * size && isNearer) {
                nearest = OptionalDouble.of(values[k]);
            }
        }
        return nearest;
    }

    /** Of a support without an end what lies beyond almost every draw is looked at last, and less closely. */
    private static OptionalDouble far(VariedCase.Probe probe, String id, double central, Distribution distribution) {
        double low = distribution.lowest();
        double high = distribution.highest();
        if (!Double.isInfinite(low) && !Double.isInfinite(high)) {
            return OptionalDouble.empty();
        }
        double reach =
                Math.min(FAR * (Math.abs(central) + high(distribution) - low(distribution)), Double.MAX_VALUE / 2);
        return new ZeroSearch(probe, id)
                .nearest(
                        central,
                        Double.isInfinite(low) ? Math.max(central - reach, -Double.MAX_VALUE) : low,
                        Double.isInfinite(high) ? Math.min(central + reach, Double.MAX_VALUE) : high);
    }

    private static double low(Distribution distribution) {
        return Double.isInfinite(distribution.lowest()) ? distribution.quantile(TAIL) : distribution.lowest();
    }

    private static double high(Distribution distribution) {
        return Double.isInfinite(distribution.highest()) ? distribution.quantile(1 - TAIL) : distribution.highest();
    }

    /**
     * Of a parameter that shapes the years: the nearest whole value, at most as many years away as there are, at which the
     * net present value is 0 or has the other sign.
     */
    private OptionalDouble whole(String id, double central, Cancellation cancellation) {
        double npv = theCase.npv();
        if (npv == 0) {
            return OptionalDouble.of(central);
        }
        int most = theCase.theCase().scenario().horizon();
        boolean down = true;
        boolean up = true;
        for (int step = 1; step <= most && (down || up); step++) {
            cancellation.throwIfCancelled();
            double below = Math.ceil(central) - step;
            double above = Math.floor(central) + step;
            OptionalDouble lower =
                    down && below >= -REACH * Math.abs(central) ? npv(id, below) : OptionalDouble.empty();
            OptionalDouble upper = up && above <= REACH * Math.abs(central) ? npv(id, above) : OptionalDouble.empty();
            boolean lowerSwitches = lower.isPresent() && switches(npv, lower.getAsDouble());
            boolean upperSwitches = upper.isPresent() && switches(npv, upper.getAsDouble());
            if (lowerSwitches && !(upperSwitches && above - central < central - below)) {
                return OptionalDouble.of(below);
            }
            if (upperSwitches) {
                return OptionalDouble.of(above);
            }
            down = lower.isPresent();
            up = upper.isPresent();
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble npv(String id, double value) {
        return CentralCase.npv(theCase.theCase().with(id, value));
    }

    private static boolean switches(double npv, double other) {
        return other == 0 || npv < 0 != other < 0;
    }

    private static double at(double low, double high, int point) {
        double way = (high - low) * point / (FRONTIER_POINTS - 1);
        // Of values near the largest number the product is beyond it.
        return low + (Double.isFinite(way) ? way : (high - low) * (point / (FRONTIER_POINTS - 1.0)));
    }

    /** For values of the first parameter over its 5th … 95th percentile, the value of the second at which it crosses 0. */
    Frontier frontier(String first, String second) {
        Distribution range = theCase.distribution(first).orElseThrow();
        double low = range.quantile(FRONTIER_LOW);
        double high = range.quantile(FRONTIER_HIGH);
        FrontierPoint[] points = new FrontierPoint[low < high ? FRONTIER_POINTS : 1];
        workers.run(points.length, () -> {
            VariedCase.Probe probe = theCase.probe(List.of(first, second), ZeroSearch.ROWS);
            return k -> {
                double value = k == FRONTIER_POINTS - 1 ? high : at(low, high, k);
                probe.set(first, value);
                probe.evaluate(1);
                probe.requireAccepted(0, () -> first + " = " + value);
                double npv = probe.npv(0);
                OptionalDouble crossing =
                        nearest(probe, second, theCase.central().getOrDefault(second, 0.0));
                points[k] = new FrontierPoint(value, crossing, npv);
                probe.reset(first);
            };
        });
        return new Frontier(first, second, Arrays.asList(points));
    }
}
