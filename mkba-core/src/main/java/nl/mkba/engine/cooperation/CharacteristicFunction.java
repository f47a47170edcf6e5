package nl.mkba.engine.cooperation;

import nl.mkba.engine.plan.Rounding;

/**
 * What every part of a package is worth in some draws, and what follows from it for each intervention, draw by draw. The
 * members of a part are the bits of its number.
 */
final class CharacteristicFunction {

    private final double[] values;
    private final int interventions;
    private final int draws;

    /** @param values of each part in each draw, all draws of part 0 first */
    CharacteristicFunction(double[] values, int interventions, int draws) {
        this.values = values;
        this.interventions = interventions;
        this.draws = draws;
    }

    /** What an intervention is worth alone. */
    double[] alone(int intervention) {
        return added(1 << intervention, 1 << intervention);
    }

    /** What an intervention adds as the last one. */
    double[] last(int intervention) {
        return added((1 << interventions) - 1, 1 << intervention);
    }

    private double[] added(int part, int member) {
        Sums added = new Sums();
        added.add(1, part, member);
        return added.cleaned();
    }

    /** Sums draw by draw, with the absolute values that they are made of. */
    private final class Sums {
        private final double[] sums = new double[draws];
        private final double[] sizes = new double[draws];

        /** Adds a multiple of what a part is worth more with a member than without it. */
        void add(double times, int part, int member) {
            int with = part * draws;
            int without = (part ^ member) * draws;
            for (int d = 0; d < draws; d++) {
                sums[d] += times * (values[with + d] - values[without + d]);
                sizes[d] += times * (Math.abs(values[with + d]) + Math.abs(values[without + d]));
            }
        }

        /** Of an intervention that adds nothing rounding alone is left: 0. */
        double[] cleaned() {
            for (int d = 0; d < draws; d++) {
                sums[d] = Rounding.cleaned(sums[d], sizes[d]);
            }
            return sums;
        }
    }

    /**
     * The Shapley value of an intervention: L.S. Shapley, A value for n-person games (1953), Contributions to the Theory of
     * Games II, 307–317: {@code φ_i = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))}, over all sets of others. The
     * empty part is worth 0, so that all values add up to that of the package.
     */
    double[] shapley(int intervention) {
        double[] weights = weights();
        Sums sums = new Sums();
        int member = 1 << intervention;
        for (int part = 0; part < 1 << interventions; part++) {
            if ((part & member) != 0) {
                sums.add(weights[Integer.bitCount(part) - 1], part, member);
            }
        }
        return sums.cleaned();
    }

    /** By the number of others {@code s}: {@code s! (n − s − 1)! / n! = 1 / (n · C(n − 1, s))}. */
    private double[] weights() {
        double[] weights = new double[interventions];
        double binomial = 1;
        for (int s = 0; s < interventions; s++) {
            weights[s] = 1 / (interventions * binomial);
            binomial = binomial * (interventions - 1 - s) / (s + 1);
        }
        return weights;
    }
}
