package nl.mkba.json.tree;

import nl.mkba.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/** Holds a figure of a result against what a scenario's author expects. */
public final class ExpectationCheck {

    private ExpectationCheck() {}

    /**
     * {@return whether the figure that was found is as expected}
     *
     * @param expectation what is expected
     * @param found the figure; null if it is absent
     */
    public static boolean holds(Expectation expectation, @Nullable Object found) {
        Expectation.Value value = expectation.value();
        if (value instanceof Expectation.Value.Number expected) {
            return found instanceof Number number
                    && Math.abs(number.doubleValue() - expected.number()) <= margin(expectation, expected.number());
        }
        if (value instanceof Expectation.Value.Text expected) {
            return expected.text().equals(found);
        }
        return found == null;
    }

    private static double margin(Expectation expectation, double expected) {
        Expectation.Tolerance within = expectation.within();
        if (!within.relative()) {
            return within.amount();
        }
        double relative = within.amount() * Math.abs(expected);
        return within.equals(Expectation.Tolerance.DEFAULT) ? Math.max(relative, within.amount()) : relative;
    }

    /**
     * {@return the expected value with its margin, as output writes it}
     *
     * @param expectation what is expected
     */
    public static String expected(Expectation expectation) {
        Expectation.Value value = expectation.value();
        if (value instanceof Expectation.Value.Number expected) {
            return number(expected.number()) + margin(expectation);
        }
        return value instanceof Expectation.Value.Text expected ? Json.line(expected.text()) : "null";
    }

    private static String margin(Expectation expectation) {
        Expectation.Tolerance within = expectation.within();
        if (within.equals(Expectation.Tolerance.DEFAULT)) {
            return "";
        }
        return " ± " + (within.relative() ? number(within.amount() * 100) + "%" : number(within.amount()));
    }

    private static String number(double value) {
        String text = Json.number(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /**
     * {@return a figure that was found, as output writes it}
     *
     * @param found a number, a text, or null for a figure that is absent
     */
    public static String text(@Nullable Object found) {
        return found instanceof Double number ? number(number) : Json.line(found);
    }
}
