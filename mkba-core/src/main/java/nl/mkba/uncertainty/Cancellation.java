package nl.mkba.uncertainty;

/** What long work asks now and then: whether it is still wanted. Costs next to nothing. */
@FunctionalInterface
public interface Cancellation {

    /** Work that nobody can cancel. */
    Cancellation NEVER = () -> {};

    /**
     * Returns if the work is still wanted.
     *
     * @throws CancelledException if it is not
     */
    void throwIfCancelled();
}
