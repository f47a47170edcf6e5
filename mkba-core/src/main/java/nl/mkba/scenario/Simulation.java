package nl.mkba.scenario;

import java.util.Locale;

/**
 * How a simulation is to be carried out.
 *
 * @param draws how many draws
 * @param seed which random numbers
 * @param sampling how the random numbers are spread
 */
public record Simulation(int draws, long seed, Sampling sampling) {

    /** 10,000 draws by Latin hypercube with seed 1. */
    public static final Simulation DEFAULT = new Simulation(10_000, 1, Sampling.LATIN_HYPERCUBE);

    /** How random numbers are spread. */
    public enum Sampling {
        /** Independent draws. */
        RANDOM,
        /** One draw in each of as many equal strata as there are draws, for every parameter. */
        LATIN_HYPERCUBE,
        /** A Sobol sequence, scrambled by the seed. */
        SOBOL;

        /** {@return the word in a scenario file} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Says settings in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private int draws = DEFAULT.draws();
        private long seed = DEFAULT.seed();
        private Sampling sampling = DEFAULT.sampling();

        Builder() {}

        /**
         * How many draws; 10,000 unless said otherwise.
         *
         * @param count 1 or more
         * @return this builder
         */
        public Builder draws(int count) {
            this.draws = count;
            return this;
        }

        /**
         * Which random numbers; 1 unless said otherwise.
         *
         * @param number any; the same one gives the same draws
         * @return this builder
         */
        public Builder seed(long number) {
            this.seed = number;
            return this;
        }

        /**
         * How the random numbers are spread; Latin hypercube unless said otherwise.
         *
         * @param kind of the three
         * @return this builder
         */
        public Builder sampling(Sampling kind) {
            this.sampling = kind;
            return this;
        }

        Simulation build() {
            return new Simulation(draws, seed, sampling);
        }
    }
}
