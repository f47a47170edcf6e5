package nl.mkba.rules;

import static nl.mkba.rules.Appraised.assertSame;
import static nl.mkba.rules.Appraised.rounding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** Weights from incomes, and the marginal value of public funds. */
class WeightRulesTest {

    /** One year, no discounting: paid by the city, 60 for who earns little and 200 for who earns much. */
    private static Scenario.Builder twoIncomes(String reference, String elasticity) {
        return CashFlows.empty(1, DiscountPolicy.flat(0))
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("low", s -> s.name("Low").sector("households").income(20_000))
                .stakeholder("high", s -> s.name("High").sector("households").income(60_000))
                .incomeWeights(w -> w.reference(reference).elasticity(elasticity))
                .intervention(
                        "measure",
                        i -> i.cost("work", c -> c.paidBy("city").amount(100))
                                .effect("little", e -> e.quantity(1).value(60).accruesTo("low"))
                                .effect("much", e -> e.quantity(1).value(200).accruesTo("high")));
    }

    /** (30000/20000)^1.3 = 1.69402… and (30000/60000)^1.3 = 0.40613…: −100 + 60 · 1.69402 + 200 · 0.40613. */
    @Test
    void theGreenBooksElasticity() {
        AlternativeResult result = Appraised.only(twoIncomes("30000", "1.3").build());
        double low = Math.exp(1.3 * Math.log(1.5));
        double high = Math.exp(1.3 * Math.log(0.5));
        assertThat(low).isCloseTo(1.694020, within(1e-6));
        assertThat(high).isCloseTo(0.406126, within(1e-6));
        assertSame(result.weightedNpv(), -100 + 60 * low + 200 * high, within(1e-9));
        assertSame(result.npv(), 160, within(1e-12));
    }

    /** (30000/20000)^2000 = 1.5^2000 is about 1e352, (30000/60000)^2000 = 0.5^2000 about 1e-602: neither is a number. */
    @Test
    void aWeightTooLargeOrTooSmallForANumberIsNamedAndNotTheIncome() {
        assertThat(messages("2000"))
                .containsExactly(
                        "stakeholders.low.income: the figure `weight` of `low` is too large to calculate: it is beyond 1e308. It is"
                                + " `(reference / income) ^ elasticity`: correct the elasticity, the reference or the income.",
                        "stakeholders.high.income: the figure `weight` of `high` is too small to calculate: below 2.3e-308 digits are"
                                + " lost. It is `(reference / income) ^ elasticity`: correct the elasticity, the reference or the"
                                + " income.");
    }

    /** 0.5^1050 is about 8.3e-317: not 0, but with fewer digits. 1.5^1050 is about 8e184. */
    @Test
    void aWeightThatHasLostDigitsIsRefusedToo() {
        assertThat(messages("1050"))
                .singleElement()
                .asString()
                .startsWith("stakeholders.high.income: the figure `weight` of `high` is too small");
    }

    private static List<String> messages(String elasticity) {
        InvalidScenarioException refused = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Appraised.only(twoIncomes("30000", elasticity).build()));
        return refused.problems().stream()
                .map(problem -> problem.format(Locale.ENGLISH))
                .toList();
    }

    @Test
    void weightsOfIncomesWithoutAnIncomeDrawAWarning() {
        Scenario without = twoIncomes("30000", "1.3")
                .stakeholder("low", s -> s.name("Low").sector("households"))
                .stakeholder("high", s -> s.name("High").sector("households"))
                .build();
        assertThat(without.warnings()).extracting(Problem::code).contains(ProblemCode.NO_INCOMES);
        assertThat(twoIncomes("30000", "1.3").build().warnings())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.NO_INCOMES);
    }

    @Test
    void incomesAndReferenceMustBeAboveZeroAndTheElasticityAtLeastZero() {
        assertThatThrownBy(() -> Appraised.only(twoIncomes("0", "1.3").build()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("income_weights.reference");
        assertThatThrownBy(() -> Appraised.only(twoIncomes("30000", "-1").build()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("income_weights.elasticity");
        Scenario withoutIncome = twoIncomes("30000", "1.3")
                .stakeholder("low", s -> s.name("Low").sector("households").income(0))
                .build();
        assertThatThrownBy(() -> Appraised.only(withoutIncome))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("stakeholders.low.income");
    }

    /** 36000 / 1e-300 to the power 2 has no double: refused at the income, once, and not as a weighted value. */
    @Test
    void aWeightThatIsTooLargeForANumberIsRefused() {
        Scenario tiny = twoIncomes("36000", "2")
                .stakeholder("low", s -> s.name("Low").sector("households").income("1e-300"))
                .build();
        assertThatThrownBy(() -> Appraised.only(tiny))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.path()).isEqualTo("stakeholders.low.income")));
    }

    @Test
    void anUncertainIncomeIsHeldToItsBoundInEveryDraw() {
        Scenario uncertain = twoIncomes("30000", "1.3")
                .parameter("income", p -> p.value(20000).distribution(Distribution.uniform(-20000, 60000)))
                .stakeholder("low", s -> s.name("Low").sector("households").income("income"))
                .build();
        assertThatThrownBy(() -> MonteCarlo.run(
                        uncertain, Selection.ALL, SimulationRequest.of(uncertain.simulation()), Workers.callerOnly()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("stakeholders.low.income");
    }

    @Property(tries = 100)
    void withoutIncomeWeightsAnIncomeChangesNothing(@ForAll("scenarios") Scenario scenario) {
        Scenario without =
                scenario.toBuilder().incomeWeights((IncomeWeights) null).build();
        Scenario.Builder told = without.toBuilder();
        without.stakeholders()
                .values()
                .forEach(stakeholder ->
                        told.stakeholder(stakeholder.toBuilder().income(12345).build()));
        assertThat(Appraised.everything(told.build())).isEqualTo(Appraised.everything(without));
    }

    @Property(tries = 100)
    void withoutElasticityEveryIncomeWeighsTheSame(@ForAll("scenarios") Scenario scenario) {
        Scenario.Builder flat =
                scenario.toBuilder().incomeWeights(w -> w.reference(30_000).elasticity(0));
        scenario.stakeholders()
                .values()
                .forEach(stakeholder -> flat.stakeholder(stakeholder.toBuilder()
                        .weight((Expression) null)
                        .income(7000)
                        .build()));
        for (AlternativeResult result : Appraised.everything(flat.build())) {
            assertSame(result.weightedNpv(), result.npv().value(), rounding(result));
        }
    }

    /** W / C is above 0 where the others gain and it costs the governments money; otherwise the reason says which. */
    @Property(tries = 100)
    void theMarginalValueIsARatioOrSaysWhyNot(@ForAll("scenarios") Scenario scenario) {
        for (AlternativeResult result : Appraised.everything(scenario)) {
            List<Stakeholder> society = scenario.stakeholders().values().stream()
                    .filter(Stakeholder::counts)
                    .toList();
            double cash = society.stream()
                    .filter(Stakeholder::isGovernment)
                    .mapToDouble(stakeholder ->
                            result.stakeholders().get(stakeholder.id()).cash().value())
                    .sum();
            MarginalValue value = result.marginalValue();
            assertThat(value.ratio().isPresent()).isNotEqualTo(value.absent().isPresent());
            boolean none = society.stream().noneMatch(Stakeholder::isGovernment);
            assertThat(value.absent().equals(Optional.of(MarginalValue.Reason.NO_GOVERNMENT)))
                    .isEqualTo(none);
            if (value.ratio().isPresent()) {
                assertThat(cash).isNegative();
            } else if (!none) {
                assertThat(cash).isGreaterThanOrEqualTo(-rounding(result).value);
            }
        }
    }

    /** A transfer from the city to households costs public funds as much as it gains: a marginal value of 1. */
    @Test
    void aPlainTransferHasAMarginalValueOfOne() {
        Scenario scenario = CashFlows.empty(3, DiscountPolicy.flat(0.03))
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("household", s -> s.name("Household").sector("households"))
                .intervention(
                        "measure",
                        i -> i.transfer(
                                "grant", t -> t.from("city").to("household").amount(40)))
                .build();
        MarginalValue value = Appraised.only(scenario).marginalValue();
        assertThat(value.ratio().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    /** 0.1 + 0.2 − 0.3 is not 0 for a computer, and nothing all the same: what is left of the costs is no ratio's denominator. */
    @Test
    void roundingIsNoCost() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("household", s -> s.name("Household").sector("households"))
                .intervention(
                        "measure",
                        i -> i.cost("a", c -> c.paidBy("city").amount(0.1))
                                .cost("b", c -> c.paidBy("city").amount(0.2))
                                .effect(
                                        "c",
                                        e -> e.quantity(1)
                                                .value(0.3)
                                                .accruesTo("city")
                                                .cashable("100%"))
                                .effect("d", e -> e.quantity(1).value(5).accruesTo("household")))
                .build();
        MarginalValue value = Appraised.only(scenario).marginalValue();
        assertThat(value.ratio()).isEmpty();
        assertThat(value.absent()).contains(MarginalValue.Reason.PAYS_FOR_ITSELF);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }

    /** 1e200 for the household, of which the city pays 1e-200: 1e400 for each euro, which is no number. */
    @Test
    void aMarginalValueThatIsTooLargeIsRefused() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("home", s -> s.name("Home").sector("households"))
                .intervention(
                        "measure",
                        i -> i.cost("small", c -> c.paidBy("city").amount(1e-200))
                                .cost("own", c -> c.paidBy("home").amount(1))
                                .effect("gain", e -> e.quantity(1).value(1e200).accruesTo("home")))
                .build();
        assertThatThrownBy(() -> Mkba.appraise(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.arguments().get(0))
                                .containsExactly("mvpf"));
    }
}
