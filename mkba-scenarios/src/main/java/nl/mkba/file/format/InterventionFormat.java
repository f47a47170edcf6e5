package nl.mkba.file.format;

import nl.mkba.file.yaml.Node;
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

    private InterventionFormat() {}

    static Intervention read(String id, Value value) {
        Section measure = value.section(
                "name",
                "start",
                "active",
                "participants",
                "costs",
                "effects",
                "transfers",
                "unpriced",
                "interactions",
                LabelFormat.KEY);
        Intervention.Builder built = Intervention.builder(id)
                .name(measure.words("name"))
                .start(measure.expression("start"))
                .active(measure.read("active", ProfileFormat::read))
                .participants(measure.read("participants", InterventionFormat::participants))
                .labels(LabelFormat.read(measure));
        for (Cost cost : measure.each("costs", CostFormat::read)) {
            built.cost(cost);
        }
        for (Effect effect : measure.each("effects", EffectFormat::read)) {
            built.effect(effect);
        }
        for (Transfer transfer : measure.each("transfers", TransferFormat::read)) {
            built.transfer(transfer);
        }
        for (UnpricedItem item : measure.items("unpriced", InterventionFormat::unpriced)) {
            built.unpriced(item);
        }
        for (Interaction interaction : measure.items("interactions", InterventionFormat::interaction)) {
            built.interaction(interaction);
        }
        return built.build();
    }

    private static Participants participants(Value value) {
        Section participants = value.section("count", "when", "unit");
        return Participants.builder()
                .count(participants.required("count").expression())
                .when(ProfileFormat.read(participants.required("when")))
                .unit(participants.words("unit"))
                .build();
    }

    private static UnpricedItem unpriced(Value value) {
        Section item = value.section("name", "sign", "stakeholder", "note", LabelFormat.KEY);
        Text name = item.required("name").inLanguages();
        UnpricedItem.Sign sign = item.required("sign").choice(UnpricedItem.Sign.class);
        return UnpricedItem.builder()
                .name(name == null ? Text.of("") : name)
                .sign(sign == null ? UnpricedItem.Sign.UNKNOWN : sign)
                .stakeholder(item.required("stakeholder").id())
                .note(item.words("note"))
                .labels(LabelFormat.read(item))
                .build();
    }

    private static Interaction interaction(Value value) {
        Section rule = value.section("with", "without", "times");
        Interaction.Condition condition =
                rule.has("without") ? Interaction.Condition.WITHOUT : Interaction.Condition.WITH;
        if (!rule.hasAny("with", "without")) {
            rule.oneOf("with", "without");
            rule.silence("with");
        } else if (rule.has("without")) {
            rule.notWith("without", "with");
        }
        return new Interaction(
                condition,
                rule.required(condition.id()).id(),
                rule.required("times").expression());
    }

    static Node write(Intervention measure) {
        Profile active = measure.active();
        Participants participants = measure.participants();
        MapBuilder map = new MapBuilder().text("name", measure.name());
        return LabelFormat.write(map, measure.labels())
                .expression("start", measure.start())
                .put("active", active == null ? null : ProfileFormat.write(active))
                .put("participants", participants == null ? null : write(participants))
                .each("costs", measure.costs(), Cost::id, CostFormat::write)
                .each("effects", measure.effects(), Effect::id, EffectFormat::write)
                .each("transfers", measure.transfers(), Transfer::id, TransferFormat::write)
                .items("unpriced", measure.unpriced(), InterventionFormat::write)
                .items("interactions", measure.interactions(), InterventionFormat::write)
                .map();
    }

    private static Node write(Participants participants) {
        return new MapBuilder()
                .expression("count", participants.count())
                .put("when", ProfileFormat.write(participants.when()))
                .text("unit", participants.unit())
                .map();
    }

    private static Node write(UnpricedItem item) {
        MapBuilder map = new MapBuilder()
                .text("name", item.name())
                .text("sign", item.sign().id())
                .text("stakeholder", item.stakeholder())
                .text("note", item.note());
        return LabelFormat.write(map, item.labels()).map();
    }

    private static Node write(Interaction rule) {
        return new MapBuilder()
                .text(rule.condition().id(), rule.other())
                .expression("times", rule.times())
                .map();
    }
}
