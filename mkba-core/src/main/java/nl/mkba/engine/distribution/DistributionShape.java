package nl.mkba.engine.distribution;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the {@link Distribution#form} of a distribution in a scenario file: numbers in a row, or keys with a number or a
 * list of numbers each, in the order in which they are written. What a distribution leaves out is not there. Immutable.
 */
public final class DistributionShape {

    private final List<Double> row;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, List<Double>> lists = new LinkedHashMap<>();

    private DistributionShape(List<Double> row) {
        this.row = List.copyOf(row);
    }

    /** That of a distribution. */
    public static DistributionShape of(Distribution distribution) {
        if (distribution instanceof Uniform uniform) {
            return row(uniform.low(), uniform.high());
        } else if (distribution instanceof Triangular triangular) {
            return row(triangular.min(), triangular.mode(), triangular.max());
        } else if (distribution instanceof Pert pert) {
            return row(pert.min(), pert.mode(), pert.max());
        } else if (distribution instanceof Empirical empirical) {
            return new DistributionShape(empirical.observations());
        }
        DistributionShape keys = new DistributionShape(List.of());
        if (distribution instanceof Normal normal) {
            return keys.with("mean", normal.location())
                    .with("sd", normal.sd())
                    .with("min", normal.min())
                    .with("max", normal.max());
        } else if (distribution instanceof Lognormal lognormal) {
            return keys.with("mean", lognormal.mean()).with("sd", lognormal.sd());
        } else if (distribution instanceof LognormalInterval interval) {
            return keys.with("p5", interval.p5()).with("p95", interval.p95());
        } else if (distribution instanceof Beta beta) {
            return keys.with("alpha", beta.alpha())
                    .with("beta", beta.beta())
                    .with("min", beta.min())
                    .with("max", beta.max());
        } else if (distribution instanceof Gamma gamma) {
            return keys.with("shape", gamma.shape()).with("scale", gamma.scale());
        } else if (distribution instanceof Discrete discrete) {
            return keys.with("values", discrete.values()).with("weights", discrete.weights());
        }
        throw new IllegalStateException("The form " + distribution.form() + " is not written");
    }

    private static DistributionShape row(double... numbers) {
        return new DistributionShape(Arrays.stream(numbers).boxed().toList());
    }

    private DistributionShape with(String key, @Nullable Double number) {
        if (number != null) {
            numbers.put(key, number);
        }
        return this;
    }

    private DistributionShape with(String key, @Nullable List<Double> list) {
        if (list != null) {
            lists.put(key, List.copyOf(list));
        }
        return this;
    }

    /** The numbers in a row; empty if they stand under keys. */
    public List<Double> row() {
        return row;
    }

    /** The keys with one number. */
    public Map<String, Double> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** The keys with a list of numbers. */
    public Map<String, List<Double>> lists() {
        return Collections.unmodifiableMap(lists);
    }
}
