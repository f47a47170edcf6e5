package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Stream.BeyondHorizon;
import nl.mkba.text.Text;
import org.junit.jupiter.api.Test;

/** What happens before it is money: units of effects, what a unit costs, and what it would have to be worth. */
class UnitsRulesTest {

    private static final Consumer<Stream.Builder<?>> ALWAYS = stream -> {};

    private static final Consumer<Stream.Builder<?>> THREE_YEARS =
            stream -> stream.when(w -> w.years(3).dropOff("20%"));

    /** An effect of its own beside another one, a cost that society does not pay all of, and money from outside. */
    private static Scenario scenario(int quantity, double value, Consumer<Stream.Builder<?>> terms) {
        return CashFlows.empty(5, DiscountPolicy.flat(0.04))
                .stakeholder("fund", f -> f.name("Fund").sector("other").counts(false))
                .intervention(
                        "coach",
                        i -> i.cost(
                                        "staff",
                                        c -> THREE_YEARS.accept(c.paidBy("society", "80%")
                                                .paidBy("fund", "20%")
                                                .amount(900)))
                                .effect(
                                        "jobs",
                                        e -> terms.accept(e.quantity(quantity)
                                                .value(value)
                                                .accruesTo(SOCIETY)
                                                .deadweight("30%")
                                                .displacement("10%")
                                                .unit("job")))
                                .effect("rest", e -> e.quantity(2).value(35).accruesTo(SOCIETY))
                                .transfer(
                                        "grant",
                                        t -> t.from("fund").to("society").amount(11)))
                .build();
    }

    private static UnitsResult units(AlternativeResult result, String effect) {
        return result.streams().stream()
                .filter(stream -> stream.id().equals(effect))
                .findFirst()
                .flatMap(StreamResult::units)
                .orElseThrow();
    }

    @Property(tries = 50)
    void unitsTimesTheValueOfOneAreTheFlowWithoutGrowth(
            @ForAll @IntRange(min = -50, max = 50) int quantity, @ForAll @IntRange(min = -90, max = 90) int value) {
        AlternativeResult result = Appraised.only(scenario(quantity, value, THREE_YEARS));
        UnitsResult units = units(result, "jobs");
        assertThat(units.unit()).contains(Text.of("job"));
        for (int y = 0; y < 5; y++) {
            double rest = 70;
            assertThat(result.years().get(y).benefits().value())
                    .isCloseTo(units.unitsPerYear().get(y) * value + rest, within(1e-9));
        }
        // 63 % of the quantity, three years of which each is 20 % less than the one before: 1 + 0.8 + 0.64
        assertThat(units.units()).isCloseTo(0.63 * quantity * 2.44, within(1e-9));
    }

    @Property(tries = 50)
    void growthOfTheValueChangesNoUnits(@ForAll @IntRange(min = 1, max = 50) int quantity) {
        UnitsResult plain = units(Appraised.only(scenario(quantity, 30, ALWAYS)), "jobs");
        UnitsResult growing = units(Appraised.only(scenario(quantity, 30, stream -> stream.growth("3%"))), "jobs");
        assertThat(growing.unitsPerYear()).isEqualTo(plain.unitsPerYear());
        assertThat(growing.costPerUnit()).isEqualTo(plain.costPerUnit());
    }

    /** What goes on beyond the horizon has no units, costs nothing per unit, and changes no value to break even. */
    @Property(tries = 50)
    void theTailHasNoPartInIt(@ForAll @IntRange(min = 1, max = 50) int quantity) {
        UnitsResult ending = units(Appraised.only(scenario(quantity, 30, ALWAYS)), "jobs");
        UnitsResult going = units(
                Appraised.only(scenario(quantity, 30, stream -> stream.beyondHorizon(BeyondHorizon.CONTINUE))), "jobs");
        assertThat(going.units()).isEqualTo(ending.units());
        assertThat(going.unitsDiscounted()).isEqualTo(ending.unitsDiscounted());
        assertThat(going.costPerUnit()).isEqualTo(ending.costPerUnit());
        assertThat(going.breakEvenValue().orElseThrow().value())
                .isCloseTo(ending.breakEvenValue().orElseThrow().value(), within(1e-9));
    }

    /** The value to write where there is no growth, class, nominal price or share of a stakeholder that does not count. */
    @Property(tries = 100)
    void worthTheBreakEvenValueTheInterventionBreaksEven(
            @ForAll @IntRange(min = 1, max = 500) int quantity, @ForAll @IntRange(min = -900, max = 900) int value) {
        AlternativeResult result = Appraised.only(scenario(quantity, value, THREE_YEARS));
        double breakEven = units(result, "jobs").breakEvenValue().orElseThrow().value();
        AlternativeResult even = Appraised.only(scenario(quantity, breakEven, THREE_YEARS));
        assertThat(even.interventions().get("coach").npv().value())
                .isCloseTo(
                        0,
                        within(1e-12
                                * (even.pvCosts().value()
                                        + Math.abs(even.pvBenefits().value()))));
    }

    /**
     * 10 units for 100 in the first year and 50 a year later, at 25 %: 100 + 40 = 140 for 10 + 8 = 18 units. The rest brings
     * 22.5 in the first year. So a unit must be worth (140 − 22.5) / 18.
     */
    @Test
    void whatAUnitCostsAndMustBeWorth() {
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.25))
                .intervention(
                        "coach",
                        i -> i.cost("first", c -> c.paidBy(SOCIETY).amount(100).when(w -> w.years(1)))
                                .cost(
                                        "second",
                                        c -> c.paidBy(SOCIETY).amount(50).when(w -> w.delay(1)))
                                .effect("jobs", e -> e.quantity(10).value(4).accruesTo(SOCIETY))
                                .effect(
                                        "rest",
                                        e -> e.quantity(1)
                                                .value(22.5)
                                                .accruesTo(SOCIETY)
                                                .when(w -> w.years(1))))
                .build();
        UnitsResult units = units(Appraised.only(scenario), "jobs");
        assertThat(units.unit()).isEqualTo(Optional.empty());
        assertThat(units.unitsPerYear()).isEqualTo(List.of(10.0, 10.0));
        assertThat(units.unitsDiscounted()).isCloseTo(18, within(1e-12));
        assertThat(units.costPerUnit().orElseThrow().value()).isCloseTo(140 / 18.0, within(1e-12));
        assertThat(units.breakEvenValue().orElseThrow().value()).isCloseTo(117.5 / 18, within(1e-12));
    }
}
