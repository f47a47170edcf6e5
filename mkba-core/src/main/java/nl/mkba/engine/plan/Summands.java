package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sums of accounts are made of, so that rounding can be told from 0. */
final class Summands {

    private final Map<Scalar, List<Scalar>> pairs = new HashMap<>();

    /** The sums of costs, benefits and transfers, which are 0 in draws already where rounding alone is left of these. */
    private final Set<Scalar> balances = new HashSet<>();

    /** Notes that a register is the sum of products of these pairs, but for signs. */
    void put(Scalar sum, List<Scalar> products) {
        pairs.put(sum, List.copyOf(products));
    }

    /** The same of costs, benefits and transfers. */
    void putBalance(Scalar sum, List<Scalar> products) {
        put(sum, products);
        balances.add(sum);
    }

    /**
     * Whether amounts cancel out in a sum, or in one that it is made of, so that rounding may be left of them in draws. Of costs,
     * benefits and transfers that balance it is not.
     */
    boolean mayLeaveRounding(Scalar register, RegisterValues values) {
        List<Scalar> products = pairs.get(register);
        if (products == null) {
            return false;
        }
        for (int k = 1; k < products.size(); k += 2) {
            if (mayLeaveRounding(products.get(k), values)) {
                return true;
            }
        }
        return !balances.contains(register) && size(register, values) > Math.abs(values.value(register));
    }

    /** The value of a register: of a sum of which rounding alone is left, 0. */
    double value(Scalar register, RegisterValues values) {
        double value = values.value(register);
        return value != 0 && pairs.containsKey(register) ? Rounding.cleaned(value, size(register, values)) : value;
    }

    /** The absolute amounts that a sum is made of, added up; of any other register its absolute value. */
    double size(Scalar register, RegisterValues values) {
        List<Scalar> products = pairs.get(register);
        if (products == null) {
            return Math.abs(values.value(register));
        }
        double size = 0;
        for (int k = 0; k < products.size(); k += 2) {
            size += Math.abs(values.value(products.get(k))) * size(products.get(k + 1), values);
        }
        return size;
    }

    /** Whether a register is a sum of several products, which may cancel out. */
    boolean isSum(Scalar register) {
        List<Scalar> products = pairs.get(register);
        return products != null && products.size() > 2;
    }

    /** The same as a register of its own. */
    Scalar emitSize(Scalar register, ProgramBuilder program) {
        List<Scalar> products = pairs.get(register);
        if (products == null) {
            return program.scalar(Op.ABS, register);
        }
        List<Scalar> sizes = new ArrayList<>();
        for (int k = 0; k < products.size(); k += 2) {
            sizes.add(program.scalar(Op.ABS, products.get(k)));
            sizes.add(emitSize(products.get(k + 1), program));
        }
        return program.scalar(Op.SUM_OF_PRODUCTS, sizes);
    }
}
