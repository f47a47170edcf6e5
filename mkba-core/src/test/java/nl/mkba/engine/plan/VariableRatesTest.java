package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;

class VariableRatesTest {

    private static Case central(DiscountPolicy policy, String parameter) {
        Scenario scenario = Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(3)
                .discounting(policy)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter(parameter, 0.05)
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy("city").amount(100)))
                .build();
        return CentralCase.of(scenario, Selection.ALL, new Problems())
                .get(0)
                .plan()
                .compiled();
    }

    private static double npv(Case theCase) {
        return CentralCase.npv(theCase).orElseThrow();
    }

    /** 100 in 2026, 100 / 1.1 in 2027, 100 / (1.1 × 1.25) in 2028: once the rate from year 1 on is 25 % instead of 10 %. */
    @Test
    void eachRateOfAPolicyIsAParameterOfItsOwn() {
        Case own =
                central(DiscountPolicy.of(d -> d.standard(s -> s.steps(0, "10%").steps(1, "10%"))), "unused");
        VariableRates variable = VariableRates.of(own);
        assertThat(variable.rates())
                .containsExactly(
                        Map.entry("discount_rate_standard_0", new VariableRates.Rate("standard", 0)),
                        Map.entry("discount_rate_standard_1", new VariableRates.Rate("standard", 1)));
        assertThat(npv(variable.theCase())).isEqualTo(npv(own));
        assertThat(npv(variable.theCase().with("discount_rate_standard_1", 0.25)))
                .isCloseTo(-(100 + 100 / 1.1 + 100 / (1.1 * 1.25)), within(1e-9));
    }

    /** A rate that is a formula already moves with its parameter; a parameter of that very name is left alone. */
    @Test
    void aRateThatNamesAParameterStaysAsItIs() {
        VariableRates formula = VariableRates.of(central(DiscountPolicy.parse("rate + 1%"), "rate"));
        assertThat(formula.rates()).isEmpty();

        VariableRates taken = VariableRates.of(central(DiscountPolicy.flat(0.03), "discount_rate_standard_0"));
        assertThat(taken.rates()).containsOnlyKeys("discount_rate_standard_0_");
        assertThat(taken.theCase().centralValues())
                .containsEntry("discount_rate_standard_0", 0.05)
                .containsEntry("discount_rate_standard_0_", 0.03);
    }
}
