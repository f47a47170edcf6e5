package nl.mkba.file.format;

import java.math.BigDecimal;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/** What the author holds the result to: an item of {@code expect}. */
final class ExpectationFormat {

    /** What is only found in a text that was meant as a number. */
    private static final Set<ProblemCode> NUMBERS_GONE_WRONG = Set.of(
            ProblemCode.DECIMAL_COMMA,
            ProblemCode.UNCLEAR_COMMA,
            ProblemCode.THOUSANDS_SEPARATOR,
            ProblemCode.DATE_AS_NUMBER,
            ProblemCode.RANGE_AS_NUMBER,
            ProblemCode.NUMBER_IN_PARENTHESES,
            ProblemCode.NOT_FINITE,
            ProblemCode.NUMBER_TOO_SMALL);

    private ExpectationFormat() {}

    static Expectation read(Value value) {
        Section expectation = value.section("figure", "value", "within", "alternative", "outlook");
        String figure = expectation.required("figure").text();
        Expectation.Tolerance within = expectation.read("within", ExpectationFormat::within);
        return new Expectation(
                figure == null ? "" : figure,
                expected(expectation.required("value")),
                within == null ? Expectation.Tolerance.DEFAULT : within,
                expectation.text("alternative"),
                expectation.text("outlook"));
    }

    private static Expectation.Value expected(Value value) {
        if (value.isNull()) {
            return new Expectation.Value.Absent();
        }
        if (!value.isText()) {
            value.wrongType("expected");
            return new Expectation.Value.Absent();
        }
        String text = value.id();
        try {
            if (Expression.parse(text).number().isPresent()) {
                Double number = value.number();
                return new Expectation.Value.Number(number == null ? 0 : number);
            }
        } catch (InvalidScenarioException refused) {
            if (NUMBERS_GONE_WRONG.contains(refused.problems().get(0).code())) {
                value.refuseAll(refused);
            }
        }
        return new Expectation.Value.Text(text);
    }

    private static Expectation.Tolerance within(Value value) {
        Double number = value.number();
        if (number == null) {
            return Expectation.Tolerance.DEFAULT;
        }
        if (number < 0) {
            value.refuse(ProblemCode.OUT_OF_RANGE, value.id(), "≥ 0");
        }
        return new Expectation.Tolerance(number, value.id().endsWith("%"));
    }

    static Node write(Expectation expectation) {
        return new MapBuilder()
                .text("figure", expectation.figure())
                .put("value", write(expectation.value()))
                .put("within", write(expectation.within()))
                .text("alternative", expectation.alternative())
                .text("outlook", expectation.outlook())
                .map();
    }

    private static Node write(Expectation.Value value) {
        if (value instanceof Expectation.Value.Number number) {
            return MapBuilder.number(number.number());
        }
        return value instanceof Expectation.Value.Text text ? MapBuilder.scalar(text.text()) : MapBuilder.nothing();
    }

    private static @Nullable Node write(Expectation.Tolerance within) {
        if (within.equals(Expectation.Tolerance.DEFAULT)) {
            return null;
        }
        if (!within.relative()) {
            return MapBuilder.number(within.amount());
        }
        BigDecimal percentage = BigDecimal.valueOf(within.amount()).movePointRight(2);
        return MapBuilder.scalar(percentage.stripTrailingZeros().toPlainString() + "%");
    }
}
