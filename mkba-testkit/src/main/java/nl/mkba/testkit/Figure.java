package nl.mkba.testkit;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an engine's result: a number, or a text that says why there is none or what it is instead.
 *
 * @param value the number, finite, or null if the figure is a text
 * @param text empty if the figure is a number; otherwise {@code absent}, a reason such as {@code no_sign_change}, a year, or a count
 */
public record Figure(@Nullable Double value, String text) {

    /** What is not defined, without a reason. */
    public static final Figure ABSENT = of("absent");

    /**
     * A figure.
     *
     * @param value see {@link #value()}
     * @param text see {@link #text()}
     * @throws IllegalArgumentException if the number is infinite or not a number, or there is neither a number nor a text
     */
    public Figure {
        if (value == null ? text.isEmpty() : !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The figure (" + value + ", \"" + text + "\") must be a finite number or a text");
        }
    }

    /**
     * {@return a number; −0 is 0}
     *
     * @param number finite
     */
    public static Figure of(double number) {
        return new Figure(number + 0.0, "");
    }

    /**
     * {@return a reason, a year or the like}
     *
     * @param text as in the JSON output
     */
    public static Figure of(String text) {
        return new Figure(null, text);
    }

    /**
     * {@return a number, or that it is absent}
     *
     * @param number empty where the figure is not defined
     */
    public static Figure of(OptionalDouble number) {
        return number.isPresent() ? of(number.getAsDouble()) : ABSENT;
    }

    /** {@return the number, empty if the figure is a text} */
    public OptionalDouble number() {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return value == null ? text : String.valueOf(value);
    }
}
