package nl.mkba.file.format;

import java.util.Arrays;
import java.util.List;
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
import nl.mkba.file.yaml.Node;

/** Writes a {@code distribution} as {@link DistributionFormat} reads it. */
final class DistributionWriter {

    private DistributionWriter() {}

    static Node write(Distribution distribution) {
        MapBuilder map = new MapBuilder();
        if (distribution instanceof Uniform uniform) {
            map.put("uniform", numbers(uniform.low(), uniform.high()));
        } else if (distribution instanceof Triangular triangular) {
            map.put("triangular", numbers(triangular.min(), triangular.mode(), triangular.max()));
        } else if (distribution instanceof Pert pert) {
            map.put("pert", numbers(pert.min(), pert.mode(), pert.max()));
        } else if (distribution instanceof Empirical empirical) {
            map.put("empirical", numbers(empirical.observations()));
        } else {
            named(distribution, map);
        }
        return map.map();
    }

    private static void named(Distribution distribution, MapBuilder map) {
        MapBuilder shape = new MapBuilder();
        if (distribution instanceof Normal normal) {
            shape.number("mean", normal.location()).number("sd", normal.sd());
            map.put(
                    "normal",
                    shape.number("min", normal.min())
                            .number("max", normal.max())
                            .map());
        } else if (distribution instanceof Lognormal lognormal) {
            shape.number("mean", lognormal.mean()).number("sd", lognormal.sd());
            map.put("lognormal", shape.map());
        } else if (distribution instanceof LognormalInterval interval) {
            shape.number("p5", interval.p5()).number("p95", interval.p95());
            map.put("lognormal", shape.map());
        } else if (distribution instanceof Beta beta) {
            shape.number("alpha", beta.alpha()).number("beta", beta.beta());
            map.put(
                    "beta",
                    shape.number("min", beta.min()).number("max", beta.max()).map());
        } else if (distribution instanceof Gamma gamma) {
            shape.number("shape", gamma.shape()).number("scale", gamma.scale());
            map.put("gamma", shape.map());
        } else if (distribution instanceof Discrete discrete) {
            List<Double> weights = discrete.weights();
            shape.put("values", numbers(discrete.values()));
            map.put(
                    "discrete",
                    shape.put("weights", weights == null ? null : numbers(weights))
                            .map());
        }
    }

    private static Node numbers(double... numbers) {
        return MapBuilder.list(Arrays.stream(numbers).boxed().toList(), MapBuilder::number);
    }

    private static Node numbers(List<Double> numbers) {
        return MapBuilder.list(numbers, MapBuilder::number);
    }
}
