package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Alternative;
import nl.mkba.text.Text;

/** A project alternative, under {@code alternatives}. */
final class AlternativeFormat {

    private static final Key<Text> NAME = Key.of("name", Kind.WORDS, "Hoe mensen het noemen.", "What people call it.");
    private static final Key<List<String>> INTERVENTIONS =
            Key.of("interventions", Kind.IDS, "Welke maatregelen erbij horen.", "Which interventions it has.");
    private static final Key<String> COMPARED_WITH = Key.of(
            "compared_with",
            Kind.ID_OR_NONE,
            "Het alternatief waarmee het vergeleken wordt.",
            "The alternative to which it is an increment.");
    private static final Keys KEYS = Keys.of(NAME, INTERVENTIONS, ReplacementFormat.SET, COMPARED_WITH);

    private AlternativeFormat() {}

    static Alternative read(String id, Value value) {
        Section keys = value.section(KEYS);
        Alternative.Builder built =
                Alternative.builder(id).name(keys.optional(NAME)).interventions(keys.required(INTERVENTIONS));
        ReplacementFormat.set(keys).forEach(built::set);
        return built.comparedWith(keys.optional(COMPARED_WITH)).build();
    }

    static Node write(Alternative alternative) {
        return new MapBuilder()
                .put(NAME, alternative.name())
                .put(INTERVENTIONS, alternative.interventions())
                .each(ReplacementFormat.SET, alternative.set(), ReplacementFormat::write)
                .put(COMPARED_WITH, alternative.comparedWith())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(NAME, "Small", "Large", "Klein", "Groot")
                .like(INTERVENTIONS, List.of("debt_help"))
                .like(ReplacementFormat.SET, SchemaParts.json("families", 100))
                .like(COMPARED_WITH, "small")
                .needs(INTERVENTIONS)
                .entries();
    }
}
