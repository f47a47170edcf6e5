package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nl.mkba.Mkba;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problem.Severity;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year that a list names twice counts once, and not without a word. The base year is 2024. */
class NamedYearsTest {

    private static Scenario paidIn(String... years) {
        return CashFlows.empty(5, DiscountPolicy.flat(0))
                .intervention(
                        "m", i -> i.cost("c", c -> c.paidBy(SOCIETY).amount(100).when(w -> w.in(years))))
                .build();
    }

    private static double costs(String... years) {
        return Appraised.only(paidIn(years)).pvCosts().value();
    }

    @ParameterizedTest
    @CsvSource({"0, 2024", "2025, 1", "2, 2", "2028, 2028", "1 + 1, 2026"})
    void aYearNamedTwiceCountsOnceWithAWarning(String first, String second) {
        assertThat(Mkba.check(paidIn(first, second)))
                .extracting(Problem::code, Problem::path, Problem::severity)
                .containsExactly(
                        tuple(ProblemCode.YEAR_COUNTED_ONCE, "interventions.m.costs.c.when.in[1]", Severity.WARNING));
        assertThat(costs(first, second)).isEqualTo(100);
    }

    @Test
    void differentYearsCountEach() {
        assertThat(Mkba.check(paidIn("0", "2025", "4"))).isEmpty();
        assertThat(costs("0", "2025", "4")).isEqualTo(300);
    }
}
