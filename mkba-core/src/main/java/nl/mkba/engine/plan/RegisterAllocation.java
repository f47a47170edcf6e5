package nl.mkba.engine.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Which memory the registers of a program have: a register that is read for the last time gives its memory to one that is
 * written later, so that what is worked on stays in the processor's cache. Inputs, outputs and constants keep their own.
 */
final class RegisterAllocation {

    /** The slot of a register without memory, since no instruction reads or writes it. */
    static final int NONE = -1;

    private RegisterAllocation() {}

    /** A slot per register; registers of the same slot are of the same size. */
    static int[] slots(
            int[][] operands, int[] results, boolean[] vectors, double[][] constants, int[] inputs, int[] outputs) {
        int[] lastRead = new int[vectors.length];
        Arrays.fill(lastRead, NONE);
        for (int k = 0; k < operands.length; k++) {
            for (int operand : operands[k]) {
                lastRead[operand] = k;
            }
        }
        boolean[] kept = new boolean[vectors.length];
        int[] slots = new int[vectors.length];
        Arrays.fill(slots, NONE);
        int next = 0;
        for (int r = 0; r < slots.length; r++) {
            kept[r] = constants[r] != null;
            if (kept[r] && lastRead[r] != NONE) {
                slots[r] = next++;
            }
        }
        for (int input : inputs) {
            kept[input] = true;
            slots[input] = next++;
        }
        for (int output : outputs) {
            kept[output] = true;
        }
        Deque<Integer> scalars = new ArrayDeque<>();
        Deque<Integer> series = new ArrayDeque<>();
        for (int k = 0; k < operands.length; k++) {
            int result = results[k];
            // An instruction may not write over what it reads, so operands are freed after this.
            if (result != Instruction.NONE) {
                Integer free = kept[result] ? null : (vectors[result] ? series : scalars).poll();
                slots[result] = free == null ? next++ : free;
            }
            for (int operand : operands[k]) {
                if (!kept[operand] && lastRead[operand] == k) {
                    (vectors[operand] ? series : scalars).push(slots[operand]);
                    kept[operand] = true;
                }
            }
        }
        return slots;
    }
}
