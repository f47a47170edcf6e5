package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Participants;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;

/** Who enters an intervention: {@code participants}. */
final class ParticipantsFormat {

    private static final Key<Expression> COUNT = Key.of(
            "count", Kind.EXPRESSION, "Hoeveel er op volle sterkte instromen.", "How many enter at full strength.");
    private static final Key<Profile> WHEN =
            Key.of("when", Kind.PROFILE, "In welke jaren zij instromen.", "In which years they enter.");
    private static final Key<Text> UNIT = Key.of("unit", Kind.WORDS, "Hoe zij heten.", "What they are called.");
    private static final Keys KEYS = Keys.of(COUNT, WHEN, UNIT);

    private ParticipantsFormat() {}

    static Participants read(Value value) {
        Section keys = value.section(KEYS);
        return Participants.builder()
                .count(keys.required(COUNT))
                .when(keys.required(WHEN))
                .unit(keys.optional(UNIT))
                .build();
    }

    static Node write(Participants participants) {
        return new MapBuilder()
                .put(COUNT, participants.count())
                .put(WHEN, participants.when())
                .put(UNIT, participants.unit())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(COUNT, "families")
                .like(WHEN, SchemaParts.json("years", 4), SchemaParts.json("years", 4, "ramp_up", 2))
                .like(UNIT, "family", "gezin")
                .needs(COUNT, WHEN)
                .entries();
    }
}
