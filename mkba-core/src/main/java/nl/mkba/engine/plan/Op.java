package nl.mkba.engine.plan;

/**
 * The instructions of a program. {@code B} is the number of draws in a block, {@code Y} the number of years; a scalar
 * register holds one row of B doubles, a vector register Y of them, a row for each year. The operands are registers, the
 * immediates whole numbers that are fixed when the plan is made. Where a plan is described as data
 * ({@link PlanDescription}), the names of these constants are the names of its operations.
 */
public enum Op {
    // Scalars from scalars
    ADD(false),
    SUBTRACT(false),
    MULTIPLY(false),
    DIVIDE(false),
    NEGATE(false),
    MIN(false),
    MAX(false),
    ABS(false),
    SQRT(false),
    EXP(false),
    LN(false),
    POW(false),
    /** {@code a < 0 ? 1 − b : 1 + b}: a correction that never favours the project. */
    AGAINST(false),
    /** {@code a > 0 ? b : 1}: a factor for gains alone. */
    IF_POSITIVE(false),
    /** {@code 1 − a}. */
    COMPLEMENT(false),
    /** The value clamped to 0 … 1. */
    CLAMP(false),
    /** {@code a₀ b₀ + a₁ b₁ + …}, operands in pairs. */
    SUM_OF_PRODUCTS(false),
    /** {@code a₀ a₁ a₂ …}, from left to right. Made by {@link Fusion}. */
    PRODUCT(false),
    /** {@code a₀ + a₁ + …}, from left to right. Made by {@link Fusion}. */
    SUM(false),
    /** Sum of the strengths of a run: operand drop-off; immediates length, ramp-up, every. */
    RUN_TOTAL(false),

    // Checks: no result
    /** The operand keeps to the {@link Bound} of that name; immediate: check. */
    CHECK_FINITE(false),
    /** A fraction outside 0 … 1 is counted, since it is clamped. */
    CHECK_FRACTION(false),
    CHECK_NOT_NEGATIVE(false),
    CHECK_POSITIVE(false),
    CHECK_ABOVE_MINUS_ONE(false),
    CHECK_MINUS_ONE_TO_ZERO(false),
    /** The operands add up to 1 within 1e-9; immediate: check. */
    CHECK_SUM(false),

    // Scalars from vectors
    /** Sum over the years of {@code a(y) · b(y)}. */
    DOT(false),
    /** The same where a is constant; immediates: the years in which it is not 0. Made by {@link Fusion}. */
    WEIGHTED_TOTAL(false),
    /** {@link #RUN} and {@link #DOT} in one: operands and immediates of the run, then vector b. Made by {@link Fusion}. */
    RUN_DOT(false),
    /** Sum over the years. */
    TOTAL(false),
    /** The last year's value. */
    LAST(false),
    /**
     * Sum over the years after the horizon of strength · growth · discount factor, infinite if it does not converge.
     * Operands: drop-off, growth, inflation, then the rates of the steps; immediates as {@link Tail#immediates}.
     */
    TAIL(false),
    /** {@code a · b}, 0 if a is 0 even where b is infinite: a flow times its tail. Immediate: check. */
    TAIL_VALUE(false),

    // Vectors
    /** {@code (1 + a)^(y + n)} for the y-th year counted from 0; immediate n. */
    POWERS(true),
    /** Discount factors. Operands: the rates of the steps; immediates: twice the time of year 0, then the steps. */
    DISCOUNT(true),
    /** Strengths of a run. Operands drop-off, fade-out; immediates first, last, ramp-up, every, fades (0 or 1). */
    RUN(true),
    /** The operands put at the years of the immediates; 0 elsewhere. */
    SCATTER(true),
    /** Linear between levels: immediates per year are segment, numerator, denominator. */
    INTERPOLATE(true),
    /** {@code Σ_{e ≤ y} a(e) · b(y − e)}: everybody who entered, by years since entry. */
    COHORTS(true),
    MULTIPLY_YEARS(true),
    DIVIDE_YEARS(true),
    /** Vector a times scalar b. */
    SCALE(true),
    /** {@code 1 + (b − 1) · a(y)} for vector a and scalar b. */
    WITH(true),
    /** {@code b + (1 − b) · a(y)} for vector a and scalar b. */
    WITHOUT(true),
    /** {@code 1 − ∏ (1 − a_i(y))}. */
    COMBINE(true),
    ADD_YEARS(true),
    /** Every year added to those before it. */
    CUMULATE(true),
    /** {@code a(y) · b(y) · c(y) / d(y)}, 0 where d is 0. */
    CREDIT(true),
    /** Every year clamped to 0 … 1; immediate: check. */
    CLAMP_YEARS(true);

    private final boolean vector;

    Op(boolean vector) {
        this.vector = vector;
    }

    /** Whether the result is a vector of years. */
    public boolean isVector() {
        return vector;
    }

    /** Whether it tells of values that break a rule. */
    boolean tells() {
        return !hasResult() || this == TAIL_VALUE || this == CLAMP_YEARS;
    }

    /** Whether there is a result at all. */
    boolean hasResult() {
        return switch (this) {
            case CHECK_FINITE,
                    CHECK_FRACTION,
                    CHECK_NOT_NEGATIVE,
                    CHECK_POSITIVE,
                    CHECK_ABOVE_MINUS_ONE,
                    CHECK_MINUS_ONE_TO_ZERO,
                    CHECK_SUM -> false;
            default -> true;
        };
    }
}
