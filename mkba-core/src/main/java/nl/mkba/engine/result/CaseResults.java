package nl.mkba.engine.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Results of alternatives, each in one outlook or without.
 *
 * @param all in the order in which they were asked for
 * @param alternative the id of a result's alternative
 * @param outlook the id of a result's outlook, if any
 * @param <T> what a result is
 */
public record CaseResults<T>(List<T> all, Function<T, String> alternative, Function<T, Optional<String>> outlook) {

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param ofAlternative the alternative's id
     * @throws IllegalArgumentException if there is none
     */
    public T find(String ofAlternative) {
        for (T result : all) {
            if (alternative.apply(result).equals(ofAlternative)) {
                return result;
            }
        }
        throw new IllegalArgumentException("The alternative (" + ofAlternative + ") was not calculated");
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param ofAlternative the alternative's id
     * @param inOutlook the outlook's id
     * @throws IllegalArgumentException if there is none
     */
    public T find(String ofAlternative, String inOutlook) {
        for (T result : all) {
            if (alternative.apply(result).equals(ofAlternative)
                    && outlook.apply(result).equals(Optional.of(inOutlook))) {
                return result;
            }
        }
        throw new IllegalArgumentException(
                "The alternative (" + ofAlternative + ") was not calculated in the outlook (" + inOutlook + ")");
    }
}
