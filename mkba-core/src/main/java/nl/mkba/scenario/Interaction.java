package nl.mkba.scenario;

import java.util.Locale;
import nl.mkba.expression.Expression;

/**
 * What another intervention does to the effects of this one. With {@code a(y)} the strength of the other in year y, 0
 * if it is not there, the effects are multiplied by {@code 1 + (times − 1) · a(y)} for {@code WITH} and by {@code times +
 * (1 − times) · a(y)} for {@code WITHOUT}.
 *
 * @param condition whether the factor holds with or without the other
 * @param other id of the other intervention
 * @param times the factor, 0 or more
 */
public record Interaction(Condition condition, String other, Expression times) {

    /** Whether the factor holds with or without the other. */
    public enum Condition {
        /** While the other is there: reinforcement, or getting in each other's way. */
        WITH,
        /** While the other is not there: a precondition. */
        WITHOUT;

        /** The key in a scenario file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The effects are multiplied while the other is there. */
    public static Interaction with(String other, String times) {
        return new Interaction(Condition.WITH, other, Expression.parse(times));
    }

    /** The effects are multiplied while the other is not there. */
    public static Interaction without(String other, String times) {
        return new Interaction(Condition.WITHOUT, other, Expression.parse(times));
    }
}
