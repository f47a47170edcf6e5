package nl.mkba.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables against the exact functions, and their moments against theory. */
class QuantileTableTest {

    private static final double[] EDGES = {Double.NaN, Double.NaN, -1, 1, 0, 2, 5, Double.NaN, 30, 31, -3, 5, 2, 2.0001
    };

    static Stream<Distribution> shapes() {
        List<Distribution> shapes = new ArrayList<>();
        shapes.add(new Uniform(-2, 5));
        for (double mode : new double[] {0, 0.01, 0.2, 0.5, 0.8, 0.99, 1}) {
            shapes.add(new Triangular(0, mode, 1));
            shapes.add(new Pert(-1, 3 * mode - 1, 2));
        }
        for (int i = 0; i < EDGES.length; i += 2) {
            shapes.add(new Normal(0, 1, finite(EDGES[i]), finite(EDGES[i + 1])));
            shapes.add(new Normal(0, 1, finite(-EDGES[i + 1]), finite(-EDGES[i])));
        }
        shapes.add(new Normal(0, 1, null, 37.0));
        shapes.add(new Normal(0, 1, 37.0, null));
        for (double spread : new double[] {0.001, 0.1, 0.5, 1, 3, 30, 1000}) {
            shapes.add(new Lognormal(100, 100 * spread));
        }
        shapes.add(new LognormalInterval(1, 10));
        for (double alpha : new double[] {0.3, 0.7, 1, 1.4, 3, 20, 200}) {
            for (double beta : new double[] {0.3, 0.7, 1, 1.4, 3, 20, 200}) {
                shapes.add(new Beta(alpha, beta, null, null));
            }
        }
        shapes.add(new Beta(2, 3, -4.0, 1e6));
        shapes.add(new Beta(1e13, 3e13, null, null));
        for (double shape : new double[] {0.2, 0.5, 1, 1.5, 3, 10, 50, 500, 10_000, 1e13}) {
            shapes.add(new Gamma(shape, 2));
        }
        shapes.add(new Discrete(List.of(3.0, 1.0, 7.0), List.of(0.5, 0.2, 0.3)));
        shapes.add(new Discrete(List.of(3.0), null));
        shapes.add(new Empirical(new SplittableRandom(1).doubles(1000).boxed().toList()));
        return shapes.stream();
    }

    private static Double finite(double end) {
        return Double.isNaN(end) ? null : end;
    }

    private static double size(Distribution distribution) {
        return Math.max(Math.abs(distribution.quantile(0.01)), Math.abs(distribution.quantile(0.99)));
    }

    /** A grid over the middle, one that grows towards both ends, the edges of cells, and random chances. */
    private static double[] chances() {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.of(
                        random.doubles(1500, Double.MIN_VALUE, 1),
                        DoubleStream.iterate(1, i -> i < 1000, i -> i + 1).map(i -> i / 1000),
                        DoubleStream.iterate(1, i -> i < 50, i -> i + 0.05).flatMap(i -> {
                            double tail = StrictMath.pow(2, -i);
                            return DoubleStream.of(tail, 1 - tail);
                        }),
                        DoubleStream.iterate(1, i -> i < 22, i -> i + 1).flatMap(i -> {
                            double tail = Math.scalb(1.0, -(int) i);
                            return DoubleStream.of(
                                    tail, Math.nextDown(tail), Math.nextUp(tail), 1 - tail, Math.nextUp(1 - tail));
                        }))
                .flatMapToDouble(stream -> stream)
                .filter(u -> u > 0 && u < 1)
                .sorted()
                .toArray();
    }

    /** {@code |F(x) − u|}, besides the rounding of x. */
    private static double error(Distribution distribution, double x, double u) {
        if (!(distribution instanceof Continuous)) {
            return x == distribution.quantile(u) ? 0 : 1;
        }
        double below = distribution.cumulative(Math.nextDown(x)) - u;
        double above = u - distribution.cumulative(Math.nextUp(x));
        return Math.max(0, Math.max(below, above));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void tablesStayCloseToTheExactFunctions(Distribution distribution) {
        Distribution.Table table = distribution.table();
        double size = size(distribution);
        double last = Double.NEGATIVE_INFINITY;
        for (double u : chances()) {
            double x = table.at(u);
            double lowest = last - 2e-14 * Math.max(size, Math.abs(last));
            assertTrue(error(distribution, x, u) < 2e-7, () -> "u = " + u + ", x = " + x);
            assertTrue(distribution.lowest() <= x && x <= distribution.highest(), () -> "u = " + u + ", x = " + x);
            assertTrue(!(x < lowest), () -> "u = " + u + ", x = " + x + " below " + lowest);
            last = x;
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void blocksGiveTheSameBits(Distribution distribution) {
        Distribution.Table table = distribution.table();
        double[] chances = chances();
        double[] expected = Arrays.stream(chances).map(table::at).toArray();
        double[] values = new double[chances.length + 3];
        table.at(chances, values, chances.length);
        assertArrayEquals(expected, Arrays.copyOf(values, chances.length));
        assertArrayEquals(new double[3], Arrays.copyOfRange(values, chances.length, values.length));
        double[] inPlace = chances.clone();
        table.at(inPlace, inPlace, 100);
        assertArrayEquals(Arrays.copyOf(expected, 100), Arrays.copyOf(inPlace, 100));
        assertArrayEquals(
                Arrays.copyOfRange(chances, 100, chances.length), Arrays.copyOfRange(inPlace, 100, chances.length));
    }

    /** Where a cell begins the cubic is the exact value, but for what a series loses over a cell. */
    @ParameterizedTest
    @MethodSource("shapes")
    void cellsBeginAtExactValues(Distribution distribution) {
        Distribution.Table table = distribution.table();
        double size = size(distribution);
        DoubleStream middle = DoubleStream.iterate(8, k -> k <= 256, k -> k + 1).map(k -> k / 512);
        DoubleStream tails = DoubleStream.iterate(6, octave -> octave < 19, octave -> octave + 1)
                .flatMap(octave -> DoubleStream.of(1, 1 + 1 / 16.0, 1.5, 2 - 1 / 16.0)
                        .map(cell -> Math.scalb(cell, (int) -octave - 1)));
        DoubleStream.concat(middle, tails).forEach(tail -> {
            for (double u : new double[] {tail, 1 - tail}) {
                double exact = distribution.quantile(u);
                double allowed = 1e-10 * Math.abs(exact) + 1e-14 * size;
                assertEquals(exact, table.at(u), allowed, () -> "u = " + u);
            }
        });
    }

    /** The midpoints of 200,000 equal chances; what their mean and sd may be off follows from the last of them. */
    @ParameterizedTest
    @MethodSource("shapes")
    void meansAndDeviationsAreThoseOfTheory(Distribution distribution) {
        int n = 200_000;
        double[] x = new double[n];
        Arrays.setAll(x, i -> (i + 0.5) / n);
        distribution.table().at(x, x, n);
        double sd = distribution.standardDeviation();
        double mean = Arrays.stream(x).sum() / n;
        double square = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / n;
        double end = Math.max(Math.abs(x[0] - mean), Math.abs(x[n - 1] - mean)) / sd;
        if (sd == 0) {
            assertEquals(distribution.mean(), mean);
            return;
        }
        // an end of k sd with chance 1/n has some k²/n of the variance; heavier tails have more beyond it
        double beyond = Math.min(1, 3 * end * end / n);
        assertEquals(distribution.mean(), mean, sd * (1e-5 + beyond / end), "mean");
        boolean mostlyBeyond = distribution instanceof Lognormal && sd > 10 * mean;
        if (beyond < 0.05 && !mostlyBeyond) {
            assertEquals(sd, Math.sqrt(square), sd * (1e-5 + beyond), "sd");
        }
    }

    @Test
    void realisticDistributionsHaveATable() {
        shapes().forEach(distribution ->
                assertFalse(distribution.table() instanceof QuantileTable.Computed, distribution::toString));
    }

    @Test
    void aDistributionThatTheFewestCellsDoNotFollowGetsMore() {
        for (Distribution wide :
                new Distribution[] {new Lognormal(1, 1e100), new Beta(0.05, 1, null, null), new Gamma(0.1, 1)}) {
            assertInstanceOf(CubicTable.class, wide.table());
            tablesStayCloseToTheExactFunctions(wide);
            cellsBeginAtExactValues(wide);
        }
    }

    @Test
    void aDistributionThatCubicsDoNotFollowIsComputed() {
        for (Distribution extreme :
                new Distribution[] {new Beta(0.02, 3, null, null), new Beta(3, 0.02, null, null), new Gamma(0.01, 1)}) {
            Distribution.Table table = extreme.table();
            assertInstanceOf(QuantileTable.Computed.class, table);
            for (double u : new double[] {1e-9, 0.3, 0.5, 0.9, 1 - 1e-9}) {
                assertEquals(extreme.quantile(u), table.at(u));
                assertTrue(error(extreme, table.at(u), u) < 1e-12, () -> extreme + " " + u);
            }
        }
    }

    @Test
    void aChanceOutsideNoughtToOneIsRefused() {
        shapes().map(Distribution::table).forEach(table -> {
            for (double outside : new double[] {-0.1, -1e-300, 1.1, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThrows(IllegalArgumentException.class, () -> table.at(outside));
            }
        });
    }
}
