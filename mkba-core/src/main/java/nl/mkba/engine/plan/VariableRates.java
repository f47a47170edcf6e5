package nl.mkba.engine.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Parameter;

/**
 * A case whose discount rates can be varied: each rate that is written as a number has become a parameter of its own. Its results
 * are the same bits as those of the case it was made from.
 *
 * @param theCase the case, with the rates among its parameters
 * @param rates where each of those parameters stands in the policy, by the parameter's id, which the scenario does not have
 */
public record VariableRates(Case theCase, Map<String, Rate> rates) {

    /**
     * A rate of the policy in force.
     *
     * @param rateClass the class of streams it discounts; {@link DiscountPolicy#STANDARD} for the standard schedule
     * @param from the year at which it begins, as the policy writes it: years after the base year, or a calendar year
     */
    public record Rate(String rateClass, int from) {}

    /**
     * Copies its map, so that it cannot change.
     *
     * @param theCase see {@link #theCase()}
     * @param rates see {@link #rates()}
     */
    public VariableRates {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }

    /**
     * {@return the rates of a case's policy parameters} Those that are formulas over parameters already move with them.
     *
     * @param theCase an alternative, in an outlook or without
     */
    public static VariableRates of(Case theCase) {
        Map<String, EffectiveParameter> parameters = new LinkedHashMap<>(theCase.inForce());
        Map<String, Rate> rates = new LinkedHashMap<>();
        DiscountPolicy policy = theCase.discounting();
        RateSchedule standard = variable(DiscountPolicy.STANDARD, policy.standard(), parameters, rates);
        Map<String, RateSchedule> classes = new LinkedHashMap<>();
        policy.classes().forEach((name, schedule) -> classes.put(name, variable(name, schedule, parameters, rates)));
        return new VariableRates(
                theCase.with(
                        Collections.unmodifiableMap(parameters), new DiscountPolicy(policy.name(), standard, classes)),
                rates);
    }

    private static RateSchedule variable(
            String rateClass,
            RateSchedule schedule,
            Map<String, EffectiveParameter> parameters,
            Map<String, Rate> rates) {
        TreeMap<Integer, Expression> steps = new TreeMap<>();
        schedule.steps().forEach((from, rate) -> {
            if (rate.number().isEmpty()) {
                steps.put(from, rate);
                return;
            }
            String id = "discount_rate_" + rateClass + "_" + from;
            while (parameters.containsKey(id)) {
                id += "_";
            }
            parameters.put(
                    id, EffectiveParameter.of(Parameter.builder(id).value(rate).build()));
            rates.put(id, new Rate(rateClass, from));
            steps.put(from, Expression.parameter(id));
        });
        return new RateSchedule(steps);
    }
}
