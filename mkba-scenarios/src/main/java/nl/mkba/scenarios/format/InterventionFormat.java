package nl.mkba.scenarios.format;

import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Participants;
import nl.mkba.scenario.UnpricedItem;

/** A measure, under {@code interventions}. */
final class InterventionFormat {

    private InterventionFormat() {}

    static Intervention read(String id, Value value) {
        Section measure = value.section(
                "name", "start", "active", "participants", "costs", "effects", "transfers", "unpriced", "interactions");
        return new Intervention(
                id,
                measure.text("name"),
                measure.expression("start"),
                measure.read("active", ProfileFormat::read),
                measure.read("participants", InterventionFormat::participants),
                measure.each("costs", StreamFormat::cost),
                measure.each("effects", StreamFormat::effect),
                measure.each("transfers", StreamFormat::transfer),
                measure.items("unpriced", InterventionFormat::unpriced),
                measure.items("interactions", InterventionFormat::interaction));
    }

    private static Participants participants(Value value) {
        Section participants = value.section("count", "when", "unit");
        return new Participants(
                participants.required("count").expression(),
                ProfileFormat.read(participants.required("when")),
                participants.text("unit"));
    }

    private static UnpricedItem unpriced(Value value) {
        Section item = value.section("name", "sign", "stakeholder", "note");
        String name = item.required("name").text();
        UnpricedItem.Sign sign = item.required("sign").choice(UnpricedItem.Sign.class);
        return new UnpricedItem(
                name == null ? "" : name,
                sign == null ? UnpricedItem.Sign.UNKNOWN : sign,
                item.required("stakeholder").id(),
                item.text("note"));
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
}
