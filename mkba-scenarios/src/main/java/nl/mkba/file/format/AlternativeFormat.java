package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Replacement;

/** What can be chosen from: {@code alternatives} and {@code outlooks}, with what they {@code set}. */
final class AlternativeFormat {

    private AlternativeFormat() {}

    static Alternative alternative(String id, Value value) {
        Section alternative = value.section("name", "interventions", "set", "compared_with");
        Alternative.Builder built = Alternative.builder(id)
                .name(alternative.words("name"))
                .interventions(interventions(alternative.required("interventions")));
        set(alternative).forEach(built::set);
        return built.comparedWith(alternative.text("compared_with")).build();
    }

    private static List<String> interventions(Value value) {
        List<String> interventions = new ArrayList<>();
        for (Value intervention : value.items()) {
            interventions.add(intervention.id());
        }
        return interventions;
    }

    static Outlook outlook(String id, Value value, DiscountingFormat discounting) {
        Section outlook = value.section("name", "set", "discounting");
        Outlook.Builder built = Outlook.builder(id).name(outlook.words("name"));
        set(outlook).forEach(built::set);
        return built.discounting(outlook.read("discounting", discounting::read)).build();
    }

    private static Map<String, Replacement> set(Section section) {
        Map<String, Replacement> set = new LinkedHashMap<>();
        Value changes = section.optional("set");
        if (changes != null) {
            for (Map.Entry<String, Value> change : changes.entries().entrySet()) {
                set.put(change.getKey(), replacement(change.getValue()));
            }
        }
        return set;
    }

    static Replacement replacement(Value value) {
        if (!value.isMap()) {
            return new Replacement.Value(value.expression("parameter"), null);
        }
        Section change = value.section("value", "distribution", "times");
        Value times = change.optional("times");
        if (times != null) {
            change.notWith("times", "value", "distribution");
            return new Replacement.Times(times.expression());
        }
        if (!change.hasAny("value", "distribution")) {
            value.someEntries();
            return new Replacement.Value(Expression.UNKNOWN, null);
        }
        Expression central = change.expression("value");
        Distribution distribution = change.read("distribution", DistributionFormat::read);
        return new Replacement.Value(
                central == null && distribution == null ? Expression.UNKNOWN : central, distribution);
    }

    static Node write(Alternative alternative) {
        return new MapBuilder()
                .text("name", alternative.name())
                .put("interventions", MapBuilder.list(alternative.interventions(), MapBuilder::scalar))
                .each("set", alternative.set(), AlternativeFormat::write)
                .text("compared_with", alternative.comparedWith())
                .map();
    }

    static Node write(Outlook outlook) {
        DiscountPolicy discounting = outlook.discounting();
        return new MapBuilder()
                .text("name", outlook.name())
                .each("set", outlook.set(), AlternativeFormat::write)
                .put("discounting", discounting == null ? null : DiscountingFormat.write(discounting))
                .map();
    }

    private static Node write(Replacement replacement) {
        if (replacement instanceof Replacement.Times times) {
            return new MapBuilder().expression("times", times.factor()).map();
        }
        Replacement.Value value = (Replacement.Value) replacement;
        Distribution distribution = value.distribution();
        Expression central = value.value();
        if (distribution == null && central != null) {
            return MapBuilder.expression(central);
        }
        return new MapBuilder()
                .expression("value", central)
                .put("distribution", distribution == null ? null : DistributionFormat.write(distribution))
                .map();
    }
}
