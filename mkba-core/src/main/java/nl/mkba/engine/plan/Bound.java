package nl.mkba.engine.plan;

/** What a value must keep to. */
enum Bound {
    /** Any finite number. */
    FINITE("…", Op.CHECK_FINITE),
    /** A part of a whole. */
    FRACTION("0 … 1", Op.CHECK_FRACTION),
    /** 0 or more. */
    NOT_NEGATIVE("≥ 0", Op.CHECK_NOT_NEGATIVE),
    /** Above 0. */
    POSITIVE("> 0", Op.CHECK_POSITIVE),
    /** A rate that leaves something. */
    ABOVE_MINUS_ONE("> -1", Op.CHECK_ABOVE_MINUS_ONE),
    /** A correction downwards. */
    MINUS_ONE_TO_ZERO("-1 … 0", Op.CHECK_MINUS_ONE_TO_ZERO);

    private final String text;
    private final Op op;

    Bound(String text, Op op) {
        this.text = text;
        this.op = op;
    }

    /** The instruction that holds a varying value to it. */
    Op op() {
        return op;
    }

    /** The range, for a message. */
    String text() {
        return text;
    }

    boolean holds(double value) {
        return switch (this) {
            case FINITE -> Double.isFinite(value);
            case FRACTION -> value >= 0 && value <= 1;
            case NOT_NEGATIVE -> value >= 0 && value < Double.POSITIVE_INFINITY;
            case POSITIVE -> value > 0 && value < Double.POSITIVE_INFINITY;
            case ABOVE_MINUS_ONE -> value > -1 && value < Double.POSITIVE_INFINITY;
            case MINUS_ONE_TO_ZERO -> value >= -1 && value <= 0;
        };
    }
}
