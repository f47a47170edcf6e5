package nl.mkba.naive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one alternative comes to in one outlook.
 *
 * @param alternative its id
 * @param outlook the outlook's id, or an empty text
 * @param figures every figure but the internal rate of return, by its path
 * @param nets society's yearly nets
 * @param goesOn whether society's part of some stream goes on beyond the horizon
 */
public record NaiveResult(
        String alternative, String outlook, Map<String, NaiveFigure> figures, List<BigDecimal> nets, boolean goesOn) {}
