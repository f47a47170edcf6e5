package nl.mkba.engine.plan;

/** One step of a program: an operation, what it reads, and where its result goes. */
final class Instruction {

    /** The result of an instruction that has none. */
    static final int NONE = -1;

    final Op op;

    /** Registers. */
    final int[] operands;

    /** Whole numbers that are fixed when the plan is made. */
    final int[] immediates;

    /** A register, or {@link #NONE}. */
    final int result;

    /** Whether it writes to a register: a check does not. */
    boolean hasResult() {
        return result != NONE;
    }

    Instruction(Op op, int[] operands, int[] immediates, int result) {
        this.op = op;
        this.operands = operands;
        this.immediates = immediates;
        this.result = result;
    }
}
