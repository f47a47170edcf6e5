package nl.mkba.scenario;

import java.util.List;
import java.util.Optional;

/** A result of one alternative, in one outlook or without. */
public interface OfAlternative {

    /** The id of the alternative. */
    String alternative();

    /** The id of the outlook, if any. */
    Optional<String> outlook();

    /**
     * The result of an alternative in the first outlook that was asked for.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T extends OfAlternative> T find(List<T> results, String alternative) {
        for (T result : results) {
            if (result.alternative().equals(alternative)) {
                return result;
            }
        }
        throw new IllegalArgumentException("The alternative (" + alternative + ") was not calculated");
    }

    /**
     * The result of an alternative in an outlook.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T extends OfAlternative> T find(List<T> results, String alternative, String outlook) {
        for (T result : results) {
            if (result.alternative().equals(alternative) && result.outlook().equals(Optional.of(outlook))) {
                return result;
            }
        }
        throw new IllegalArgumentException(
                "The alternative (" + alternative + ") was not calculated in the outlook (" + outlook + ")");
    }
}
