package nl.mkba.scenario;

import nl.mkba.engine.input.Inputs;
import org.jspecify.annotations.Nullable;

/**
 * How two uncertain parameters move together.
 *
 * @param first id of a parameter with a distribution
 * @param second id of another
 * @param rank Spearman rank correlation, −1 … 1
 */
public record Correlation(String first, String second, double rank) {

    /**
     * Any correlation; a negative zero becomes 0. Its range is checked with the scenario.
     *
     * @param first see {@link #first()}
     * @param second see {@link #second()}
     * @param rank see {@link #rank()}
     */
    public Correlation {
        rank = rank == 0 ? 0.0 : rank;
    }

    /** Says a correlation in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable String first;
        private @Nullable String second;
        private @Nullable Double rank;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * Two parameters with a distribution.
         *
         * @param one a parameter's id
         * @param other another one's
         * @return this builder
         */
        public Builder between(String one, String other) {
            this.first = one;
            this.second = other;
            return this;
        }

        /**
         * The Spearman rank correlation.
         *
         * @param correlation −1 … 1
         * @return this builder
         */
        public Builder rank(double correlation) {
            this.rank = correlation;
            return this;
        }

        @Nullable
        Correlation build() {
            String one = first;
            String other = second;
            Double correlation = rank;
            if (one == null || other == null) {
                inputs.missing("between");
            }
            if (correlation == null) {
                inputs.missing("rank");
            }
            return one == null || other == null || correlation == null
                    ? null
                    : new Correlation(one, other, correlation);
        }
    }
}
