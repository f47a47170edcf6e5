package nl.mkba.problem;

/** Whether a problem stops the work. */
public enum Severity {
    /** The scenario is refused. */
    ERROR,
    /** The scenario is calculated, but its author should look at the place. */
    WARNING
}
