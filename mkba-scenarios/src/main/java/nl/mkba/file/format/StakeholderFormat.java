package nl.mkba.file.format;

import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Stakeholder;

/** A party, under {@code stakeholders}. */
final class StakeholderFormat {

    private StakeholderFormat() {}

    static Stakeholder read(String id, Value value) {
        Section party = value.section("name", "sector", "counts", "weight", "can_pay");
        return Stakeholder.builder(id)
                .name(party.text("name"))
                .sector(party.text("sector"))
                .counts(party.truth("counts", true))
                .weight(party.expression("weight", Expression.ONE))
                .canPay(party.truth("can_pay", true))
                .build();
    }

    static Node write(Stakeholder party) {
        return new MapBuilder()
                .text("name", party.name())
                .text("sector", party.sector())
                .word("counts", "false", !party.counts())
                .expression("weight", party.weight(), Expression.ONE)
                .word("can_pay", "false", !party.canPay())
                .map();
    }
}
