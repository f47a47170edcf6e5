package nl.mkba.json.tree;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.Expectation.Tolerance;
import nl.mkba.scenario.Expectation.Value;
import org.junit.jupiter.api.Test;

class ExpectationCheckTest {

    @Test
    void byDefaultTheWiderOfRelativeAndAbsoluteHolds() {
        assertThat(ExpectationCheck.holds(number(0, Tolerance.DEFAULT), 9e-7)).isTrue();
        assertThat(ExpectationCheck.holds(number(0, Tolerance.DEFAULT), 2e-6)).isFalse();
        assertThat(ExpectationCheck.holds(number(1e6, Tolerance.DEFAULT), 1e6 + 0.9))
                .isTrue();
        assertThat(ExpectationCheck.holds(number(1e6, Tolerance.DEFAULT), 1e6 + 1.1))
                .isFalse();
    }

    @Test
    void aToleranceIsAnAmountOrAPercentageOfTheValue() {
        assertThat(ExpectationCheck.holds(number(-200, new Tolerance(0.01, true)), -201.9))
                .isTrue();
        assertThat(ExpectationCheck.holds(number(-200, new Tolerance(0.01, true)), -202.1))
                .isFalse();
        assertThat(ExpectationCheck.holds(number(-200, new Tolerance(5, false)), -195))
                .isTrue();
        assertThat(ExpectationCheck.holds(number(-200, new Tolerance(5, false)), -194.9))
                .isFalse();
    }

    @Test
    void textsAndAbsenceAreExact() {
        assertThat(ExpectationCheck.holds(of(new Value.Text("never")), "never")).isTrue();
        assertThat(ExpectationCheck.holds(of(new Value.Text("never")), "never_below"))
                .isFalse();
        assertThat(ExpectationCheck.holds(of(new Value.Absent()), null)).isTrue();
        assertThat(ExpectationCheck.holds(of(new Value.Absent()), 0.0)).isFalse();
        assertThat(ExpectationCheck.holds(number(0, Tolerance.DEFAULT), null)).isFalse();
        assertThat(ExpectationCheck.holds(number(2031, Tolerance.DEFAULT), 2031))
                .isTrue();
    }

    private static Expectation number(double value, Tolerance within) {
        return new Expectation("npv", new Value.Number(value), within, null, null);
    }

    private static Expectation of(Value value) {
        return new Expectation("npv", value, Tolerance.DEFAULT, null, null);
    }
}
