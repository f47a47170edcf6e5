package nl.mkba.engine.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Balance;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.Coalition.SidePayment;
import nl.mkba.distribution.Distribution;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.Workers;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small scenarios of one year without discounting, whose answers are found by hand. */
class CoalitionTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    private static Scenario.Builder oneYear() {
        return Scenario.builder("one")
                .title("One year")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0);
    }

    private static Stakeholder stakeholder(String id) {
        return Stakeholder.builder(id).name(id).sector("public").build();
    }

    private static Cost cost(String stakeholder, String amount) {
        return Cost.builder("cost_" + stakeholder)
                .paidBy(stakeholder)
                .amount(amount)
                .build();
    }

    private static Effect gain(String stakeholder, String amount) {
        return Effect.builder("gain_" + stakeholder)
                .quantity(1)
                .value(amount)
                .accruesTo(stakeholder)
                .cashable("50%")
                .build();
    }

    /**
     * Costs: city 60, province 30. Gains: insurer 120, corporation 60, household 300, which makes no side payments. Of the gains
     * half is money.
     */
    private static Scenario.Builder twoLosers() {
        return oneYear()
                .stakeholder(stakeholder("city"))
                .stakeholder(stakeholder("province"))
                .stakeholder(stakeholder("insurer"))
                .stakeholder(stakeholder("corporation"))
                .stakeholder(stakeholder("household").toBuilder().canPay(false).build())
                .intervention(
                        "programme",
                        i -> i.cost(cost("city", "60"))
                                .cost(cost("province", "30"))
                                .effect(gain("insurer", "120"))
                                .effect(gain("corporation", "60"))
                                .effect(gain("household", "300")));
    }

    private static Coalition coalition(Scenario.Builder scenario, Basis basis) {
        return Mkba.coalition(scenario.build(), Selection.ALL).result(Alternative.ALL, basis);
    }

    private static Map<String, Double> nets(List<Balance> balances) {
        return balances.stream()
                .collect(Collectors.toMap(
                        Balance::stakeholder, balance -> balance.net().value()));
    }

    private static Map<String, Double> values(Map<String, Amount> amounts) {
        return amounts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    private static Function<SidePayment, String> shown() {
        return payment ->
                payment.from() + " " + payment.to() + " " + payment.amount().value();
    }

    @Test
    void everyLoserIsCompensatedByEveryGainerThatCanPayInProportionToItsGain() {
        // The losses are 90, the gains of those that can pay 120 + 60: two thirds and one third of each loss.
        Coalition found = coalition(twoLosers(), Basis.NET);

        assertThat(nets(found.gainers())).isEqualTo(Map.of("insurer", 120.0, "corporation", 60.0, "household", 300.0));
        assertThat(nets(found.losers())).isEqualTo(Map.of("city", -60.0, "province", -30.0));
        assertThat(found.feasible()).isTrue();
        assertThat(found.shortfall().value()).isZero();
        assertThat(found.sidePayments())
                .extracting(shown())
                .containsExactly(
                        "insurer city 40.0",
                        "insurer province 20.0",
                        "corporation city 20.0",
                        "corporation province 10.0");
        assertThat(values(found.after()))
                .isEqualTo(
                        Map.of("city", 0.0, "province", 0.0, "insurer", 60.0, "corporation", 30.0, "household", 300.0));
    }

    @Test
    void costsWouldBeSharedByWhatEachReceives() {
        // 90 in proportion 120 : 60 : 300 of 480, in both bases.
        for (Basis basis : Basis.values()) {
            Map<String, Amount> shares =
                    coalition(twoLosers(), basis).costSharesByBenefit().orElseThrow();

            assertThat(shares.keySet()).containsExactly("city", "province", "insurer", "corporation", "household");
            assertThat(values(shares))
                    .isEqualTo(Map.of(
                            "city", 0.0, "province", 0.0, "insurer", 22.5, "corporation", 11.25, "household", 56.25));
        }
    }

    @Test
    void theSmallestCoalitionHasEveryPayerThatCanPayAndTheLargestGainersItNeeds() {
        // −60 − 30 + 120 ≥ 0.
        assertThat(coalition(twoLosers(), Basis.NET).smallestCoalition())
                .contains(List.of("city", "province", "insurer"));
        // In money the insurer has 60 and the corporation 30: −90 + 60 < 0, with both exactly 0.
        assertThat(coalition(twoLosers(), Basis.CASH).smallestCoalition())
                .contains(List.of("city", "province", "insurer", "corporation"));
    }

    @Test
    void whatExactlyCoversTheLossesIsEnough() {
        Coalition found = coalition(twoLosers(), Basis.CASH);

        assertThat(found.feasible()).isTrue();
        assertThat(values(found.after()))
                .isEqualTo(
                        Map.of("city", 0.0, "province", 0.0, "insurer", 0.0, "corporation", 0.0, "household", 150.0));
    }

    @Test
    void withoutEnoughOfThoseThatCanPayNothingIsPaidAndTheShortfallIsTold() {
        // Losses 290 against 180 of those that can pay; the household's 300 do not count.
        Coalition found = coalition(twoLosers().intervention("more", i -> i.cost(cost("city", "200"))), Basis.NET);

        assertThat(found.feasible()).isFalse();
        assertThat(found.shortfall().value()).isCloseTo(110, ROUNDING);
        assertThat(found.sidePayments()).isEmpty();
        assertThat(values(found.after()))
                .isEqualTo(Map.of(
                        "city", -260.0, "province", -30.0, "insurer", 120.0, "corporation", 60.0, "household", 300.0));
        assertThat(found.smallestCoalition()).isEmpty();
    }

    @Test
    void whoPaysAndGainsAllTheSameNeedsNobody() {
        Coalition found = coalition(
                oneYear()
                        .stakeholder(stakeholder("city"))
                        .stakeholder(stakeholder("insurer"))
                        .intervention(
                                "programme",
                                i -> i.cost(cost("city", "60"))
                                        .effect(gain("city", "80"))
                                        .effect(gain("insurer", "5"))),
                Basis.NET);

        assertThat(found.losers()).isEmpty();
        assertThat(found.feasible()).isTrue();
        assertThat(found.sidePayments()).isEmpty();
        assertThat(found.smallestCoalition()).contains(List.of("city"));
    }

    @Test
    void nobodyPaysCosts() {
        Coalition found = coalition(
                oneYear()
                        .stakeholder(stakeholder("city"))
                        .stakeholder(stakeholder("insurer"))
                        .intervention(
                                "rule",
                                i -> i.transfer(
                                        "fine",
                                        t -> t.from("city").to("insurer").amount(40))),
                Basis.NET);

        assertThat(found.smallestCoalition()).contains(List.of());
        // The insurer receives, so that the costs of nothing are shared by it.
        assertThat(values(found.costSharesByBenefit().orElseThrow())).isEqualTo(Map.of("city", 0.0, "insurer", 0.0));
        assertThat(found.sidePayments()).extracting(shown()).containsExactly("insurer city 40.0");
    }

    @Test
    void nobodyReceivesAnything() {
        Coalition found = coalition(
                oneYear().stakeholder(stakeholder("city")).intervention("waste", i -> i.cost(cost("city", "60"))),
                Basis.NET);

        assertThat(found.costSharesByBenefit()).isEmpty();
        assertThat(found.smallestCoalition()).isEmpty();
        assertThat(found.shortfall().value()).isEqualTo(60);
    }

    @Test
    void aPayerThatMakesNoSidePaymentsIsCompensatedAndInNoCoalition() {
        Coalition found = coalition(
                oneYear()
                        .stakeholder(
                                stakeholder("owners").toBuilder().canPay(false).build())
                        .stakeholder(stakeholder("city"))
                        .stakeholder(stakeholder("insurer"))
                        .intervention(
                                "programme",
                                i -> i.cost(cost("owners", "60"))
                                        .cost(cost("city", "10"))
                                        .effect(gain("insurer", "90"))),
                Basis.NET);

        assertThat(found.sidePayments())
                .extracting(shown())
                .containsExactly("insurer owners 60.0", "insurer city 10.0");
        assertThat(found.smallestCoalition()).contains(List.of("city", "insurer"));
    }

    @Test
    void stakeholdersOutsideSocietyAreLeftOut() {
        Coalition found = coalition(
                twoLosers()
                        .stakeholder(
                                stakeholder("abroad").toBuilder().counts(false).build())
                        .intervention("more", i -> i.cost(cost("abroad", "500")).effect(gain("abroad", "900"))),
                Basis.NET);

        assertThat(found.after()).doesNotContainKey("abroad");
        assertThat(found.costSharesByBenefit().orElseThrow()).doesNotContainKey("abroad");
        assertThat(found.gainers()).extracting(Balance::stakeholder).doesNotContain("abroad");
        assertThat(found.smallestCoalition()).contains(List.of("city", "province", "insurer"));
    }

    @Test
    void roundingIsNeitherGainNorLoss() {
        // 0.1 + 0.2 − 0.3 is 5.6e-17 in doubles; 1e-11 of 2 is too much to be rounding.
        Coalition rounding = coalition(
                oneYear()
                        .stakeholder(stakeholder("city"))
                        .intervention(
                                "programme", i -> i.cost(cost("city", "0.3")).effect(gain("city", "0.1")))
                        .intervention("more", i -> i.effect(gain("city", "0.2"))),
                Basis.NET);
        Coalition cent = coalition(
                oneYear()
                        .stakeholder(stakeholder("city"))
                        .intervention(
                                "programme", i -> i.cost(cost("city", "1")).effect(gain("city", "1.00000000001"))),
                Basis.NET);

        assertThat(rounding.gainers()).isEmpty();
        assertThat(rounding.losers()).isEmpty();
        assertThat(values(rounding.after())).isEqualTo(Map.of("city", 0.0));
        assertThat(cent.gainers()).hasSize(1);
    }

    /**
     * The city pays 100; the corporation gains 50 or 200, each in half of the draws, in the central case 125. Agreed on is that
     * it pays 100, which leaves it 25; where it gains 50 it loses 50 by that.
     */
    private static Scenario.Builder uncertain() {
        return oneYear()
                .stakeholder(stakeholder("city"))
                .stakeholder(stakeholder("corporation"))
                .parameter("rent", p -> p.value(125).distribution(Distribution.discrete(List.of(50.0, 200.0), null)))
                .intervention("programme", i -> i.cost(cost("city", "100")).effect(gain("corporation", "rent")));
    }

    private static Coalition simulated(Scenario.Builder scenario, Basis basis) {
        return Mkba.coalition(
                        scenario.build(),
                        Selection.ALL,
                        new Simulation(1000, 7, Simulation.Sampling.LATIN_HYPERCUBE),
                        Workers.callerOnly())
                .result(Alternative.ALL, basis);
    }

    @Test
    void theChancesAreThoseOfThePaymentsOfTheCentralCase() {
        Coalition.Chances chances = simulated(uncertain(), Basis.NET).chances().orElseThrow();

        assertThat(chances)
                .isEqualTo(new Coalition.Chances(
                        0.5,
                        Optional.of(0.5),
                        0,
                        0.5,
                        Map.of("city", new Coalition.Whole(0, 1), "corporation", new Coalition.Whole(1, 0.5))));
    }

    @Test
    void withoutSidePaymentsNothingChangesAndThereIsNoCoalitionToHold() {
        // In money the corporation gains 62.5, too little; in no draw does it gain 100 or more but in that of 200.
        Coalition.Chances chances = simulated(uncertain(), Basis.CASH).chances().orElseThrow();

        assertThat(chances)
                .isEqualTo(new Coalition.Chances(
                        0.5,
                        Optional.empty(),
                        0,
                        0,
                        Map.of("city", new Coalition.Whole(0, 0), "corporation", new Coalition.Whole(1, 1))));
    }

    @Test
    void withoutSpreadEverybodyIsWholeAfterTheSidePayments() {
        Coalition.Chances chances = simulated(twoLosers(), Basis.NET).chances().orElseThrow();

        assertThat(chances.allWholeAfter()).isEqualTo(1);
        assertThat(chances.feasible()).isEqualTo(1);
        assertThat(chances.holds()).contains(1.0);
        assertThat(chances.stakeholders().get("city")).isEqualTo(new Coalition.Whole(0, 1));
        assertThat(chances.stakeholders().get("insurer")).isEqualTo(new Coalition.Whole(1, 1));
    }
}
