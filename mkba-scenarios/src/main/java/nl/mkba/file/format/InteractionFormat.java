package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Interaction.Condition;

/** What another intervention does to the effects of one: an item of {@code interactions}. */
final class InteractionFormat {

    private static final Key<String> WITH =
            Key.of("with", Kind.ID, "Zolang deze andere maatregel er is.", "While this other intervention is there.");
    private static final Key<String> WITHOUT = Key.of(
            "without",
            Kind.ID,
            "Zolang deze andere maatregel er niet is.",
            "While this other intervention is not there.");
    private static final Key<Expression> TIMES = Key.of(
            "times",
            Kind.EXPRESSION,
            "De factor waarmee de effecten worden vermenigvuldigd.",
            "The factor by which the effects are multiplied.");
    private static final Keys KEYS = Keys.of(WITH, WITHOUT, TIMES);

    private InteractionFormat() {}

    static Interaction read(Value value) {
        Section keys = value.section(KEYS);
        Condition condition = keys.has(WITHOUT) ? Condition.WITHOUT : Condition.WITH;
        if (!keys.hasAny(WITH, WITHOUT)) {
            keys.oneOf(WITH, WITHOUT);
            keys.silence(WITH);
        } else {
            keys.notWith(WITHOUT, List.of(WITH));
        }
        return new Interaction(condition, keys.required(other(condition)), keys.required(TIMES));
    }

    private static Key<String> other(Condition condition) {
        return condition == Condition.WITH ? WITH : WITHOUT;
    }

    static Node write(Interaction interaction) {
        return new MapBuilder()
                .put(other(interaction.condition()), interaction.other())
                .put(TIMES, interaction.times())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(WITH, "debt_help")
                .like(TIMES, "120%")
                .needs(TIMES)
                .and(Keys.oneOf(List.of(WITH, WITHOUT)))
                .entries();
    }
}
