package nl.mkba.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import nl.mkba.engine.number.LostDigits;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Program}. What depends on no input is calculated by the same machine that runs the program, once, and a vector
 * or what follows from one only when it is asked for: most of a plan is never looked at where only its total is. An
 * instruction with the same operation and operands as an earlier one is that one, so that streams with equal timing,
 * growth and rate share their time factor. A value that is not a number stands for one that was reported as a problem,
 * and silences what depends on it.
 */
final class ProgramBuilder implements RegisterValues {

    private static final int[] NONE = {};

    private final int years;
    private final Interpreter folder;
    private final Interpreter.Sink sink;
    private final List<Register> registers = new ArrayList<>();
    private final List<double @Nullable []> constants = new ArrayList<>();

    /** Per register what makes it, if that is the same in every draw; it may be put off. */
    private final List<@Nullable Instruction> makers = new ArrayList<>();

    private final Map<Key, Register> known = new HashMap<>();
    private final Set<Key> checked = new HashSet<>();
    private final Map<Long, Scalar> numbers = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Scalar> inputs = new ArrayList<>();

    /** The registers of numbers and inputs. */
    private final BitSet given = new BitSet();

    /** Whether a constant is so small or large that digits may be lost: see {@link Underflow}. */
    private boolean isNearUnderflow;

    /** What an instruction calculates. Compared by hand: a record's own way would slow the start of a short command. */
    private static final class Key {
        private final Op op;
        private final int[] operands;
        private final int[] immediates;
        private final int hash;

        Key(Op op, int[] operands, int[] immediates) {
            this.op = op;
            this.operands = operands;
            this.immediates = immediates;
            this.hash = 31 * (31 * op.name().hashCode() + Arrays.hashCode(operands)) + Arrays.hashCode(immediates);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && op == key.op
                    && Arrays.equals(operands, key.operands)
                    && Arrays.equals(immediates, key.immediates);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** @param sink told of rules that constants break */
    ProgramBuilder(int years, Interpreter.Sink sink) {
        this.years = years;
        this.folder = new Interpreter(years);
        this.sink = sink;
    }

    /** How many years a vector has. */
    int years() {
        return years;
    }

    /** A register with this number. */
    Scalar number(double value) {
        Long bits = Double.doubleToLongBits(value);
        Scalar register = numbers.get(bits);
        if (register == null) {
            register = add(new Scalar(size()), new double[] {value});
            given.set(register.number());
            isNearUnderflow |= LostDigits.areNear(value);
            numbers.put(bits, register);
        }
        return register;
    }

    /** A register with this number in every year. */
    Vector everyYear(double value) {
        double[] all = new double[years];
        Arrays.fill(all, value);
        return add(new Vector(size()), all);
    }

    /** The register of the next input. */
    Scalar input() {
        Scalar register = add(new Scalar(size()), null);
        given.set(register.number());
        inputs.add(register);
        return register;
    }

    private <R extends Register> R add(R register, double @Nullable [] constant) {
        registers.add(register);
        constants.add(constant);
        makers.add(null);
        return register;
    }

    private Register resultOf(Op op, double @Nullable [] constant) {
        return op.isVector() ? add(new Vector(size()), constant) : add(new Scalar(size()), constant);
    }

    /** The result of an operation that gives a number, without immediates. */
    Scalar scalar(Op op, Register... operands) {
        return (Scalar) result(op, numbersOf(operands), NONE);
    }

    /** The result of an operation that gives a number. */
    Scalar scalar(Op op, List<? extends Register> operands, int... immediates) {
        return (Scalar) result(op, numbersOf(operands), immediates);
    }

    /** The result of an operation that gives a number for each year, without immediates. */
    Vector vector(Op op, Register... operands) {
        return (Vector) result(op, numbersOf(operands), NONE);
    }

    /** The result of an operation that gives a number for each year. */
    Vector vector(Op op, List<? extends Register> operands, int... immediates) {
        return (Vector) result(op, numbersOf(operands), immediates);
    }

    /** Holds registers to a rule. */
    void check(Op op, Check check, Register... operands) {
        check(op, check, List.of(operands));
    }

    /** The same. */
    void check(Op op, Check check, List<? extends Register> operands) {
        int[] checkedRegisters = numbersOf(operands);
        int[] immediates = {check.number()};
        if (checked.add(new Key(op, checkedRegisters, immediates))) {
            requireTaken(op, checkedRegisters, immediates);
            if (areConstant(checkedRegisters)) {
                calculated(op, checkedRegisters, immediates);
            } else {
                instructions.add(new Instruction(op, checkedRegisters, immediates, Instruction.NONE));
            }
        }
    }

    private Register result(Op op, int[] operands, int[] immediates) {
        Key key = new Key(op, operands, immediates);
        Register result = known.get(key);
        if (result == null) {
            requireTaken(op, operands, immediates);
            result = areConstant(operands) ? fold(op, operands, immediates) : append(op, operands, immediates);
            known.put(key, result);
        }
        return result;
    }

    private static int[] numbersOf(Register... registers) {
        int[] numbers = new int[registers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = registers[i].number();
        }
        return numbers;
    }

    static int[] numbersOf(List<? extends Register> registers) {
        int[] numbers = new int[registers.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = registers.get(i).number();
        }
        return numbers;
    }

    /** Of a vector taken for a scalar only the first year would be read, without a word. */
    private void requireTaken(Op op, int[] operands, int[] immediates) {
        Signature signature = op.signature();
        boolean taken = signature.takesOperands(operands.length)
                && signature.takesImmediates(immediates.length, operands.length, years);
        for (int i = 0; taken && i < operands.length; i++) {
            taken = isVector(operands[i]) == (op.operand(i) == Op.Kind.YEARS);
        }
        if (!taken) {
            throw new IllegalArgumentException("The operation " + op + " does not take the registers "
                    + Arrays.toString(operands) + " with the immediates " + Arrays.toString(immediates));
        }
    }

    static int[] unboxed(List<Integer> numbers) {
        int[] plain = new int[numbers.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers.get(i);
        }
        return plain;
    }

    private boolean areConstant(int[] registers) {
        for (int register : registers) {
            if (!isConstant(register)) {
                return false;
            }
        }
        return true;
    }

    private Register append(Op op, int[] operands, int[] immediates) {
        Register result = resultOf(op, null);
        instructions.add(new Instruction(op, operands, immediates, result.number()));
        return result;
    }

    private Register fold(Op op, int[] operands, int[] immediates) {
        if (op.tells()) {
            // What is wrong is reported in the order in which it is compiled.
            return made(op, operands, immediates, calculated(op, operands, immediates));
        }
        boolean isPutOff = op.isVector() || !areKnown(operands);
        return made(op, operands, immediates, isPutOff ? null : calculated(op, operands, immediates));
    }

    private Register made(Op op, int[] operands, int[] immediates, double @Nullable [] constant) {
        Register result = resultOf(op, constant);
        makers.set(result.number(), new Instruction(op, operands, immediates, result.number()));
        return result;
    }

    /** Whether no operand is a vector, or was put off. */
    private boolean areKnown(int[] operands) {
        for (int operand : operands) {
            if (isVector(operand) || constants.get(operand) == null) {
                return false;
            }
        }
        return true;
    }

    private double[] calculated(Op op, int[] operands, int[] immediates) {
        double[][] constant = new double[operands.length][];
        for (int i = 0; i < operands.length; i++) {
            constant[i] = constant(operands[i]);
        }
        double[] result = calculated(folder, op, constant, immediates, sink);
        isNearUnderflow |= op.hasResult() && Underflow.isNear(op, result);
        return result;
    }

    /** What an operation makes of these operands. */
    double[] calculated(
            Interpreter interpreter, Op op, double[][] operands, int[] immediates, Interpreter.Sink listener) {
        double[][][] in = new double[operands.length][][];
        for (int i = 0; i < operands.length; i++) {
            in[i] = rows(operands[i]);
        }
        double[][] out = new double[op.isVector() ? years : 1][1];
        interpreter.execute(op, in, immediates, out, 1, listener);
        return out.length == 1 ? out[0] : column(out);
    }

    /** Whether a constant that was calculated is so small or large that digits may be lost: see {@link Underflow}. */
    boolean isNearUnderflow() {
        return isNearUnderflow;
    }

    /** How many registers there are. */
    int size() {
        return registers.size();
    }

    /** What makes a register, if it is the same in every draw and no number that was given. */
    @Nullable
    Instruction maker(int register) {
        return makers.get(register);
    }

    /** A constant as the register of a block of one draw. */
    private static double[][] rows(double[] constant) {
        if (constant.length == 1) {
            return new double[][] {constant};
        }
        double[][] rows = new double[constant.length][];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = new double[] {constant[y]};
        }
        return rows;
    }

    private static double[] column(double[][] rows) {
        double[] column = new double[rows.length];
        for (int y = 0; y < rows.length; y++) {
            column[y] = rows[y][0];
        }
        return column;
    }

    /** The register of an input. */
    Scalar input(int index) {
        return inputs.get(index);
    }

    /** Whether a register holds a number that was given, or that of an input: nothing was calculated. */
    boolean isGiven(Scalar register) {
        return given.get(register.number());
    }

    /** Whether a register holds a vector of years. */
    boolean isVector(int register) {
        return registers.get(register) instanceof Vector;
    }

    /** Per register its value, if it is the same in every draw and was asked for; null otherwise. */
    double[][] constants() {
        return constants.toArray(double[][]::new);
    }

    /** Whether a register is the same in every draw. */
    boolean isConstant(Register register) {
        return isConstant(register.number());
    }

    private boolean isConstant(int register) {
        return constants.get(register) != null || makers.get(register) != null;
    }

    /** What a constant register holds. Plans are shared between threads, and one of them calculates it. */
    private synchronized double[] constant(int register) {
        double[] known = constants.get(register);
        if (known != null) {
            return known;
        }
        if (makers.get(register) == null) {
            throw new IllegalStateException("The register (" + register + ") depends on an input");
        }
        // No recursion: what follows from what may be a long row.
        Deque<Integer> wanted = new ArrayDeque<>();
        wanted.push(register);
        while (!wanted.isEmpty()) {
            int next = wanted.peek();
            Instruction maker = makers.get(next);
            if (maker == null || constants.get(next) != null || !isMissingAny(maker.operands, wanted)) {
                wanted.pop();
                if (maker != null && constants.get(next) == null) {
                    constants.set(next, calculated(maker.op, maker.operands, maker.immediates));
                }
            }
        }
        return constant(register);
    }

    /** Whether registers are still to be calculated, which are then wanted first. */
    private boolean isMissingAny(int[] registers, Deque<Integer> wanted) {
        boolean isMissing = false;
        for (int register : registers) {
            if (constants.get(register) == null) {
                wanted.push(register);
                isMissing = true;
            }
        }
        return isMissing;
    }

    /** The number in a constant scalar register. */
    @Override
    public double value(Scalar register) {
        return constant(register.number())[0];
    }

    /** The numbers in a constant vector register. */
    @Override
    public double[] years(Vector register) {
        return constant(register.number()).clone();
    }

    /** What a register holds, if it is the same in every draw; null otherwise. */
    double @Nullable [] ifConstant(int register) {
        return isConstant(register) ? constant(register).clone() : null;
    }

    /**
     * The program, without the instructions on which neither a check nor one of the outputs depends.
     *
     * @param outputs registers that will be read
     */
    Program build(int... outputs) {
        return program(needed(outputs), outputs);
    }

    /** The program with every register kept, to be read as that of a central estimate is. */
    Program buildWhole() {
        int[] all = new int[size()];
        for (int r = 0; r < all.length; r++) {
            all[r] = r;
        }
        return build(all);
    }

    /**
     * The same program in fewer instructions; see {@link Fusion}.
     *
     * @param witness an output that is not finite if what it is made of is not
     */
    Program buildFused(Scalar witness, int... outputs) {
        return program(Fusion.of(needed(outputs), constants, outputs, OptionalInt.of(witness.number())), outputs);
    }

    /**
     * The same for values in which nothing is refused, as was seen before: without checks.
     *
     * @param outputs registers that will be read
     */
    Program buildUnchecked(int... outputs) {
        return program(Fusion.of(needed(false, outputs), constants, outputs, OptionalInt.empty()), outputs);
    }

    /** The instructions on which a check or one of these registers depends, in their order. */
    List<Instruction> needed(int... outputs) {
        return needed(true, outputs);
    }

    private List<Instruction> needed(boolean checks, int... outputs) {
        boolean[] needed = new boolean[size()];
        for (int output : outputs) {
            needed[output] = true;
            calculate(output);
        }
        List<Instruction> kept = new ArrayList<>();
        for (int k = instructions.size() - 1; k >= 0; k--) {
            Instruction instruction = instructions.get(k);
            if (instruction.hasResult() ? needed[instruction.result] : checks) {
                kept.add(instruction);
                for (int operand : instruction.operands) {
                    needed[operand] = true;
                    calculate(operand);
                }
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Has a constant register hold its value. */
    private void calculate(int register) {
        if (isConstant(register)) {
            constant(register);
        }
    }

    /** A program of these instructions. */
    Program program(List<Instruction> kept, int... outputs) {
        boolean[] vectors = new boolean[size()];
        for (int r = 0; r < vectors.length; r++) {
            vectors[r] = isVector(r);
        }
        return program(kept, vectors, constants, numbersOf(inputs), outputs, years);
    }

    /**
     * The same, over other registers.
     *
     * @param vectors per register whether it holds a vector of years
     * @param constants per register its value, if it is the same in every draw
     */
    static Program program(
            List<Instruction> kept,
            boolean[] vectors,
            List<double @Nullable []> constants,
            int[] inputs,
            int[] outputs,
            int years) {
        return new Program(
                lateVectors(kept, vectors.length, outputs),
                vectors,
                constants.toArray(double[][]::new),
                inputs,
                outputs,
                years);
    }

    /**
     * The same instructions with each vector made just before it is first read, while it is still in the processor's cache.
     * What tells of values that break rules stays in its order.
     */
    private static List<Instruction> lateVectors(List<Instruction> kept, int registers, int[] outputs) {
        @Nullable Instruction[] waiting = new Instruction[registers];
        List<Instruction> ordered = new ArrayList<>();
        for (Instruction instruction : kept) {
            if (instruction.op.isVector() && instruction.op != Op.CLAMP_YEARS) {
                waiting[instruction.result] = instruction;
            } else {
                addWaiting(instruction.operands, waiting, ordered);
                ordered.add(instruction);
            }
        }
        addWaiting(outputs, waiting, ordered);
        return ordered;
    }

    /** Adds the instructions that make these registers and are still waiting, each after those that make its operands. */
    private static void addWaiting(int[] registers, @Nullable Instruction[] waiting, List<Instruction> ordered) {
        for (int register : registers) {
            Instruction maker = waiting[register];
            if (maker != null) {
                waiting[register] = null;
                addWaiting(maker.operands, waiting, ordered);
                ordered.add(maker);
            }
        }
    }
}
