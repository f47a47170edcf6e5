package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
import nl.mkba.file.yaml.MapNode;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The {@code distribution} of a parameter: a map with the name of one form. */
final class DistributionFormat {

    private static final List<String> FORMS =
            List.of("uniform", "triangular", "pert", "normal", "lognormal", "beta", "gamma", "discrete", "empirical");

    private final Value shape;
    private boolean sound = true;

    private DistributionFormat(Value shape) {
        this.shape = shape;
    }

    /** The distribution, or null if it was refused. */
    static @Nullable Distribution read(Value value) {
        Section forms = value.section(FORMS.toArray(String[]::new));
        for (String form : FORMS) {
            Value shape = forms.optional(form);
            if (shape != null) {
                List<String> later = FORMS.subList(FORMS.indexOf(form) + 1, FORMS.size());
                forms.notWith(form, later.toArray(String[]::new));
                return new DistributionFormat(shape).read(form);
            }
        }
        if (value.node() instanceof MapNode map && map.entries().isEmpty()) {
            value.refuse(ProblemCode.ONE_OF, String.join(", ", FORMS));
        }
        return null;
    }

    private @Nullable Distribution read(String form) {
        return switch (form) {
            case "uniform" -> {
                double[] ends = numbers(2, "two");
                yield made(() -> new Uniform(ends[0], ends[1]));
            }
            case "triangular" -> {
                double[] points = numbers(3, "three");
                yield made(() -> new Triangular(points[0], points[1], points[2]));
            }
            case "pert" -> {
                double[] points = numbers(3, "three");
                yield made(() -> new Pert(points[0], points[1], points[2]));
            }
            case "normal" -> normal();
            case "lognormal" -> lognormal();
            case "beta" -> beta();
            case "gamma" -> gamma();
            case "discrete" -> discrete();
            case "empirical" -> {
                List<Double> observations = numbers(shape);
                yield made(() -> new Empirical(observations));
            }
            default -> throw new IllegalStateException("The form " + form + " is not read");
        };
    }

    private @Nullable Distribution normal() {
        Section normal = shape.section("mean", "sd", "min", "max");
        double mean = number(normal.required("mean"));
        double sd = number(normal.required("sd"));
        Double min = optional(normal, "min");
        Double max = optional(normal, "max");
        return made(() -> new Normal(mean, sd, min, max));
    }

    private @Nullable Distribution lognormal() {
        Section lognormal = shape.section("mean", "sd", "p5", "p95");
        if (lognormal.hasAny("p5", "p95") && !lognormal.hasAny("mean", "sd")) {
            double p5 = number(lognormal.required("p5"));
            double p95 = number(lognormal.required("p95"));
            return made(() -> new LognormalInterval(p5, p95));
        }
        lognormal.notWith("mean", "p5", "p95");
        double mean = number(lognormal.required("mean"));
        double sd = number(lognormal.required("sd"));
        return made(() -> new Lognormal(mean, sd));
    }

    private @Nullable Distribution beta() {
        Section beta = shape.section("alpha", "beta", "min", "max");
        double alphaShape = number(beta.required("alpha"));
        double betaShape = number(beta.required("beta"));
        Double min = optional(beta, "min");
        Double max = optional(beta, "max");
        return made(() -> new Beta(alphaShape, betaShape, min, max));
    }

    private @Nullable Distribution gamma() {
        Section gamma = shape.section("shape", "scale");
        double gammaShape = number(gamma.required("shape"));
        double scale = number(gamma.required("scale"));
        return made(() -> new Gamma(gammaShape, scale));
    }

    private @Nullable Distribution discrete() {
        Section discrete = shape.section("values", "weights");
        List<Double> values = numbers(discrete.required("values"));
        Value weights = discrete.optional("weights");
        List<Double> chances = weights == null ? null : numbers(weights);
        return made(() -> new Discrete(values, chances));
    }

    private @Nullable Double optional(Section section, String key) {
        Value value = section.optional(key);
        return value == null ? null : number(value);
    }

    private double number(Value value) {
        Double number = value.number();
        sound &= number != null;
        return number == null ? 0 : number;
    }

    /** A list of exactly this many numbers. */
    private double[] numbers(int count, String needed) {
        List<Double> numbers = shape.isList() ? numbers(shape) : List.of();
        if (numbers.size() != count) {
            sound = false;
            shape.wrongType(needed);
        }
        double[] plain = new double[numbers.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers.get(i);
        }
        return plain;
    }

    /** A list of at least one number. */
    private List<Double> numbers(Value list) {
        List<Double> numbers = new ArrayList<>();
        for (Value item : list.items()) {
            numbers.add(number(item));
        }
        if (numbers.isEmpty()) {
            sound = false;
            if (list.isList()) {
                list.refuse(ProblemCode.EMPTY);
            }
        }
        return numbers;
    }

    /** The distribution, unless a number was faulty or they do not go together. */
    private @Nullable Distribution made(Supplier<Distribution> constructor) {
        if (!sound) {
            return null;
        }
        try {
            return constructor.get();
        } catch (InvalidScenarioException refused) {
            shape.refuseAll(refused);
            return null;
        }
    }
}
