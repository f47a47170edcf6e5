package nl.mkba.scenario;

import java.util.Set;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.expression.Expression;

/** Ids that already mean something where an id of that kind is written or shown, so that one of the two would be lost. */
final class ReservedIds {

    /** In the chances of being the best, which stand under the ids of the alternatives: doing nothing, and in which outlook. */
    private static final Set<String> ALTERNATIVES = Set.of("reference", "outlook");

    /** Where outlooks are asked for: every one of them. */
    private static final Set<String> OUTLOOKS = Set.of("all");

    private ReservedIds() {}

    /** In a formula, or behind {@code discounting}, it would be a function or a built-in policy. */
    static boolean isParameter(String id) {
        return Expression.Function.named(id).isPresent()
                || PublishedPolicy.find(id).isPresent();
    }

    static boolean isAlternative(String id) {
        return ALTERNATIVES.contains(id);
    }

    static boolean isOutlook(String id) {
        return OUTLOOKS.contains(id);
    }
}
