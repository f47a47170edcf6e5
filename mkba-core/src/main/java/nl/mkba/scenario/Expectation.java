package nl.mkba.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a scenario's author holds a result to.
 *
 * @param figure path of the figure in the result, such as {@code stakeholders.municipality.net}
 * @param value what it should be
 * @param within how far off it may be
 * @param alternative id of the only alternative it holds for, or null for all
 * @param outlook id of the outlook it holds in, or null for the run without one
 */
public record Expectation(
        String figure,
        Value value,
        Tolerance within,
        @Nullable String alternative,
        @Nullable String outlook) {

    /** An expected value. */
    public sealed interface Value {
        /** A number. */
        record Number(double number) implements Value {
            public Number {
                number = number == 0 ? 0.0 : number;
            }
        }

        /** A text, such as a reason. */
        record Text(String text) implements Value {}

        /** Nothing: the figure is absent. */
        record Absent() implements Value {}
    }

    /**
     * How far a number may be off.
     *
     * @param amount an absolute amount, or a fraction of the expected value
     * @param relative whether it is a fraction
     */
    public record Tolerance(double amount, boolean relative) {
        /** 1e-6, relative or absolute, whichever is wider. */
        public static final Tolerance DEFAULT = new Tolerance(1e-6, true);
    }
}
