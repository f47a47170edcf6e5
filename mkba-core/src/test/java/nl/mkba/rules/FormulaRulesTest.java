package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import nl.mkba.Mkba;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression and a distribution come to: sections 4 and 10 of the scenario format. */
class FormulaRulesTest {

    static Scenario.Builder worth(String value) {
        return CashFlows.empty(1, DiscountPolicy.flat(0.03))
                .parameter("ten", "10")
                .parameter("three", "ten - 7")
                .parameter("quarter", "25%")
                .intervention(
                        "measure",
                        i -> i.effect("gain", e -> e.quantity(1).value(value).accruesTo(SOCIETY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200 | 1200",
                "0.5 | 0.5",
                ".5 | 0.5",
                "1e6 | 1000000",
                "2.5E-3 | 0.0025",
                "12.5% | 0.125",
                "2 + 3 * 4 | 14",
                "(2 + 3) * 4 | 20",
                "20 - 5 - 3 | 12",
                "20 - (5 - 3) | 18",
                "24 / 4 / 3 | 2",
                "24 / (4 / 2) | 12",
                "2 * 6 / 4 | 3",
                "-2 * -3 | 6",
                "2 - -3 | 5",
                "--2 | 2",
                "-(1 + 2) | -3",
                "10 * 12.5% | 1.25",
                "1 - 25% | 0.75",
                "min(3, 1, 2) | 1",
                "max(3, 1, 2) | 3",
                "min(7) | 7",
                "abs(-4.5) | 4.5",
                "sqrt(2) | 1.4142135623730951",
                "exp(1) | 2.718281828459045",
                "ln(10) | 2.302585092994046",
                "pow(2, 10) | 1024",
                "pow(2, 0.5) | 1.4142135623730951",
                "pow(10, -2) | 0.01",
                "ten * three | 30",
                "ten / three | 3.3333333333333335",
                "three * quarter - ten | -9.25",
                "max(ten, pow(three, 3)) / 2 | 13.5",
                // What rounding leaves of a sum is 0; of numbers that were given the difference is theirs.
                "0.1 + 0.2 - 0.3 | 0",
                "0.1 + 0.2 + -0.3 | 0",
                "three * 0.1 - 0.3 | 0",
                "1 - (0.1 + 0.2 + 0.7) | 0",
                "0.30000000000000004 - 0.3 | 5.551115123125783e-17",
                "three * 0.0009765625 + 3 - 3 | 0.0029296875",
            })
    void anExpressionComesTo(String text, double value) {
        assertThat(Appraised.only(worth(text).build()).npv().value()).isCloseTo(value, within(1e-15 * Math.abs(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 / (ten - 10)", "ln(0)", "ln(-1)", "sqrt(-1)", "pow(0, -1)", "exp(1000)", "1e300 * 1e300"})
    void whatIsNoFiniteNumberIsRefused(String text) {
        Scenario scenario = worth(text).build();
        assertThatThrownBy(() -> Mkba.appraise(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .contains(ProblemCode.NOT_FINITE));
    }

    @Test
    void aParameterThatNothingUsesIsEvaluatedToo() {
        Scenario scenario = worth("1").parameter("unused", "1 / (three - 3)").build();
        assertThatThrownBy(() -> Mkba.appraise(scenario)).isInstanceOf(InvalidScenarioException.class);
    }

    @Test
    void aCircleIsRefused() {
        Scenario.Builder circle = worth("one").parameter("one", "two + 1").parameter("two", "one - 1");
        assertThatThrownBy(() -> Mkba.appraise(circle.build()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .isSubsetOf(Set.of(ProblemCode.CIRCLE)));
    }

    @Test
    void ofALongCircleTheMiddleIsCounted() {
        Scenario.Builder circle = worth("p0");
        for (int i = 0; i < 30; i++) {
            circle.parameter("p" + i, "p" + (i + 1) % 30);
        }
        // 30 parameters, 3 shown at either end
        assertThatThrownBy(() -> Mkba.appraise(circle.build()))
                .hasMessageContaining(": p0 → p1 → p2 → … (24) … → p27 → p28 → p29 → p0");
    }

    private static double mean(Distribution distribution) {
        double central = Appraised.only(worth("x")
                        .parameter("x", p -> p.distribution(distribution))
                        .build())
                .npv()
                .value();
        assertThat(central).isEqualTo(distribution.mean());
        return central;
    }

    @Test
    void withoutAValueTheMeanStands() {
        assertThat(mean(Distribution.uniform(2, 5))).isCloseTo(3.5, within(1e-15));
        assertThat(mean(Distribution.triangular(4, 8, 15))).isCloseTo(9, within(1e-14));
        // (30 + 4 · 45 + 60) / 6 and, askew, (4 + 4 · 8 + 14) / 6
        assertThat(mean(Distribution.pert(30, 45, 60))).isCloseTo(45, within(1e-14));
        assertThat(mean(Distribution.pert(4, 8, 14))).isCloseTo(50.0 / 6, within(1e-14));
        assertThat(mean(Distribution.normal(7, 2))).isEqualTo(7);
        assertThat(mean(Distribution.lognormal(7, 2))).isEqualTo(7);
        assertThat(mean(Distribution.beta(2, 6))).isCloseTo(0.25, within(1e-15));
        assertThat(mean(Distribution.beta(2, 6, 10.0, 30.0))).isCloseTo(15, within(1e-14));
        assertThat(mean(Distribution.gamma(3, 2))).isCloseTo(6, within(1e-15));
        assertThat(mean(Distribution.discrete(List.of(1.0, 2.0, 9.0), null))).isCloseTo(4, within(1e-15));
        // (1 · 1 + 2 · 2 + 9 · 5) / 8
        assertThat(mean(Distribution.discrete(List.of(1.0, 2.0, 9.0), List.of(1.0, 2.0, 5.0))))
                .isCloseTo(6.25, within(1e-14));
        assertThat(mean(Distribution.empirical(1.0, 2.0, 6.0))).isCloseTo(3, within(1e-15));
    }

    /** Half a normal distribution has mean sd · √(2/π): 0.7978845608; symmetric cuts leave the mean where it is. */
    @Test
    void aTruncatedNormalHasItsMeanAfterTruncation() {
        assertThat(mean(Distribution.normal(0, 1, 0.0, null))).isCloseTo(0.7978845608028654, within(1e-14));
        assertThat(mean(Distribution.normal(5, 2, null, 5.0))).isCloseTo(5 - 2 * 0.7978845608028654, within(1e-13));
        assertThat(mean(Distribution.normal(5, 2, 4.0, 6.0))).isCloseTo(5, within(1e-13));
        // far in the tail, above 5 sd: φ(5)/(1 − Φ(5)) = 5.1865039671
        assertThat(mean(Distribution.normal(0, 1, 5.0, null))).isCloseTo(5.1865039671, within(1e-9));
    }

    /** ln p5 = −1.6448536 σ, ln p95 = 1.6448536 σ: with σ = 0.5 the mean is exp(σ²/2) = 1.1331484531. */
    @Test
    void aLognormalByItsPercentiles() {
        double spread = 1.6448536269514722 * 0.5;
        assertThat(mean(Distribution.lognormalInterval(StrictMath.exp(-spread), StrictMath.exp(spread))))
                .isCloseTo(1.1331484530668263, within(1e-13));
    }

    @Test
    void aStatedValueStandsBesideItsDistribution() {
        Parameter uncertain = Parameter.builder("x")
                .value(4)
                .distribution(Distribution.uniform(2, 8))
                .build();
        assertThat(Appraised.only(worth("x").parameter(uncertain).build()).npv().value())
                .isEqualTo(4);
    }
}
