package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.engine.number.LostDigits;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Expression.Node;

/**
 * A formula over columns, compiled: an instruction after another, each over all rows of a part. The arithmetic is that of the
 * formulas of a scenario, to the bit.
 */
final class ColumnFormula {

    /** An instruction: what it does, and on which arrays. The arrays of columns come first, then those in between. */
    private record Step(Kind kind, int first, int second, double number, int into) {}

    private enum Kind {
        NUMBER,
        NEGATE,
        ADD,
        SUBTRACT,
        ADD_CALCULATED,
        SUBTRACT_CALCULATED,
        MULTIPLY,
        DIVIDE,
        MIN,
        MAX,
        ABS,
        SQRT,
        EXP,
        LN,
        POW
    }

    private static final double HUNDRED = 100;
    private static final double HUNDREDTH = 0.01;

    private final Expression formula;
    private final int arrays;
    private final int result;
    private final List<Step> steps;
    private final int[] references;
    private final int[] hundredths;

    private ColumnFormula(
            Expression formula, int arrays, int result, List<Step> steps, int[] references, int[] hundredths) {
        this.formula = formula;
        this.arrays = arrays;
        this.result = result;
        this.steps = steps;
        this.references = references;
        this.hundredths = hundredths;
    }

    /**
     * Compiles a formula.
     *
     * @param places by name, which column it is
     * @param columns how many columns there are
     */
    static ColumnFormula of(Expression formula, Map<String, Integer> places, int columns) {
        Compiler compiler = new Compiler(places, columns);
        int result = compiler.node(formula.node(), 0);
        return new ColumnFormula(
                formula,
                compiler.arrays,
                result,
                List.copyOf(compiler.steps),
                array(compiler.references),
                array(compiler.hundredths));
    }

    private static int[] array(Set<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A formula that is one column as it is, whatever its name. */
    static ColumnFormula column(int place, int columns) {
        return of(Expression.parameter("column"), Map.of("column", place), columns);
    }

    private static final class Compiler {
        private final Map<String, Integer> places;
        private final int columns;
        private final List<Step> steps = new ArrayList<>();
        private final Set<Integer> references = new TreeSet<>();
        private final Set<Integer> hundredths = new TreeSet<>();
        private int arrays;

        Compiler(Map<String, Integer> places, int columns) {
            this.places = places;
            this.columns = columns;
        }

        /**
         * Which array has the value of a node.
         *
         * @param depth how many arrays in between are in use
         */
        int node(Node node, int depth) {
            if (node instanceof Node.Reference reference) {
                Integer place = places.get(reference.parameter());
                if (place == null) {
                    throw new IllegalArgumentException(reference.parameter());
                }
                references.add(place);
                return place;
            }
            if (node instanceof Node.Number number) {
                return step(Kind.NUMBER, 0, 0, number.value(), depth);
            }
            if (node instanceof Node.Negation negation) {
                return step(Kind.NEGATE, node(negation.operand(), depth), 0, 0, depth);
            }
            if (node instanceof Node.Binary binary) {
                noteHundredth(binary);
                Kind kind = switch (binary.operator()) {
                    case ADD -> isExact(binary) ? Kind.ADD : Kind.ADD_CALCULATED;
                    case SUBTRACT -> isExact(binary) ? Kind.SUBTRACT : Kind.SUBTRACT_CALCULATED;
                    case MULTIPLY -> Kind.MULTIPLY;
                    case DIVIDE -> Kind.DIVIDE;
                };
                return step(kind, node(binary.left(), depth), node(binary.right(), depth + 1), 0, depth);
            }
            if (node instanceof Node.Call call) {
                return call(call, depth);
            }
            throw new IllegalArgumentException("A faulty formula");
        }

        /** Whether neither number was calculated, as in a scenario: of others rounding alone may be left. */
        private static boolean isExact(Node.Binary binary) {
            return isGiven(binary.left()) && isGiven(binary.right());
        }

        private static boolean isGiven(Node node) {
            return node instanceof Node.Number || node instanceof Node.Reference;
        }

        /** Notes the columns in what a formula divides by 100, or takes 1% of. */
        private void noteHundredth(Node.Binary binary) {
            switch (binary.operator()) {
                case DIVIDE -> noteHundredth(binary.left(), binary.right(), HUNDRED);
                case MULTIPLY -> {
                    noteHundredth(binary.left(), binary.right(), HUNDREDTH);
                    noteHundredth(binary.right(), binary.left(), HUNDREDTH);
                }
                default -> {
                    // Neither makes a fraction of a percentage.
                }
            }
        }

        private void noteHundredth(Node of, Node by, double wanted) {
            if (by instanceof Node.Number number && number.value() == wanted) {
                addReferences(of);
            }
        }

        private void addReferences(Node node) {
            if (node instanceof Node.Reference reference) {
                hundredths.add(places.get(reference.parameter()));
            } else if (node instanceof Node.Negation negation) {
                addReferences(negation.operand());
            } else if (node instanceof Node.Binary binary) {
                addReferences(binary.left());
                addReferences(binary.right());
            } else if (node instanceof Node.Call call) {
                call.arguments().forEach(this::addReferences);
            }
        }

        private int call(Node.Call call, int depth) {
            Kind kind = Kind.valueOf(call.function().name());
            int result = node(call.arguments().get(0), depth);
            if (call.arguments().size() == 1 && kind != Kind.MIN && kind != Kind.MAX) {
                return step(kind, result, 0, 0, depth);
            }
            for (Node argument : call.arguments().subList(1, call.arguments().size())) {
                result = step(kind, result, node(argument, depth + 1), 0, depth);
            }
            return result;
        }

        private int step(Kind kind, int first, int second, double number, int depth) {
            arrays = Math.max(arrays, depth + 1);
            steps.add(new Step(kind, first, second, number, columns + depth));
            return columns + depth;
        }
    }

    /** The formula as it was written. */
    Expression formula() {
        return formula;
    }

    /** The columns that it names, in their order. */
    int[] references() {
        return references.clone();
    }

    /** The columns of which it takes a hundredth, alone or with others. */
    int[] dividedByHundred() {
        return hundredths.clone();
    }

    /** Arrays that it needs besides those of the columns. */
    int arrays() {
        return arrays;
    }

    /**
     * Evaluates the formula.
     *
     * @param values the arrays of all columns, and then those in between
     * @param n how many rows
     * @param tooSmall gets the rows of which the result has {@link LostDigits lost digits}
     * @return the array of {@code values} with the results
     */
    double[] evaluate(double[][] values, int n, BitSet tooSmall) {
        if (!run(values, n, false)) {
            return values[result];
        }
        double[] results = Arrays.copyOf(values[result], n);
        run(values, n, true);
        for (int i = 0; i < n; i++) {
            if (LostDigits.show(Math.abs(results[i]), Math.abs(values[result][i] - results[i]), 0)) {
                tooSmall.set(i);
            }
        }
        System.arraycopy(results, 0, values[result], 0, n);
        return values[result];
    }

    /**
     * Carries out the steps.
     *
     * @param again whether every number that has lost digits is put at the upper end of where its true size may lie
     * @return whether there is such a number
     */
    private boolean run(double[][] values, int n, boolean again) {
        boolean isAnyLost = false;
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            double[] into = values[step.into];
            double[] a = values[step.first];
            double[] b = values[step.second];
            for (int i = 0; i < n; i++) {
                double first = a[i];
                double second = b[i];
                double number = number(step, first, second);
                if (Math.abs(number) < Double.MIN_NORMAL && isLost(step.kind, first, second)) {
                    isAnyLost = true;
                    number = again ? LostDigits.upperEnd(number, k) : number;
                }
                into[i] = number;
            }
        }
        return isAnyLost;
    }

    /** Whether a result of almost 0, or 0, is not 0 itself. Sums lose nothing. */
    private static boolean isLost(Kind kind, double a, double b) {
        return switch (kind) {
            case MULTIPLY -> a != 0 && b != 0;
            case DIVIDE -> a != 0 && Double.isFinite(b);
            case POW -> a != 0 && Double.isFinite(a) && Double.isFinite(b);
            case EXP -> Double.isFinite(a);
            default -> false;
        };
    }

    private static double number(Step step, double a, double b) {
        return switch (step.kind) {
            case NUMBER -> step.number;
            case NEGATE -> -a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case ADD_CALCULATED -> Rounding.balance(a, 0, b);
            case SUBTRACT_CALCULATED -> Rounding.balance(a, b, 0);
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> StrictMath.exp(a);
            case LN -> StrictMath.log(a);
            case POW -> StrictMath.pow(a, b);
        };
    }
}
