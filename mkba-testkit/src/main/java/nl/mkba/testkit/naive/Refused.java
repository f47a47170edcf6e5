package nl.mkba.testkit.naive;

/** The scenario is valid as it is written, and is refused because of its values: reductions of more than all, a sum without end. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal.
     *
     * @param why in a few words
     */
    public Refused(String why) {
        super(why);
    }

    /**
     * A refusal by an engine that has an exception of its own for it.
     *
     * @param why in a few words
     * @param cause the engine's exception
     */
    public Refused(String why, Throwable cause) {
        super(why, cause);
    }
}
