package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Participants;
import nl.mkba.scenario.Transfer;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;

/** An intervention, under {@code interventions}. */
final class InterventionFormat {

    private static final Key<Text> NAME =
            Key.of("name", Kind.WORDS, "Wat mensen lezen. Zonder: de id.", "What people read. Without: the id.");
    private static final Key<Expression> START = Key.of(
            "start",
            Kind.EXPRESSION,
            "Hele formule: jaartal (1000 of meer) of aantal jaren na `first_year`; niet eerder. Zonder: `first_year`.",
            "Whole formula: calendar year (1000 or more) or offset from `first_year`; not earlier. Without: `first_year`.");
    private static final Key<Profile> ACTIVE = Key.of(
            "active",
            Kind.PROFILE,
            "Wanneer de maatregel er is voor de wisselwerking met andere; zonder deze sleutel vanaf de start.",
            "When it is there for the interactions of others; from its start on without.");
    private static final Key<Value> PARTICIPANTS = Key.of(
            "participants", Kind.map("participants"), "Wie er instroomt, jaar voor jaar.", "Who enters, year by year.");
    private static final Key<Value> COSTS =
            Key.of("costs", Kind.entries("cost"), "Wat de maatregel kost.", "What it costs.");
    private static final Key<Value> EFFECTS =
            Key.of("effects", Kind.entries("effect"), "Wat de maatregel teweegbrengt.", "What it brings about.");
    private static final Key<Value> TRANSFERS = Key.of(
            "transfers",
            Kind.entries("transfer"),
            "Geld dat er tussen partijen door verschuift.",
            "Money that moves between stakeholders because of it.");
    private static final Key<Value> UNPRICED = Key.of(
            "unpriced",
            Kind.maps("unpriced"),
            "Wat niet in geld is uitgedrukt (PM-posten); het staat erbij en telt nooit mee.",
            "What is not expressed in money; shown, never added up.");
    private static final Key<Labels> LABELS = Key.of(
                    "labels",
                    Kind.LABELS,
                    "Labels van de posten en PM-posten die de sleutel zelf niet noemen.",
                    "Labels of its streams and unpriced items that do not name the key themselves.")
            .otherwise(Labels.NONE);
    private static final Key<Value> INTERACTIONS = Key.of(
            "interactions",
            Kind.maps("interaction"),
            "Wat andere maatregelen met de effecten doen.",
            "What other interventions do to its effects.");
    private static final Keys KEYS =
            Keys.of(NAME, START, ACTIVE, PARTICIPANTS, COSTS, EFFECTS, TRANSFERS, UNPRICED, INTERACTIONS, LABELS);

    private InterventionFormat() {}

    static Intervention read(String id, Value value) {
        Section measure = value.section(KEYS);
        Intervention.Builder built = Intervention.builder(id)
                .name(measure.optional(NAME))
                .start(measure.optional(START))
                .active(measure.optional(ACTIVE))
                .participants(measure.read(PARTICIPANTS, ParticipantsFormat::read))
                .labels(measure.stated(LABELS));
        for (Cost cost : measure.each(COSTS, CostFormat::read)) {
            built.cost(cost);
        }
        for (Effect effect : measure.each(EFFECTS, EffectFormat::read)) {
            built.effect(effect);
        }
        for (Transfer transfer : measure.each(TRANSFERS, TransferFormat::read)) {
            built.transfer(transfer);
        }
        for (UnpricedItem item : measure.items(UNPRICED, UnpricedFormat::read)) {
            built.unpriced(item);
        }
        for (Interaction interaction : measure.items(INTERACTIONS, InteractionFormat::read)) {
            built.interaction(interaction);
        }
        return built.build();
    }

    static Node write(Intervention measure) {
        Participants participants = measure.participants();
        return new MapBuilder()
                .put(NAME, measure.name())
                .put(LABELS, measure.labels())
                .put(START, measure.start())
                .put(ACTIVE, measure.active())
                .put(PARTICIPANTS, participants == null ? null : ParticipantsFormat.write(participants))
                .each(COSTS, measure.costs(), Cost::id, CostFormat::write)
                .each(EFFECTS, measure.effects(), Effect::id, EffectFormat::write)
                .each(TRANSFERS, measure.transfers(), Transfer::id, TransferFormat::write)
                .items(UNPRICED, measure.unpriced(), UnpricedFormat::write)
                .items(INTERACTIONS, measure.interactions(), InteractionFormat::write)
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(NAME, "Debt help", "Schuldhulp")
                .like(START, 2027)
                .like(ACTIVE, SchemaParts.json("years", 4))
                .like(INTERACTIONS, List.of(SchemaParts.json("with", "debt_help", "times", "120%")))
                .entries();
    }
}
