package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;

class PlanDescriptionTest {

    private static Evaluator evaluator(Set<String> inputs) {
        Scenario scenario = Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(2)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("wage", 50)
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy("city").amount("wage * 2")))
                .build();
        CentralCase central =
                CentralCase.of(scenario, Selection.ALL, new Problems()).get(0);
        return Plan.of(central.plan().compiled(), inputs).evaluator();
    }

    @Test
    void namesItsInputsAndFigures() {
        PlanDescription plan = evaluator(Set.of("wage")).describe();
        assertThat(plan.years()).isEqualTo(2);
        assertThat(plan.inputs()).containsOnlyKeys("wage");
        assertThat(plan.outputs())
                .containsOnlyKeys("pv_costs", "pv_benefits", "gains", "npv", "weighted_npv", "net_city", "cash_city");
    }

    /** Whoever carries the steps out in their order finds every operand there. */
    @Test
    void everyRegisterIsWrittenBeforeItIsRead() {
        PlanDescription plan = evaluator(Set.of("wage")).describe();
        Set<Integer> written = new HashSet<>(plan.constants().keySet());
        written.addAll(plan.inputs().values());
        for (PlanDescription.Step step : plan.steps()) {
            assertThat(written).containsAll(step.operands());
            assertThat(step.result().isPresent()).isEqualTo(step.op().hasResult());
            step.result().ifPresent(written::add);
        }
        assertThat(written).containsAll(plan.outputs().values());
    }

    /** 2 years at twice 50, discounted at 0 %: 200, known before anything is carried out. */
    @Test
    void withoutInputsEverythingIsConstant() {
        PlanDescription plan = evaluator(Set.of()).describe();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.constants().get(plan.outputs().get("pv_costs"))).isEqualTo(List.of(200.0));
        assertThat(plan.constants().get(plan.outputs().get("npv"))).isEqualTo(List.of(-200.0));
    }

    @Test
    void yearsAreThereForWhoAsksForThem() {
        Evaluator.DrawBlock block = evaluator(Set.of("wage")).block(1);
        assertThatThrownBy(() -> block.copyYear(0, new double[1], 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("balanceEvaluator");
    }
}
