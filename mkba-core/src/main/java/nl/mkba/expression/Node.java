package nl.mkba.expression;

import java.util.List;

/** A parsed formula: a tree of numbers, parameters, operators and functions. */
public sealed interface Node {

    /**
     * A number; of a percentage the decimal number that it is; never −0.
     *
     * @param value finite
     */
    record Number(double value) implements Node {

        // By hand: numbers are compared all the time, and a record's own way would slow the start of a short command.
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
