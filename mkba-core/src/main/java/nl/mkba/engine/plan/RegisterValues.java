package nl.mkba.engine.plan;

/** What the registers of a program hold, of the central estimate or of one evaluation. */
interface RegisterValues {

    /** The number in a scalar register. */
    double value(Scalar register);

    /** The numbers in a vector register, year by year; the caller's own. */
    double[] years(Vector register);
}
