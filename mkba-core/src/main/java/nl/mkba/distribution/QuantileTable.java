package nl.mkba.distribution;

/**
 * The inverse distribution function made fast: the value below which a given chance lies, for a great many chances. It
 * is made once per distribution, never changes, and may be used by many threads.
 *
 * <p>Uniform, triangular, discrete and empirical distributions give exactly {@link Distribution#quantile}. For the
 * others, cubics run through exact values with exact slopes, on cells that halve with the distance to either end: an
 * octave of chances, from {@code 2⁻ᵏ⁻¹} to {@code 2⁻ᵏ}, has 32. Chances within a millionth of 0 or 1 are given to
 * {@link Distribution#quantile}. The probability error, {@code |F(x) − u|}, stays below 2·10⁻⁷ besides the rounding of
 * x; a distribution whose cubics would not keep to that has no table and is computed for each chance. Values never
 * decrease with the chance but for rounding in their last digits, and never leave the distribution's range.
 */
public abstract sealed class QuantileTable {

    final Distribution distribution;

    private QuantileTable(Distribution distribution) {
        this.distribution = distribution;
    }

    /** The table of a distribution. */
    public static QuantileTable of(Distribution distribution) {
        return distribution.table();
    }

    /**
     * The value below which lies u.
     *
     * @throws IllegalArgumentException unless u is from 0 to 1
     */
    public abstract double at(double u);

    /** The values of {@code n} chances from {@code uFrom} on, stored from {@code xFrom} on; both arrays may be the same. */
    public abstract void at(double[] u, int uFrom, double[] x, int xFrom, int n);

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

    /** A quantile function on one half as {@code origin + factor · series}. */
    record Half(QuantileSeries series, double origin, double factor) {}

    /** Cubics through the two halves, or the distribution itself if these do not follow it well enough. */
    static QuantileTable cubics(Distribution distribution, Half lower, Half upper) {
        double[] cubics = new double[2 * Cubics.SIDE];
        return Cubics.fill(cubics, 0, lower) && Cubics.fill(cubics, Cubics.SIDE, upper)
                ? new Cubics(distribution, cubics)
                : computed(distribution);
    }

    /** Every value computed anew. */
    static final class Computed extends QuantileTable {
        private Computed(Distribution distribution) {
            super(distribution);
        }

        @Override
        public double at(double u) {
            return distribution.quantile(u);
        }

        @Override
        public void at(double[] u, int uFrom, double[] x, int xFrom, int n) {
            for (int i = 0; i < n; i++) {
                x[xFrom + i] = distribution.quantile(u[uFrom + i]);
            }
        }
    }

    private static final class Line extends QuantileTable {
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
            if (!(u >= 0 && u <= 1)) {
                return distribution.quantile(u);
            }
            double x = low + u * width;
            return x > high ? high : x;
        }

        @Override
        public void at(double[] u, int uFrom, double[] x, int xFrom, int n) {
            for (int i = 0; i < n; i++) {
                x[xFrom + i] = at(u[uFrom + i]);
            }
        }
    }

    /** The triangular distribution: a root on either side, chosen without a branch. */
    private static final class Roots extends QuantileTable {
        private final double turn;
        private final double min;
        private final double max;
        private final double[] origin;
        private final double[] sign = {1, -1};
        private final double[] product;

        private Roots(Triangular triangular) {
            super(triangular);
            min = triangular.min();
            max = triangular.max();
            turn = triangular.turn();
            origin = new double[] {min, max};
            product = new double[] {triangular.below(), triangular.above()};
        }

        @Override
        public double at(double u) {
            if (!(u >= 0 && u <= 1)) {
                return distribution.quantile(u);
            }
            int side = (int) (Double.doubleToRawLongBits(turn - u) >>> 63);
            double x = origin[side] + sign[side] * Math.sqrt(Math.abs(side - u) * product[side]);
            return x > max ? max : x < min ? min : x;
        }

        @Override
        public void at(double[] u, int uFrom, double[] x, int xFrom, int n) {
            for (int i = 0; i < n; i++) {
                x[xFrom + i] = at(u[uFrom + i]);
            }
        }
    }

    /** Steps with a guide that says where to begin (H. C. Chen and Y. Asau, 1974). */
    private static final class Stairs extends QuantileTable {
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

        @Override
        public void at(double[] u, int uFrom, double[] x, int xFrom, int n) {
            for (int i = 0; i < n; i++) {
                x[xFrom + i] = at(u[uFrom + i]);
            }
        }
    }

    /**
     * Four coefficients per cell, in the distance to the cell's end nearest to chance 0 or 1. The cell's number is read off the
     * bits of the chance; a last cell stands for chance ½ itself.
     */
    private static final class Cubics extends QuantileTable {
        private static final int OCTAVES = 19;
        private static final int CELL_BITS = 5;
        private static final int CELLS_PER_OCTAVE = 1 << CELL_BITS;
        private static final int CELLS = OCTAVES * CELLS_PER_OCTAVE;
        private static final int SHIFT = 52 - CELL_BITS;
        private static final long INSIDE_CELL = (1L << SHIFT) - 1;
        private static final int FIRST = (int) (Double.doubleToRawLongBits(StrictMath.scalb(0.5, -OCTAVES)) >> SHIFT);

        /** Coefficients of one half. */
        static final int SIDE = 4 * (CELLS + 1);

        /** The most that a cubic may be off in probability, at the middle of its cell. */
        private static final double TOLERANCE = 1e-7;

        private final double[] cubics;
        private final double lowest;
        private final double highest;

        private Cubics(Distribution distribution, double[] cubics) {
            super(distribution);
            this.cubics = cubics;
            lowest = distribution.lowest();
            highest = distribution.highest();
        }

        @Override
        public double at(double u) {
            double tail = Math.min(u, 1 - u);
            long bits = Double.doubleToRawLongBits(tail);
            int cell = (int) (bits >> SHIFT) - FIRST;
            if (cell < 0 || cell > CELLS) {
                return distribution.quantile(u);
            }
            int upper = (int) ((Double.doubleToRawLongBits(0.5 - u) >> 63) & SIDE);
            int i = upper + 4 * cell;
            double t = tail - Double.longBitsToDouble(bits & ~INSIDE_CELL);
            double x = cubics[i] + t * (cubics[i + 1] + t * (cubics[i + 2] + t * cubics[i + 3]));
            return x > highest ? highest : x < lowest ? lowest : x;
        }

        @Override
        public void at(double[] u, int uFrom, double[] x, int xFrom, int n) {
            for (int i = 0; i < n; i++) {
                x[xFrom + i] = at(u[uFrom + i]);
            }
        }

        /** Fills in one half, from chance ½ down; says whether the cubics are good enough. */
        static boolean fill(double[] cubics, int from, Half half) {
            QuantileSeries series = half.series();
            double origin = half.origin();
            double factor = half.factor();
            series.anchor(0.5, true);
            int i = from + 4 * CELLS;
            cubics[i] = series.value(origin, factor);
            double end = 0.5;
            for (int octave = 0; octave < OCTAVES; octave++) {
                if (octave > 0) {
                    series.anchor(end, false);
                }
                double width = end / 2 / CELLS_PER_OCTAVE;
                series.rescale(width);
                for (int cell = 0; cell < CELLS_PER_OCTAVE; cell++) {
                    series.expand();
                    double halfway = series.halfStepBack();
                    double rightSlope = series.x[1];
                    double change = series.stepBack();
                    double leftSlope = series.x[1];
                    double off = halfway - change / 2 - (leftSlope - rightSlope) / 8;
                    double slope = Math.min(Math.abs(leftSlope), Math.abs(rightSlope));
                    if (!(Math.abs(off) * width <= TOLERANCE * slope && steady(-change, leftSlope, rightSlope))) {
                        return false;
                    }
                    i -= 4;
                    cubics[i] = series.value(origin, factor);
                    cubics[i + 1] = factor * leftSlope / width;
                    cubics[i + 2] = factor * (-3 * change - 2 * leftSlope - rightSlope) / width / width;
                    cubics[i + 3] = factor * (leftSlope + rightSlope + 2 * change) / width / width / width;
                }
                end /= 2;
            }
            return true;
        }

        /** A cubic does not turn while its slopes are within three times its rise (F. N. Fritsch and R. E. Carlson, 1980). */
        private static boolean steady(double rise, double leftSlope, double rightSlope) {
            return Double.isFinite(rise)
                    && leftSlope * rise > 0
                    && rightSlope * rise > 0
                    && Math.max(Math.abs(leftSlope), Math.abs(rightSlope)) <= 3 * Math.abs(rise);
        }
    }
}
