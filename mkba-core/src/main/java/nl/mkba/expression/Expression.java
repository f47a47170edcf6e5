package nl.mkba.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;

/**
 * A value as a scenario writes it: a number, a percentage, or a formula over parameters. It keeps its text, which
 * messages and reports show; two expressions are equal if they mean the same tree.
 *
 * <p>Numbers are written {@code 1200}, {@code 0.5}, {@code .5} or {@code 1e6}; {@code 2.8%} is the decimal number
 * 0.028. The operators are {@code + - * /} and unary minus, with parentheses; {@code *} and {@code /} bind tighter, equals
 * associate to the left. The functions are those of {@link Function}. What people read as a date ({@code 2026-01-01}), a range
 * ({@code 20-40}) or a negative number ({@code (5)}) is refused, though it would be a formula.
 */
public final class Expression {

    /** Stands where a faulty expression was reported. It has no value and silences what depends on it. */
    public static final Expression UNKNOWN = new Expression("?", new Node.Unknown(), Set.of());

    /** The number 0. */
    public static final Expression ZERO = of(0);

    /** The number 1. */
    public static final Expression ONE = of(1);

    private final String text;
    private final Node node;
    private final Set<String> references;

    private Expression(String text, Node node, Set<String> references) {
        this.text = text;
        this.node = node;
        this.references = references;
    }

    /**
     * {@return the expression that a text says}
     *
     * @param text a number, a percentage or a formula
     * @throws InvalidScenarioException if the text is not a number, percentage or formula; the problem has no path
     */
    public static Expression parse(String text) {
        Node node = new ExpressionParser(text).parse();
        Set<String> references = new LinkedHashSet<>();
        collect(node, references);
        return new Expression(text.strip(), node, Collections.unmodifiableSet(references));
    }

    /**
     * {@return a plain number, as an expression}
     *
     * @param number finite
     * @throws InvalidScenarioException if the number is not finite, or so close to 0 that it has lost digits
     */
    public static Expression of(double number) {
        Optional<Problem> refusal = CheckedNumber.refusal(number, Double.toString(number));
        if (refusal.isPresent()) {
            throw new InvalidScenarioException(refusal.get());
        }
        double value = number == 0 ? 0.0 : number;
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
        // Written as the parser reads it, so that a number and its text mean the same tree.
        Node node = value < 0 ? new Node.Negation(new Node.Number(-value)) : new Node.Number(value);
        return new Expression(text, node, Set.of());
    }

    /**
     * {@return the value of one parameter, as an expression}
     *
     * @param id the parameter's id
     */
    public static Expression parameter(String id) {
        return parse(id);
    }

    private static void collect(Node node, Set<String> references) {
        if (node instanceof Node.Reference reference) {
            references.add(reference.parameter());
        } else if (node instanceof Node.Negation negation) {
            collect(negation.operand(), references);
        } else if (node instanceof Node.Binary binary) {
            collect(binary.left(), references);
            collect(binary.right(), references);
        } else if (node instanceof Node.Call call) {
            call.arguments().forEach(argument -> collect(argument, references));
        }
    }

    /** {@return the expression as it was written} */
    public String text() {
        return text;
    }

    /** {@return what the text means} */
    public Node node() {
        return node;
    }

    /** {@return the ids of the parameters it names itself, in the order of the text} */
    public Set<String> references() {
        return references;
    }

    /** {@return the number, if the expression is a plain number or percentage, perhaps with a minus; empty for a formula} */
    public OptionalDouble number() {
        if (node instanceof Node.Number number) {
            return OptionalDouble.of(number.value());
        }
        if (node instanceof Node.Negation negation && negation.operand() instanceof Node.Number number) {
            return OptionalDouble.of(-number.value());
        }
        return OptionalDouble.empty();
    }

    /** {@return whether the expression stands for a faulty one that was reported} */
    public boolean isUnknown() {
        return node instanceof Node.Unknown;
    }

    /**
     * {@return the numbers in the text that were perhaps meant as thousands: 1 or more, with a point and exactly three digits
     * ending in 0, such as {@code 9.000}}
     */
    public List<String> perhapsThousands() {
        return CheckedNumber.perhapsThousands(text);
    }

    /**
     * {@return the parts of the text that were read as two arguments of a function and may be a number with a decimal comma: digits on
     * either side of a comma, without a blank, where the function takes an argument less too, such as {@code 1,5} in {@code max(1,5,x)}}
     */
    public List<String> perhapsDecimals() {
        if (text.indexOf(',') < 0) {
            return List.of();
        }
        ExpressionParser parser = new ExpressionParser(text);
        parser.parse();
        return List.copyOf(parser.doubtfulCommas());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && node.equals(expression.node);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(node);
    }

    @Override
    public String toString() {
        return text;
    }

    /** A parsed formula: a tree of numbers, parameters, operators and functions. */
    public sealed interface Node {

        /**
         * A number; of a percentage the decimal number that it is; never −0.
         *
         * @param value finite
         */
        record Number(double value) implements Node {

            // By hand: numbers are compared all the time, and a record's own way would slow the start of a short
            // command.
            @Override
            public boolean equals(Object other) {
                return other instanceof Number number && Double.compare(value, number.value) == 0;
            }

            @Override
            public int hashCode() {
                return Double.hashCode(value);
            }
        }

        /**
         * The value of the parameter with this id.
         *
         * @param parameter id of a parameter
         */
        record Reference(String parameter) implements Node {}

        /**
         * Minus the operand.
         *
         * @param operand what is made negative
         */
        record Negation(Node operand) implements Node {}

        /**
         * Two operands and what is done with them.
         *
         * @param operator what is done
         * @param left first operand
         * @param right second operand
         */
        record Binary(Operator operator, Node left, Node right) implements Node {}

        /**
         * A function of one or more arguments.
         *
         * @param function which function
         * @param arguments as many as it takes
         */
        record Call(Function function, List<Node> arguments) implements Node {
            /**
             * Copies its list, so that it cannot change.
             *
             * @param function see {@link #function()}
             * @param arguments see {@link #arguments()}
             */
            public Call {
                arguments = List.copyOf(arguments);
            }
        }

        /** Stands where a faulty formula was reported; has no value, and silences what depends on it. */
        record Unknown() implements Node {}

        /** The four operations. */
        enum Operator {
            /** Plus. */
            ADD,
            /** Minus. */
            SUBTRACT,
            /** Times. */
            MULTIPLY,
            /** Divided by. */
            DIVIDE
        }
    }

    /** The functions that a formula may use. Their names cannot be ids of parameters. */
    public enum Function {
        /** The least of one or more arguments. */
        MIN(1, Integer.MAX_VALUE),
        /** The greatest of one or more arguments. */
        MAX(1, Integer.MAX_VALUE),
        /** The absolute value. */
        ABS(1, 1),
        /** The square root. */
        SQRT(1, 1),
        /** e to the power of the argument. */
        EXP(1, 1),
        /** The natural logarithm. */
        LN(1, 1),
        /** The first argument to the power of the second. */
        POW(2, 2);

        private final int fewest;
        private final int most;

        Function(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }

        /** {@return the name in a formula} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the function takes this number of arguments. */
        boolean takes(int arguments) {
            return arguments >= fewest && arguments <= most;
        }

        /** How many arguments it takes, for a message. */
        String arity() {
            return most == Integer.MAX_VALUE ? fewest + "+" : Integer.toString(fewest);
        }

        /**
         * {@return the function of that name, if there is one}
         *
         * @param id a word in a formula
         */
        public static Optional<Function> named(String id) {
            for (Function function : values()) {
                if (function.id().equals(id)) {
                    return Optional.of(function);
                }
            }
            return Optional.empty();
        }
    }
}
