package nl.mkba.uncertainty;

/** What long work asks now and then: whether it is still wanted. Costs next to nothing. */
@FunctionalInterface
public interface Cancellation {

    /** Work that nobody can cancel. */
    Cancellation NEVER = () -> {};

    /** Numbers after which work on a long column asks again: a millisecond or a few. */
    int OFTEN = 1 << 14;

    /**
     * Asks at the first of a column's numbers, and then every {@value #OFTEN}.
     *
     * @param number the index of the number in hand
     * @throws CancelledException if the work is not wanted any more
     */
    default void ask(int number) {
        if ((number & (OFTEN - 1)) == 0) {
            throwIfCancelled();
        }
    }

    /**
     * Returns if the work is still wanted.
     *
     * @throws CancelledException if it is not
     */
    void throwIfCancelled();
}
