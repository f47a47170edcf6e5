package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.engine.distribution.DistributionShape;
import nl.mkba.engine.input.WrittenNumber;
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

    private static final List<String> WORDS = DistributionForm.words();

    /** Numbers that are in no unit, whatever that of the parameter is. */
    private static final Set<String> DIMENSIONLESS = Set.of("alpha", "beta", "shape", "weights");

    private static final Pattern NUMBER = Pattern.compile("-?[\\d.]+%?");

    private final Value shape;
    private boolean sound = true;

    private DistributionFormat(Value shape) {
        this.shape = shape;
    }

    /** The distribution, or null if it was refused. */
    static @Nullable Distribution read(Value value) {
        if (value.node() instanceof MapNode map && isOtherForm(map, value)) {
            value.refuse(Problem.of(ProblemCode.WRONG_TYPE, value.path(), "map", "distribution")
                    .suggesting(asForm(map)));
            return null;
        }
        Section forms = value.sectionOf("distribution", WORDS.toArray(String[]::new));
        for (DistributionForm form : DistributionForm.values()) {
            Value shape = forms.optional(form.word());
            if (shape != null) {
                List<String> later = WORDS.subList(WORDS.indexOf(form.word()) + 1, WORDS.size());
                forms.notWith(form.word(), later.toArray(String[]::new));
                return new DistributionFormat(shape).read(form);
            }
        }
        if (value.node() instanceof MapNode map && map.entries().isEmpty()) {
            value.refuse(ProblemCode.ONE_OF, String.join(", ", WORDS));
        }
        return null;
    }

    /** Whether it has several keys, none of which is, or was meant to be, the name of a form: {@code {type: pert, min: 1, …}}. */
    private static boolean isOtherForm(MapNode map, Value value) {
        for (MapNode.Entry entry : map.entries()) {
            if (entry.key().equals(MapNode.MERGE_KEY)
                    || !OtherWords.meant(entry.key(), WORDS, value.problems()).isEmpty()) {
                return false;
            }
        }
        return map.entries().size() > 1;
    }

    /** The same in the form that a distribution has, if its name and all its numbers are there; or null. */
    private static @Nullable String asForm(MapNode map) {
        String form = null;
        Map<String, String> numbers = new LinkedHashMap<>();
        for (MapNode.Entry entry : map.entries()) {
            if (!(entry.value() instanceof ScalarNode scalar)) {
                return null;
            }
            if (WORDS.contains(scalar.text().strip())) {
                form = scalar.text().strip();
            } else {
                numbers.put(entry.key(), scalar.text().strip());
            }
        }
        List<String> row = new ArrayList<>();
        for (String key : "uniform".equals(form) ? List.of("min", "max") : List.of("min", "mode", "max")) {
            row.add(numbers.remove(key));
        }
        boolean isWhole = !row.contains(null) && numbers.isEmpty();
        return isWhole && List.of("uniform", "triangular", "pert").contains(form)
                ? Problem.shown("{" + form + ": [" + String.join(", ", row) + "]}")
                : null;
    }

    /**
     * The node of a distribution.
     *
     * @throws IllegalStateException for one that is not written, which would be lost without a word
     */
    static Node write(Distribution distribution) {
        return new MapBuilder().put(distribution.form(), shape(distribution)).map();
    }

    /** The distribution, unless a number was faulty or they do not go together. */
    private @Nullable Distribution read(DistributionForm form) {
        DistributionShape numbers = form.ways().isEmpty() ? row(form) : keys(form);
        if (!sound) {
            return null;
        }
        try {
            Distribution distribution = form.make(numbers);
            for (Value number : plainAmongPercentages()) {
                WrittenNumber.perhapsPercentage(number.words())
                        .ifPresent(read -> number.refuse(ProblemCode.PERHAPS_PERCENTAGE, read.toArray(String[]::new)));
            }
            return distribution;
        } catch (InvalidScenarioException refused) {
            refuse(refused);
            return null;
        }
    }

    /** Of numbers in another order than they should be, it may be that some lack their percent sign. */
    private void refuse(InvalidScenarioException refused) {
        List<Value> plain = plainAmongPercentages();
        for (Problem problem : refused.problems()) {
            List<String> arguments = new ArrayList<>(problem.arguments());
            if (problem.code() == ProblemCode.DISTRIBUTION_ORDER && !plain.isEmpty()) {
                String number = plain.get(0).words().strip();
                arguments.addAll(List.of("mixed", number, Problem.number(100 * Double.parseDouble(number))));
            }
            shape.refuse(Problem.of(problem.code(), shape.path(), arguments.toArray(String[]::new)));
        }
    }

    /** The numbers of 1 or more without a percent sign, if others have one. */
    private List<Value> plainAmongPercentages() {
        List<Value> all = new ArrayList<>();
        if (shape.isList()) {
            all.addAll(shape.items());
        } else if (shape.isMap()) {
            shape.entries().forEach((key, entry) -> {
                if (!DIMENSIONLESS.contains(key)) {
                    all.addAll(entry.isList() ? entry.items() : List.of(entry));
                }
            });
        }
        boolean hasPercentage = false;
        List<Value> plain = new ArrayList<>();
        for (Value number : all) {
            String text = number.isText() ? number.words().strip() : "";
            hasPercentage |= text.endsWith("%");
            if (WrittenNumber.perhapsPercentage(text).isPresent()) {
                plain.add(number);
            }
        }
        return hasPercentage ? plain : List.of();
    }

    private DistributionShape row(DistributionForm form) {
        return DistributionShape.row(form.row() == 0 ? numbers(shape) : numbers(form.row()));
    }

    private DistributionShape keys(DistributionForm form) {
        List<String> known = new ArrayList<>();
        for (List<DistributionForm.Key> way : form.ways()) {
            known.addAll(names(way));
        }
        String lists = form == DistributionForm.DISCRETE ? asLists() : null;
        if (lists != null) {
            sound = false;
            shape.refuse(Problem.of(ProblemCode.WRONG_TYPE, shape.path(), "map", "values_and_weights")
                    .suggesting(lists));
            return DistributionShape.row(List.of());
        }
        Section section = shape.section(known.toArray(String[]::new));
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, List<Double>> listed = new LinkedHashMap<>();
        for (DistributionForm.Key key : way(section, form.ways())) {
            Value value = key.isRequired() ? section.required(key.name()) : section.optional(key.name());
            if (value != null && key.isList()) {
                listed.put(key.name(), numbers(value));
            } else if (value != null) {
                numbers.put(key.name(), number(value));
            }
        }
        return new DistributionShape(List.of(), numbers, listed);
    }

    /** Values with their weights, each as an entry, as the two lists that they should be; null if it is no such map. */
    private @Nullable String asLists() {
        List<String> values = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        if (shape.node() instanceof MapNode map) {
            for (MapNode.Entry entry : map.entries()) {
                if (!(entry.value() instanceof ScalarNode weight)
                        || !NUMBER.matcher(entry.key()).matches()) {
                    return null;
                }
                values.add(entry.key());
                weights.add(weight.text());
            }
        }
        return values.isEmpty()
                ? null
                : Problem.shown(
                        "{values: [" + String.join(", ", values) + "], weights: [" + String.join(", ", weights) + "]}");
    }

    /** The keys that are meant: those of the first way, unless only keys of the second are there. */
    private static List<DistributionForm.Key> way(Section section, List<List<DistributionForm.Key>> ways) {
        List<DistributionForm.Key> first = ways.get(0);
        for (List<DistributionForm.Key> other : ways.subList(1, ways.size())) {
            String[] others = names(other).toArray(String[]::new);
            if (section.hasAny(others) && !section.hasAny(names(first).toArray(String[]::new))) {
                return other;
            }
            section.notWith(first.get(0).name(), others);
        }
        return first;
    }

    private static List<String> names(List<DistributionForm.Key> keys) {
        List<String> names = new ArrayList<>();
        for (DistributionForm.Key key : keys) {
            names.add(key.name());
        }
        return names;
    }

    private double number(Value value) {
        Double number = value.number();
        sound &= number != null;
        return number == null ? 0 : number;
    }

    /** A list of exactly this many numbers; no number at all if it is none. */
    private List<Double> numbers(int count) {
        String meant = withCommas();
        if (meant != null) {
            sound = false;
            shape.refuse(ProblemCode.SYNTAX, "syntax_semicolon", meant);
            return List.of();
        }
        List<Double> numbers = shape.isList() ? numbers(shape) : List.of();
        if (numbers.size() != count) {
            sound = false;
            String joined = shape.isList() ? withDecimalCommas(count) : null;
            if (joined == null) {
                shape.wrongType(listOf(count));
            } else {
                shape.refuse(ProblemCode.DECIMAL_COMMA, joined, joined.replaceAll("(?<=\\d),(?=\\d)", "."));
            }
        }
        return numbers;
    }

    /** The word for such a list in messages. */
    private static String listOf(int count) {
        return switch (count) {
            case 2 -> "two";
            case 3 -> "three";
            default -> throw new IllegalStateException("Messages have no word for a list of " + count);
        };
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

    private static Node shape(Distribution distribution) {
        DistributionShape shape = DistributionForm.shape(distribution);
        if (!shape.row().isEmpty()) {
            return list(shape.row());
        }
        MapBuilder map = new MapBuilder();
        shape.numbers().forEach((key, number) -> map.put(key, MapBuilder.number(number)));
        shape.lists().forEach((key, numbers) -> map.put(key, list(numbers)));
        return map.map();
    }

    private static Node list(List<Double> numbers) {
        return MapBuilder.list(numbers, MapBuilder::number);
    }
}
