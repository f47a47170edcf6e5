package nl.mkba.engine.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mkba.engine.number.LostDigits;

/**
 * A calculation as a list of instructions over registers: arrays only, so that it can be sent anywhere and run by any
 * number of threads at once.
 */
final class Program implements Serializable {

    private static final long serialVersionUID = 1;

    /** The instructions' operations, in the order in which they are carried out. */
    private final Op[] ops;

    /** Their operands: registers. */
    private final int[][] operands;

    /** Their immediates. */
    private final int[][] immediates;

    /** Their results: registers, −1 for none. */
    private final int[] results;

    /** Per register whether it holds a vector of years. */
    private final boolean[] vectors;

    /** Per register its value, if it is the same in every draw; null otherwise. */
    private final double[][] constants;

    /** The registers of the inputs, in the order of the inputs. */
    private final int[] inputs;

    /** Per register the memory it has in a frame; see {@link RegisterAllocation}. */
    private final int[] slots;

    /** Per instruction an earlier one that checks the same register in the same way, or −1. */
    private final int[] repeated;

    private final int years;

    Program(
            List<Instruction> instructions,
            boolean[] vectors,
            double[][] constants,
            int[] inputs,
            int[] outputs,
            int years) {
        this.ops = new Op[instructions.size()];
        this.operands = new int[ops.length][];
        this.immediates = new int[ops.length][];
        this.results = new int[ops.length];
        for (int k = 0; k < ops.length; k++) {
            Instruction instruction = instructions.get(k);
            ops[k] = instruction.op;
            operands[k] = instruction.operands;
            immediates[k] = instruction.immediates;
            results[k] = instruction.result;
        }
        this.vectors = vectors;
        this.constants = constants;
        this.inputs = inputs;
        this.years = years;
        this.repeated = repeated();
        this.slots = RegisterAllocation.slots(operands, results, vectors, constants, inputs, outputs);
    }

    private int[] repeated() {
        int[] same = new int[ops.length];
        Map<Op, Map<Integer, Integer>> first = new EnumMap<>(Op.class);
        for (int k = 0; k < same.length; k++) {
            Integer earlier = ops[k].hasResult() || operands[k].length != 1
                    ? null
                    : first.computeIfAbsent(ops[k], op -> new HashMap<>()).putIfAbsent(operands[k][0], k);
            same[k] = earlier == null ? -1 : earlier;
        }
        return same;
    }

    /** How many inputs it takes. */
    int inputCount() {
        return inputs.length;
    }

    /** Per input whether a register depends on it. */
    boolean[] inputsOf(int register) {
        boolean[] needed = new boolean[constants.length];
        needed[register] = true;
        for (int k = ops.length - 1; k >= 0; k--) {
            if (results[k] >= 0 && needed[results[k]]) {
                for (int operand : operands[k]) {
                    needed[operand] = true;
                }
            }
        }
        boolean[] found = new boolean[inputs.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = needed[inputs[i]];
        }
        return found;
    }

    /**
     * The program as data.
     *
     * @param inputIds names of the inputs, in their order
     * @param figures registers of the outputs, by name
     */
    PlanDescription describe(List<String> inputIds, Map<String, Integer> figures) {
        Map<String, Integer> inputRegisters = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            inputRegisters.put(inputIds.get(i), inputs[i]);
        }
        Map<Integer, List<Double>> read = new TreeMap<>();
        figures.values().forEach(register -> addConstant(register, read));
        List<PlanDescription.Step> steps = new ArrayList<>();
        for (int k = 0; k < ops.length; k++) {
            for (int operand : operands[k]) {
                addConstant(operand, read);
            }
            steps.add(new PlanDescription.Step(
                    ops[k],
                    Arrays.stream(operands[k]).boxed().toList(),
                    Arrays.stream(immediates[k]).boxed().toList(),
                    results[k]));
        }
        return new PlanDescription(years, inputRegisters, read, steps, figures);
    }

    private void addConstant(int register, Map<Integer, List<Double>> found) {
        double[] constant = constants[register];
        if (constant != null) {
            found.put(register, Arrays.stream(constant).boxed().toList());
        }
    }

    /** Working memory for blocks of up to a given number of draws; for one thread at a time. */
    Frame frame(int block) {
        return new Frame(block);
    }

    /** The registers of one thread. */
    final class Frame implements RegisterValues {
        private final double[][][] registers;
        private final Interpreter machine;
        private final double[][][][] wired;
        private final int block;

        private Frame(int block) {
            this.block = block;
            this.machine = new Interpreter(years);
            this.registers = new double[vectors.length][][];
            Map<Integer, double[][]> memory = new HashMap<>();
            Map<Double, double[]> rows = new HashMap<>();
            for (int r = 0; r < vectors.length; r++) {
                double[] constant = constants[r];
                if (slots[r] == RegisterAllocation.NONE) {
                    continue;
                }
                if (constant == null) {
                    int size = vectors[r] ? years : 1;
                    registers[r] = memory.computeIfAbsent(slots[r], slot -> new double[size][block]);
                } else {
                    // Rows of constants are never written, so that equal ones may be one.
                    registers[r] = new double[constant.length][];
                    for (int y = 0; y < constant.length; y++) {
                        registers[r][y] = rows.computeIfAbsent(constant[y], value -> {
                            double[] row = new double[block];
                            Arrays.fill(row, value);
                            return row;
                        });
                    }
                }
            }
            this.wired = new double[ops.length][][][];
            for (int k = 0; k < ops.length; k++) {
                wired[k] = new double[operands[k].length][][];
                for (int j = 0; j < operands[k].length; j++) {
                    wired[k][j] = registers[operands[k][j]];
                }
            }
        }

        /** The column of an input, to be filled before a run. */
        double[] input(int index) {
            return registers[inputs[index]][0];
        }

        /** Carries the program out for the first {@code n} draws. */
        void run(int n, Interpreter.Sink sink) {
            Noting noting = new Noting(sink);
            boolean[] broken = new boolean[ops.length];
            for (int k = 0; k < ops.length; k++) {
                // Where a check found nothing to tell, the same check finds nothing again.
                if (repeated[k] >= 0 && !broken[repeated[k]]) {
                    continue;
                }
                noting.told = false;
                machine.execute(
                        ops[k], wired[k], immediates[k], results[k] < 0 ? EMPTY : registers[results[k]], n, noting);
                broken[k] = noting.told;
            }
        }

        /** Whether a number of the first draw is so small or large that digits may be lost: see {@link Underflow}. */
        boolean isNearUnderflow() {
            for (int input : inputs) {
                if (LostDigits.areNear(registers[input][0][0])) {
                    return true;
                }
            }
            for (int k = 0; k < ops.length; k++) {
                for (double[] row : results[k] < 0 ? EMPTY_ROWS : registers[results[k]]) {
                    if (Underflow.isNear(ops[k], row[0])) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The value of a scalar register in the first draw. */
        @Override
        public double value(int register) {
            return value(register, 0);
        }

        /** The values of a vector register in the first draw. */
        @Override
        public double[] vector(int register) {
            double[] constant = constants[register];
            if (constant != null) {
                return constant.clone();
            }
            double[][] rows = registers[register];
            double[] column = new double[rows.length];
            for (int y = 0; y < column.length; y++) {
                column[y] = rows[y][0];
            }
            return column;
        }

        /** The value of a scalar register in a draw. */
        double value(int register, int draw) {
            double[] constant = constants[register];
            return constant != null ? constant[0] : registers[register][0][draw];
        }

        /** Copies a scalar register's first {@code n} draws. */
        void copy(int register, double[] target, int from, int n) {
            copyYear(register, 0, target, from, n);
        }

        /** Copies a year of a vector register's first {@code n} draws. */
        void copyYear(int register, int year, double[] target, int from, int n) {
            double[] constant = constants[register];
            if (constant != null) {
                Arrays.fill(target, from, from + n, constant[year]);
            } else {
                System.arraycopy(registers[register][year], 0, target, from, n);
            }
        }

        /** The most draws in a block. */
        int block() {
            return block;
        }
    }

    /** Passes everything on, and notes that there was something. */
    private static final class Noting implements Interpreter.Sink {
        private final Interpreter.Sink sink;
        private boolean told;

        Noting(Interpreter.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void clamped(int check, int draw, double value) {
            told = true;
            sink.clamped(check, draw, value);
        }

        @Override
        public void refused(int check, int draw, double value) {
            told = true;
            sink.refused(check, draw, value);
        }
    }

    private static final double[][] EMPTY = {{}};

    private static final double[][] EMPTY_ROWS = {};
}
