package nl.mkba.engine.plan;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of a program. {@code B} is the number of draws in a block, {@code Y} the number of years; a scalar
 * register holds one row of B doubles, a vector register Y of them, a row for each year. The operands are registers, the
 * immediates whole numbers that are fixed when the plan is made. Where a plan is described as data
 * ({@link PlanDescription}), the names of these constants are the names of its operations.
 *
 * <p>Besides {@link Interpreter} the report's page and its workbook carry them out. All three are held to the same worked
 * cases ({@code golden/vectors/ops.json}).
 */
public enum Op {
    // Scalars from scalars
    /** {@code a + b}. */
    ADD(Kind.SCALAR, Takes.scalars(2), "a + b"),
    /** {@code a − b}. */
    SUBTRACT(Kind.SCALAR, Takes.scalars(2), "a - b"),
    /** {@code a · b}. */
    MULTIPLY(Kind.SCALAR, Takes.scalars(2), "a * b"),
    /** {@code a / b}. */
    DIVIDE(Kind.SCALAR, Takes.scalars(2), "a / b"),
    /** {@code 0 − a}. */
    NEGATE(Kind.SCALAR, Takes.scalars(1), "0 - a"),
    /** The lesser of {@code a} and {@code b}. */
    MIN(Kind.SCALAR, Takes.scalars(2), "MIN(a, b)"),
    /** The greater of {@code a} and {@code b}. */
    MAX(Kind.SCALAR, Takes.scalars(2), "MAX(a, b)"),
    /** {@code a} without its sign. */
    ABS(Kind.SCALAR, Takes.scalars(1), "ABS(a)"),
    /** The square root of {@code a}. */
    SQRT(Kind.SCALAR, Takes.scalars(1), "SQRT(a)"),
    /** {@code e} to the power {@code a}. */
    EXP(Kind.SCALAR, Takes.scalars(1), "EXP(a)"),
    /** The natural logarithm of {@code a}. */
    LN(Kind.SCALAR, Takes.scalars(1), "LN(a)"),
    /** {@code a} to the power {@code b}; anything to the power 0 is 1, also 0, which a spreadsheet's own power refuses. */
    POW(Kind.SCALAR, Takes.scalars(2), "IF(b = 0, 1, POWER(a, b))"),
    /** A correction that never favours the project. */
    AGAINST(Kind.SCALAR, Takes.scalars(2), "IF(a < 0, 1 - b, 1 + b)"),
    /** A factor for gains alone. */
    IF_POSITIVE(Kind.SCALAR, Takes.scalars(2), "IF(a > 0, b, 1)"),
    /** {@code 1 − a}. */
    COMPLEMENT(Kind.SCALAR, Takes.scalars(1), "1 - a"),
    /** The value clamped to 0 … 1. */
    CLAMP(Kind.SCALAR, Takes.scalars(1), "MAX(0, MIN(1, a))"),
    /** {@code a − b + c} of amounts that were calculated: 0 where {@link Rounding rounding} alone is left of them. */
    BALANCE(
            Kind.SCALAR,
            Takes.scalars(3),
            "IF(ABS(a - b + c) < 1E-12 * ABS(a) + 1E-12 * ABS(b) + 1E-12 * ABS(c), 0, a - b + c)"),
    /** {@code a₀ b₀ + a₁ b₁ + …}, operands in pairs. */
    SUM_OF_PRODUCTS(Kind.SCALAR, Signature.of().andMore(Kind.SCALAR, Kind.SCALAR)),
    /** {@code a₀ a₁ a₂ …}, from left to right. Made by {@link Fusion}. */
    PRODUCT(Kind.SCALAR, Takes.scalars(2).andMore(Kind.SCALAR), Made.BY_FUSION),
    /** {@code a₀ + a₁ + …}, from left to right. Made by {@link Fusion}. */
    SUM(Kind.SCALAR, Signature.of().andMore(Kind.SCALAR), Made.BY_FUSION),
    /** Sum of the strengths of a run: operand drop-off; immediates length, ramp-up, every. */
    RUN_TOTAL(Kind.SCALAR, Takes.scalars(1).immediates(3)),

    // Checks: no result
    /** The operand keeps to the {@link Bound} of that name; immediate: check. */
    CHECK_FINITE(null, Takes.scalars(1).immediates(1)),
    /** A fraction outside 0 … 1 is counted, since it is clamped. */
    CHECK_FRACTION(null, Takes.scalars(1).immediates(1)),
    /** The operand is 0 or more; immediate: check. */
    CHECK_NOT_NEGATIVE(null, Takes.scalars(1).immediates(1)),
    /** The operand is above 0; immediate: check. */
    CHECK_POSITIVE(null, Takes.scalars(1).immediates(1)),
    /** The operand is above −1; immediate: check. */
    CHECK_ABOVE_MINUS_ONE(null, Takes.scalars(1).immediates(1)),
    /** The operand is from −1 to 0; immediate: check. */
    CHECK_MINUS_ONE_TO_ZERO(null, Takes.scalars(1).immediates(1)),
    /** The operands add up to 1 within 1e-9; immediate: check. */
    CHECK_SUM(null, Signature.of().andMore(Kind.SCALAR).immediates(1)),

    // Scalars from vectors
    /** Sum over the years of {@code a(y) · b(y)}. */
    DOT(Kind.SCALAR, Signature.of(Kind.YEARS, Kind.YEARS)),
    /** The same where a is constant; immediates: the years in which it is not 0. Made by {@link Fusion}. */
    WEIGHTED_TOTAL(Kind.SCALAR, Signature.of(Kind.YEARS, Kind.YEARS).someYears(), Made.BY_FUSION),
    /** {@link #RUN} and {@link #DOT} in one: operands and immediates of the run, then vector b. Made by {@link Fusion}. */
    RUN_DOT(Kind.SCALAR, Signature.of(Kind.SCALAR, Kind.SCALAR, Kind.YEARS).immediates(5), Made.BY_FUSION),
    /** Sum over the years. */
    TOTAL(Kind.SCALAR, Signature.of(Kind.YEARS)),
    /** The last year's value. */
    LAST(Kind.SCALAR, Signature.of(Kind.YEARS)),
    /**
     * Sum over the years after the horizon of strength · growth · discount factor, infinite if it does not converge.
     * Operands: drop-off, growth, inflation, then the rates of the steps; immediates as {@link Tail#immediates}.
     */
    TAIL(Kind.SCALAR, Takes.scalars(4).andMore(Kind.SCALAR).immediates(6).immediatesPerMore(1)),
    /** A flow times its tail: 0 if a is 0, even where b is infinite; otherwise an infinite b is refused. Immediate: check. */
    TAIL_VALUE(Kind.SCALAR, Takes.scalars(2).immediates(1), "IF(a = 0, 0, a * b)"),

    // Vectors
    /** {@code (1 + a)^(y + n)} for the y-th year counted from 0; immediate n. */
    POWERS(Kind.YEARS, Takes.scalars(1).immediates(1)),
    /** Discount factors. Operands: the rates of the steps; immediates: twice the time of year 0, then the steps. */
    DISCOUNT(Kind.YEARS, Takes.scalars(1).andMore(Kind.SCALAR).immediates(2).immediatesPerMore(1)),
    /** Strengths of a run. Operands drop-off, fade-out; immediates first, last, ramp-up, every, fades (0 or 1). */
    RUN(Kind.YEARS, Takes.scalars(2).immediates(5)),
    /** The operands put at the years of the immediates; 0 elsewhere. */
    SCATTER(Kind.YEARS, Signature.of().andMore(Kind.SCALAR).immediatesPerMore(1)),
    /** Linear between levels: immediates per year are segment, numerator, denominator. */
    INTERPOLATE(Kind.YEARS, Takes.scalars(1).andMore(Kind.SCALAR).immediatesPerYear(3)),
    /** {@code Σ_{e ≤ y} a(e) · b(y − e)}: everybody who entered, by years since entry. */
    COHORTS(Kind.YEARS, Signature.of(Kind.YEARS, Kind.YEARS)),
    /** {@code a(y) · b(y)}. */
    MULTIPLY_YEARS(Kind.YEARS, Signature.of(Kind.YEARS, Kind.YEARS), "a * b"),
    /** {@code a(y) / b(y)}. */
    DIVIDE_YEARS(Kind.YEARS, Signature.of(Kind.YEARS, Kind.YEARS), "a / b"),
    /** {@code a(y) · b}. */
    SCALE(Kind.YEARS, Signature.of(Kind.YEARS, Kind.SCALAR), "a * b"),
    /** {@code 1 + (b − 1) · a(y)}. */
    WITH(Kind.YEARS, Signature.of(Kind.YEARS, Kind.SCALAR), "1 + (b - 1) * a"),
    /** {@code b + (1 − b) · a(y)}. */
    WITHOUT(Kind.YEARS, Signature.of(Kind.YEARS, Kind.SCALAR), "b + (1 - b) * a"),
    /** {@code 1 − ∏ (1 − a_i(y))}. */
    COMBINE(Kind.YEARS, Signature.of().andMore(Kind.YEARS)),
    /** {@code a₀(y) + a₁(y) + …}. */
    ADD_YEARS(Kind.YEARS, Signature.of().andMore(Kind.YEARS)),
    /** Every year added to those before it. */
    CUMULATE(Kind.YEARS, Signature.of(Kind.YEARS)),
    /** A part of a whole, shared out. */
    CREDIT(Kind.YEARS, Signature.of(Kind.YEARS, Kind.YEARS, Kind.YEARS, Kind.YEARS), "IF(d = 0, 0, a * b * (c / d))"),
    /** Every year clamped to 0 … 1; immediate: check. */
    CLAMP_YEARS(Kind.YEARS, Signature.of(Kind.YEARS).immediates(1), "MAX(0, MIN(1, a))");

    /** What a register holds. */
    public enum Kind {
        /** One number. */
        SCALAR,
        /** A number for each year. */
        YEARS
    }

    /** Who writes an instruction. */
    private enum Made {
        BY_COMPILERS,
        BY_FUSION
    }

    /** Signatures that many operations have. */
    private static final class Takes {

        static Signature scalars(int number) {
            Kind[] kinds = new Kind[number];
            Arrays.fill(kinds, Kind.SCALAR);
            return Signature.of(kinds);
        }

        private Takes() {}
    }

    private final @Nullable Kind result;
    private final Signature signature;
    private final @Nullable String formula;
    private final Made made;

    Op(@Nullable Kind result, Signature signature) {
        this(result, signature, null, Made.BY_COMPILERS);
    }

    Op(@Nullable Kind result, Signature signature, String formula) {
        this(result, signature, formula, Made.BY_COMPILERS);
    }

    Op(@Nullable Kind result, Signature signature, Made made) {
        this(result, signature, null, made);
    }

    Op(@Nullable Kind result, Signature signature, @Nullable String formula, Made made) {
        this.result = result;
        this.signature = signature;
        this.formula = formula;
        this.made = made;
    }

    /** {@return whether the result is a vector of years} */
    public boolean isVector() {
        return result == Kind.YEARS;
    }

    /** {@return whether there is a result at all: a check has none} */
    public boolean hasResult() {
        return result != null;
    }

    /** {@return whether it occurs in fused programs only, and so in no {@link PlanDescription}} */
    public boolean isFused() {
        return made == Made.BY_FUSION;
    }

    /**
     * {@return the kind of an operand; of one that may be repeated, any of them}
     *
     * @param index the operand's number, from 0
     */
    public Kind operand(int index) {
        return signature.operand(index);
    }

    /**
     * {@return what it computes, if one formula says that: as spreadsheets write it, with the operands {@code a}, {@code b}, …
     * in their order; for a vector, of one year}
     */
    public Optional<String> formula() {
        return Optional.ofNullable(formula);
    }

    /** What operands and immediates it takes. */
    Signature signature() {
        return signature;
    }

    /** Whether it tells of values that break a rule. */
    boolean tells() {
        return !hasResult() || this == TAIL_VALUE || this == CLAMP_YEARS;
    }
}
