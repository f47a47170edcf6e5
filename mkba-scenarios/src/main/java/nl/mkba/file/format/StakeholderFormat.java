package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.text.Text;

/** A stakeholder, under {@code stakeholders}. */
final class StakeholderFormat {

    private static final Key<Text> NAME =
            Key.of("name", Kind.WORDS, "Wat mensen lezen. Zonder: de id.", "What people read. Without: the id.");
    private static final Key<String> SECTOR = Key.of(
            "sector",
            Kind.ID_OR_NONE,
            "Een id: `public` (overheid), `private` (bedrijven en instellingen), `households` (huishoudens) of een eigen; uitkomsten worden ook per sector opgeteld. Zonder: geen.",
            "An id: `public`, `private`, `households` or one of your own; results are also added up per sector. Without: none.");
    private static final Key<Boolean> COUNTS = Key.of(
                    "counts",
                    Kind.TRUTH,
                    "`false`: hoort niet bij de samenleving waarvan u de welvaart meet. De partij houdt een eigen rekening en telt mee in haar sector, maar in geen enkel cijfer van de samenleving. Zonder: `true`.",
                    "`false`: outside the society whose welfare is measured. It keeps an account and counts in its sector, but not in the figures of society. In the field's words, it has no standing. Without: `true`.")
            .otherwise(true);
    private static final Key<Expression> WEIGHT = Key.of(
            "weight",
            Kind.EXPRESSION,
            "Formule; verdelingsgewicht, alleen voor het gewogen saldo. Zonder: 1.",
            "Formula; distributional weight, for the weighted net present value only. Without: 1.");
    private static final Key<Boolean> CAN_PAY = Key.of(
                    "can_pay",
                    Kind.TRUTH,
                    "`false`: compenseert nooit een andere partij. Zonder: `true`.",
                    "`false`: never compensates another stakeholder. Without: `true`.")
            .otherwise(true);
    private static final Key<Expression> INCOME = Key.of(
            "income",
            Kind.EXPRESSION,
            "Formule boven 0; besteedbaar jaarinkomen van de groep, in het prijspeil. Met `income_weights` volgt het gewicht eruit; zonder verandert het niets. Zonder: geen.",
            "Formula above 0; yearly disposable income of the group, at the price level. With `income_weights` it gives the weight; without, it changes nothing. Without: none.");
    private static final Key<Boolean> GOVERNMENT = Key.of(
            "government",
            Kind.TRUTH,
            "`true` of `false`: of haar geld publiek geld is, voor de marginale waarde van publiek geld. Zonder: of `sector` `public` is.",
            "`true` or `false`: whether its cash is public money, for the marginal value of public funds. Without: whether `sector` is `public`.");
    private static final Keys KEYS = Keys.of(NAME, SECTOR, COUNTS, WEIGHT, CAN_PAY, INCOME, GOVERNMENT);

    private StakeholderFormat() {}

    static Stakeholder read(String id, Value value) {
        Section keys = value.sectionOf("stakeholder", KEYS);
        return Stakeholder.builder(id)
                .name(keys.optional(NAME))
                .sector(keys.optional(SECTOR))
                .counts(keys.stated(COUNTS))
                .weight(keys.optional(WEIGHT))
                .canPay(keys.stated(CAN_PAY))
                .income(keys.optional(INCOME))
                .government(keys.optional(GOVERNMENT))
                .build();
    }

    static Node write(Stakeholder stakeholder) {
        return new MapBuilder()
                .put(NAME, stakeholder.name())
                .put(SECTOR, stakeholder.sector())
                .put(COUNTS, stakeholder.counts())
                .put(WEIGHT, stakeholder.statedWeight())
                .put(CAN_PAY, stakeholder.canPay())
                .put(INCOME, stakeholder.income())
                .put(GOVERNMENT, stakeholder.statedGovernment())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(NAME, "City", "Housing association", "Families", "Health insurer")
                .like(SECTOR, "public", "private", "households")
                .like(COUNTS, false)
                .like(WEIGHT, 0.8)
                .like(CAN_PAY, false)
                .like(INCOME, "1900 * 12")
                .entries();
    }
}
