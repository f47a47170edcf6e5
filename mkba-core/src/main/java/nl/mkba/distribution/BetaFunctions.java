package nl.mkba.distribution;

/**
 * The beta distribution on 0 … 1: {@code f(x) = x^(a−1) (1 − x)^(b−1)/B(a, b)}. Its chances come from the continued
 * fraction of the incomplete beta function (DLMF 8.17.22) times the kernel {@code x (1 − x) f(x)}. A point is always
 * given with its distance to both ends, since 1 − x loses what matters near 1.
 */
final class BetaFunctions {

    private final double a;
    private final double b;
    private final double logConstant;
    private final double logScale;
    private final double turn;

    BetaFunctions(double a, double b) {
        this.a = a;
        this.b = b;
        double n = a + b;
        double corrections = Stirling.correction(n) - Stirling.correction(a) - Stirling.correction(b);
        this.logConstant =
                StrictMath.log(Math.sqrt(a) * Math.sqrt(b / n) * StandardNormal.ONE_OVER_ROOT_TWO_PI) + corrections;
        this.logScale = logConstant - a * StrictMath.log(a / n) - b * StrictMath.log(b / n);
        this.turn = (a + 1) / (n + 2);
    }

    private BetaFunctions mirrored() {
        return new BetaFunctions(b, a);
    }

    /** The density at x, with y = 1 − x. */
    double density(double x, double y) {
        if (x < 0 || y < 0) {
            return 0;
        }
        if (x == 0 || y == 0) {
            double end = x == 0 ? a : b;
            double other = x == 0 ? b : a;
            return end < 1 ? Double.POSITIVE_INFINITY : end == 1 ? other : 0;
        }
        return StrictMath.exp(logKernel(x, y)) / x / y;
    }

    /** The chance below x, with y = 1 − x. */
    double lower(double x, double y) {
        if (x <= 0) {
            return 0;
        }
        if (y <= 0) {
            return 1;
        }
        double kernel = StrictMath.exp(logKernel(x, y));
        return x < turn ? Math.min(1, kernel * fraction(a, b, x)) : Math.max(0, 1 - kernel * fraction(b, a, y));
    }

    /** The value below which lies p, between {@code low} and {@code high}. */
    double quantile(double p, double low, double high) {
        if (p > 0.5) {
            return -mirrored().quantile(1 - p, -high, -low);
        }
        Root root = new Root();
        root.find(p);
        double x = root.x < root.y ? low + (high - low) * root.x : high - (high - low) * root.y;
        return Math.min(high, Math.max(low, x));
    }

    /** The lower tail in {@code t = ln(x/(1 − x))}, in which its logarithm is nearly linear. */
    private final class Root extends TailRoot {
        private double x;
        private double y;

        @Override
        void at(double t) {
            double e = StrictMath.exp(-Math.abs(t));
            double small = e / (1 + e);
            double large = 1 / (1 + e);
            x = t < 0 ? small : large;
            y = t < 0 ? large : small;
            double logKernel = logKernel(x, y);
            if (x < turn) {
                double times = fraction(a, b, x);
                logChance = logKernel + StrictMath.log(times);
                slope = 1 / times;
            } else {
                double kernel = StrictMath.exp(logKernel);
                double other = Math.min(kernel * fraction(b, a, y), 1 - Math.ulp(0.5));
                logChance = StrictMath.log1p(-other);
                slope = kernel / (1 - other);
            }
        }

        void find(double p) {
            double logP = StrictMath.log(p);
            double leading = (logP + StrictMath.log(a) - logScale) / a;
            if (leading < -744) {
                x = StrictMath.exp(leading);
                y = 1;
                return;
            }
            double start = leading;
            if (a >= 1 && b >= 1) {
                double spread = Math.sqrt(1 / (a - 0.5) + 1 / (b - 0.5));
                start = StrictMath.log(a - 0.5) - StrictMath.log(b - 0.5) + spread * StandardNormal.quantile(p);
            }
            near(logP, start);
        }

        void near(double logP, double start) {
            solve(logP, start, -744, 744);
            double step = step(logP);
            double by = x * y * step;
            x = Math.max(0, x + by);
            y = Math.max(0, y - by);
        }
    }

    private double logKernel(double x, double y) {
        double n = a + b;
        double m = x * b - y * a;
        return logConstant - a * Stirling.deviance(m / a, x * n / a) - b * Stirling.deviance(-m / b, y * n / b);
    }

    /** The continued fraction divided by its first parameter, by the method of Lentz (1976). */
    private static double fraction(double a, double b, double x) {
        double ab = a + b;
        double c = 1;
        double d = 1 / notZero(1 - ab * x / (a + 1));
        double product = d;
        for (int m = 1; ; m++) {
            double even = m / (a + 2 * m - 1) * ((b - m) / (a + 2 * m)) * x;
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            product *= d * c;
            double odd = -(a + m) / (a + 2 * m) * ((ab + m) / (a + 2 * m + 1)) * x;
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            double change = d * c;
            product *= change;
            if (!(Math.abs(change - 1) >= 3e-16) || m > 10_000_000) {
                return product / a;
            }
        }
    }

    private static double notZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /** The distance from 0 along the chance below it, or the distance from 1 along the chance above it. */
    QuantileSeries along(boolean upper) {
        return (upper ? mirrored() : this).alongLower();
    }

    private QuantileSeries alongLower() {
        return new QuantileSeries() {
            private final Root root = new Root();
            private final double[] overX = new double[ORDER];
            private final double[] overY = new double[ORDER];
            private double y;

            @Override
            void anchor(double chance, boolean first) {
                if (first) {
                    root.find(chance);
                } else {
                    root.near(StrictMath.log(chance), StrictMath.log(x[0]) - StrictMath.log(y));
                }
                x[0] = root.x;
                y = root.y;
                x[1] = 1 / density(x[0], y);
            }

            @Override
            double value(double origin, double factor) {
                return x[0] < y ? super.value(origin, factor) : origin + factor - factor * y;
            }

            @Override
            void move(double by, double slope) {
                super.move(by, slope);
                y -= by;
            }

            /** {@code x″ = x′ ((b − 1) x′/(1 − x) − (a − 1) x′/x)}, since {@code x′ = 1/f(x)}. */
            @Override
            void expand() {
                for (int k = 0; k < ORDER; k++) {
                    r[k] = (k + 1) * x[k + 1];
                    overX[k] = quotient(k, overX);
                    double sumY = r[k];
                    for (int j = 1; j <= k; j++) {
                        sumY += x[j] * overY[k - j];
                    }
                    overY[k] = sumY / y;
                    if (k + 2 <= ORDER) {
                        double sum = 0;
                        for (int j = 0; j <= k; j++) {
                            sum += r[j] * ((b - 1) * overY[k - j] - (a - 1) * overX[k - j]);
                        }
                        x[k + 2] = sum / ((k + 1) * (k + 2));
                    }
                }
            }
        };
    }
}
