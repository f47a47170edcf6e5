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
import nl.mkba.engine.distribution.DistributionShape;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The {@code distribution} of a parameter: a map with the name of one form. What is read here is written here. */
final class DistributionFormat {

    /** In the order in which messages name them. */
    static final List<String> FORMS =
            List.of("uniform", "triangular", "pert", "normal", "lognormal", "beta", "gamma", "discrete", "empirical");

    private final Value shape;
    private boolean sound = true;

    private DistributionFormat(Value shape) {
        this.shape = shape;
    }

    /** The distribution, or null if it was refused. */
    static @Nullable Distribution read(Value value) {
        Section forms = value.sectionOf("distribution", FORMS.toArray(String[]::new));
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

    /**
     * The node of a distribution.
     *
     * @throws IllegalStateException for one that is not written, which would be lost without a word
     */
    static Node write(Distribution distribution) {
        return new MapBuilder().put(distribution.form(), shape(distribution)).map();
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
        String meant = withCommas();
        if (meant != null) {
            sound = false;
            shape.refuse(ProblemCode.SYNTAX, "syntax_semicolon", meant);
            return new double[count];
        }
        List<Double> numbers = shape.isList() ? numbers(shape) : List.of();
        if (numbers.size() != count) {
            sound = false;
            String joined = shape.isList() ? withDecimalCommas(count) : null;
            if (joined == null) {
                shape.wrongType(needed);
            } else {
                shape.refuse(ProblemCode.DECIMAL_COMMA, joined, joined.replaceAll("(?<=\\d),(?=\\d)", "."));
            }
        }
        double[] plain = new double[numbers.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers.get(i);
        }
        return plain;
    }

    /** The list with commas, if its numbers are separated by semicolons, as in a spreadsheet; or null. */
    private @Nullable String withCommas() {
        StringBuilder joined = new StringBuilder();
        if (shape.node() instanceof ListNode list) {
            for (Node item : list.items()) {
                joined.append(joined.isEmpty() ? "" : ",").append(item instanceof ScalarNode text ? text.text() : "");
            }
        }
        return joined.indexOf(";") < 0
                ? null
                : Problem.shown("[" + joined.toString().replace(',', '.').replaceAll("\\s*;\\s*", ", ") + "]");
    }

    /** The list as it was meant, if some of its numbers were split by a decimal comma; or null. */
    private @Nullable String withDecimalCommas(int count) {
        StringBuilder joined = new StringBuilder();
        int meant = 0;
        Location end = shape.node().location();
        for (Value item : shape.items()) {
            if (!item.isText()) {
                return null;
            }
            Location start = item.node().location();
            boolean goesOn = meant > 0 && start.line() == end.line() && start.column() == end.column() + 1;
            meant += goesOn ? 0 : 1;
            joined.append(goesOn ? "," : joined.isEmpty() ? "[" : ", ").append(item.words());
            end = new Location(
                    start.file(), start.line(), start.column() + item.words().length());
        }
        return meant == count ? joined.append("]").toString() : null;
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

    private static Node shape(Distribution distribution) {
        DistributionShape shape = DistributionShape.of(distribution);
        if (!shape.row().isEmpty()) {
            return list(shape.row());
        }
        MapBuilder map = new MapBuilder();
        shape.numbers().forEach(map::number);
        shape.lists().forEach((key, numbers) -> map.put(key, list(numbers)));
        return map.map();
    }

    private static Node list(List<Double> numbers) {
        return MapBuilder.list(numbers, MapBuilder::number);
    }
}
