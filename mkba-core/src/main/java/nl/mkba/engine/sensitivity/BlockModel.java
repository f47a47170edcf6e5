package nl.mkba.engine.sensitivity;

/** A function of independent inputs, evaluated in blocks: columns of values in, a column of results out. Immutable. */
interface BlockModel {

    /** How many inputs there are. */
    int inputs();

    /** Working memory for blocks of up to a given number of points; for one thread at a time. */
    Workspace block(int most);

    /** The working memory of one thread. */
    interface Workspace {

        /** The column of an input, to be filled before {@link #evaluate}. */
        double[] input(int index);

        /** The values of an input at these chances: its inverse distribution function. */
        void quantiles(int input, double[] chances, double[] values, int n);

        /**
         * Evaluates the first {@code n} points.
         *
         * @param first the number of the first, for messages
         * @param out receives the results from {@code first} on
         */
        void evaluate(int first, int n, double[] out);
    }
}
