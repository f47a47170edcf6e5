package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @Test
    void aValueIsReadAsUnderSet() {
        assertThat(ScenarioFile.parseSet("households=400"))
                .isEqualTo(new Setting("households", Replacement.by("400"), List.of()));
        assertThat(ScenarioFile.parseSet(" rate = 2 * base ").replacement()).isEqualTo(Replacement.by("2 * base"));
        assertThat(ScenarioFile.parseSet("rate={times: 90%}").replacement()).isEqualTo(Replacement.times("90%"));
        assertThat(ScenarioFile.parseSet("rate={distribution: {uniform: [1, 2]}}")
                        .replacement())
                .isEqualTo(new Replacement.Value(null, Distribution.uniform(1, 2)));
        assertThat(ScenarioFile.parseSet("rate={value: 1, distribution: {uniform: [1, 2]}}")
                        .replacement())
                .isEqualTo(new Replacement.Value(Expression.ONE, Distribution.uniform(1, 2)));
    }

    @Test
    void thousandsWithAPointAreWarnedAbout() {
        assertThat(ScenarioFile.parseSet("households=9.000").warnings())
                .extracting(problem -> problem.format(Locale.ENGLISH))
                .containsExactly("set.households: warning: `9.000` is read as a number with three decimals. "
                        + "Write thousands without a point.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            households           | -: expected PARAMETER=VALUE, found `households`. Write what is expected here.
            households=          | set.households: expected a number, a percentage, an expression or a block of keys, found nothing. Fill something in; what stands behind a `#` is a remark.
            households=4,5       | set.households: `4,5` has a decimal comma. Write a decimal point: `4.5`.
            households={tims: 2} | set.households.tims: unknown key `tims`. Maybe `times`?
            households={times: 2 | -: the file cannot be read from here: what opens here is not closed. Close it with `}`.
            households={}        | set.households: at least one entry is needed here. Add an entry, or leave the key out.
            """)
    void whatIsNoSettingIsRefused(String text, String message) {
        InvalidScenarioException refused =
                catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioFile.parseSet(text));

        assertThat(refused.problems())
                .extracting(problem -> problem.format(Locale.ENGLISH))
                .containsExactly(message);
    }

    @Test
    void aPolicyIsNamedOrARate() {
        assertThat(ScenarioFile.parseDiscounting("nl_2021")).isEqualTo(DiscountPolicy.published("nl_2021"));
        assertThat(ScenarioFile.parseDiscounting("2.25%")).isEqualTo(DiscountPolicy.flat(0.0225));
        assertThat(ScenarioFile.parseDiscounting("{standard: {steps: {0: 3%, 30: 2%}}}")
                        .standard()
                        .steps())
                .containsOnlyKeys(0, 30);
    }

    @Test
    void anotherNameIsNoPolicy() {
        InvalidScenarioException refused =
                catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioFile.parseDiscounting("nl_2022"));

        assertThat(refused.problems())
                .extracting(problem -> problem.format(Locale.ENGLISH))
                .containsExactly(
                        "selection.discounting: there is no built-in discount policy `nl_2022`. Maybe `nl_2021` or `nl_2026`?");
    }
}
