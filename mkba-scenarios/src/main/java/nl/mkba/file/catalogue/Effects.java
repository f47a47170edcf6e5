package nl.mkba.file.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Expression.Node;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Parameter;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Joins the effects that a scenario can include with how each of them was found. */
final class Effects {

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final MapNode evidence;

    private Effects(List<Parameter> parameters, MapNode evidence) {
        parameters.forEach(parameter -> this.parameters.put(parameter.id(), parameter));
        this.evidence = evidence;
    }

    /** The effects, in the order of these parameters. */
    static List<Effect> of(List<Parameter> parameters) {
        String name = "evidence.yaml";
        if (!(YamlReader.read(name, CatalogueFiles.bytes(name), new ReadingLimits(), new Problems())
                instanceof MapNode evidence)) {
            throw new IllegalStateException("The resource " + name + " cannot be read");
        }
        Effects all = new Effects(parameters, evidence);
        if (evidence.entries().size() != parameters.size()) {
            throw new IllegalStateException("The resource " + name + " has other ids than the effects");
        }
        List<Effect> effects = new ArrayList<>();
        for (Parameter parameter : parameters) {
            effects.add(new Effect(
                    new KeyFigure(CatalogueSection.EFFECTS, parameter),
                    all.central(parameter.id()),
                    all.evidence(parameter.id())));
        }
        return effects;
    }

    /** Every figure at its value, or at the mean of its distribution if it has none: the central estimate of a scenario. */
    private double central(String id) {
        Parameter parameter = parameters.get(id);
        if (parameter == null) {
            throw new IllegalStateException("There is no effect " + id);
        }
        Expression value = parameter.value();
        Distribution distribution = parameter.distribution();
        if (value != null) {
            return central(value.node());
        }
        if (distribution != null) {
            return distribution.mean();
        }
        throw new IllegalStateException("The effect " + id + " has no value");
    }

    private double central(Node formula) {
        if (formula instanceof Node.Number number) {
            return number.value();
        }
        if (formula instanceof Node.Reference reference) {
            return central(reference.parameter());
        }
        if (formula instanceof Node.Negation negation) {
            return -central(negation.operand());
        }
        if (formula instanceof Node.Binary binary) {
            double left = central(binary.left());
            double right = central(binary.right());
            return switch (binary.operator()) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
            };
        }
        throw new IllegalStateException("A conversion adds, subtracts, multiplies or divides");
    }

    private Evidence evidence(String id) {
        MapNode entry = map(evidence, id);
        String finding = optional(entry, "finding");
        String year = optional(entry, "year");
        return new Evidence(
                text(entry, "programme"),
                text(entry, "population"),
                word(Evidence.Comparison.class, required(entry, "comparison")),
                word(Evidence.Scale.class, required(entry, "scale")),
                interval(entry),
                entry.entry("decay") == null ? null : text(entry, "decay"),
                required(entry, "country"),
                word(Evidence.Design.class, required(entry, "design")),
                year == null ? null : Integer.valueOf(year),
                finding == null ? null : word(Evidence.Finding.class, finding),
                optional(entry, "read_at"));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String id) {
        return Enum.valueOf(words, id.toUpperCase(Locale.ROOT));
    }

    private static Evidence.@Nullable Interval interval(MapNode entry) {
        MapNode.Entry interval = entry.entry("confidence_interval");
        if (interval == null) {
            return null;
        }
        List<Double> ends = ((ListNode) interval.value())
                .items().stream()
                        .map(end -> Double.valueOf(((ScalarNode) end).text()))
                        .toList();
        return new Evidence.Interval(ends.get(0), ends.get(1));
    }

    private static MapNode map(MapNode parent, String key) {
        MapNode.Entry entry = parent.entry(key);
        if (entry != null && entry.value() instanceof MapNode map) {
            return map;
        }
        throw new IllegalStateException("The evidence has no map under " + key);
    }

    private static Text text(MapNode parent, String key) {
        MapNode languages = map(parent, key);
        return Text.of(required(languages, Text.DUTCH), required(languages, Text.ENGLISH));
    }

    private static String required(MapNode parent, String key) {
        String text = optional(parent, key);
        if (text == null) {
            throw new IllegalStateException("The evidence at " + parent.location() + " has no " + key);
        }
        return text;
    }

    private static @Nullable String optional(MapNode parent, String key) {
        MapNode.Entry entry = parent.entry(key);
        return entry != null && entry.value() instanceof ScalarNode text ? text.text() : null;
    }
}
