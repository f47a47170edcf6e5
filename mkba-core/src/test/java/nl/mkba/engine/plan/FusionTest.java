package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.mkba.problem.ProblemCode;
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

    private static double[] run(Program program, double[][] inputs, Scalar output, Refusals refusals) {
        Program.Frame frame = program.frame(DRAWS);
        for (int p = 0; p < inputs.length; p++) {
            System.arraycopy(inputs[p], 0, frame.input(p), 0, DRAWS);
        }
        frame.run(DRAWS, refusals);
        double[] found = new double[DRAWS];
        frame.copy(output.number(), found, 0, DRAWS);
        return found;
    }

    /**
     * By hand, at a drop-off of 20 % and a price of 10: a ramp of two years gives ½ and 1, then 0.8, 0.64, …, from year 1 on;
     * a payment of 3 in year 2 comes on top. Without discounting 10 (½ + 1 + 0.8 + 0.64 + 0.512 + 0.4096) + 3 = 41.616.
     */
    @Test
    void aRunAndAPaymentAddUp() {
        ProgramBuilder builder = new ProgramBuilder(YEARS, new Refusals());
        Scalar dropOff = builder.input();
        Scalar price = builder.input();
        Scalar zero = builder.number(0);
        Vector run = builder.vector(Op.RUN, List.of(dropOff, zero), 1, YEARS - 1, 2, 1, 0);
        Vector factors = builder.vector(Op.DISCOUNT, List.of(builder.scalar(Op.MULTIPLY, dropOff, zero)), 0, 0);
        Scalar flows = builder.scalar(Op.MULTIPLY, price, builder.scalar(Op.DOT, run, factors));
        Vector once = builder.vector(Op.SCATTER, List.of(builder.number(3)), 2);
        Scalar one = builder.number(1);
        Scalar total =
                builder.scalar(Op.SUM_OF_PRODUCTS, one, flows, zero, price, one, builder.scalar(Op.DOT, once, factors));
        double[][] inputs = {{0.2, 0.2, 0.2, 0.2, 0.2}, {10, 10, 10, 10, 10}};
        double[] found = run(builder.buildFused(total, total.number()), inputs, total, new Refusals());
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
        private final List<Scalar> scalars = new ArrayList<>();
        private final int[] outputs;
        private final Scalar witness;
        private int checks;

        Written(SplittableRandom random) {
            this.random = random;
            for (int p = 0; p < INPUTS; p++) {
                scalars.add(builder.input());
            }
            Vector factors = builder.vector(Op.DISCOUNT, List.of(scalars.get(0)), 0, 0);
            for (int k = 0; k < 12; k++) {
                Scalar made = random.nextInt(3) == 0 ? total(factors) : builder.scalar(Op.MULTIPLY, any(), any());
                scalars.add(made);
                if (random.nextBoolean() && !builder.isConstant(made)) {
                    builder.check(Op.CHECK_FINITE, new Check(checks++, ProblemCode.NOT_FINITE, "", List.of()), made);
                }
            }
            Scalar one = sum();
            Scalar other = sum();
            witness = builder.scalar(Op.ADD, builder.scalar(Op.SUBTRACT, one, other), builder.input());
            outputs = new int[] {one.number(), witness.number()};
        }

        private Scalar any() {
            int k = random.nextInt(scalars.size() + NUMBERS.length);
            return k < scalars.size() ? scalars.get(k) : builder.number(NUMBERS[k - scalars.size()]);
        }

        private Scalar sum() {
            boolean plain = random.nextBoolean();
            int products = 1 + random.nextInt(7);
            List<Scalar> pairs = new ArrayList<>();
            for (int k = 0; k < products; k++) {
                pairs.add(builder.number(plain ? random.nextInt(2) : NUMBERS[random.nextInt(NUMBERS.length)]));
                pairs.add(any());
            }
            return builder.scalar(Op.SUM_OF_PRODUCTS, pairs);
        }

        private Scalar total(Vector factors) {
            int first = random.nextInt(YEARS + 2);
            int last = random.nextInt(4) == 0 ? Integer.MAX_VALUE : first + random.nextInt(YEARS);
            int[] shape = {first, last, 1 + random.nextInt(3), 1 + random.nextInt(2), random.nextInt(2)};
            Vector flows = builder.vector(
                    Op.RUN, List.of(builder.scalar(Op.CLAMP, any()), builder.scalar(Op.CLAMP, any())), shape);
            return random.nextBoolean()
                    ? builder.scalar(Op.DOT, flows, factors)
                    : builder.scalar(Op.DOT, factors, flows);
        }
    }
}
