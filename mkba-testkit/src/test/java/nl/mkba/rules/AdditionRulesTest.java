package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static nl.mkba.rules.Appraised.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import org.junit.jupiter.api.Test;

/** Figures that are parts of another figure add up to it: section 11 of the scenario format. */
class AdditionRulesTest {

    private static Effect.Builder gain() {
        return Effect.builder("gain").quantity(10).value(100).accruesTo(SOCIETY);
    }

    /** 1,000 in one year: − 40 %, − 30 % and − 50 % of what is left, − 20 % for weak evidence, − 10 % alongside another. */
    @Test
    void theWayFromGrossToNet() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .optimismBias("C", b -> b.costs(0).effects("-20%"))
                .intervention(
                        "coach",
                        i -> i.effect(gain().deadweight("40%")
                                        .dueToOthers("30%")
                                        .displacement("50%")
                                        .evidence("C")
                                        .build())
                                .interaction(x -> x.with("other").times("90%")))
                .intervention("other", i -> {})
                .build();
        AlternativeResult result = Appraised.only(scenario);
        GrossToNet way = result.grossToNet();
        // 1000, 600, 420, 210, 168, 151.2
        assertSame(way.gross(), 1000, within(1e-9));
        assertSame(way.deadweight(), -400, within(1e-9));
        assertSame(way.dueToOthers(), -180, within(1e-9));
        assertSame(way.displacement(), -210, within(1e-9));
        assertSame(way.optimismBias(), -42, within(1e-9));
        assertSame(way.interactions(), -16.8, within(1e-9));
        assertSame(way.overlap(), 0, within(1e-9));
        assertSame(result.pvBenefits(), 151.2, within(1e-9));
        // without the correction for weak evidence: 210 · 0.9
        assertSame(result.npvWithoutOptimismBias().orElseThrow(), 189, within(1e-9));
        // without the other measure 168: it takes away 16.8
        assertSame(result.interventions().get("other").last().orElseThrow(), -16.8, within(1e-9));
    }

    /** A precondition that stops half-way: 50 % where it is gone. */
    @Test
    void anInteractionHoldsWhileTheOtherIsActive() {
        Scenario scenario = CashFlows.empty(4, DiscountPolicy.flat(0))
                .intervention(
                        "coach",
                        i -> i.effect(gain().build())
                                .interaction(x -> x.without("clean").times("50%"))
                                .transfer(
                                        "subsidy",
                                        t -> t.from("society")
                                                .to("state")
                                                .follows("gain")
                                                .amount(3)))
                .intervention("clean", i -> i.active(w -> w.years(2).fadeOut("50%")))
                .stakeholder("state", s -> s.name("State").sector("public"))
                .build();
        AlternativeResult result = Appraised.only(scenario);
        // strength of the other 1, 1, 0.5, 0.25: factor 0.5 + 0.5 a
        assertThat(result.years().stream()
                        .mapToDouble(year -> year.benefits().value())
                        .toArray())
                .containsExactly(1000, 1000, 750, 625);
        // 10 units at 3 each, with the same factor
        assertThat(result.years().stream()
                        .mapToDouble(
                                year -> year.stakeholders().get("state").net().value())
                        .toArray())
                .containsExactly(30, 30, 22.5, 18.75);
    }

    /** Correction of a loss: 10 % more of it, and of a saving on costs 20 % less, never in favour of the project. */
    @Test
    void optimismBiasNeverFavoursTheProject() {
        Consumer<Stream.Builder<?>> graded = stream -> stream.evidence("B");
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .optimismBias("B", b -> b.costs("20%").effects("-10%"))
                .intervention(
                        "coach",
                        i -> i.cost(
                                        "staff",
                                        c -> graded.accept(c.paidBy(SOCIETY).amount(100)))
                                .cost(
                                        "saved",
                                        c -> graded.accept(c.paidBy(SOCIETY).amount(-50)))
                                .effect(
                                        "gain",
                                        e -> graded.accept(
                                                e.quantity(2).value(40).accruesTo(SOCIETY)))
                                .effect(
                                        "loss",
                                        e -> graded.accept(
                                                e.quantity(-2).value(5).accruesTo(SOCIETY))))
                .build();
        AlternativeResult result = Appraised.only(scenario);
        // 100 · 1.2 − 50 · 0.8 = 80; 80 · 0.9 − 10 · 1.1 = 61
        assertSame(result.pvCosts(), 80, within(1e-12));
        assertSame(result.pvBenefits(), 61, within(1e-12));
        assertSame(result.npvWithoutOptimismBias().orElseThrow(), 20, within(1e-12));
    }

    /** What a package of 160 and 270 adds to a measure of 100 and 150: 60 and 120, 2 per euro. */
    @Test
    void aPackageAddsToASmallerOne() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .intervention(measure("small", "100", "150"))
                .intervention(measure("extra", "60", "120"))
                .alternative("alone", a -> a.interventions("small"))
                .alternative("both", a -> a.interventions("small", "extra").comparedWith("alone"))
                .build();
        Appraisal appraisal = Mkba.appraise(scenario);
        assertThat(appraisal.result("alone").increment()).isEmpty();
        Increment increment = appraisal.result("both").increment().orElseThrow();
        assertSame(increment.pvCosts(), 60, within(1e-12));
        assertSame(increment.pvBenefits(), 120, within(1e-12));
        assertSame(increment.npv(), 60, within(1e-12));
        assertThat(increment.bcr().orElseThrow()).isCloseTo(2, within(1e-12));
    }

    /** −0.1 − 0.2 − 0.3 and −0.3 − 0.2 − 0.1 differ by 1.1e-16 in binary numbers, and not in money. */
    @Test
    void savingsThatDifferByRoundingHaveNoRatio() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .intervention(savings("upwards", "-0.1", "-0.2", "-0.3"))
                .intervention(savings("downwards", "-0.3", "-0.2", "-0.1"))
                .alternative("one", a -> a.interventions("upwards").comparedWith("other"))
                .alternative("other", a -> a.interventions("downwards").comparedWith("one"))
                .build();
        Mkba.appraise(scenario)
                .results()
                .forEach(result ->
                        assertThat(result.increment().orElseThrow().bcr()).isEmpty());
    }

    private static Intervention savings(String id, String... amounts) {
        Intervention.Builder measure = Intervention.builder(id);
        for (String amount : amounts) {
            measure.cost("saved_" + amount.substring(3), c -> c.paidBy(SOCIETY).amount(amount));
        }
        return measure.build();
    }

    private static Intervention measure(String id, String cost, String value) {
        return Intervention.builder(id)
                .cost("cost", c -> c.paidBy(SOCIETY).amount(cost))
                .effect("gain", e -> e.quantity(1).value(value).accruesTo(SOCIETY))
                .build();
    }
}
