package nl.mkba.distribution;

/**
 * Cubics that run through exact values with exact slopes. Between the chances 1/64 and 63/64 all cells are equally wide;
 * beyond them, in the tails, they halve with the distance to the end: an octave of chances, from {@code 2⁻ᵏ⁻¹} to {@code
 * 2⁻ᵏ}, has the same number. A cubic's coefficients are in parts of its cell.
 */
final class CubicTable extends QuantileTable {

    /** The tails begin at a chance of 2⁻⁶ … */
    private static final int FIRST_OCTAVE = 6;

    /** … and end at 2⁻¹⁹, below which values are computed. */
    private static final int LAST_OCTAVE = 18;

    /** There are 2⁹ cells, or twice or more as many if those do not follow the distribution well enough … */
    private static final int FEWEST_BITS = 9;

    private static final int MOST_BITS = 12;

    /** … and 2⁵ times fewer in an octave of a tail. */
    private static final int TAIL_BITS_LESS = 5;

    /** The most that a cubic may be off in probability, at the middle of its cell. */
    private static final double TOLERANCE = 1e-7;

    /** A number with this added has its whole part in its last bits: doubles of this size are 1 apart. */
    private static final double WHOLE = 0x1p52;

    private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);
    private static final long ONE_BITS = Double.doubleToRawLongBits(1);
    private static final long MANTISSA = -1L >>> 12;

    private final double lowest;
    private final double highest;
    private final int bits;
    private final double[] middle;
    private final double[] lowerTail;
    private final double[] upperTail;

    private CubicTable(Distribution distribution, int bits, double[] middle, double[] lowerTail, double[] upperTail) {
        super(distribution);
        this.lowest = distribution.lowest();
        this.highest = distribution.highest();
        this.bits = bits;
        this.middle = middle;
        this.lowerTail = lowerTail;
        this.upperTail = upperTail;
    }

    /** A quantile function on one half as {@code origin + factor · series}. */
    record Half(QuantileSeries series, double origin, double factor) {}

    /** Cubics through the two halves, or the distribution itself if these do not follow it well enough. */
    static QuantileTable of(Distribution distribution, Half lower, Half upper) {
        for (int bits = FEWEST_BITS; bits <= MOST_BITS; bits++) {
            Maker maker = new Maker(bits);
            if (maker.fill(lower, maker.lowerTail, false) && maker.fill(upper, maker.upperTail, true)) {
                return new CubicTable(distribution, bits, maker.middle, maker.lowerTail, maker.upperTail);
            }
        }
        return computed(distribution);
    }

    /** The table of {@code origin + factor · X}, this being the table of X. */
    QuantileTable scaled(Distribution distribution, double origin, double factor) {
        return new CubicTable(
                distribution,
                bits,
                scaled(middle, origin, factor),
                scaled(lowerTail, origin, factor),
                scaled(upperTail, origin, factor));
    }

    private static double[] scaled(double[] cubics, double origin, double factor) {
        double[] scaled = new double[cubics.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = i % 4 == 0 ? origin + factor * cubics[i] : factor * cubics[i];
        }
        return scaled;
    }

    @Override
    public double at(double u) {
        return inside(value(u));
    }

    @Override
    public void at(double[] u, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = value(u[i]);
        }
        // A loop of its own runs in vector instructions.
        for (int i = 0; i < n; i++) {
            x[i] = inside(x[i]);
        }
    }

    private double inside(double x) {
        return Math.min(highest, Math.max(lowest, x));
    }

    private double value(double u) {
        int cells = 1 << bits;
        int first = cells >> FIRST_OCTAVE;
        double place = u * cells;
        // The cell's number is read off the bits: turning doubles into whole numbers and back takes longer.
        double shifted = place + (WHOLE - 0.5);
        long cell = Double.doubleToRawLongBits(shifted) - WHOLE_BITS;
        return Long.compareUnsigned(cell - first, cells - 2 * first) < 0
                ? cubic(middle, (int) cell, place - (shifted - WHOLE))
                : inTail(u);
    }

    private double inTail(double u) {
        double tail = Math.min(u, 1 - u);
        int octaveBits = bits - TAIL_BITS_LESS;
        long tailBits = Double.doubleToRawLongBits(tail);
        int cell = (int) (tailBits >> (52 - octaveBits)) - firstTailCell(octaveBits);
        if (cell < 0 || cell > tailCells(octaveBits)) {
            return distribution.quantile(u);
        }
        double t = Double.longBitsToDouble(((tailBits << octaveBits) & MANTISSA) | ONE_BITS) - 1;
        return cubic(u < 0.5 ? lowerTail : upperTail, cell, t);
    }

    private static double cubic(double[] cubics, int cell, double t) {
        int i = 4 * cell;
        return cubics[i] + t * cubics[i + 1] + t * t * (cubics[i + 2] + t * cubics[i + 3]);
    }

    private static int tailCells(int octaveBits) {
        return (LAST_OCTAVE - FIRST_OCTAVE + 1) << octaveBits;
    }

    /** The leading bits of the chance at which the tails end. */
    private static int firstTailCell(int octaveBits) {
        return (int) (Double.doubleToRawLongBits(StrictMath.scalb(0.5, -LAST_OCTAVE)) >> (52 - octaveBits));
    }

    /** Makes the coefficients. */
    private static final class Maker {
        private final int bits;
        private final double[] middle;
        private final double[] lowerTail;
        private final double[] upperTail;

        private Maker(int bits) {
            this.bits = bits;
            this.middle = new double[4 << bits];
            // A last cell stands for the chance at which the tail begins.
            this.lowerTail = new double[4 * (tailCells(bits - TAIL_BITS_LESS) + 1)];
            this.upperTail = lowerTail.clone();
        }

        /** Fills in one half, from chance ½ outward; says whether the cubics are good enough. */
        boolean fill(Half half, double[] tail, boolean upper) {
            QuantileSeries series = half.series();
            series.anchor(0.5, true);
            int cells = 1 << bits;
            series.rescale(1.0 / cells);
            for (int cell = cells / 2 - 1; cell >= cells >> FIRST_OCTAVE; cell--) {
                if (!step(half, middle, upper ? cells - 1 - cell : cell, upper, 1.0 / cells)) {
                    return false;
                }
            }
            int octaveCells = 1 << (bits - TAIL_BITS_LESS);
            int cell = tail.length / 4 - 1;
            tail[4 * cell] = series.value(half.origin(), half.factor());
            for (int octave = FIRST_OCTAVE; octave <= LAST_OCTAVE; octave++) {
                double end = StrictMath.scalb(1.0, -octave);
                double width = end / 2 / octaveCells;
                series.anchor(end, false);
                series.rescale(width);
                for (int k = 0; k < octaveCells; k++) {
                    cell--;
                    if (!step(half, tail, cell, false, width)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Moves the series one cell outward and stores its cubic, from the outer end on or back from the inner one. */
        private static boolean step(Half half, double[] cubics, int cell, boolean backwards, double width) {
            QuantileSeries series = half.series();
            double inner = series.value(half.origin(), half.factor());
            series.expand();
            double halfway = series.halfStepBack();
            double innerSlope = series.x[1];
            double rise = -series.stepBack();
            double outerSlope = series.x[1];
            double off = halfway + rise / 2 - (outerSlope - innerSlope) / 8;
            double slope = Math.min(Math.abs(outerSlope), Math.abs(innerSlope));
            if (!(Math.abs(off) * width <= TOLERANCE * slope && steady(rise, outerSlope, innerSlope))) {
                return false;
            }
            int i = 4 * cell;
            double factor = backwards ? -half.factor() : half.factor();
            double start = backwards ? innerSlope : outerSlope;
            cubics[i] = backwards ? inner : series.value(half.origin(), half.factor());
            cubics[i + 1] = factor * start;
            cubics[i + 2] = factor * (3 * rise - start - outerSlope - innerSlope);
            cubics[i + 3] = factor * (outerSlope + innerSlope - 2 * rise);
            return true;
        }

        /** A cubic does not turn while its slopes are within three times its rise (F. N. Fritsch and R. E. Carlson, 1980). */
        private static boolean steady(double rise, double firstSlope, double lastSlope) {
            return Double.isFinite(rise)
                    && firstSlope * rise > 0
                    && lastSlope * rise > 0
                    && Math.max(Math.abs(firstSlope), Math.abs(lastSlope)) <= 3 * Math.abs(rise);
        }
    }
}
