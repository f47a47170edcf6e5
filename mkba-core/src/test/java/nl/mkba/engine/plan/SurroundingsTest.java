package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    /**
     * Two years of coaches × price at 10 %, each at the start of its year. By hand, at 2 × 30: 60 (1 + 1/1.1) = 114.5454…; with 3
     * coaches one and a half times as much; with nothing varied, what it was.
     */
    @Test
    void theOthersStayWhereTheyAre() {
        Scenario scenario = Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(2)
                .discounting(DiscountPolicy.flat(0.1))
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("coaches", 2)
                .parameter("price", 30)
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy("city").amount("coaches * price")))
                .build();
        Case theCase = CentralCase.of(scenario, Selection.ALL, new Problems())
                .get(0)
                .plan()
                .compiled();
        Surroundings surroundings = Surroundings.of(theCase, theCase.centralValues());
        Evaluator.DrawBlock coaches = surroundings.varying(List.of("coaches")).block(2);
        coaches.input(0)[0] = 2;
        coaches.input(0)[1] = 3;
        coaches.evaluate(2);
        assertThat(coaches.value(Evaluator.NPV, 0)).isCloseTo(-114.545454545454545, within(1e-12));
        assertThat(coaches.value(Evaluator.NPV, 1)).isCloseTo(-171.818181818181818, within(1e-12));
        Evaluator.DrawBlock nothing = surroundings.varying(List.of()).block(1);
        nothing.evaluate(1);
        assertThat(nothing.value(Evaluator.NPV, 0)).isEqualTo(coaches.value(Evaluator.NPV, 0));
        assertThatThrownBy(() -> nothing.value(Evaluator.COSTS, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This evaluator does not give pv_costs");
    }
}
