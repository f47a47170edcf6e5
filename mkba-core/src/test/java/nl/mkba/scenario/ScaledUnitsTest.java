package nl.mkba.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is calculated with a unit: what its scale would make of a value is said where no formula takes it into account. */
class ScaledUnitsTest {

    private static List<Problem> warnings(String value, Text unit, String formula) {
        Scenario scenario = Scenario.builder("t")
                .title("t")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.sector("public"))
                .parameter("x", p -> p.value(value).unit(unit))
                .intervention("m", i -> i.cost("c", c -> c.paidBy("city").amount(formula)))
                .build();
        return Mkba.check(scenario).stream()
                .filter(problem -> problem.code() == ProblemCode.UNIT_WITH_SCALE)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12   | %                | x        | 12%
            12.5 | percent          | x        | 12.5%
            5    | mln EUR          | x        | 5000000
            5    | kEUR/year        | x        | 5000
            5    | x 1000 euro      | 2 * x    | 5000
            5    | EUR × 1.000      | x        | 5000
            5    | € mln/jaar       | x        | 5000000
            5    | 1000 EUR         | x        | 5000
            2    | billion EUR      | x        | 2000000000
            -3   | million euros    | x        | -3000000
            """)
    void aScaleThatNoFormulaHasIsSaid(String value, String unit, String formula, String meant) {
        assertThat(warnings(value, Text.of(unit), formula)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("parameters.x.unit");
            assertThat(problem.arguments()).containsExactly(unit, value, meant);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12%  | %                | x
            0.12 | %                | x
            1    | %                | x
            12   | %                | x / 100
            12   | %                | 50 * x * 1%
            5    | mln EUR          | x * 1e6
            5    | kEUR             | x * 1000
            5    | EUR              | x
            5    | kWh              | x
            5    | km               | x
            5    | m2               | x
            5    | EUR/(1000*person) | x
            5    | 10000 homes      | x
            5    | month            | x
            5    | EUR/1000 kWh     | x
            5    | keuring          | x
            """)
    void otherUnitsAndFormulasThatHaveItAreFine(String value, String unit, String formula) {
        assertThat(warnings(value, Text.of(unit), formula)).isEmpty();
    }
}
