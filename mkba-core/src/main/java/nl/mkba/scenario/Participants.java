package nl.mkba.scenario;

import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Who enters an intervention, year by year: {@code N(y) = count · strength(y)}.
 *
 * @param count how many enter at full strength, 0 or more
 * @param when in which years
 * @param unit what they are called, or null
 */
public record Participants(
        Expression count, Profile when, @Nullable Text unit) {

    /** A number a year. */
    public static Participants of(String count, Profile when) {
        return new Participants(Expression.parse(count), when, null);
    }
}
