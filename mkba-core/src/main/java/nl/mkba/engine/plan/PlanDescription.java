package nl.mkba.engine.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param years see {@link #years()}
     * @param inputs see {@link #inputs()}
     * @param constants see {@link #constants()}
     * @param steps see {@link #steps()}
     * @param outputs see {@link #outputs()}
     */
    public PlanDescription {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        steps = List.copyOf(steps);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * {@return the contents of every register when the inputs have these values, which must be allowed: one number for a
     * scalar, one for each year for a vector}
     *
     * @param values of the inputs, by the parameter's id; as written, before the price index
     */
    public Map<Integer, List<Double>> calculate(Map<String, Double> values) {
        Map<Integer, double[][]> registers = new HashMap<>();
        constants.forEach((register, constant) -> registers.put(register, rows(constant)));
        inputs.forEach((id, register) -> registers.put(register, rows(List.of(values.getOrDefault(id, Double.NaN)))));
        Interpreter interpreter = new Interpreter(years);
        for (Step step : steps) {
            if (step.result().isPresent()) {
                double[][][] operands =
                        step.operands().stream().map(registers::get).toArray(double[][][]::new);
                double[][] result = new double[step.op().isVector() ? years : 1][1];
                interpreter.execute(step.op(), operands, ProgramBuilder.unboxed(step.immediates()), result, 1, ALLOWED);
                registers.put(step.result().getAsInt(), result);
            }
        }
        Map<Integer, List<Double>> contents = new HashMap<>();
        registers.forEach((register, rows) ->
                contents.put(register, Arrays.stream(rows).map(row -> row[0]).toList()));
        return contents;
    }

    /** Numbers as the register of a block of one draw. */
    private static double[][] rows(List<Double> numbers) {
        return numbers.stream().map(number -> new double[] {number}).toArray(double[][]::new);
    }

    private static final Interpreter.Sink ALLOWED = new Interpreter.Sink() {
        @Override
        public void clamped(int check, int draw, double value) {
            // The step does what is to be done.
        }

        @Override
        public void refused(int check, int draw, double value) {
            throw new IllegalArgumentException("A value (" + value + ") is not allowed");
        }
    };

    /**
     * One step.
     *
     * @param op what to do
     * @param operands registers it reads
     * @param immediates whole numbers that belong to it, as {@link Op} describes
     * @param result the register it writes; empty for a check
     */
    public record Step(Op op, List<Integer> operands, List<Integer> immediates, OptionalInt result) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param op see {@link #op()}
         * @param operands see {@link #operands()}
         * @param immediates see {@link #immediates()}
         * @param result see {@link #result()}
         */
        public Step {
            operands = List.copyOf(operands);
            immediates = List.copyOf(immediates);
        }
    }
}
