package nl.mkba.file.format;

import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Stakeholder;

/** A stakeholder, under {@code stakeholders}. */
final class StakeholderFormat {

    private StakeholderFormat() {}

    static Stakeholder read(String id, Value value) {
        Section stakeholder =
                value.sectionOf("stakeholder", "name", "sector", "counts", "weight", "can_pay", "income", "government");
        return Stakeholder.builder(id)
                .name(stakeholder.words("name"))
                .sector(stakeholder.text("sector"))
                .counts(stakeholder.truth("counts", true))
                .weight(stakeholder.expression("weight"))
                .canPay(stakeholder.truth("can_pay", true))
                .income(stakeholder.expression("income"))
                .government(stakeholder.read("government", government -> government.truth(false)))
                .build();
    }

    static Node write(Stakeholder stakeholder) {
        Boolean government = stakeholder.statedGovernment();
        return new MapBuilder()
                .text("name", stakeholder.name())
                .text("sector", stakeholder.sector())
                .word("counts", "false", !stakeholder.counts())
                .expression("weight", stakeholder.statedWeight())
                .word("can_pay", "false", !stakeholder.canPay())
                .expression("income", stakeholder.income())
                .text("government", government == null ? null : government.toString())
                .map();
    }
}
