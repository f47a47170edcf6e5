package nl.mkba.plan;

import java.io.Serializable;
import java.util.Arrays;

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

    private final int years;

    Program(
            Op[] ops,
            int[][] operands,
            int[][] immediates,
            int[] results,
            boolean[] vectors,
            double[][] constants,
            int[] inputs,
            int years) {
        this.ops = ops;
        this.operands = operands;
        this.immediates = immediates;
        this.results = results;
        this.vectors = vectors;
        this.constants = constants;
        this.inputs = inputs;
        this.years = years;
    }

    /** How many inputs it takes. */
    int inputCount() {
        return inputs.length;
    }

    /** Working memory for blocks of at most so many draws; for one thread at a time. */
    Frame frame(int block) {
        return new Frame(block);
    }

    /** The registers of one thread. */
    final class Frame {
        private final double[][] registers;
        private final Machine machine;
        private final double[][][] wired;
        private final int block;

        private Frame(int block) {
            this.block = block;
            this.machine = new Machine(years, block);
            this.registers = new double[vectors.length][];
            boolean[] used = used();
            for (int r = 0; r < vectors.length; r++) {
                if (used[r]) {
                    registers[r] = new double[vectors[r] ? years * block : block];
                    double[] constant = constants[r];
                    if (constant != null) {
                        for (int y = 0; y < constant.length; y++) {
                            Arrays.fill(registers[r], y * block, (y + 1) * block, constant[y]);
                        }
                    }
                }
            }
            this.wired = new double[ops.length][][];
            for (int k = 0; k < ops.length; k++) {
                wired[k] = new double[operands[k].length][];
                for (int j = 0; j < operands[k].length; j++) {
                    wired[k][j] = registers[operands[k][j]];
                }
            }
        }

        /** Registers that some instruction reads or writes; constants that were folded away need no memory. */
        private boolean[] used() {
            boolean[] used = new boolean[vectors.length];
            for (int k = 0; k < ops.length; k++) {
                for (int operand : operands[k]) {
                    used[operand] = true;
                }
                if (results[k] >= 0) {
                    used[results[k]] = true;
                }
            }
            for (int input : inputs) {
                used[input] = true;
            }
            return used;
        }

        /** The column of an input, to be filled before a run. */
        double[] input(int index) {
            return registers[inputs[index]];
        }

        /** Carries the program out for the first {@code n} draws. */
        void run(int n, Machine.Sink sink) {
            for (int k = 0; k < ops.length; k++) {
                machine.execute(
                        ops[k], wired[k], immediates[k], results[k] < 0 ? EMPTY : registers[results[k]], n, sink);
            }
        }

        /** The value of a scalar register in a draw. */
        double value(int register, int draw) {
            double[] constant = constants[register];
            return constant != null ? constant[0] : registers[register][draw];
        }

        /** Copies a scalar register's first {@code n} draws. */
        void copy(int register, double[] target, int from, int n) {
            double[] constant = constants[register];
            if (constant != null) {
                Arrays.fill(target, from, from + n, constant[0]);
            } else {
                System.arraycopy(registers[register], 0, target, from, n);
            }
        }

        /** The most draws in a block. */
        int block() {
            return block;
        }
    }

    private static final double[] EMPTY = {};
}
