package nl.mkba.distribution;

/**
 * The standard normal distribution between two points, either of which may be infinite. Chances are scaled by {@code
 * exp(c²/2)}, c being the point nearest to 0, so that they do not underflow far in a tail; over short stretches they
 * come from integrating the density, where a difference of two chances would cancel.
 */
final class NormalFunctions {

    private final double a;
    private final double b;
    private final boolean mirrored;
    private final double origin;
    private final double mass;

    NormalFunctions(double low, double high) {
        mirrored = high <= 0;
        a = mirrored ? -high : low;
        b = mirrored ? -low : high;
        origin = Math.max(0, a);
        mass = between(a, b);
    }

    /** The chance between the two points, which is 0 where it underflows. */
    double mass() {
        return mass * StandardNormal.bell(origin);
    }

    private boolean whole() {
        return a == Double.NEGATIVE_INFINITY && b == Double.POSITIVE_INFINITY;
    }

    /** {@code exp(c²/2) P(low < Z < high)} for low and high between a and b. */
    private double between(double low, double high) {
        if ((high - low) * (Math.abs(high) + Math.abs(low)) < 0.5) {
            return Quadrature.over(low, high, this::scaledDensity);
        }
        if (low >= 0) {
            double far = high == Double.POSITIVE_INFINITY ? 0 : fall(low, high) * StandardNormal.scaledUpper(high);
            return fall(origin, low) * (StandardNormal.scaledUpper(low) - far);
        }
        if (high <= 0) {
            return StandardNormal.lower(high) - StandardNormal.lower(low);
        }
        return StandardNormal.central(high) - StandardNormal.central(low);
    }

    /** {@code exp((from² − to²)/2)}. */
    private static double fall(double from, double to) {
        return from == 0 ? StandardNormal.bell(to) : StrictMath.exp(-(to - from) * (to + from) / 2);
    }

    private double scaledDensity(double z) {
        return fall(origin, Math.abs(z)) * StandardNormal.ONE_OVER_ROOT_TWO_PI;
    }

    double density(double z) {
        double inner = mirrored ? -z : z;
        return inner < a || inner > b ? 0 : scaledDensity(inner) / mass;
    }

    double lower(double z) {
        double inner = mirrored ? -z : z;
        if (inner <= a || inner >= b) {
            return (inner <= a) == mirrored ? 1 : 0;
        }
        return whole() ? StandardNormal.lower(z) : mirrored ? shareAbove(inner) : shareBelow(inner);
    }

    private double shareBelow(double z) {
        return Math.min(1, between(a, z) / mass);
    }

    private double shareAbove(double z) {
        return Math.min(1, between(z, b) / mass);
    }

    /** The point below which lies p, with q = 1 − p. */
    double quantile(double p, double q) {
        if (whole()) {
            return p <= 0.5 ? StandardNormal.quantile(p) : -StandardNormal.quantile(q);
        }
        return mirrored ? -inner(q, p) : inner(p, q);
    }

    private double inner(double p, double q) {
        double z = Math.min(b, Math.max(a, guess(p, q)));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 60; i++) {
            double missing = p <= q ? p * mass - between(a, z) : between(z, b) - q * mass;
            double next = Math.min(b, Math.max(a, z + missing / scaledDensity(z)));
            double change = Math.abs(next - z);
            if (!(change < least)) {
                return z;
            }
            z = next;
            least = change;
            if (change <= 1e-9 * Math.abs(z)) {
                return z;
            }
        }
        return z;
    }

    private double guess(double p, double q) {
        if (a >= 3) {
            double share = b == Double.POSITIVE_INFINITY ? 1 : -StrictMath.expm1(-(b - a) * (b + a) / 2);
            return Math.sqrt(a * a - 2 * StrictMath.log1p(-p * share));
        }
        double below = a == Double.NEGATIVE_INFINITY ? 0 : StandardNormal.lower(a);
        double above = b == Double.POSITIVE_INFINITY ? 0 : StandardNormal.upper(b);
        double lower = below + p * mass * fall(0, origin);
        double upper = above + q * mass * fall(0, origin);
        return lower <= upper ? StandardNormal.quantile(lower) : -StandardNormal.quantile(Math.min(1, upper));
    }

    /** The mean and, as the second, the standard deviation, by integration: nothing cancels. */
    double[] moments() {
        if (whole()) {
            return new double[] {0, 1};
        }
        double low = Math.max(a, -39);
        double panel = 1 / Math.max(1, origin);
        double high = Math.min(b, Math.max(low, origin) + 40 * panel);
        double centre = origin;
        double shift = Quadrature.over(low, high, panel, z -> (z - centre) * scaledDensity(z)) / mass;
        double mean = centre + shift;
        double square = Quadrature.over(low, high, panel, z -> (z - mean) * (z - mean) * scaledDensity(z)) / mass;
        return new double[] {mirrored ? -mean : mean, Math.sqrt(square)};
    }

    /** {@code z} along the chance below it or above it. */
    QuantileSeries along(boolean upper) {
        return new Along(upper, Double.NaN);
    }

    /** {@code exp(sd · z)} along the chance below z or above it. */
    QuantileSeries exponentialAlong(boolean upper, double sd) {
        return new Along(upper, sd);
    }

    private final class Along extends QuantileSeries {
        private final boolean upper;
        private final double sd;
        private final boolean exponential;
        private final double[] z;
        private final double[] squares = new double[ORDER];

        Along(boolean upper, double sd) {
            this.upper = upper;
            this.sd = sd;
            this.exponential = !Double.isNaN(sd);
            this.z = exponential ? new double[ORDER + 1] : x;
        }

        @Override
        void anchor(double chance, boolean first) {
            z[0] = upper ? quantile(1 - chance, chance) : quantile(chance, 1 - chance);
            z[1] = (upper ? -1 : 1) / density(z[0]);
            if (exponential) {
                x[0] = StrictMath.exp(sd * z[0]);
                x[1] = sd * x[0] * z[1];
            }
        }

        @Override
        void rescale(double factor) {
            z[1] *= factor;
            if (exponential) {
                x[1] *= factor;
            }
        }

        @Override
        void move(double by, double slope) {
            super.move(by, slope);
            if (exponential) {
                double value = 0;
                double derivative = 0;
                for (int k = ORDER; k > 0; k--) {
                    value = z[k] - value;
                    derivative = k * z[k] - derivative;
                }
                z[0] -= value;
                z[1] = derivative;
            }
        }

        /** {@code z″ = z z′²}, since {@code z′ = 1/φ(z)} but for a factor; {@code x′ = σ x z′}. */
        @Override
        void expand() {
            for (int k = 0; k < ORDER; k++) {
                r[k] = (k + 1) * z[k + 1];
                double square = 0;
                for (int j = 0; j <= k; j++) {
                    square += r[j] * r[k - j];
                }
                squares[k] = square;
                if (k + 2 <= ORDER) {
                    double sum = 0;
                    for (int j = 0; j <= k; j++) {
                        sum += z[j] * squares[k - j];
                    }
                    z[k + 2] = sum / ((k + 1) * (k + 2));
                }
            }
            if (exponential) {
                for (int k = 0; k < ORDER; k++) {
                    double sum = 0;
                    for (int j = 0; j <= k; j++) {
                        sum += x[j] * r[k - j];
                    }
                    x[k + 1] = sd * sum / (k + 1);
                }
            }
        }
    }
}
