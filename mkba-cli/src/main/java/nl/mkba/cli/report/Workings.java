package nl.mkba.cli.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanDescription;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Register;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.engine.plan.VariableRates;
import nl.mkba.engine.plan.Vector;

/**
 * How an alternative is calculated from figures that may be changed: every step, and what it evaluates to now.
 *
 * @param plan with every figure that is not calculated from others as an input, but those that shape it (years)
 * @param rates the discount rates among its inputs, by the id of each
 * @param description its steps
 * @param contents what every register holds in the central estimate
 */
record Workings(
        Plan plan,
        Map<String, VariableRates.Rate> rates,
        PlanDescription description,
        Map<Integer, List<Double>> contents) {

    static Workings of(Plan central) {
        VariableRates variable = VariableRates.of(central.compiled());
        Map<String, Double> values = variable.theCase().centralValues();
        Set<String> inputs = new LinkedHashSet<>(values.keySet());
        inputs.removeAll(central.shaping());
        Plan plan = Plan.ofSized(variable.theCase(), inputs);
        PlanDescription description = plan.describe(wanted(plan));
        return new Workings(plan, variable.rates(), description, description.calculate(values));
    }

    /** Everything that a sheet shows, so that it is among the steps. */
    private static Map<String, Register> wanted(Plan plan) {
        Map<String, Register> wanted = new LinkedHashMap<>();
        Plan.Society society = plan.society();
        List.of(society.costs(), society.benefits(), society.transfers(), society.npv(), society.weightedNpv())
                .forEach(register -> add(wanted, register));
        plan.sizeRegister(society.costs()).ifPresent(register -> add(wanted, register));
        plan.stakeholders().values().forEach(account -> {
            add(wanted, account.costs());
            add(wanted, account.benefits());
            add(wanted, account.transfers());
            add(wanted, account.net());
            add(wanted, account.cash());
        });
        plan.grossToNet().forEach(register -> add(wanted, register));
        plan.parameters().values().forEach(register -> add(wanted, register));
        add(wanted, plan.discountFactors());
        add(wanted, plan.inflated());
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                add(wanted, part.flow());
                add(wanted, part.presentValue());
                add(wanted, part.tail());
                add(wanted, part.societyShare());
                add(wanted, part.cashable());
                part.shares().values().forEach(share -> add(wanted, share));
                add(wanted, part.discountFactors());
            }
        }
        return wanted;
    }

    private static void add(Map<String, Register> wanted, Register register) {
        wanted.put(String.valueOf(register.number()), register);
    }

    /** The value of a scalar. */
    double scalar(Scalar register) {
        return numbers(register.number()).get(0);
    }

    /** The value of a vector, year by year. */
    List<Double> vector(Vector register) {
        return numbers(register.number());
    }

    /** What the register with this number holds: one number, or one for each year. */
    List<Double> numbers(int register) {
        List<Double> numbers = contents.get(register);
        if (numbers == null) {
            throw new IllegalStateException("The register (" + register + ") is not among the steps");
        }
        return numbers;
    }
}
