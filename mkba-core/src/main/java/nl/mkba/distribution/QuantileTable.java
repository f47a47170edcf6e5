package nl.mkba.distribution;

/**
 * The inverse distribution function made fast.
 *
 * <p>Uniform, triangular, discrete and empirical distributions give exactly {@link Distribution#quantile}. For the
 * others, cubics run through exact values with exact slopes ({@link CubicTable}). Chances within a millionth of 0 or 1 are
 * given to {@link Distribution#quantile}. The probability error, {@code |F(x) − u|}, stays below 2·10⁻⁷ besides the
 * rounding of x; a distribution whose cubics would not keep to that has no table and is computed for each chance. Values
 * never decrease with the chance but for rounding in their last digits, and never leave the distribution's range.
 */
abstract sealed class QuantileTable implements Distribution.Table
        permits CubicTable, QuantileTable.Computed, QuantileTable.Line, QuantileTable.Roots, QuantileTable.Stairs {

    final Distribution distribution;

    QuantileTable(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public void at(double[] u, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = at(u[i]);
        }
    }

    static QuantileTable computed(Distribution distribution) {
        return new Computed(distribution);
    }

    static QuantileTable uniform(Uniform distribution) {
        return new Line(distribution);
    }

    static QuantileTable triangular(Triangular distribution) {
        return new Roots(distribution);
    }

    static QuantileTable steps(Distribution distribution, Steps steps) {
        return new Stairs(distribution, steps);
    }

    /** Every value, recomputed. */
    static final class Computed extends QuantileTable {
        private Computed(Distribution distribution) {
            super(distribution);
        }

        @Override
        public double at(double u) {
            return distribution.quantile(u);
        }
    }

    static final class Line extends QuantileTable {
        private final double low;
        private final double high;
        private final double width;

        private Line(Uniform uniform) {
            super(uniform);
            low = uniform.low();
            high = uniform.high();
            width = high - low;
        }

        @Override
        public double at(double u) {
            return u >= 0 && u <= 1 ? value(u) : distribution.quantile(u);
        }

        private double value(double u) {
            return Math.min(high, low + u * width);
        }

        @Override
        public void at(double[] u, double[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = value(u[i]);
            }
        }
    }

    /**
     * The triangular distribution: a root on either side. The side is a factor 0 or 1 rather than a branch, so that the loop
     * becomes vector instructions, which take their roots eight at a time.
     */
    static final class Roots extends QuantileTable {
        private final double turn;
        private final double min;
        private final double max;
        private final double below;
        private final double above;

        private Roots(Triangular triangular) {
            super(triangular);
            min = triangular.min();
            max = triangular.max();
            turn = triangular.turn();
            below = triangular.below();
            above = triangular.above();
        }

        @Override
        public double at(double u) {
            return u >= 0 && u <= 1 ? value(u) : distribution.quantile(u);
        }

        private double value(double u) {
            // Any difference at all, times 2¹¹⁰⁰, is 1 or more.
            double right = Math.min(1, Math.max(0, (u - turn) * 0x1p1000 * 0x1p100));
            double left = 1 - right;
            double root = Math.sqrt(Math.abs(right - u) * (left * below + right * above));
            double x = left * min + right * max + (left - right) * root;
            return Math.min(max, Math.max(min, x));
        }

        @Override
        public void at(double[] u, double[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = value(u[i]);
            }
        }
    }

    /** Steps with a guide that says where to begin (H. C. Chen and Y. Asau, 1974). */
    static final class Stairs extends QuantileTable {
        private final double[] values;
        private final double[] cumulative;
        private final int[] guide;

        private Stairs(Distribution distribution, Steps steps) {
            super(distribution);
            values = steps.values;
            cumulative = steps.cumulative;
            guide = new int[2 * Integer.highestOneBit(values.length) + 1];
            int buckets = guide.length - 1;
            int step = 0;
            for (int i = 0; i < guide.length; i++) {
                while (cumulative[step] < (double) i / buckets) {
                    step++;
                }
                guide[i] = step;
            }
        }

        @Override
        public double at(double u) {
            if (!(u >= 0 && u <= 1)) {
                return distribution.quantile(u);
            }
            int step = guide[(int) (u * (guide.length - 1))];
            while (cumulative[step] < u) {
                step++;
            }
            return values[step];
        }
    }
}
