package nl.mkba.distribution;

import org.apache.commons.math3.distribution.*;

/** Scratch. */
public final class QuantileTable {
    private final double[] x = new double[1025];

    private QuantileTable(Distribution d) {
        for (int i = 0; i <= 1024; i++) {
            double u = Math.min(1 - 1e-9, Math.max(1e-9, i / 1024.0));
            AbstractRealDistribution r = d instanceof Distribution.Uniform a
                    ? new UniformRealDistribution(a.low(), a.high())
                    : d instanceof Distribution.Triangular a
                            ? new TriangularDistribution(a.min(), a.mode(), a.max())
                            : d instanceof Distribution.Normal a
                                    ? new NormalDistribution(a.location(), a.sd())
                                    : d instanceof Distribution.Lognormal a
                                            ? new LogNormalDistribution(
                                                    Math.log(a.mean())
                                                            - Math.log1p(a.sd() * a.sd() / a.mean() / a.mean()) / 2,
                                                    Math.sqrt(Math.log1p(a.sd() * a.sd() / a.mean() / a.mean())))
                                            : null;
            if (d instanceof Distribution.Pert a) {
                double w = a.max() - a.min();
                x[i] = a.min()
                        + w
                                * new BetaDistribution(
                                                1 + 4 * (a.mode() - a.min()) / w, 1 + 4 * (a.max() - a.mode()) / w)
                                        .inverseCumulativeProbability(u);
            } else {
                x[i] = r == null ? d.mean() : r.inverseCumulativeProbability(u);
            }
        }
    }
    /** Scratch. */
    public static QuantileTable of(Distribution d) {
        return new QuantileTable(d);
    }
    /** Scratch. */
    public void at(double[] u, int uf, double[] out, int of, int n) {
        for (int i = 0; i < n; i++) {
            double c = u[uf + i] * 1024;
            int k = (int) c;
            out[of + i] = x[k] + (c - k) * (x[k + 1] - x[k]);
        }
    }
}
