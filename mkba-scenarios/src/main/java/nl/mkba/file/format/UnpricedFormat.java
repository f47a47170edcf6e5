package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.file.yaml.Node;
import nl.mkba.label.Labels;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.text.Text;

/** What an intervention brings that has no price: an item of {@code unpriced}. */
final class UnpricedFormat {

    private static final Key<Text> NAME = Key.of("name", Kind.WORDS, "Wat het is.", "What it is.");
    private static final Key<UnpricedItem.Sign> SIGN = Key.of(
            "sign",
            Kind.oneOf(UnpricedItem.Sign.class),
            "In welke richting het werkt.",
            "In which direction it works.");
    private static final Key<String> STAKEHOLDER =
            Key.of("stakeholder", Kind.ID, "Wie het aangaat.", "Whom it concerns.");
    private static final Key<Text> NOTE =
            Key.of("note", Kind.WORDS, "Een opmerking voor de lezer.", "A remark for the reader.");
    private static final Key<Labels> LABELS = Key.of(
                    "labels",
                    Kind.LABELS,
                    "Waaronder het ook staat: een tekst per sleutel. Sleutels die er niet bij staan, zijn die van de maatregel.",
                    "Under what else it is listed: a text per key. Keys that it does not name are its intervention's.")
            .otherwise(Labels.NONE);
    private static final Keys KEYS = Keys.of(NAME, SIGN, STAKEHOLDER, NOTE, LABELS);

    private UnpricedFormat() {}

    static UnpricedItem read(Value value) {
        Section keys = value.section(KEYS);
        return UnpricedItem.builder()
                .name(keys.required(NAME, Text.of("")))
                .sign(keys.required(SIGN, UnpricedItem.Sign.UNKNOWN))
                .stakeholder(keys.required(STAKEHOLDER))
                .note(keys.optional(NOTE))
                .labels(keys.stated(LABELS))
                .build();
    }

    static Node write(UnpricedItem item) {
        return new MapBuilder()
                .put(NAME, item.name())
                .put(SIGN, item.sign())
                .put(STAKEHOLDER, item.stakeholder())
                .put(NOTE, item.note())
                .put(LABELS, item.labels())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(NAME, "Calm at home", "Rust thuis", "Rust in huis")
                .like(STAKEHOLDER, "family")
                .like(NOTE, "not measured", "niet gemeten")
                .like(LABELS, SchemaParts.json("brede_welvaart", "subjectief welzijn"))
                .needs(NAME, SIGN, STAKEHOLDER)
                .entries();
    }
}
