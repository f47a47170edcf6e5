package nl.mkba.golden;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.YearResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Per;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.junit.jupiter.api.Test;

/**
 * Cases from publications. The exact figure is our own calculation at full precision, the printed one the publication's;
 * where these differ by more than the last digit the publication added up rounded rows.
 */
class PublishedCasesTest {

    private static AlternativeResult result(Scenario scenario) {
        return Mkba.appraise(scenario).result(Alternative.ALL);
    }

    private static double npv(double ratePerYear, double... flows) {
        return result(CashFlows.scenario(flows, DiscountPolicy.flat(ratePerYear), FlowTiming.START))
                .npv()
                .value();
    }

    private static void assertExactly(double found, double exact) {
        assertThat(found).isCloseTo(exact, within(1e-9 * Math.abs(exact)));
    }

    /** The printed figure, within one in its last digit. */
    private static void assertPrinted(double found, double printed, double lastDigit) {
        assertThat(found).isCloseTo(printed, within(lastDigit));
    }

    /** 1. J. Winsemius, Het woonrekenboek (CC BY-SA 4.0), chapter 3. */
    @Test
    void investmentOfTheWoonrekenboek() {
        double[] flows = {-500_000, 100_000, 100_000, 100_000, 100_000, 100_000};
        // −500,000 + 100,000 (1 − 1.05^−5)/0.05
        double exact = -500_000 + 100_000 * (1 - StrictMath.pow(1.05, -5)) / 0.05;
        assertExactly(npv(0.05, flows), exact);
        assertPrinted(npv(0.05, flows), -67_052.3329, 1e-4);
        assertPrinted(npv(0.05, flows), -67_052.33, 0.01);
        assertPrinted(npv(0.02, flows), -28_654.0491, 1e-4);
        assertPrinted(npv(0.02, flows), -28_654.05, 0.01);
    }

    /** 2. J. Winsemius, Het woonrekenboek (CC BY-SA 4.0), chapter 3: six instalments, and the same a year later. */
    @Test
    void aYearLaterIsWorthLess() {
        double[] soon = {-500_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000};
        double[] late = {-500_000, 0, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000};
        double gains = 100_000 * (1 - StrictMath.pow(1.05, -6)) / 0.05;
        assertExactly(npv(0.05, soon), gains - 500_000);
        assertExactly(npv(0.05, late), gains / 1.05 - 500_000);
        assertPrinted(npv(0.05, soon), 7_569.2067, 1e-4);
        assertPrinted(npv(0.05, soon), 7_569.20, 0.01);
        assertPrinted(npv(0.05, late), -16_600.7555, 1e-4);
        assertPrinted(npv(0.05, late), -16_600.76, 0.01);
    }

    /** 3. J. Winsemius, Het woonrekenboek (CC BY-SA 4.0), chapter 4: price changes of their own. */
    @Test
    void ownPriceChangesOfTheWoonrekenboek() {
        Scenario scenario = CashFlows.empty(4, DiscountPolicy.flat(0.05))
                .intervention(
                        "works",
                        i -> i.cost(
                                        "building",
                                        c -> c.paidBy("society")
                                                .amount(300_000)
                                                .when(w -> w.in(2))
                                                .growth("4%"))
                                .effect(
                                        "revenue",
                                        e -> e.quantity(1)
                                                .value(320_000)
                                                .accruesTo("society")
                                                .when(w -> w.in(3))
                                                .growth("-2%")))
                .build();
        AlternativeResult result = result(scenario);
        // 300,000 · (1.04/1.05)², 320,000 · (0.98/1.05)³
        assertExactly(result.pvCosts().value(), 300_000 * 1.04 * 1.04 / 1.05 / 1.05);
        assertExactly(result.pvBenefits().value(), 320_000 * 0.98 * 0.98 * 0.98 / 1.05 / 1.05 / 1.05);
        assertPrinted(result.pvCosts().value(), 294_312.92517, 1e-5);
        assertPrinted(result.pvBenefits().value(), 260_171.851852, 1e-6);
        assertPrinted(result.npv().value(), -34_141.073318, 1e-6);
    }

    /** 4. Scottish and Irish guidance on public-private partnerships, appendix A4.6: net present cost at 3.5 %. */
    @Test
    void netPresentCostIsNotASumOfRoundedRows() {
        double optionA = -npv(0.035, -100, -35, -35, -35, -35);
        double optionB = -npv(0.035, -75, -47, -47, -47, -47);
        double annuity = (1 - StrictMath.pow(1.035, -4)) / 0.035;
        assertExactly(optionA, 100 + 35 * annuity);
        assertExactly(optionB, 75 + 47 * annuity);
        assertPrinted(optionA, 228.5578, 1e-4);
        assertPrinted(optionA, 228.6, 0.1);
        // printed: 247.7
        assertPrinted(optionB, 247.6347, 1e-4);
    }

    /**
     * 5. Perry Preschool at age 27: L. Schweinhart; Federal Reserve Bank of Minneapolis, The Region, March 2003. Present values, 1992 dollars, 3 %. Welfare is a transfer of 2,653, and 265 saved in
     * running it; higher education is a negative benefit, not a cost.
     */
    @Test
    void perryPreschoolByParty() {
        Shares participant = Shares.of("participant");
        Shares taxpayer = Shares.of("taxpayer");
        Intervention.Builder perry = Intervention.builder("perry")
                .cost("programme", c -> c.paidBy(taxpayer).amount(12_356))
                .transfer("welfare", t -> t.from("participant").to("taxpayer").amount(2653));
        gain(perry, "child_care", participant, "738");
        gain(perry, "school", taxpayer, "6872");
        gain(perry, "adult_education", taxpayer, "283");
        gain(perry, "earnings", participant, "21485");
        gain(perry, "taxes_on_earnings", taxpayer, "8846");
        gain(perry, "crime", taxpayer, "70381");
        gain(perry, "higher_education", taxpayer, "-868");
        gain(perry, "running_of_welfare", taxpayer, "265");
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .stakeholder("participant", s -> s.name("Participant").sector("households"))
                .stakeholder("taxpayer", s -> s.name("Taxpayers").sector("public"))
                .intervention(perry.build())
                .build();
        AlternativeResult result = result(scenario);
        assertExactly(result.pvBenefits().value(), 108_002);
        assertExactly(result.pvCosts().value(), 12_356);
        assertExactly(result.npv().value(), 95_646);
        assertExactly(result.bcr().orElseThrow(), 108_002.0 / 12_356);
        assertPrinted(result.bcr().orElseThrow(), 8.74, 0.01);
        Account gainedByParticipant = result.stakeholders().get("participant");
        Account gainedByTaxpayer = result.stakeholders().get("taxpayer");
        assertExactly(gainedByParticipant.net().value(), 19_570);
        assertExactly(gainedByParticipant.transfers().value(), -2_653);
        assertExactly(
                gainedByTaxpayer.benefits().value()
                        + gainedByTaxpayer.transfers().value(),
                88_432);
        assertPrinted(gainedByTaxpayer.net().value() + 12_356, 88_433, 1);
    }

    private static void gain(Intervention.Builder measure, String id, Shares shares, String value) {
        measure.effect(id, e -> e.quantity(1).value(value).accruesTo(shares));
    }

    /** A measure with gains and losses by party, all at once, and a cost. */
    private static AlternativeResult atOnce(String cost, Map<String, List<String>> gains) {
        Scenario.Builder scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03));
        Intervention.Builder measure = Intervention.builder("measure")
                .cost("cost", c -> c.paidBy("society").amount(cost));
        gains.forEach((party, values) -> {
            scenario.stakeholder(party, s -> s.name(party).sector("public"));
            for (int i = 0; i < values.size(); i++) {
                gain(measure, party + "_" + i, Shares.of(party), values.get(i));
            }
        });
        return result(scenario.intervention(measure.build()).build());
    }

    /**
     * 6. ABC/CARE: García, Heckman and others, 2021 dollars: with negative benefits, and with an excess burden of half the cost.
     */
    @Test
    void abcCareWithNegativeBenefits() {
        Map<String, List<String>> gains =
                Map.of("all", List.of("133326", "-5151", "146672", "513420", "63794", "-21408"));
        AlternativeResult result = atOnce("105530", gains);
        assertExactly(result.npv().value(), 725_123);
        assertPrinted(result.npv().value(), 725_124, 1);
        assertExactly(result.bcr().orElseThrow(), 830_653.0 / 105_530);
        assertPrinted(result.bcr().orElseThrow(), 7.9, 0.1);
        AlternativeResult burdened = atOnce("105530 * 1.5", gains);
        assertExactly(burdened.npv().value(), 672_358);
        assertPrinted(burdened.bcr().orElseThrow(), 5.247, 0.001);
    }

    /** 7. Perry Preschool over lifetimes: García, Heckman and others, 2021 dollars. */
    @Test
    void perryOverLifetimes() {
        Map<String, List<String>> gains = Map.of("all", List.of("303", "68348", "88065", "54048"));
        AlternativeResult result = atOnce("23478", gains);
        assertExactly(result.npv().value(), 187_286);
        assertExactly(result.bcr().orElseThrow(), 210_764.0 / 23_478);
        assertPrinted(result.bcr().orElseThrow(), 8.977, 0.001);
        AlternativeResult burdened = atOnce("23478 * 1.5", gains);
        assertExactly(burdened.npv().value(), 175_547);
        assertPrinted(burdened.bcr().orElseThrow(), 5.985, 0.001);
    }

    /** 8. Washington State Institute for Public Policy, per participant: work experience, 2015 dollars. */
    @Test
    void fourPerspectivesOfWorkExperience() {
        AlternativeResult result = atOnce(
                "2053",
                Map.of(
                        "taxpayers", List.of("2570"),
                        "participants", List.of("1547"),
                        "others", List.of("0"),
                        "indirect", List.of("-283")));
        assertExactly(result.npv().value(), 1_781);
        assertPrinted(result.npv().value(), 1_780, 1);
        assertExactly(result.bcr().orElseThrow(), 3_834.0 / 2_053);
        assertPrinted(result.bcr().orElseThrow(), 1.87, 0.01);
        assertExactly(result.stakeholders().get("indirect").net().value(), -283);
    }

    /**
     * 9. Washington State Institute for Public Policy, programme 284, supported housing: the effect on homelessness
     * itself is not priced.
     */
    @Test
    void supportedHousingWithItsMainEffectUnpriced() {
        Shares all = Shares.of("society");
        Intervention.Builder housing = Intervention.builder("housing")
                .cost("cost", c -> c.paidBy(all).amount(18_885))
                .unpriced(u ->
                        u.name("Homelessness").sign(UnpricedItem.Sign.POSITIVE).stakeholder("society"));
        for (String value : List.of("2191", "4459", "202", "-9289")) {
            gain(housing, "gain_" + value.replace("-", "minus_"), all, value);
        }
        AlternativeResult result = result(CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .intervention(housing.build())
                .build());
        assertExactly(result.npv().value(), -21_322);
        assertExactly(result.bcr().orElseThrow(), -2_437.0 / 18_885);
        assertPrinted(result.bcr().orElseThrow(), -0.13, 0.01);
        assertThat(result.unpriced()).hasSize(1);
        assertThat(result.unpriced().get(0).item().name()).isEqualTo(Text.of("Homelessness"));
    }

    /** A programme of case 10, with the ratio printed. */
    private record Programme(String id, String cost, String benefit, double ratio) {}

    /** 10. Temple and Reynolds and others, early childhood programmes, 2002 dollars. */
    @Test
    void rankingByRatioIsNotRankingByNetValue() {
        List<Programme> programmes = List.of(
                new Programme("perry", "15844", "138486", 8.74),
                new Programme("cpc_preschool", "7384", "52722", 7.14),
                new Programme("cpc_extended", "4478", "27361", 6.11),
                new Programme("abecedarian", "35864", "135546", 3.78),
                new Programme("wic", "958", "2941", 3.07),
                new Programme("star", "8454", "23913", 2.83),
                new Programme("cpc_school_age", "3290", "5457", 1.66),
                new Programme("retention", "7959", "-26434", -3.32));
        Scenario.Builder scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03));
        for (Programme programme : programmes) {
            Intervention.Builder measure = Intervention.builder(programme.id())
                    .cost("cost", c -> c.paidBy("society").amount(programme.cost()));
            gain(measure, "benefit", Shares.of("society"), programme.benefit());
            scenario.intervention(measure.build());
            scenario.alternative(programme.id(), a -> a.interventions(programme.id()));
        }
        Appraisal appraisal = Mkba.appraise(scenario.build());
        for (Programme programme : programmes) {
            AlternativeResult result = appraisal.result(programme.id());
            double cost = Double.parseDouble(programme.cost());
            double benefit = Double.parseDouble(programme.benefit());
            assertExactly(result.npv().value(), benefit - cost);
            assertExactly(result.bcr().orElseThrow(), benefit / cost);
            assertPrinted(result.bcr().orElseThrow(), programme.ratio(), 0.01);
        }
        List<String> byRatio = appraisal.results().stream()
                .sorted(Comparator.comparingDouble(
                        (AlternativeResult result) -> -result.bcr().orElseThrow()))
                .map(AlternativeResult::alternative)
                .toList();
        List<String> byNetValue = appraisal.results().stream()
                .sorted(Comparator.comparingDouble(
                        (AlternativeResult result) -> -result.npv().value()))
                .map(AlternativeResult::alternative)
                .toList();
        assertThat(byRatio).startsWith("perry", "cpc_preschool", "cpc_extended", "abecedarian", "wic", "star");
        assertThat(byNetValue).startsWith("perry", "abecedarian", "cpc_preschool", "cpc_extended", "star");
    }

    /** 11. healthiar (Swiss Tropical and Public Health Institute), tests of discounting. */
    @Test
    void yearlySeriesOfHealthiar() {
        double[] flows = {800, 1000, 1200, 1500, 1800, 2000};
        double[] printed = {800, 952.38, 1_088.44, 1_295.76, 1_480.86, 1_567.05};
        List<YearResult> years = result(CashFlows.scenario(flows, DiscountPolicy.flat(0.05), FlowTiming.START))
                .years();
        for (int year = 0; year < flows.length; year++) {
            assertThat(years.get(year).year()).isEqualTo(BASE_YEAR + year);
            double discounted = years.get(year).cumulativeNpv().value()
                    - (year == 0 ? 0 : years.get(year - 1).cumulativeNpv().value());
            assertThat(discounted).isCloseTo(flows[year] / StrictMath.pow(1.05, year), within(1e-9));
            assertPrinted(discounted, printed[year], 0.01);
        }
        assertPrinted(npv(0.05, 0, 0, 0, 0, 0, 1000), 783.53, 0.01);
        assertExactly(npv(0.05, 0, 0, 0, 0, 0, 1000), 1000 / StrictMath.pow(1.05, 5));
    }

    /** 12. HM Treasury's Green Book by the R package greenbook 0.1.1, tests: a bias of 20 %, half mitigated. */
    @Test
    void optimismBiasHalfMitigated() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.035))
                .parameter("burden", "20%")
                .optimismBias("B", b -> b.costs("20% * (1 - 50%)").effects(0))
                .intervention(
                        "works",
                        i -> i.cost(
                                "building",
                                c -> c.paidBy("society")
                                        .amount("100 * (1 + burden)")
                                        .evidence("B")))
                .build();
        AlternativeResult result = result(scenario);
        // 100 · 1.1 · 1.2
        assertExactly(result.pvCosts().value(), 132);
        assertExactly(result.npvWithoutOptimismBias().orElseThrow().value(), -120);
    }

    /**
     * 13. The chain of social return on investment, as illustrated in the documentation of public_value: the
     * percentages multiply; adding them up is wrong.
     */
    @Test
    void socialReturnMultipliesItsCorrections() {
        Effect chained = Effect.builder("income")
                .quantity(1)
                .value(8500)
                .accruesTo("society")
                .deadweight("40%")
                .dueToOthers("30%")
                .per(Per.PARTICIPANT)
                .when(w -> w.years(2).dropOff("30%"))
                .build();
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.035))
                .intervention(
                        "coaching",
                        i -> i.participants(n -> n.count(60).when(w -> w.in(0)))
                                .cost(
                                        "input",
                                        c -> c.paidBy("society").total(250_000).when(w -> w.in(0)))
                                .effect(chained))
                .build();
        AlternativeResult result = result(scenario);
        // 60 · 8,500 = 510,000; · 0.6 = 306,000; · 0.7 = 214,200; next year · 0.7 / 1.035
        assertExactly(result.years().get(0).benefits().value(), 214_200);
        double second = result.years().get(1).cumulativeNpv().value()
                - result.years().get(0).cumulativeNpv().value();
        assertExactly(second, 149_940 / 1.035);
        assertPrinted(second, 144_869.57, 0.01);
        assertPrinted(result.bcr().orElseThrow(), 1.4363, 1e-4);
        assertExactly(result.grossToNet().gross().value(), 510_000 + 357_000 / 1.035);
        assertExactly(result.grossToNet().deadweight().value(), -0.4 * (510_000 + 357_000 / 1.035));
        assertExactly(result.grossToNet().dueToOthers().value(), -0.18 * (510_000 + 357_000 / 1.035));
    }
}
