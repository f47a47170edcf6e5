package nl.mkba.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as data, so that it can be carried out where this library does not run, such as in a browser: steps over numbered
 * registers. Carried out one after the other on IEEE 754 doubles they give the same figures as {@link Evaluator}; powers and
 * exponentials may differ in the last bits.
 *
 * @param years how many years a vector has
 * @param inputs the register of each input, a scalar, by the parameter's id; its value is as written, before the price index
 * @param constants the contents of registers that no step writes: one number for a scalar, one for each year for a vector
 * @param steps what to do, in this order
 * @param outputs the register of each figure, a scalar, by its name
 */
public record PlanDescription(
        int years,
        Map<String, Integer> inputs,
        Map<Integer, List<Double>> constants,
        List<Step> steps,
        Map<String, Integer> outputs) {

    public PlanDescription {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        steps = List.copyOf(steps);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * One step.
     *
     * @param op what to do
     * @param operands registers it reads
     * @param immediates whole numbers that belong to it, as {@link Op} describes
     * @param result the register it writes, or −1 for a check
     */
    public record Step(Op op, List<Integer> operands, List<Integer> immediates, int result) {

        public Step {
            operands = List.copyOf(operands);
            immediates = List.copyOf(immediates);
        }
    }
}
