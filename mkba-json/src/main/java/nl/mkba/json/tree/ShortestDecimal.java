package nl.mkba.json.tree;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as {@link Json#number} writes them, put into bytes without a text in between: tables have millions.
 *
 * <p>The fewest digits that give the same {@code double} back, and of those the nearest, found with three multiplications by a
 * power of ten: R. Giulietti, <i>The Schubfach way to render doubles</i> (2021), whose names of variables are kept.
 */
public final class ShortestDecimal {

    /** No number takes more bytes. */
    public static final int MOST_BYTES = 24;

    /** Bits of the fraction, and the value of the bit before it. */
    private static final int FRACTION = 52;

    private static final long IMPLICIT = 1L << FRACTION;

    /** The exponent of the last bit of the smallest numbers, and what the exponent in the bits is counted from. */
    private static final int LEAST_EXPONENT = -1074;

    /** The most digits. */
    private static final int DIGITS = 17;

    private static final int HALF = 100_000_000;

    private static final long MASK_63 = Long.MAX_VALUE;

    /** The tens that numbers are divided by, from 10^−324 to 10^292; each is made when it is first needed. */
    private static final int LEAST_TEN = -324;

    private static final @Nullable Power[] POWERS = new Power[292 - LEAST_TEN + 1];

    private static final long[] TENS = new long[DIGITS + 1];

    /** The four digits of every number below 10,000, the first in the lowest byte. */
    private static final int[] FOUR_DIGITS = new int[10_000];

    static {
        long ten = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = ten;
            ten *= 10;
        }
        for (int i = 0; i < FOUR_DIGITS.length; i++) {
            FOUR_DIGITS[i] =
                    ('0' + i / 1000) | ('0' + i / 100 % 10) << 8 | ('0' + i / 10 % 10) << 16 | ('0' + i % 10) << 24;
        }
    }

    private ShortestDecimal() {}

    /**
     * The number g of the paper, in two halves of 63 bits: 10^−k, times the power of two that gives it 126 bits, rounded up.
     * Immutable, so that threads may share one, or each make its own.
     */
    private static final class Power {
        private final long high;
        private final long low;

        private Power(BigInteger g) {
            this.high = g.shiftRight(63).longValueExact();
            this.low = g.and(BigInteger.valueOf(MASK_63)).longValueExact();
        }

        static Power of(int k) {
            Power known = POWERS[k - LEAST_TEN];
            if (known == null) {
                known = made(k);
                POWERS[k - LEAST_TEN] = known;
            }
            return known;
        }

        private static Power made(int k) {
            int shift = 125 - floorLog2OfTen(-k);
            BigInteger ten = BigInteger.TEN.pow(Math.abs(k));
            BigInteger rounded = k > 0 ? BigInteger.ONE.shiftLeft(shift).divide(ten) : ten.shiftLeft(shift);
            return new Power(rounded.add(BigInteger.ONE));
        }
    }

    /**
     * Writes a number.
     *
     * @param number a finite one
     * @param point what stands between the whole and the rest
     * @param into where it goes; of {@link #MOST_BYTES} bytes from {@code at} any may be changed
     * @param at the place of its first byte
     * @return the place behind it
     */
    public static int write(double number, byte point, byte[] into, int at) {
        long bits = Double.doubleToRawLongBits(number);
        int from = at;
        if (bits < 0) {
            into[from++] = '-';
        }
        long fraction = bits & (IMPLICIT - 1);
        int exponent = (int) (bits >>> FRACTION) & 0x7ff;
        if (exponent == 0x7ff) {
            throw new IllegalArgumentException(String.valueOf(number));
        }
        if (exponent > 0) {
            long c = IMPLICIT | fraction;
            int shift = 1 - LEAST_EXPONENT - exponent;
            if (shift > 0 && shift <= FRACTION) {
                long whole = c >> shift;
                if (whole << shift == c) {
                    return digits(whole, 0, point, into, from);
                }
            }
            return shortest(-shift, c, 0, point, into, from);
        }
        if (fraction == 0) {
            into[from] = '0';
            into[from + 1] = point;
            into[from + 2] = '0';
            return from + 3;
        }
        // Two digits are written at least: of the very smallest the second one would be lost.
        return fraction < 3
                ? shortest(LEAST_EXPONENT, 10 * fraction, -1, point, into, from)
                : shortest(LEAST_EXPONENT, fraction, 0, point, into, from);
    }

    /** Writes c · 2^q · 10^−dk. */
    private static int shortest(int q, long c, int dk, byte point, byte[] into, int at) {
        int odd = (int) c & 1;
        long cb = c << 2;
        long cbr = cb + 2;
        long cbl;
        int k;
        if (c != IMPLICIT || q == LEAST_EXPONENT) {
            cbl = cb - 2;
            k = floorLog10OfTwo(q);
        } else {
            // Below a power of two numbers lie twice as close.
            cbl = cb - 1;
            k = (int) ((q * 661_971_961_083L - 274_743_187_321L) >> 41);
        }
        int h = q + floorLog2OfTen(-k) + 2;
        Power g = Power.of(k);
        long vb = product(g, cb << h);
        long vbl = product(g, cbl << h) + odd;
        long vbr = product(g, cbr << h) - odd;
        long s = vb >> 2;
        if (s >= 100) {
            long shorter = s / 10 * 10;
            boolean isBelowIn = vbl <= shorter << 2;
            boolean isAboveIn = (shorter + 10) << 2 <= vbr;
            if (isBelowIn != isAboveIn) {
                return digits(isBelowIn ? shorter : shorter + 10, k, point, into, at);
            }
        }
        boolean isBelowIn = vbl <= s << 2;
        boolean isAboveIn = (s + 1) << 2 <= vbr;
        boolean takesBelow = isBelowIn;
        if (isBelowIn == isAboveIn) {
            long beyondMiddle = vb - ((2 * s + 1) << 1);
            takesBelow = beyondMiddle < 0 || (beyondMiddle == 0 && (s & 1) == 0);
        }
        return digits(takesBelow ? s : s + 1, k + dk, point, into, at);
    }

    /** The product without its last 127 bits; the last bit that is kept is 1 if any of those is. */
    private static long product(Power g, long cp) {
        long y0 = g.high * cp;
        long z = (y0 >>> 1) + Math.multiplyHigh(g.low, cp);
        long whole = Math.multiplyHigh(g.high, cp) + (z >>> 63);
        return whole | ((z & MASK_63) + MASK_63) >>> 63;
    }

    /** The whole part of the logarithm of 2^e to base ten. */
    private static int floorLog10OfTwo(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    /** The whole part of the logarithm of 10^e to base two. */
    private static int floorLog2OfTen(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    /** Writes f · 10^e, without zeros at the end but the one behind the point. */
    private static int digits(long f, int e, byte point, byte[] into, int at) {
        int length = floorLog10OfTwo(Long.SIZE - Long.numberOfLeadingZeros(f));
        if (f >= TENS[length]) {
            length++;
        }
        long all = f * TENS[DIGITS - length];
        int exponent = e + length;
        boolean isPlain = exponent > -3 && exponent <= 7;
        // How many digits come before the point; of a small number none but a zero.
        int before = isPlain ? Math.max(0, exponent) : 1;
        int first = at;
        if (before == 0) {
            into[first++] = '0';
            into[first++] = point;
            for (int zeros = exponent; zeros < 0; zeros++) {
                into[first++] = '0';
            }
        } else {
            first++;
        }
        int upper = (int) (all / HALF);
        int lower = (int) (all - (long) HALF * upper);
        int top = upper / HALF;
        into[first] = (byte) ('0' + top);
        eightDigits(upper - HALF * top, into, first + 1);
        int end = first + 9;
        if (lower != 0) {
            eightDigits(lower, into, end);
            end = first + DIGITS;
        }
        int least = first + before + 1;
        while (end > least && into[end - 1] == '0') {
            end--;
        }
        if (before > 0) {
            for (int i = 0; i < before; i++) {
                into[at + i] = into[first + i];
            }
            into[at + before] = point;
        }
        return isPlain ? end : exponent(exponent - 1, into, end);
    }

    private static void eightDigits(int number, byte[] into, int at) {
        int upper = number / 10_000;
        int a = FOUR_DIGITS[upper];
        int b = FOUR_DIGITS[number - 10_000 * upper];
        into[at] = (byte) a;
        into[at + 1] = (byte) (a >>> 8);
        into[at + 2] = (byte) (a >>> 16);
        into[at + 3] = (byte) (a >>> 24);
        into[at + 4] = (byte) b;
        into[at + 5] = (byte) (b >>> 8);
        into[at + 6] = (byte) (b >>> 16);
        into[at + 7] = (byte) (b >>> 24);
    }

    private static int exponent(int e, byte[] into, int at) {
        int next = at;
        into[next++] = 'E';
        if (e < 0) {
            into[next++] = '-';
        }
        int size = Math.abs(e);
        if (size >= 100) {
            into[next++] = (byte) ('0' + size / 100);
        }
        if (size >= 10) {
            into[next++] = (byte) ('0' + size / 10 % 10);
        }
        into[next++] = (byte) ('0' + size % 10);
        return next;
    }
}
