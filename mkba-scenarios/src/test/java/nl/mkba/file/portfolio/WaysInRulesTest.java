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
import nl.mkba.expression.Expression;
import nl.mkba.expression.WrittenNumber;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Replacement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

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

    private static @Nullable InvalidScenarioException refusal(ThrowingCallable work) {
        return catchThrowableOfType(InvalidScenarioException.class, work);
    }

    private static List<Object> reasons(InvalidScenarioException refused) {
        return refused.problems().stream()
                .<Object>map(problem -> List.of(problem.code(), problem.arguments()))
                .toList();
    }
}
