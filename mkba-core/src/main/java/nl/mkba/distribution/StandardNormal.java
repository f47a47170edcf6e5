package nl.mkba.distribution;

/**
 * The standard normal distribution, accurate to a few units in the last place in both tails.
 *
 * <p>The error function by the rational Chebyshev approximations of W. J. Cody, "Rational Chebyshev approximations for
 * the error function", Mathematics of Computation 23 (1969), 631–637; the quantile by those of M. J. Wichura, "Algorithm
 * AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988), 477–484. Exponentials and
 * logarithms come from {@link StrictMath}, so that every machine finds the same bits.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as published
final class StandardNormal {

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;

    /** {@code 1/√(2π)}. */
    static final double ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

    private static final double[] ERF_ABOVE = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };
    private static final double[] ERF_BELOW = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    private static final double[] MIDDLE_ABOVE = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };
    private static final double[] MIDDLE_BELOW = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] FAR_ABOVE = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] FAR_BELOW = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private static final double[] CENTRE_ABOVE = {
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1
    };
    private static final double[] TAIL_ABOVE = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] TAIL_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1
    };
    private static final double[] END_ABOVE = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0
    };
    private static final double[] END_BELOW = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

    private StandardNormal() {}

    /** {@code exp(−z²/2)}, with the square taken in two parts so that its rounding does not count. */
    static double bell(double z) {
        double size = Math.abs(z);
        if (size > 40) {
            return 0;
        }
        double coarse = Math.floor(size * 16) / 16;
        return StrictMath.exp(-coarse * coarse / 2) * StrictMath.exp(-(size - coarse) * (size + coarse) / 2);
    }

    /** {@code φ(z) = exp(−z²/2)/√(2π)}. */
    static double density(double z) {
        return bell(z) * ONE_OVER_ROOT_TWO_PI;
    }

    /** {@code Φ(z)}, the chance below z. */
    static double lower(double z) {
        return z < 0 ? upper(-z) : 0.5 + central(z);
    }

    /** {@code 1 − Φ(z)}, the chance above z. */
    static double upper(double z) {
        if (z * ROOT_HALF <= 0.46875) {
            return 0.5 - central(z);
        }
        return z > 40 ? 0 : scaledUpper(z) * bell(z);
    }

    /** {@code Φ(z) − ½}, accurate near 0. */
    static double central(double z) {
        double x = z * ROOT_HALF;
        if (Math.abs(x) > 0.46875) {
            return z < 0 ? upper(-z) - 0.5 : 0.5 - upper(z);
        }
        return erfNearZero(x) / 2;
    }

    /** {@code (1 − Φ(z)) exp(z²/2)} for z ≥ 0, which does not underflow. */
    static double scaledUpper(double z) {
        double x = z * ROOT_HALF;
        if (x <= 0.46875) {
            return (0.5 - erfNearZero(x) / 2) / bell(z);
        }
        if (x <= 4) {
            return ratio(MIDDLE_ABOVE, MIDDLE_BELOW, x) / 2;
        }
        double square = 1 / (x * x);
        return (ONE_OVER_ROOT_PI - square * ratio(FAR_ABOVE, FAR_BELOW, square)) / x / 2;
    }

    /** {@code Φ⁻¹(p)}, for p from 0 to 1. */
    static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * ratio(CENTRE_ABOVE, CENTRE_BELOW, 0.180625 - q * q);
        }
        double tail = q < 0 ? p : 1 - p;
        if (tail == 0) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-StrictMath.log(tail));
        double z = r <= 5 ? ratio(TAIL_ABOVE, TAIL_BELOW, r - 1.6) : ratio(END_ABOVE, END_BELOW, r - 5);
        return q < 0 ? -z : z;
    }

    private static double erfNearZero(double x) {
        return x * ratio(ERF_ABOVE, ERF_BELOW, x * x);
    }

    /** The quotient of two polynomials, highest power first. */
    private static double ratio(double[] above, double[] below, double x) {
        double numerator = above[0];
        double denominator = below[0];
        for (int i = 1; i < above.length; i++) {
            numerator = numerator * x + above[i];
            denominator = denominator * x + below[i];
        }
        return numerator / denominator;
    }
}
