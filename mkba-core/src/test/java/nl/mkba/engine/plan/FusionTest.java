package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final int YEARS = 7;
    private static final int DRAWS = 5;

    /** Told of nothing but that there was something. */
    private static final class Refusals implements Interpreter.Sink {
        private boolean refused;

        @Override
        public void clamped(int check, int draw, double value) {
            // Not asked for here.
        }

        @Override
        public void refused(int check, int draw, double value) {
            refused = true;
        }
    }

    private static double[] run(Program program, double[][] inputs, int output, Refusals refusals) {
        Program.Frame frame = program.frame(DRAWS);
        for (int p = 0; p < inputs.length; p++) {
            System.arraycopy(inputs[p], 0, frame.input(p), 0, DRAWS);
        }
        frame.run(DRAWS, refusals);
        double[] found = new double[DRAWS];
        frame.copy(output, found, 0, DRAWS);
        return found;
    }

    /**
     * By hand, at a drop-off of 20 % and a price of 10: a ramp of two years gives ½ and 1, then 0.8, 0.64, …, from year 1 on;
     * a payment of 3 in year 2 comes on top. Without discounting 10 (½ + 1 + 0.8 + 0.64 + 0.512 + 0.4096) + 3 = 41.616.
     */
    @Test
    void aRunAndAPaymentAddUp() {
        ProgramBuilder builder = new ProgramBuilder(YEARS, new Refusals());
        int dropOff = builder.input();
        int price = builder.input();
        int zero = builder.number(0);
        int run = builder.emit(Op.RUN, new int[] {dropOff, zero}, new int[] {1, YEARS - 1, 2, 1, 0});
        int factors = builder.emit(Op.DISCOUNT, new int[] {builder.emit(Op.MULTIPLY, dropOff, zero)}, new int[] {0, 0});
        int flows = builder.emit(Op.MULTIPLY, price, builder.emit(Op.DOT, run, factors));
        int once = builder.emit(Op.SCATTER, new int[] {builder.number(3)}, new int[] {2});
        int one = builder.number(1);
        int total = builder.emit(Op.SUM_OF_PRODUCTS, one, flows, zero, price, one, builder.emit(Op.DOT, once, factors));
        double[][] inputs = {{0.2, 0.2, 0.2, 0.2, 0.2}, {10, 10, 10, 10, 10}};
        double[] found = run(builder.buildFused(total, total), inputs, total, new Refusals());
        assertThat(found).containsOnly(found[0]);
        assertThat(found[0]).isEqualTo(10 * (0.5 + 1 + 0.8 + 0.8 * 0.8 + 0.8 * 0.8 * 0.8 + 0.8 * 0.8 * 0.8 * 0.8) + 3);
        assertThat(found[0]).isCloseTo(41.616, within(1e-12));
    }

    @Property(tries = 300)
    void theResultIsTheSameBits(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Written written = new Written(random);
        double[][] inputs = inputs(random, Double.NaN);
        Refusals plainly = new Refusals();
        Refusals fused = new Refusals();
        double[] expected = run(written.builder.build(written.outputs), inputs, written.witness, plainly);
        double[] found =
                run(written.builder.buildFused(written.witness, written.outputs), inputs, written.witness, fused);
        assertThat(found).isEqualTo(expected);
        assertThat(fused.refused).isFalse();
        assertThat(plainly.refused).isFalse();
    }

    /** Fusing may look again too often, but never too seldom. */
    @Property(tries = 300)
    void whatIsRefusedStillShows(@ForAll long seed, @ForAll boolean infinite) {
        SplittableRandom random = new SplittableRandom(seed);
        Written written = new Written(random);
        double[][] inputs = inputs(random, infinite ? Double.POSITIVE_INFINITY : 1e300);
        Refusals plainly = new Refusals();
        Refusals fused = new Refusals();
        run(written.builder.build(written.outputs), inputs, written.witness, plainly);
        run(written.builder.buildFused(written.witness, written.outputs), inputs, written.witness, fused);
        assertThat(fused.refused || !plainly.refused).isTrue();
    }

    /** Fractions, and in one draw of one input a number out of the way, unless it is not a number. */
    private static double[][] inputs(SplittableRandom random, double odd) {
        double[][] inputs = new double[Written.INPUTS][DRAWS];
        for (double[] input : inputs) {
            for (int i = 0; i < DRAWS; i++) {
                input[i] = random.nextDouble();
            }
        }
        if (!Double.isNaN(odd)) {
            inputs[random.nextInt(Written.INPUTS)][random.nextInt(DRAWS)] = odd;
        }
        return inputs;
    }

    /** A random program, like those of plans: sums of products of scalars, and totals of runs and payments over the years. */
    private static final class Written {
        private static final int INPUTS = 4;
        private static final double[] NUMBERS = {0, 1, -1, 0.6};

        private final SplittableRandom random;
        private final ProgramBuilder builder = new ProgramBuilder(YEARS, new Refusals());
        private final List<Integer> scalars = new ArrayList<>();
        private final int[] outputs;
        private final int witness;
        private int checks;

        Written(SplittableRandom random) {
            this.random = random;
            for (int p = 0; p < INPUTS; p++) {
                scalars.add(builder.input());
            }
            int factors = builder.emit(Op.DISCOUNT, new int[] {scalars.get(0)}, new int[] {0, 0});
            for (int k = 0; k < 12; k++) {
                int made = random.nextInt(3) == 0 ? total(factors) : builder.emit(Op.MULTIPLY, any(), any());
                scalars.add(made);
                if (random.nextBoolean() && !builder.isConstant(made)) {
                    builder.emit(Op.CHECK_FINITE, new int[] {made}, new int[] {checks++});
                }
            }
            int one = sum();
            int other = sum();
            witness = builder.emit(Op.ADD, builder.emit(Op.SUBTRACT, one, other), builder.input());
            outputs = new int[] {one, witness};
        }

        private int any() {
            int k = random.nextInt(scalars.size() + NUMBERS.length);
            return k < scalars.size() ? scalars.get(k) : builder.number(NUMBERS[k - scalars.size()]);
        }

        private int sum() {
            boolean plain = random.nextBoolean();
            int[] pairs = new int[2 * (1 + random.nextInt(7))];
            for (int k = 0; k < pairs.length; k += 2) {
                pairs[k] = builder.number(plain ? random.nextInt(2) : NUMBERS[random.nextInt(NUMBERS.length)]);
                pairs[k + 1] = any();
            }
            return builder.emit(Op.SUM_OF_PRODUCTS, pairs, new int[0]);
        }

        private int total(int factors) {
            int first = random.nextInt(YEARS + 2);
            int last = random.nextInt(4) == 0 ? Integer.MAX_VALUE : first + random.nextInt(YEARS);
            int[] shape = {first, last, 1 + random.nextInt(3), 1 + random.nextInt(2), random.nextInt(2)};
            int flows = builder.emit(
                    Op.RUN, new int[] {builder.emit(Op.CLAMP, any()), builder.emit(Op.CLAMP, any())}, shape);
            return random.nextBoolean() ? builder.emit(Op.DOT, flows, factors) : builder.emit(Op.DOT, factors, flows);
        }
    }
}
