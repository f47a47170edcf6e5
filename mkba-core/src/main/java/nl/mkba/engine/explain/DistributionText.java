package nl.mkba.engine.explain;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import nl.mkba.distribution.Beta;
import nl.mkba.distribution.Discrete;
import nl.mkba.distribution.Distribution;
import nl.mkba.distribution.Empirical;
import nl.mkba.distribution.Gamma;
import nl.mkba.distribution.Lognormal;
import nl.mkba.distribution.LognormalInterval;
import nl.mkba.distribution.Normal;
import nl.mkba.distribution.Pert;
import nl.mkba.distribution.Triangular;
import nl.mkba.distribution.Uniform;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/** A distribution as a scenario file writes it, such as {@code pert [80000, 100000, 150000]} or {@code normal {mean: 5, sd: 1}}. */
final class DistributionText {

    private final StringJoiner keys = new StringJoiner(", ", "{", "}");

    private DistributionText() {}

    static String of(Distribution distribution) {
        return distribution.form() + " " + shape(distribution);
    }

    private static String shape(Distribution distribution) {
        DistributionText text = new DistributionText();
        if (distribution instanceof Uniform uniform) {
            return list(uniform.low(), uniform.high());
        } else if (distribution instanceof Triangular triangular) {
            return list(triangular.min(), triangular.mode(), triangular.max());
        } else if (distribution instanceof Pert pert) {
            return list(pert.min(), pert.mode(), pert.max());
        } else if (distribution instanceof Empirical empirical) {
            return list(empirical.observations());
        } else if (distribution instanceof Normal normal) {
            text.put("mean", normal.location()).put("sd", normal.sd());
            text.put("min", normal.min()).put("max", normal.max());
        } else if (distribution instanceof Lognormal lognormal) {
            text.put("mean", lognormal.mean()).put("sd", lognormal.sd());
        } else if (distribution instanceof LognormalInterval interval) {
            text.put("p5", interval.p5()).put("p95", interval.p95());
        } else if (distribution instanceof Beta beta) {
            text.put("alpha", beta.alpha()).put("beta", beta.beta());
            text.put("min", beta.min()).put("max", beta.max());
        } else if (distribution instanceof Gamma gamma) {
            text.put("shape", gamma.shape()).put("scale", gamma.scale());
        } else if (distribution instanceof Discrete discrete) {
            List<Double> weights = discrete.weights();
            text.keys.add("values: " + list(discrete.values()));
            if (weights != null) {
                text.keys.add("weights: " + list(weights));
            }
        } else {
            throw new IllegalStateException("The form " + distribution.form() + " is not written");
        }
        return text.keys.toString();
    }

    private DistributionText put(String key, @Nullable Double number) {
        if (number != null) {
            keys.add(key + ": " + number(number));
        }
        return this;
    }

    private static String list(double... numbers) {
        return list(Arrays.stream(numbers).boxed().toList());
    }

    private static String list(List<Double> numbers) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        numbers.forEach(number -> list.add(number(number)));
        return list.toString();
    }

    private static String number(double number) {
        return Expression.of(number).text();
    }
}
