package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sums of accounts are made of, so that rounding can be told from 0. */
final class Summands {

    private final Map<Integer, int[]> pairs = new HashMap<>();

    /** The sums of costs, benefits and transfers, which are 0 in draws already where rounding alone is left of these. */
    private final Set<Integer> balances = new HashSet<>();

    /** Notes that a register is the sum of products of these pairs, but for signs. */
    void put(int sum, List<Integer> products) {
        pairs.put(sum, products.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The same of costs, benefits and transfers. */
    void putBalance(int sum, List<Integer> products) {
        put(sum, products);
        balances.add(sum);
    }

    /**
     * Whether amounts cancel out in a sum, or in one that it is made of, so that rounding may be left of them in draws. Of costs,
     * benefits and transfers that balance it is not.
     */
    boolean mayLeaveRounding(int register, RegisterValues values) {
        int @Nullable [] products = pairs.get(register);
        if (products == null) {
            return false;
        }
        for (int k = 1; k < products.length; k += 2) {
            if (mayLeaveRounding(products[k], values)) {
                return true;
            }
        }
        return !balances.contains(register) && size(register, values) > Math.abs(values.value(register));
    }

    /** The value of a register: of a sum of which rounding alone is left, 0. */
    double value(int register, RegisterValues values) {
        double value = values.value(register);
        return value != 0 && pairs.containsKey(register) ? Rounding.cleaned(value, size(register, values)) : value;
    }

    /** The absolute amounts that a sum is made of, added up; of any other register its absolute value. */
    double size(int register, RegisterValues values) {
        int @Nullable [] products = pairs.get(register);
        if (products == null) {
            return Math.abs(values.value(register));
        }
        double size = 0;
        for (int k = 0; k < products.length; k += 2) {
            size += Math.abs(values.value(products[k])) * size(products[k + 1], values);
        }
        return size;
    }

    /** Whether a register is a sum of several products, which may cancel out. */
    boolean isSum(int register) {
        int @Nullable [] products = pairs.get(register);
        return products != null && products.length > 2;
    }

    /** The same as a register of its own. */
    int emitSize(int register, ProgramBuilder program) {
        int @Nullable [] products = pairs.get(register);
        if (products == null) {
            return program.emit(Op.ABS, register);
        }
        List<Integer> sizes = new ArrayList<>();
        for (int k = 0; k < products.length; k += 2) {
            sizes.add(program.emit(Op.ABS, products[k]));
            sizes.add(emitSize(products[k + 1], program));
        }
        return program.emit(Op.SUM_OF_PRODUCTS, sizes, List.of());
    }
}
