package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one alternative in one outlook.
 *
 * @param alternative its id
 * @param outlook the outlook's id, or an empty text
 * @param figures every figure but the internal rate of return, by its path as in {@link nl.mkba.testkit.EngineResult}
 * @param nets society's yearly nets, undiscounted
 * @param goesOn whether society's part of some stream goes on beyond the horizon
 */
public record NaiveResult(
        String alternative, String outlook, Map<String, NaiveFigure> figures, List<BigDecimal> nets, boolean goesOn) {

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param alternative see {@link #alternative()}
     * @param outlook see {@link #outlook()}
     * @param figures see {@link #figures()}
     * @param nets see {@link #nets()}
     * @param goesOn see {@link #goesOn()}
     */
    public NaiveResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        nets = List.copyOf(nets);
    }

    /** {@return what society's internal rate of return must be} */
    public NaiveInternalRate internalRate() {
        return new NaiveInternalRate(nets, goesOn);
    }
}
