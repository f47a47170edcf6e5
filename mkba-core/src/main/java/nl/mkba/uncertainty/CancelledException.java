package nl.mkba.uncertainty;

import java.util.concurrent.CancellationException;

/**
 * Work ended before it was done because it was no longer wanted: the caller's thread was interrupted, or what the caller gave
 * {@link Workers#cancelledWhen} said so. There is no result, and no thread works on. A thread that was interrupted still is.
 */
public final class CancelledException extends CancellationException {

    private static final long serialVersionUID = 1;

    CancelledException(String why) {
        super(why);
    }
}
