package nl.mkba.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever stands in a formula, it is read or refused; what is read is finite where it is a number, and read again the same. */
@Tag("fuzz")
class ExpressionFuzzTest {

    private static final List<byte[]> SOUND = Stream.of(
                    "1200",
                    "12.5%",
                    "-3e-6",
                    "success_rate * 5%",
                    "min(a, b, 3) + max(a) / (1 - drop) - -2",
                    "pow(1 + growth, 2030 - start) * abs(ln(x)) + sqrt(exp(y))")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    @Test
    void formulas() throws IOException {
        Fuzzing.run("expression", SOUND, new TextMutator(6), ExpressionFuzzTest::readTwice);
    }

    private static void readTwice(byte[] input) {
        Expression expression;
        try {
            expression = Expression.parse(new String(input, StandardCharsets.UTF_8));
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty();
            return;
        }
        expression.number().ifPresent(number -> assertThat(number).isFinite());
        assertThat(Expression.parse(expression.text())).isEqualTo(expression);
    }
}
