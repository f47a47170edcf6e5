package nl.mkba.appraisal;

import java.util.OptionalDouble;
import nl.mkba.source.QualityLevel;

/**
 * How much of a result rests on one level of quality. A stream has the quality of the weakest parameter that its flows depend
 * on.
 *
 * @param quality the level
 * @param parameters how many of the parameters that the alternative's streams depend on have it
 * @param costs its share of Σ|pv| of the cost streams, society's part of each; 0 where there are none
 * @param benefits its share of Σ|pv| of the effects, society's part of each; 0 where there are none
 * @param variance its share of Σr² over the uncertain parameters, r being the rank correlation with the net present value;
 *     absent in a central estimate, and where rank correlations were not asked for
 */
public record QualityShare(
        QualityLevel quality, int parameters, double costs, double benefits, OptionalDouble variance) {}
