package nl.mkba.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.appraisal.AlternativeResult;

/**
 * What an engine calculates for one alternative in one outlook: every figure by its path.
 *
 * <p>The paths are those of the results' JSON ({@code npv}, {@code stakeholders.city.net}, {@code years.2026.costs}), with an entry of
 * a list by its name: {@code streams.INTERVENTION.STREAM.pv}, {@code labels.KEY[TEXT].net}, {@code quality.study.benefits}. Amounts
 * are in the scenario's currency, at its price level.
 *
 * @param alternative its id
 * @param outlook the outlook's id, or an empty text for the run without one
 * @param figures by path, in the order of the result
 */
public record EngineResult(String alternative, String outlook, Map<String, Figure> figures) {

    /**
     * Copies its map, so that it cannot change.
     *
     * @param alternative see {@link #alternative()}
     * @param outlook see {@link #outlook()}
     * @param figures see {@link #figures()}
     */
    public EngineResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * {@return a result of mkba itself, with its figures by their paths}
     *
     * @param result of the central estimate
     */
    public static EngineResult of(AlternativeResult result) {
        return new EngineResult(result.alternative(), result.outlook().orElse(""), Figures.of(result));
    }

    /**
     * {@return the figure of a path}
     *
     * @param path such as {@code npv}
     * @throws IllegalArgumentException if the result lacks it
     */
    public Figure figure(String path) {
        Figure figure = figures.get(path);
        if (figure == null) {
            throw new IllegalArgumentException("The result lacks the figure (" + path + ")");
        }
        return figure;
    }

    /**
     * {@return the number of a path}
     *
     * @param path such as {@code stakeholders.city.net}
     * @throws IllegalArgumentException if the result lacks it, or it is a text
     */
    public double number(String path) {
        return figure(path)
                .number()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The figure (" + path + ") must be a number, and is " + figure(path)));
    }
}
