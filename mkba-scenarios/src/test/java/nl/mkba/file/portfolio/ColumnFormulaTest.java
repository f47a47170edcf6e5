package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Map;
import nl.mkba.expression.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a formula over columns gives where numbers become too small, or cancel out. */
class ColumnFormulaTest {

    /** In the first row a and b are as given, in the second 2 and 3: whatever becomes of the first, a · b there is 6. */
    @ParameterizedTest
    @CsvSource({
        // 1e-400 is not 0, and a double has no such number
        "a * b, 1e-200, 1e-200, 0, true",
        // 1e-310 keeps 12 digits of 16
        "a * b, 1e-200, 1e-110, 1e-310, true",
        "a * b, 1e-200, 1e-100, 1e-300, false",
        // nothing is nothing
        "a * b, 0, 1e-300, 0, false",
        // lost on the way: the true result is 1e-100
        "a * b * 1e300 * b / b, 1e-200, 1e-200, 0, true",
        // what fades adds nothing to another number
        "exp(-a) + b, 1000, 250, 250, false",
        "exp(-a), 1000, 250, 0, true",
        "'pow(a, b)', 0.5, 2000, 0, true",
        "'pow(a, b)', 0, 2000, 0, false",
        "a / b, 1e-200, 1e200, 0, true",
        // what rounding leaves is 0, as in a scenario; what was given is as it is
        "0.1 + 0.2 - a, 0.3, 1, 0, false",
        "a + b - 0.3, 0.1, 0.2, 0, false",
        "a + b + -0.3, 0.1, 0.2, 0, false",
        "a - b, 0.30000000000000004, 0.3, 5.551115123125783e-17, false",
    })
    void aResultThatIsNotKnownIsToldOf(String formula, double a, double b, double result, boolean tooSmall) {
        ColumnFormula compiled = ColumnFormula.of(Expression.parse(formula), Map.of("a", 0, "b", 1), 2);
        double[][] values = new double[2 + compiled.arrays()][];
        values[0] = new double[] {a, 2};
        values[1] = new double[] {b, 3};
        for (int k = 2; k < values.length; k++) {
            values[k] = new double[2];
        }
        BitSet told = new BitSet();
        double[] results = compiled.evaluate(values, 2, told);
        assertThat(results[0]).isEqualTo(result);
        assertThat(told.get(0)).isEqualTo(tooSmall);
        assertThat(told.get(1)).isFalse();
        if (formula.equals("a * b")) {
            assertThat(results[1]).isEqualTo(6);
        }
    }
}
