package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Replacement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever somebody types: a scenario's value and a cell read the same number, or refuse it for the same reason. */
class WaysInRulesTest {

    /** What numbers are made of, and what people put in them. */
    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> loose = Arbitraries.strings()
                .withChars("0123456789.,-%()/ '_e+\u2013\u00a0")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> grouped = Arbitraries.of("1", "12", "020", "000", "500", ".", ",", " ", "-", "%", "2026", "/")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(loose, grouped).map(String::strip).filter(text -> !text.isBlank());
    }

    @Property(tries = 3000)
    void aTextIsTheSameNumberOnEveryWayInOrRefusedOnAll(@ForAll("typed") String text) {
        InvalidScenarioException bySet = refusal(() -> ScenarioFile.parseSet("x=" + text));
        InvalidScenarioException byCell = refusal(() -> Cells.number(text));
        if (bySet != null) {
            assertThat(byCell).isNotNull();
            assertThat(reasons(byCell)).isEqualTo(reasons(bySet));
            return;
        }
        Setting setting = ScenarioFile.parseSet("x=" + text);
        Expression value = ((Replacement.Value) setting.replacement()).value();
        OptionalDouble number = value == null ? OptionalDouble.empty() : value.number();
        if (number.isEmpty()) {
            // A formula: for a scenario alone.
            assertThat(byCell).isNotNull();
            assertThat(byCell.problems()).extracting(Problem::code).containsExactly(ProblemCode.NOT_A_NUMBER);
            return;
        }
        assertThat(byCell).isNull();
        assertThat(Cells.number(text)).isEqualTo(number.getAsDouble());
        assertThat(WrittenNumber.perhapsThousands(text).stream().toList())
                .isEqualTo(setting.warnings().stream()
                        .map(warning -> warning.arguments().get(0))
                        .toList());
    }

    /** What lies so close to 0 that digits are lost, or all of it, is no number anywhere; zeros are 0 whatever their exponent. */
    @Test
    void whatIsTooCloseToZeroIsRefusedOnEveryWayIn() {
        for (String text :
                List.of("1e-400", "-1e-400", "1e-310", "2.2e-308", "1e-306%", "0." + "0".repeat(330) + "1")) {
            for (ThrowingCallable way : List.<ThrowingCallable>of(
                    () -> ScenarioFile.parseSet("x=" + text),
                    () -> Cells.number(text),
                    () -> WrittenNumber.valueWithDecimalComma(text.replace('.', ',')),
                    () -> WrittenNumber.parse(text),
                    () -> Expression.parse("2 * " + text))) {
                assertThat(refusal(way))
                        .isNotNull()
                        .satisfies(refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.NUMBER_TOO_SMALL));
            }
        }
        for (ThrowingCallable way : List.<ThrowingCallable>of(
                () -> Expression.of(-Double.MIN_VALUE),
                () -> Distribution.uniform(0, Double.MIN_VALUE),
                () -> Cells.held(1e-310, "1e-310"))) {
            assertThat(refusal(way))
                    .isNotNull()
                    .satisfies(refused -> assertThat(refused.problems())
                            .extracting(Problem::code)
                            .containsExactly(ProblemCode.NUMBER_TOO_SMALL));
        }
        for (String zero : List.of("0", "-0", "0.0", "0e-400", "0E5", "0.000%")) {
            assertThat(Cells.number(zero)).isZero();
            assertThat(WrittenNumber.parse(zero).value()).isZero();
        }
        assertThat(Cells.number("2.3e-308")).isEqualTo(2.3e-308);
    }

    private static @Nullable InvalidScenarioException refusal(ThrowingCallable work) {
        return catchThrowableOfType(InvalidScenarioException.class, work);
    }

    private static List<Object> reasons(InvalidScenarioException refused) {
        return refused.problems().stream()
                .<Object>map(problem -> List.of(problem.code(), problem.arguments()))
                .toList();
    }
}
