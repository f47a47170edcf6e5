package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.Tally;
import nl.mkba.uncertainty.Workers;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The budget of one stakeholder. */
class BudgetRulesTest {

    private static BudgetResult budget(Scenario scenario, BudgetRequest request) {
        return Mkba.budget(scenario, Selection.ALL, request);
    }

    @Property(tries = 100)
    void inConstantPricesItIsTheCashOfEveryYear(@ForAll("scenarios") Scenario scenario) {
        Appraised.everything(scenario);
        Appraisal appraisal = Mkba.appraise(scenario);
        for (String stakeholder : scenario.stakeholders().keySet()) {
            BudgetResult budget = budget(scenario, BudgetRequest.of(stakeholder).in(Prices.REAL));
            for (int c = 0; c < budget.results().size(); c++) {
                AlternativeResult result = appraisal.results().get(c);
                BudgetResult.Budget own = result.outlook().isPresent()
                        ? budget.result(result.alternative(), result.outlook().get())
                        : budget.result(result.alternative());
                assertThat(own).isSameAs(budget.results().get(c));
                List<Amount> net = own.total().net();
                for (int y = 0; y < net.size(); y++) {
                    assertThat(net.get(y).value())
                            .isEqualTo(result.years()
                                    .get(y)
                                    .stakeholders()
                                    .get(stakeholder)
                                    .cash()
                                    .value());
                }
            }
        }
    }

    @Property(tries = 100)
    void theRowsAddUpToTheTotalAndAgreeWithTheNaiveEvaluation(@ForAll("scenarios") Scenario scenario) {
        Appraised.everything(scenario);
        String stakeholder = scenario.stakeholders().keySet().iterator().next();
        boolean labelled = Mkba.appraise(scenario).results().get(0).labels().containsKey("taakveld");
        BudgetRequest request = labelled ? BudgetRequest.of(stakeholder).by("taakveld") : BudgetRequest.of(stakeholder);
        for (Prices prices : Prices.values()) {
            for (BudgetResult.Budget one : budget(scenario, request.in(prices)).results()) {
                Map<String, Map<String, Tally[]>> naive = NaiveAppraisal.budget(
                        scenario,
                        scenario.alternatives().get(one.alternative()),
                        stakeholder,
                        labelled ? "taakveld" : null,
                        prices == Prices.NOMINAL);
                if (labelled) {
                    assertThat(one.rows())
                            .extracting(BudgetResult.Row::label)
                            .containsExactlyInAnyOrderElementsOf(naive.keySet());
                }
                for (int y = 0; y < scenario.horizon(); y++) {
                    double sum = 0;
                    double size = 1e-300;
                    for (BudgetResult.Row row : one.rows()) {
                        Map<String, Tally[]> expected = naive.get(row.label());
                        if (expected != null) {
                            assertAgrees(row.expenditure().get(y), expected.get("expenditure")[y]);
                            assertAgrees(row.income().get(y), expected.get("income")[y]);
                            assertAgrees(row.net().get(y), expected.get("net")[y]);
                            size += expected.get("net")[y].size().doubleValue();
                        }
                        sum += row.net().get(y).value();
                    }
                    assertThat(one.total().net().get(y).value()).isCloseTo(sum, within(1e-9 * size));
                }
            }
        }
    }

    private static void assertAgrees(Amount amount, Tally expected) {
        Offset<Double> rounding = within(1e-9 * expected.size().doubleValue() + 1e-15);
        assertThat(amount.value()).isCloseTo(expected.value().doubleValue(), rounding);
    }

    /**
     * Costs uniform on 0 … 200 in prices of 2025, 10 % inflation: in 2026 110 expected, and 5 % of the draws spend 11 or less, 5 %
     * 209 or more; a year later 1.1 times that.
     */
    @Test
    void theSpreadOfEachYear() {
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.03))
                .baseYear(2026)
                .priceLevel(2025)
                .inflation("10%")
                .parameter("price", p -> p.distribution(Distribution.uniform(0, 200)))
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy(SOCIETY).amount("price")))
                .build();
        Simulation settings = new Simulation(4000, 1, Simulation.Sampling.LATIN_HYPERCUBE);
        BudgetResult.Budget drawn = Mkba.budget(
                        scenario, Selection.ALL, BudgetRequest.of("society"), settings, Workers.callerOnly())
                .results()
                .get(0);
        assertThat(drawn.total().net().get(0).value()).isCloseTo(-110, within(1e-9));
        assertThat(drawn.net().get(0).p5().value()).isCloseTo(-209, within(0.1));
        assertThat(drawn.net().get(0).p95().value()).isCloseTo(-11, within(0.1));
        assertThat(drawn.net().get(1).p5().value()).isCloseTo(-229.9, within(0.1));
    }

    @Test
    void whatIsAskedForMustBeThere() {
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.03))
                .baseYear(2026)
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy(SOCIETY).amount(5)))
                .build();
        assertThatThrownBy(() -> budget(
                        scenario, BudgetRequest.of("sociaty").by("taakveld").between(2026, 2028)))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code().id() + " " + problem.path() + " "
                                        + problem.arguments().get(0))
                                .containsExactlyInAnyOrder(
                                        "unknown_stakeholder budget.stakeholder sociaty",
                                        "unknown_label budget.label taakveld",
                                        "out_of_range budget.years 2028"));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
