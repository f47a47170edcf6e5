package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.plan.Plan;
import nl.mkba.plan.PlanDescription;
import nl.mkba.plan.PlanStream;

/**
 * How an alternative is calculated from figures that may be changed: every step, and what it evaluates to now.
 *
 * @param plan with every figure that is not calculated from others as an input, but those that shape it (years)
 * @param description its steps
 * @param contents what every register holds in the central estimate
 */
record Workings(Plan plan, PlanDescription description, Map<Integer, List<Double>> contents) {

    static Workings of(Plan central) {
        Map<String, Double> values = central.compiled().centralValues();
        Set<String> inputs = new LinkedHashSet<>(values.keySet());
        inputs.removeAll(central.shaping());
        Plan plan = Plan.of(central.compiled(), inputs);
        PlanDescription description = plan.describe(wanted(plan));
        return new Workings(plan, description, description.calculate(values));
    }

    /** Everything that a sheet shows, so that it is among the steps. */
    private static Map<String, Integer> wanted(Plan plan) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Plan.Society society = plan.society();
        for (int register : new int[] {society.costs(), society.benefits(), society.transfers(), society.npv()}) {
            add(wanted, register);
        }
        plan.parties().values().forEach(account -> {
            add(wanted, account.costs());
            add(wanted, account.benefits());
            add(wanted, account.transfers());
            add(wanted, account.net());
            add(wanted, account.cash());
        });
        for (int register : plan.grossToNet()) {
            add(wanted, register);
        }
        plan.parameters().values().forEach(register -> add(wanted, register));
        add(wanted, plan.discountFactors());
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                add(wanted, part.flow());
                add(wanted, part.presentValue());
                add(wanted, part.tail());
                add(wanted, part.societyShare());
                add(wanted, part.discountFactors());
            }
        }
        return wanted;
    }

    private static void add(Map<String, Integer> wanted, int register) {
        if (register >= 0) {
            wanted.put(String.valueOf(register), register);
        }
    }

    /** The value of a scalar. */
    double scalar(int register) {
        return vector(register).get(0);
    }

    /** The value of a vector, year by year. */
    List<Double> vector(int register) {
        List<Double> numbers = contents.get(register);
        if (numbers == null) {
            throw new IllegalStateException("The register (" + register + ") is not among the steps");
        }
        return numbers;
    }

    /** What registers stand for, where that can be said in a few words. */
    Map<Integer, String> names(Words words) {
        Map<Integer, String> names = new HashMap<>();
        plan.parameters()
                .forEach((id, register) ->
                        names.putIfAbsent(register, words.labels().parameter(id)));
        for (PlanStream stream : plan.streams()) {
            String subject = stream.intervention().id() + "." + stream.stream().id();
            for (PlanStream.ValueComponent part : stream.parts()) {
                String of = part.valueId().isEmpty() ? subject : subject + "." + part.valueId();
                part.factors().forEach(factor -> names.putIfAbsent(factor.register(), subject + ": " + factor.key()));
                name(names, part.entering(), subject, words.shared("column.participants"));
                name(names, part.strength(), subject, words.shared("column.strength"));
                name(names, part.interactions(), subject, words.shared("column.interactions"));
                name(names, part.growth(), of, words.shared("column.growth"));
                name(names, part.flow(), of, words.shared("column.flow"));
                name(names, part.presentValue(), of, words.shared("column.pv"));
            }
        }
        names.putIfAbsent(plan.discountFactors(), words.shared("column.discount_factor"));
        return names;
    }

    private static void name(Map<Integer, String> names, int register, String subject, String what) {
        if (register >= 0) {
            names.putIfAbsent(register, subject + ": " + what);
        }
    }
}
