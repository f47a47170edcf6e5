package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year that a list names twice would count once without a word: it is refused. The base year is 2024. */
class NamedYearsTest {

    private static double costs(String... years) {
        return Appraised.only(
                        5,
                        0,
                        Intervention.builder("m")
                                .cost("c", c -> c.paidBy(SOCIETY).amount(100).when(w -> w.in(years))))
                .pvCosts()
                .value();
    }

    @ParameterizedTest
    @CsvSource({"0, 2024", "2025, 1", "2, 2", "2028, 2028", "1 + 1, 2026"})
    void aYearNamedTwiceIsRefused(String first, String second) {
        assertThatThrownBy(() -> costs(first, second))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code, Problem::path)
                                .containsExactly(
                                        tuple(ProblemCode.YEAR_NAMED_TWICE, "interventions.m.costs.c.when.in[1]")));
    }

    @Test
    void differentYearsCountEach() {
        assertThat(costs("0", "2025", "4")).isEqualTo(300);
    }
}
