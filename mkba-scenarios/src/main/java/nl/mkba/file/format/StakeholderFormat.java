package nl.mkba.file.format;

import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Stakeholder;

/** A stakeholder, under {@code stakeholders}. */
final class StakeholderFormat {

    private StakeholderFormat() {}

    static Stakeholder read(String id, Value value) {
        Section party =
                value.sectionOf("stakeholder", "name", "sector", "counts", "weight", "can_pay", "income", "government");
        return Stakeholder.builder(id)
                .name(party.words("name"))
                .sector(party.text("sector"))
                .counts(party.truth("counts", true))
                .weight(party.expression("weight"))
                .canPay(party.truth("can_pay", true))
                .income(party.expression("income"))
                .government(party.read("government", government -> government.truth(false)))
                .build();
    }

    static Node write(Stakeholder party) {
        Boolean government = party.statedGovernment();
        return new MapBuilder()
                .text("name", party.name())
                .text("sector", party.sector())
                .word("counts", "false", !party.counts())
                .expression("weight", party.statedWeight())
                .word("can_pay", "false", !party.canPay())
                .expression("income", party.income())
                .text("government", government == null ? null : government.toString())
                .map();
    }
}
