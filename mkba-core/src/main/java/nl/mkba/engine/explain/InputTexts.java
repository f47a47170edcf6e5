package nl.mkba.engine.explain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.distribution.Distribution;
import nl.mkba.explain.Comparison;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Part;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The values of a part of the input as texts by path, with the keys of a scenario file. It walks through the components
 * of the model, so that nothing that is added to the model can be forgotten here.
 */
final class InputTexts {

    /** Components that have no key of their own in a scenario file. */
    private static final Set<String> WITHOUT_KEY = Set.of(
            "terms", "corrections", "provenance", "byStakeholder", "parameter", "levels", "level", "texts", "id");

    /** Components whose key is not their name. */
    private static final Map<String, String> KEYS = Map.of(
            "Reduction.outcome", "reduces",
            "Years.years", "in",
            "Series.strengths", "series",
            "PerUnitOf.effect", "follows",
            "Total.amount", "total");

    /** What a component is called that a file may leave out: {@code statedWeight} is its {@code weight}. */
    private static final String STATED = "stated";

    private final Map<String, String> texts = new LinkedHashMap<>();

    private InputTexts() {}

    /** Every value that differs between two states of a part; a part that is there in only one is one value. */
    static List<Comparison.Detail> differences(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return List.of();
        }
        if (before == null || after == null || isNamed(before) || isNamed(after)) {
            return List.of(new Comparison.Detail(path, summary(before), summary(after)));
        }
        Map<String, String> first = of(path, before);
        Map<String, String> second = of(path, after);
        Set<String> paths = new LinkedHashSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<Comparison.Detail> details = new ArrayList<>();
        for (String each : paths) {
            if (!Objects.equals(first.get(each), second.get(each))) {
                details.add(new Comparison.Detail(
                        each, Text.ofNullable(first.get(each)), Text.ofNullable(second.get(each))));
            }
        }
        return details;
    }

    /** A price index with a name is one text, and not its numbers. */
    private static boolean isNamed(Object part) {
        return part instanceof PriceIndex index && index.name() != null;
    }

    private static @Nullable Text summary(@Nullable Object part) {
        if (part == null) {
            return null;
        }
        if (part instanceof Stream stream) {
            return stream.label();
        }
        if (part instanceof Intervention intervention) {
            return intervention.label();
        }
        if (part instanceof Stakeholder stakeholder) {
            return stakeholder.label();
        }
        if (part instanceof Outcome outcome) {
            return outcome.label();
        }
        if (part instanceof Text text) {
            return text;
        }
        if (part instanceof PriceIndex index) {
            return Text.of(asWhole(index));
        }
        if (part instanceof CasePart.ParameterInForce inForce) {
            Parameter parameter = inForce.parameter();
            return Text.of(String.valueOf(
                    parameter.value() == null
                            ? DistributionText.of(Objects.requireNonNull(parameter.distribution()))
                            : parameter.value().text()));
        }
        StringJoiner values = new StringJoiner(", ");
        of("", part).forEach((path, value) -> values.add(path.isEmpty() ? value : path.substring(1) + ": " + value));
        return Text.of(values.toString());
    }

    private static Map<String, String> of(String path, Object part) {
        InputTexts texts = new InputTexts();
        texts.walk(path, part);
        return texts.texts;
    }

    private void walk(String path, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Expression expression) {
            texts.put(path, expression.text());
        } else if (value instanceof Text text) {
            text(path, text);
        } else if (value instanceof Distribution distribution) {
            texts.put(path, DistributionText.of(distribution));
        } else if (value instanceof PriceIndex index) {
            walk(path, index.values());
        } else if (value instanceof RateSchedule schedule && schedule.isFlat()) {
            walk(path, schedule.steps().get(0));
        } else if (value instanceof Interaction interaction) {
            texts.put(path + "." + interaction.condition().id(), interaction.other());
            walk(path + ".times", interaction.times());
        } else if (value instanceof Correlation correlation) {
            texts.put(path + ".between", correlation.first() + ", " + correlation.second());
            walk(path + ".rank", correlation.rank());
        } else if (value instanceof Double number) {
            texts.put(path, Expression.of(number).text());
        } else if (value instanceof Part part) {
            part.components().forEach((name, each) -> component(path, part, name, each));
        } else if (value instanceof Record record) {
            components(path, record);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> walk(path + "." + key, each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Enum<?> choice) {
            texts.put(path, choice.name().toLowerCase(Locale.ROOT));
        } else {
            texts.put(path, value.toString());
        }
    }

    private void text(String path, Text text) {
        String plain = text.plain();
        if (plain != null) {
            texts.put(path, plain);
        }
        text.versions().forEach((language, version) -> texts.put(path + "." + language, version));
    }

    private void components(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            component(path, record, component.getName(), value);
        }
    }

    private void component(String path, Object whole, String name, @Nullable Object value) {
        switch (name) {
            case "id" -> {
                // It is in the path already.
            }
            case "perParticipant" -> word(path + ".per", value, "participant");
            case "continues" -> word(path + ".beyond_horizon", value, "continue");
            default -> {
                if (whole instanceof Outcome && value instanceof Outcome.Baseline.Trend baseline) {
                    walk(path + ".baseline", baseline.level());
                    walk(path + ".trend", baseline.trend());
                } else if (whole instanceof Outcome outcome && name.equals("values")) {
                    outcome.values().forEach((id, each) -> walk(outcome.path(id), each));
                } else {
                    boolean hasKey = !WITHOUT_KEY.contains(name) && !(value instanceof Stream.Amount);
                    walk(hasKey ? path + "." + key(whole, name) : path, value);
                }
            }
        }
    }

    /** A key that is there with one word, or not at all. */
    private void word(String path, @Nullable Object isThere, String word) {
        if (Boolean.TRUE.equals(isThere)) {
            texts.put(path, word);
        }
    }

    private static String key(Object whole, String component) {
        String other = KEYS.get(whole.getClass().getSimpleName() + "." + component);
        return other == null ? path(component) : other;
    }

    /** The key of a component that has one, as a file has it: {@code first_year} of {@code statedFirstYear}. */
    static String path(String component) {
        boolean isStated = component.startsWith(STATED);
        String name = isStated ? component.substring(STATED.length()) : component;
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                key.append(i == 0 ? "" : "_").append(Character.toLowerCase(c));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static String asWhole(PriceIndex index) {
        String name = index.name();
        if (name != null) {
            return name;
        }
        StringJoiner years = new StringJoiner(", ", "{", "}");
        index.values()
                .forEach((year, value) ->
                        years.add(year + ": " + Expression.of(value).text()));
        return years.toString();
    }
}
