package nl.mkba.scenario;

import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure on which the analysis rests (kengetal). It has a value, a distribution, or both.
 *
 * @param id by which expressions name it
 * @param value the central value as written, or null for the distribution's mean
 * @param distribution how uncertain it is, or null if it is taken as certain; only beside a plain number
 * @param priceYear the year whose prices the value and the distribution are in, or null for none
 * @param name shown to people, or null for the id
 * @param unit such as {@code EUR/year}, or null
 * @param group parameters of one group are also varied together, or null
 * @param provenance where it comes from
 */
public record Parameter(
        String id,
        @Nullable Expression value,
        @Nullable Distribution distribution,
        @Nullable Integer priceYear,
        @Nullable Text name,
        @Nullable Text unit,
        @Nullable String group,
        Provenance provenance) {

    /** A figure with a value and nothing else. */
    public static Parameter of(String id, Expression value) {
        return new Parameter(id, value, null, null, null, null, null, Provenance.NONE);
    }

    /** The same figure, uncertain. */
    public Parameter distributed(Distribution uncertainty) {
        return new Parameter(id, value, uncertainty, priceYear, name, unit, group, provenance);
    }

    /** The same figure, in prices of that year. */
    public Parameter inPricesOf(int year) {
        return new Parameter(id, value, distribution, year, name, unit, group, provenance);
    }

    /** The same figure with its unit and source. */
    public Parameter sourced(String unitOfMeasure, Provenance origin) {
        return new Parameter(id, value, distribution, priceYear, name, Text.of(unitOfMeasure), group, origin);
    }

    /** Whether it can be varied: not what is true by definition. */
    public boolean isVariable() {
        return provenance.quality() != Quality.DEFINITION;
    }

    /**
     * Adds to {@code problems} what is wrong with a distribution of this parameter, its own or from a {@code set}: what is true
     * by definition can have none, and what is decided needs none.
     *
     * @param path where the distribution is written
     */
    public void checkUncertain(String path, Problems problems) {
        Quality quality = provenance.quality();
        if (quality == Quality.DEFINITION) {
            problems.add(Problem.ofKey(ProblemCode.UNCERTAIN_DEFINITION, path, id));
        } else if (quality == Quality.CHOICE) {
            problems.add(Problem.ofKey(ProblemCode.UNCERTAIN_CHOICE, path, id));
        }
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }
}
