package nl.mkba.discounting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * How future flows are discounted: a standard schedule of rates, and schedules for classes of streams that differ from
 * it.
 *
 * @param name of a published policy, or null for one written out
 * @param standard for every stream without a class of its own
 * @param classes by the name that a stream's {@code rate_class} picks
 */
public record DiscountPolicy(@Nullable String name, RateSchedule standard, Map<String, RateSchedule> classes) {

    /** The name of the class that every stream is in unless it says otherwise. */
    public static final String STANDARD = "standard";

    public DiscountPolicy {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** One rate a year for everything, such as 0.0225. */
    public static DiscountPolicy flat(double ratePerYear) {
        return flat(Expression.of(ratePerYear));
    }

    /** One rate a year for everything, such as {@code 2.25%} or a parameter's id. */
    public static DiscountPolicy flat(Expression ratePerYear) {
        return new DiscountPolicy(null, RateSchedule.flat(ratePerYear), Map.of());
    }

    /**
     * A published policy by its name.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if there is none of that name
     */
    public static DiscountPolicy published(String name) {
        return PublishedPolicy.named(name).policy();
    }

    /** The schedule of a class, or the standard one if the policy does not tell that class apart. */
    public RateSchedule schedule(String rateClass) {
        return classes.getOrDefault(rateClass, standard);
    }
}
