package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Which alternatives of a scenario to calculate, in which outlooks, and with what changed for the occasion.
 *
 * @param alternatives their ids; none for all
 * @param outlooks ids of outlooks to calculate them in
 * @param withoutOutlook whether to calculate them without an outlook too
 * @param set changes to parameters, applied after the alternative and the outlook
 * @param discounting the discount policy instead of the scenario's and the outlooks', or null
 * @param effectsTimes by what every positive effect is multiplied, 0 or more; a loss stays whole. 1 changes nothing, 0.5
 *     asks what remains if the effects are half, 0 is the finding of no effect
 * @param limitsTimes by how much the limits to the size of what is asked are raised, above 0; 1 for the standard ones, which are far
 *     beyond any real analysis
 */
public record Selection(
        List<String> alternatives,
        List<String> outlooks,
        boolean withoutOutlook,
        Map<String, Replacement> set,
        @Nullable DiscountPolicy discounting,
        double effectsTimes,
        double limitsTimes) {

    /** All alternatives without an outlook, nothing changed. */
    public static final Selection ALL = new Selection(List.of(), List.of(), true, Map.of(), null);

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param alternatives see {@link #alternatives()}
     * @param outlooks see {@link #outlooks()}
     * @param withoutOutlook see {@link #withoutOutlook()}
     * @param set see {@link #set()}
     * @param discounting see {@link #discounting()}
     * @param effectsTimes see {@link #effectsTimes()}
     * @param limitsTimes see {@link #limitsTimes()}
     * @throws IllegalArgumentException if {@code effectsTimes} is not a number of 0 or more, or {@code limitsTimes} not one
     *     above 0
     */
    public Selection {
        if (!(effectsTimes >= 0 && effectsTimes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The factor of the effects (" + effectsTimes + ") must be 0 or more");
        }
        if (!(limitsTimes > 0 && limitsTimes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The factor of the limits (" + limitsTimes + ") must be above 0");
        }
        alternatives = List.copyOf(alternatives);
        outlooks = List.copyOf(outlooks);
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }

    /**
     * A selection in which effects are as the scenario has them.
     *
     * @param alternatives see {@link #alternatives()}
     * @param outlooks see {@link #outlooks()}
     * @param withoutOutlook see {@link #withoutOutlook()}
     * @param set see {@link #set()}
     * @param discounting see {@link #discounting()}
     */
    public Selection(
            List<String> alternatives,
            List<String> outlooks,
            boolean withoutOutlook,
            Map<String, Replacement> set,
            @Nullable DiscountPolicy discounting) {
        this(alternatives, outlooks, withoutOutlook, set, discounting, 1, 1);
    }

    /**
     * {@return the same selection with only these alternatives}
     *
     * @param ids of alternatives
     */
    public Selection alternatives(String... ids) {
        return new Selection(List.of(ids), outlooks, withoutOutlook, set, discounting, effectsTimes, limitsTimes);
    }

    /**
     * {@return the same selection in these outlooks only}
     *
     * @param ids of outlooks
     */
    public Selection inOutlooks(String... ids) {
        return new Selection(alternatives, List.of(ids), false, set, discounting, effectsTimes, limitsTimes);
    }

    /**
     * {@return the same selection in these outlooks, beside the run without one}
     *
     * @param ids of outlooks
     */
    public Selection withOutlooks(String... ids) {
        return new Selection(alternatives, List.of(ids), true, set, discounting, effectsTimes, limitsTimes);
    }

    /**
     * {@return the same selection, with another value of one parameter: a number, a percentage or a formula}
     *
     * @param parameter the parameter's id
     * @param value a number, a percentage or a formula
     */
    public Selection set(String parameter, String value) {
        return with(parameter, Replacement.by(value));
    }

    /**
     * {@return the same selection, with another value of one parameter: a plain number}
     *
     * @param parameter the parameter's id
     * @param value as written: a fraction for a percentage
     */
    public Selection set(String parameter, double value) {
        return with(parameter, Replacement.by(value));
    }

    /**
     * {@return the same selection, with one parameter replaced}
     *
     * @param parameter the parameter's id
     * @param replacement of its value
     */
    public Selection with(String parameter, Replacement replacement) {
        Map<String, Replacement> more = new LinkedHashMap<>(set);
        more.put(parameter, replacement);
        return new Selection(alternatives, outlooks, withoutOutlook, more, discounting, effectsTimes, limitsTimes);
    }

    /**
     * {@return the same selection, with another discount policy}
     *
     * @param policy made before
     */
    public Selection discountedBy(DiscountPolicy policy) {
        return new Selection(alternatives, outlooks, withoutOutlook, set, policy, effectsTimes, limitsTimes);
    }

    /**
     * {@return the same selection, with every positive effect multiplied}
     *
     * @param factor 0 or more
     */
    public Selection effectsTimes(double factor) {
        return new Selection(alternatives, outlooks, withoutOutlook, set, discounting, factor, limitsTimes);
    }

    /**
     * {@return the same selection, with raised limits to its size, so that it is not refused as too large}
     *
     * @param factor by how much each limit is raised, above 0; 1 for the standard ones
     */
    public Selection limitsTimes(double factor) {
        return new Selection(alternatives, outlooks, withoutOutlook, set, discounting, effectsTimes, factor);
    }

    /**
     * Shows every expression of what it changes to a visitor.
     *
     * @param discountingPath the path of the discount policy that it may bring
     * @param visitor receives the path of the key that an expression stands under, such as {@code set.price.times}, and the
     *     expression
     */
    public void forEachExpression(String discountingPath, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions.forEach(this, discountingPath, visitor);
    }

    /** {@return the outlooks to calculate in, the run without one first, in which the outlook is empty} */
    public List<Optional<String>> runs() {
        List<Optional<String>> runs = new ArrayList<>();
        if (withoutOutlook) {
            runs.add(Optional.empty());
        }
        for (String outlook : outlooks) {
            runs.add(Optional.of(outlook));
        }
        return runs;
    }
}
