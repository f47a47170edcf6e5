package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.label.LabelList;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** The same result, cut by label. */
class LabelRulesTest {

    /** The amounts are rule N5 of the testkit. */
    @Property(tries = 150)
    void everyUnpricedItemStandsUnderOneTextOfEachLabel(@ForAll("scenarios") Scenario scenario) {
        for (AlternativeResult result : Appraised.everything(scenario)) {
            for (Map<String, LabelResult> texts : result.labels().values()) {
                List<UnpricedResult> unpriced = new ArrayList<>();
                texts.values().forEach(label -> unpriced.addAll(label.unpriced()));
                assertThat(unpriced).containsExactlyInAnyOrderElementsOf(result.unpriced());
            }
        }
    }

    @Property(tries = 100)
    void everyAlternativeHasTheSameKeysAndWhatHasNoLabelStandsLast(@ForAll("scenarios") Scenario scenario) {
        List<AlternativeResult> results = Appraised.everything(scenario);
        for (AlternativeResult result : results) {
            assertThat(result.labels().keySet())
                    .containsExactlyElementsOf(results.get(0).labels().keySet());
            result.labels().values().forEach(texts -> {
                List<String> order = List.copyOf(texts.keySet());
                int none = order.indexOf(Labels.NONE_TEXT);
                assertThat(none).isIn(-1, order.size() - 1);
            });
        }
    }

    /**
     * In one year the city pays 100, of which 60% is cash, and hands 30 on to the household, who gains 200, 25% of it cash. The gain has
     * another text.
     */
    @Test
    void theAccountsOfAText() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .stakeholder("city", s -> s.sector("public"))
                .stakeholder("household", s -> s.sector("households"))
                .intervention(
                        "measure",
                        i -> i.cost(
                                        "work",
                                        c -> c.paidBy("city")
                                                .amount(100)
                                                .cashable("60%")
                                                .labels(Labels.of("track", "a")))
                                .effect(
                                        "income",
                                        e -> e.quantity(1)
                                                .value(200)
                                                .accruesTo("household")
                                                .cashable("25%")
                                                .labels(Labels.of("track", "b")))
                                .transfer(
                                        "hand",
                                        t -> t.from("city")
                                                .to("household")
                                                .amount(30)
                                                .labels(Labels.of("track", "a"))))
                .build();
        Map<String, LabelResult> texts = Appraised.only(scenario).labels().get("track");
        assertThat(numbers(texts.get("a").society()))
                .containsExactly(new double[] {100, 0, 0, -100, -60}, within(1e-12));
        assertThat(numbers(texts.get("a").stakeholders().get("city")))
                .containsExactly(new double[] {100, 0, -30, -130, -90}, within(1e-12));
        assertThat(numbers(texts.get("a").stakeholders().get("household")))
                .containsExactly(new double[] {0, 0, 30, 30, 30}, within(1e-12));
        assertThat(numbers(texts.get("b").society())).containsExactly(new double[] {0, 200, 0, 200, 50}, within(1e-12));
        assertThat(numbers(texts.get("b").stakeholders().get("household")))
                .containsExactly(new double[] {0, 200, 0, 200, 50}, within(1e-12));
    }

    private static double[] numbers(Account account) {
        return new double[] {
            account.costs().value(),
            account.benefits().value(),
            account.transfers().value(),
            account.net().value(),
            account.cash().value()
        };
    }

    @Test
    void theNearestHolds() {
        Labels own = Labels.of("track", "own");
        Labels outer = new Labels(Map.of("track", "outer", "taakveld", "0.4 Overhead"));
        assertThat(own.within(outer).text("track")).isEqualTo("own");
        assertThat(own.within(outer).text("taakveld")).isEqualTo("0.4");
        assertThat(own.within(outer).text("other")).isEmpty();
    }

    @Test
    void aTaskFieldIsItsCodeHoweverItIsWritten() {
        LabelList fields = LabelList.TAAKVELD;
        assertThat(fields.text("6.3 Inkomensregelingen")).isEqualTo("6.3");
        assertThat(fields.text(" 6.3 ")).isEqualTo("6.3");
        assertThat(fields.text("6.3 as it was called once")).isEqualTo("6.3");
        assertThat(fields.has("6.3 as it was called once")).isTrue();
        assertThat(fields.shown("6.3")).isEqualTo("6.3 Inkomensregelingen");
        // of a year before, and so in no list of this one
        assertThat(fields.has("6.71a Hulp bij het huishouden")).isFalse();
        assertThat(fields.text("6.71a Hulp bij het huishouden")).isEqualTo("6.71a");
        assertThat(fields.nearest("inkomensregelingen")).isEqualTo("6.3 Inkomensregelingen");
        assertThat(fields.nearest("Inkomensregelinge")).isEqualTo("6.3 Inkomensregelingen");
        assertThat(fields.nearest("6.2")).isEqualTo("6.21 Toegang en eerstelijnsvoorzieningen Wmo");
        assertThat(fields.nearest("something else entirely")).isNull();
    }

    @Test
    void aThemeOfWellBeingMayBeOfLaterOrElsewhere() {
        LabelList themes = LabelList.BREDE_WELVAART;
        assertThat(themes.entries()).hasSize(8);
        assertThat(themes.has("milieu")).isTrue();
        assertThat(themes.has("milieu, later")).isTrue();
        assertThat(themes.text("milieu ,later")).isEqualTo("milieu, later");
        assertThat(themes.has("arbeid en vrije tijd, elsewhere")).isTrue();
        assertThat(themes.has("milieu, now")).isFalse();
        assertThat(themes.nearest("Milieu, later")).isEqualTo("milieu, later");
        assertThat(themes.nearest("veiligheit")).isEqualTo("veiligheid");
        assertThat(themes.shown("milieu, later")).isEqualTo("milieu, later");
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
