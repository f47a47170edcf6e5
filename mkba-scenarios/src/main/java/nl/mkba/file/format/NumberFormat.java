package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Numbers, percentages and formulas. */
final class NumberFormat {

    private NumberFormat() {}

    /**
     * The number, percentage or formula, or {@link Expression#UNKNOWN}.
     *
     * @param needed what the message says would be right
     */
    static Expression expression(Value value, String needed) {
        if (value.isNull()) {
            value.wrongType(needed);
            return Expression.UNKNOWN;
        }
        String text = value.text(needed);
        if (text == null) {
            return Expression.UNKNOWN;
        }
        try {
            Expression expression = Expression.parse(text);
            warn(value, expression);
            return expression;
        } catch (InvalidScenarioException refused) {
            value.refuseAll(refused);
            return Expression.UNKNOWN;
        }
    }

    private static void warn(Value value, Expression expression) {
        List<Problem> doubts = WrittenNumber.doubts(expression);
        if (doubts.isEmpty()) {
            return;
        }
        List<Problem> warnings = new ArrayList<>();
        for (Problem doubt : doubts) {
            warnings.add(value.problem(doubt.code(), doubt.arguments().toArray(String[]::new)));
        }
        value.problems().addTogether(warnings);
    }

    /** The number or percentage, or null if it is none. */
    static @Nullable Double number(Value value, String needed) {
        if (value.node() instanceof ScalarNode scalar && isWords(scalar.text())) {
            value.wrongType(needed);
            return null;
        }
        Expression expression = expression(value, needed);
        OptionalDouble number = expression.number();
        if (number.isEmpty()) {
            if (!expression.isUnknown()) {
                value.wrongType(needed);
            }
            return null;
        }
        return number.getAsDouble();
    }

    /** Whether there are only letters and spaces. A loop: it is asked of every number, and most end it at once. */
    private static boolean isWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != ' ') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The whole number, or null if it is none or outside the bounds. */
    static @Nullable Long whole(Value value, long least, long most) {
        Double number = number(value, "whole");
        if (number == null) {
            return null;
        }
        WrittenNumber written = new WrittenNumber(value.words().strip(), number);
        if (number != Math.rint(number) || written.isPercentage()) {
            value.refuse(ProblemCode.NOT_WHOLE, value.found());
            return null;
        }
        OptionalLong exact = written.whole();
        if (exact.isEmpty() || exact.getAsLong() < least || exact.getAsLong() > most) {
            boolean isOpen = exact.isPresent() && (most == Long.MAX_VALUE || most == Integer.MAX_VALUE);
            value.refuse(ProblemCode.OUT_OF_RANGE, value.found(), isOpen ? "≥ " + least : least + " … " + most);
            return null;
        }
        return exact.getAsLong();
    }
}
