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

/** {@code discounting}, of a scenario or an outlook: a policy's name, a rate, or a map. */
final class DiscountingFormat {

    private final Collection<String> parameters;

    /** Reads policies in a scenario with these parameters. */
    DiscountingFormat(Collection<String> parameters) {
        this.parameters = parameters;
    }

    DiscountPolicy read(Value value) {
        if (!value.isMap()) {
            return named(value);
        }
        Section policy = value.section("standard", "classes");
        RateSchedule standard = schedule(policy.required("standard"));
        Map<String, RateSchedule> classes = new LinkedHashMap<>();
        Value perClass = policy.optional("classes");
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
        String meant = name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        if (PublishedPolicy.find(meant).isPresent()) {
            value.refuse(Problem.of(ProblemCode.UNKNOWN_POLICY, value.path(), Problem.shown(String.valueOf(name)))
                    .suggesting(meant));
            return DiscountPolicy.flat(Expression.UNKNOWN);
        }
        Expression rate = value.expression("discounting");
        boolean bareWord = rate.references().contains(rate.text());
        if (bareWord && !parameters.contains(rate.text()) && !value.problems().isIncomplete("parameters")) {
            List<String> known = new ArrayList<>(PublishedPolicy.ids());
            known.addAll(parameters);
            value.refuse(Problem.of(ProblemCode.UNKNOWN_POLICY, value.path(), rate.text())
                    .suggesting(value.problems().nearest(rate.text(), known)));
            return DiscountPolicy.flat(Expression.UNKNOWN);
        }
        return DiscountPolicy.flat(rate);
    }

    private static RateSchedule schedule(Value value) {
        if (!value.isMap()) {
            return RateSchedule.flat(value.expression("rate"));
        }
        Value steps = value.section("steps").required("steps");
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
                .put("standard", write(policy.standard()))
                .each("classes", policy.classes(), DiscountingFormat::write)
                .map();
    }

    private static Node write(RateSchedule schedule) {
        if (schedule.isFlat()) {
            return MapBuilder.expression(schedule.steps().values().iterator().next());
        }
        return new MapBuilder()
                .each("steps", schedule.steps(), MapBuilder::expression)
                .map();
    }
}
