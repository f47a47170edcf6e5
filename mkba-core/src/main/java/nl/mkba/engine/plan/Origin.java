package nl.mkba.engine.plan;

/** Where what is in force in a case comes from; what comes later takes the place of what came before. */
enum Origin {
    /** The scenario itself. */
    SCENARIO,
    /** A row of a table, or values that a model is evaluated with. */
    ROW,
    /** The alternative. */
    ALTERNATIVE,
    /** The outlook. */
    OUTLOOK,
    /** What was selected to be calculated. */
    SELECTION
}
