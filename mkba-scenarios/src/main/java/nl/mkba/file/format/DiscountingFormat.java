package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** {@code discounting}, of a scenario or an outlook: a policy's name, a rate, or a map. */
final class DiscountingFormat {

    private static final Key<Value> STANDARD = Key.of(
            "standard", Kind.written("rate"), "Voor elke post zonder klasse.", "For every stream without a class.");
    private static final Key<Value> CLASSES = Key.of(
            "classes",
            Kind.written(SchemaParts.json(
                    "type",
                    "object",
                    "minProperties",
                    1,
                    "propertyNames",
                    SchemaParts.json(
                            "allOf",
                            List.of(
                                    SchemaParts.reference("id"),
                                    SchemaParts.json("not", SchemaParts.json("const", DiscountPolicy.STANDARD)))),
                    "additionalProperties",
                    SchemaParts.reference("rate"))),
            "Discontovoeten voor klassen van posten.",
            "Rates for classes of streams.");
    private static final Keys KEYS = Keys.of(STANDARD, CLASSES);

    private static final Key<Value> STEPS = Key.of(
            "steps",
            Kind.written(SchemaParts.json(
                    "type",
                    "object",
                    "not",
                    SchemaParts.json(
                            "type", "object", "propertyNames", SchemaParts.json("pattern", "^(?!0$)\\d{1,3}$")),
                    "propertyNames",
                    SchemaParts.json("pattern", SchemaParts.YEARS),
                    "additionalProperties",
                    SchemaParts.reference("expression"))),
            "Discontovoeten vanaf zoveel jaar na het basisjaar, of (1000 of meer) vanaf een jaartal; jaar 0, of het basisjaar, staat erbij.",
            "Forward rates by years after the base year, or (1000 or more) by calendar year; year 0, or the base year, is there.");
    private static final Keys RATE_KEYS = Keys.of(STEPS);

    private final Collection<String> parameters;

    /** Reads policies in a scenario with these parameters. */
    DiscountingFormat(Collection<String> parameters) {
        this.parameters = parameters;
    }

    DiscountPolicy read(Value value) {
        if (!value.isMap()) {
            return named(value);
        }
        Section policy = value.section(KEYS);
        RateSchedule standard = schedule(policy.required(STANDARD));
        Map<String, RateSchedule> classes = new LinkedHashMap<>();
        Value perClass = policy.optional(CLASSES);
        if (perClass != null) {
            perClass.someEntries().forEach((name, schedule) -> {
                if (name.equals(DiscountPolicy.STANDARD)) {
                    schedule.refuseKey(ProblemCode.STANDARD_AS_CLASS);
                } else {
                    classes.put(name, schedule(schedule));
                }
            });
        }
        return new DiscountPolicy(null, standard, classes);
    }

    private DiscountPolicy named(Value value) {
        String name = value.isText() ? value.text() : null;
        if (name != null && PublishedPolicy.find(name).isPresent()) {
            return DiscountPolicy.published(name);
        }
        String meant = meant(name);
        if (PublishedPolicy.find(meant).isPresent()) {
            value.refuse(Problem.of(ProblemCode.UNKNOWN_POLICY, value.path(), Problem.shown(String.valueOf(name)))
                    .suggesting(meant));
            return DiscountPolicy.flat(Expression.UNKNOWN);
        }
        Expression rate = value.expression("discounting");
        boolean bareWord = rate.references().contains(rate.text());
        if (bareWord && !parameters.contains(rate.text()) && !value.problems().isIncomplete("parameters")) {
            List<String> known = new ArrayList<>(PublishedPolicy.idsInForce());
            known.addAll(parameters);
            value.refuse(Problem.of(ProblemCode.UNKNOWN_POLICY, value.path(), rate.text())
                    .suggesting(value.problems().nearest(rate.text(), known)));
            return DiscountPolicy.flat(Expression.UNKNOWN);
        }
        return DiscountPolicy.flat(rate);
    }

    /** The id of a policy as it would be written by the rules; what is no text means nothing. */
    private static String meant(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }

    private static RateSchedule schedule(Value value) {
        if (!value.isMap()) {
            String policy = meant(value.isText() ? value.text() : null);
            if (PublishedPolicy.find(policy).isPresent()) {
                value.refuse(Problem.of(ProblemCode.POLICY_AS_RATE, value.path(), policy));
                return RateSchedule.flat(Expression.UNKNOWN);
            }
            return RateSchedule.flat(value.expression("rate"));
        }
        Value steps = value.section(RATE_KEYS).required(STEPS);
        SortedMap<Integer, Expression> rates = new TreeMap<>();
        steps.years().forEach((year, rate) -> {
            if (year < 0) {
                rate.refuseKey(ProblemCode.OUT_OF_RANGE, String.valueOf(year), "≥ 0");
            } else {
                rates.put(year, rate.expression("expression"));
            }
        });
        // Whether a calendar year is the base year is seen where both are known.
        if (rates.isEmpty() || (!rates.containsKey(0) && !TimeFrame.isCalendarYear(rates.lastKey()))) {
            if (steps.isMap() && steps.entries().keySet().stream().noneMatch(key -> key.startsWith("0"))) {
                steps.refuseMissing("0");
            }
            rates.put(0, Expression.UNKNOWN);
        }
        return new RateSchedule(rates);
    }

    static Node write(DiscountPolicy policy) {
        String name = policy.name();
        if (name != null
                && PublishedPolicy.find(name)
                        .map(PublishedPolicy::policy)
                        .filter(policy::equals)
                        .isPresent()) {
            return MapBuilder.scalar(name);
        }
        if (policy.classes().isEmpty() && policy.standard().isFlat()) {
            return write(policy.standard());
        }
        return new MapBuilder()
                .put(STANDARD, write(policy.standard()))
                .each(CLASSES, policy.classes(), DiscountingFormat::write)
                .map();
    }

    private static Node write(RateSchedule schedule) {
        if (schedule.isFlat()) {
            return MapBuilder.expression(schedule.steps().values().iterator().next());
        }
        return new MapBuilder()
                .each(STEPS, schedule.steps(), MapBuilder::expression)
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema().needs(STANDARD).entries();
    }

    static Map<String, Object> rateSchema() {
        return RATE_KEYS.schema().needs(STEPS).entries();
    }
}
