package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it is in force in a case.
 *
 * @param parameter as the scenario describes it
 * @param origin of its value in force
 * @param path of its value in force
 * @param value the value as written, or null for the mean of the distribution
 * @param distribution its distribution in force, or null
 * @param priceYear the year whose prices it is in, or null
 * @param factors by which it is multiplied
 */
record EffectiveParameter(
        Parameter parameter,
        Origin origin,
        String path,
        @Nullable Expression value,
        @Nullable Distribution distribution,
        @Nullable Integer priceYear,
        List<Factor> factors) {

    EffectiveParameter {
        factors = List.copyOf(factors);
    }

    /** A factor of a parameter, and the path where it is written. */
    record Factor(String path, Expression expression) {}

    /** The parameter as the scenario has it. */
    static EffectiveParameter of(Parameter parameter) {
        return new EffectiveParameter(
                parameter,
                Origin.SCENARIO,
                "parameters." + parameter.id() + ".value",
                parameter.value(),
                parameter.distribution(),
                parameter.priceYear(),
                List.of());
    }

    /** What a {@code set} makes of it: whose that is, and where it is written. */
    EffectiveParameter replaced(Origin by, String setPath, Replacement replacement) {
        if (replacement instanceof Replacement.Times times) {
            List<Factor> more = new ArrayList<>(factors);
            more.add(new Factor(setPath + ".times", times.factor()));
            return new EffectiveParameter(parameter, origin, path, value, distribution, priceYear, more);
        }
        Replacement.Value other = (Replacement.Value) replacement;
        Expression written = other.value();
        boolean isFormula = written != null && written.number().isEmpty();
        Integer year = isFormula ? null : parameter.priceYear();
        return new EffectiveParameter(
                parameter, by, setPath + ".value", written, other.distribution(), year, List.of());
    }

    /** The same, certain at a value as written: price index and factors stay. */
    EffectiveParameter certain(double number) {
        return new EffectiveParameter(parameter, origin, path, Expression.of(number), null, priceYear, factors);
    }

    /** Whether its value is that of a {@code set} or of a row of a table. */
    boolean isReplaced() {
        return origin != Origin.SCENARIO;
    }

    /** The value as it is written, with all factors. */
    String written() {
        StringBuilder text = new StringBuilder();
        if (value != null) {
            text.append(value.text());
        } else if (distribution != null) {
            text.append(distribution.mean());
        }
        for (Factor factor : factors) {
            text.append(" * (").append(factor.expression().text()).append(')');
        }
        return text.toString();
    }

    /** The ids of the parameters to which it refers. */
    Set<String> references() {
        Set<String> ofValue = value == null ? Set.of() : value.references();
        if (factors.isEmpty()) {
            return ofValue;
        }
        Set<String> references = new LinkedHashSet<>(ofValue);
        references.addAll(factorReferences());
        return references;
    }

    /** The ids of the parameters to which its factors refer. */
    Set<String> factorReferences() {
        Set<String> references = new LinkedHashSet<>();
        for (Factor factor : factors) {
            references.addAll(factor.expression().references());
        }
        return references;
    }
}
