package nl.mkba.distribution;

/**
 * The gamma distribution with scale 1: {@code f(x) = x^(a−1) exp(−x)/Γ(a)}. Its chances come from the series and the
 * continued fraction of the incomplete gamma function (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31), both times the
 * kernel {@code x f(x)}.
 */
final class GammaFunctions {

    private final double shape;
    private final double correction;
    private final double logConstant;

    GammaFunctions(double shape) {
        this.shape = shape;
        this.correction = Stirling.correction(shape);
        this.logConstant = StrictMath.log(shape * StandardNormal.ONE_OVER_ROOT_TWO_PI / Math.sqrt(shape)) - correction;
    }

    double density(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (x == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape == 1 ? 1 : 0;
        }
        return StrictMath.exp(logKernel(x)) / x;
    }

    double lower(double x) {
        if (x <= 0) {
            return 0;
        }
        return fromSeries(x)
                ? Math.min(1, StrictMath.exp(logKernel(x)) * series(x))
                : 1 - (x == Double.POSITIVE_INFINITY ? 0 : StrictMath.exp(logKernel(x)) * fraction(x));
    }

    /** The x below which lies p, at most ½. */
    double lowerQuantile(double p) {
        double logP = StrictMath.log(p);
        double leading = (logP + logGammaOfNext()) / shape;
        if (leading < -744) {
            return StrictMath.exp(leading);
        }
        double start = shape < 1 ? leading : StrictMath.log(wilsonHilferty(StandardNormal.quantile(p)));
        return lowerQuantile(p, StrictMath.exp(Math.max(start, leading)));
    }

    double lowerQuantile(double p, double near) {
        TailRoot root = new TailRoot() {
            @Override
            void at(double t) {
                chance(StrictMath.exp(t), this, true);
            }
        };
        return polished(root, StrictMath.log(p), near);
    }

    /** The x above which lies q, at most ½. */
    double upperQuantile(double q) {
        return upperQuantile(q, wilsonHilferty(-StandardNormal.quantile(q)));
    }

    double upperQuantile(double q, double near) {
        TailRoot root = new TailRoot() {
            @Override
            void at(double t) {
                chance(StrictMath.exp(t), this, false);
            }
        };
        return polished(root, StrictMath.log(q), near);
    }

    private static double polished(TailRoot root, double target, double near) {
        double t = root.solve(target, StrictMath.log(near), -744, 709);
        double x = StrictMath.exp(t);
        return x * Math.max(0, 1 + root.step(target));
    }

    private void chance(double x, TailRoot root, boolean lower) {
        double logKernel = logKernel(x);
        boolean series = fromSeries(x);
        double times = series ? series(x) : fraction(x);
        if (series == lower) {
            root.logChance = logKernel + StrictMath.log(times);
            root.slope = 1 / times;
        } else {
            double kernel = StrictMath.exp(logKernel);
            double other = Math.min(kernel * times, 1 - Math.ulp(0.5));
            root.logChance = StrictMath.log1p(-other);
            root.slope = kernel / (1 - other);
        }
        if (!lower) {
            root.slope = -root.slope;
        }
    }

    /** E. B. Wilson and M. M. Hilferty (1931): the cube root of x/a is nearly normal. */
    private double wilsonHilferty(double z) {
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + z * Math.sqrt(ninth);
        return shape * Math.max(1e-6, root * root * root);
    }

    private double logGammaOfNext() {
        return correction
                + shape * (StrictMath.log(shape) - 1)
                + StrictMath.log(shape) / 2
                - StrictMath.log(StandardNormal.ONE_OVER_ROOT_TWO_PI);
    }

    private double logKernel(double x) {
        return logConstant - shape * Stirling.deviance((x - shape) / shape, x / shape);
    }

    private boolean fromSeries(double x) {
        return x < shape + 1;
    }

    private double series(double x) {
        double term = 1 / shape;
        double sum = term;
        for (double n = shape + 1; term > sum * 1e-17; n++) {
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    /** By the method of Lentz (1976). */
    private double fraction(double x) {
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double product = d;
        for (int i = 1; ; i++) {
            double an = -i * (i - shape);
            b += 2;
            d = 1 / notZero(an * d + b);
            c = notZero(b + an / c);
            double change = d * c;
            product *= change;
            if (!(Math.abs(change - 1) >= 3e-16) || i > 10_000_000) {
                return product;
            }
        }
    }

    private static double notZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /** The quantile function along the chance below (or above) it. */
    QuantileSeries along(boolean upper) {
        return new QuantileSeries() {
            private final double[] over = new double[ORDER];

            @Override
            void anchor(double chance, boolean first) {
                if (upper) {
                    x[0] = first ? upperQuantile(chance) : upperQuantile(chance, x[0]);
                } else {
                    x[0] = first ? lowerQuantile(chance) : lowerQuantile(chance, x[0]);
                }
                x[1] = (upper ? -1 : 1) / density(x[0]);
            }

            /** {@code x″ = x′ (x′ − (a − 1) x′/x)}, since {@code x′ = 1/f(x)}. */
            @Override
            void expand() {
                for (int k = 0; k < ORDER; k++) {
                    r[k] = (k + 1) * x[k + 1];
                    over[k] = quotient(k, over);
                    if (k + 2 <= ORDER) {
                        double sum = 0;
                        for (int j = 0; j <= k; j++) {
                            sum += r[j] * (r[k - j] - (shape - 1) * over[k - j]);
                        }
                        x[k + 2] = sum / ((k + 1) * (k + 2));
                    }
                }
            }
        };
    }
}
