package nl.mkba.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The exact functions, far into both tails. */
class QuantilesTest {

    /** Expected values by arithmetic of 60 digits; the file says how. */
    @TestFactory
    Stream<DynamicTest> quantilesAreExactInBothTails() throws IOException {
        return lines().stream().map(line -> {
            String[] cells = line.split(",");
            Distribution distribution = distribution(cells[0], cells[1].split(" "));
            double chance = Double.parseDouble(cells[2]);
            double expected = Double.parseDouble(cells[3]);
            return DynamicTest.dynamicTest(
                    line,
                    () -> assertAll(
                            () -> assertEquals(
                                    expected,
                                    distribution.quantile(chance),
                                    expected == 0 ? 1e-16 : 1e-13 * Math.abs(expected)),
                            () -> assertEquals(
                                    1,
                                    distribution.cumulative(expected) / chance,
                                    reach(distribution, expected, chance))));
        });
    }

    /** The relative change of the chance that goes with the rounding of x, and 10⁻¹³. */
    private static double reach(Distribution distribution, double x, double chance) {
        double around = distribution.cumulative(Math.nextUp(x)) - distribution.cumulative(Math.nextDown(x));
        return 1e-13 + 2 * around / chance;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = QuantilesTest.class.getResourceAsStream("quantiles.csv")) {
            assertNotNull(file);
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("form"))
                    .toList();
        }
    }

    private static Distribution distribution(String form, String[] numbers) {
        double[] p = Arrays.stream(numbers)
                .mapToDouble(text -> Double.parseDouble(text.replace("inf", "Infinity")))
                .toArray();
        return switch (form) {
            case "beta" -> new Beta(p[0], p[1], null, null);
            case "gamma" -> new Gamma(p[0], p[1]);
            case "normal" ->
                new Normal(0, 1, Double.isInfinite(p[0]) ? null : p[0], Double.isInfinite(p[1]) ? null : p[1]);
            case "lognormal" -> new Lognormal(p[0], p[1]);
            case "lognormal_interval" -> new LognormalInterval(p[0], p[1]);
            default -> throw new AssertionError(form);
        };
    }

    /** 5000000.0081828942, found with mpmath at 40 digits; the same from the ends as decimals would be 5000000. */
    @Test
    void aNarrowTruncationKeepsAllDigits() {
        Continuous narrow = new Normal(7.1, 9.9, 7.0999999, 7.1000001);
        assertEquals(5000000.0081828942, narrow.density(7.0999999), 1e-8);
        assertEquals(5000000.0081828942, narrow.density(7.1000001), 1e-8);
    }

    @Test
    void aDiscreteQuantileIsTheFirstValueWhoseCumulativeChanceReachesIt() {
        Distribution weighted = new Discrete(List.of(30.0, 10.0, 20.0, 0.0), List.of(1.0, 1.0, 2.0, 0.0));
        assertAll(
                () -> assertEquals(10, weighted.quantile(0)),
                () -> assertEquals(10, weighted.quantile(0.25)),
                () -> assertEquals(20, weighted.quantile(Math.nextUp(0.25))),
                () -> assertEquals(20, weighted.quantile(0.75)),
                () -> assertEquals(30, weighted.quantile(0.7500001)),
                () -> assertEquals(30, weighted.quantile(1)),
                () -> assertEquals(0, weighted.cumulative(9.9)),
                () -> assertEquals(0.25, weighted.cumulative(10)),
                () -> assertEquals(0.75, weighted.cumulative(29)),
                () -> assertEquals(1, weighted.cumulative(31)),
                // mean 20; (100 + 100)/4
                () -> assertEquals(Math.sqrt(50), weighted.standardDeviation(), 1e-14));
    }

    @Test
    void observationsMayRepeat() {
        Distribution observed = new Empirical(List.of(2.0, 1.0, 2.0, 5.0, 2.0));
        assertAll(
                () -> assertEquals(1, observed.quantile(0.2)),
                () -> assertEquals(2, observed.quantile(0.21)),
                () -> assertEquals(2, observed.quantile(0.8)),
                () -> assertEquals(5, observed.quantile(0.81)),
                () -> assertEquals(0.8, observed.cumulative(2)),
                () -> assertEquals(0.2, observed.cumulative(1.99)));
    }

    @Test
    void theEndsAreTheRange() {
        assertAll(QuantileTableTest.shapes()
                .map(distribution -> () -> assertAll(
                        distribution.toString(),
                        () -> assertEquals(distribution.lowest(), distribution.quantile(0)),
                        () -> assertEquals(distribution.highest(), distribution.quantile(1)),
                        () -> assertEquals(0, distribution.cumulative(Double.NEGATIVE_INFINITY)),
                        () -> assertEquals(1, distribution.cumulative(Double.POSITIVE_INFINITY)))));
    }

    /** The density against the change of the chance over a small stretch. */
    @Test
    void theDensityIsTheSlopeOfTheChance() {
        QuantileTableTest.shapes().filter(Continuous.class::isInstance).forEach(distribution -> {
            double low = distribution.quantile(0.299);
            double high = distribution.quantile(0.301);
            double slope = (distribution.cumulative(high) - distribution.cumulative(low)) / (high - low);
            double density = ((Continuous) distribution).density(low + (high - low) / 2);
            assertEquals(1, density / slope, 1e-3, distribution::toString);
        });
    }

    @Test
    void aChanceIsFromNoughtToOne() {
        Distribution uniform = new Uniform(0, 1);
        for (double outside : new double[] {-1e-300, 1.1, Double.NaN}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> uniform.quantile(outside));
            assertEquals("The chance (" + outside + ") must be from 0 to 1", refused.getMessage());
        }
    }

    /** Wilson and Hilferty's transformation is exact to a few 10⁻¹² here, and the shape is just below where the normal takes over. */
    @Test
    void hugeShapesTendToTheNormal() {
        double wilsonHilferty = 9e11 * Math.pow(1 - 1 / 81e11 + 1.2815515655446004 / Math.sqrt(81e11), 3);
        assertEquals(1, new Gamma(9e11, 1).quantile(0.9) / wilsonHilferty, 1e-12);
        assertEquals(1e12 + 1.2815515655446004e6, new Gamma(1.0000001e12, 1).quantile(0.9), 1.1e5);
        assertEquals(0.5, new Beta(1e300, 1e300, null, null).quantile(0.9));
    }

    /** The mean and sd of the half-normal distribution are √(2/π) and √(1 − 2/π); far out the excess is nearly exponential. */
    @Test
    void aTruncatedNormalHasTheMomentsAfterTruncation() {
        Distribution half = new Normal(0, 1, 0.0, null);
        Distribution far = new Normal(0, 1, 35.0, null);
        Distribution narrow = new Normal(3, 2, 5.0, 5.0 + 1e-6);
        assertAll(
                () -> assertEquals(Math.sqrt(2 / Math.PI), half.mean(), 1e-14),
                () -> assertEquals(Math.sqrt(1 - 2 / Math.PI), half.standardDeviation(), 1e-14),
                // Mills' ratio by its asymptotic series, 1/a − 1/a³ + 3/a⁵ − 15/a⁷
                () -> assertEquals(35 + 1 / 35.0 - 2 / Math.pow(35, 3) + 10 / Math.pow(35, 5), far.mean(), 1e-8),
                () -> assertEquals(1 / 35.0 - 3 / Math.pow(35, 3), far.standardDeviation(), 1e-5),
                () -> assertEquals(1e-6 / Math.sqrt(12), narrow.standardDeviation(), 1e-15),
                () -> assertTrue(narrow.mean() > 5 && narrow.mean() < 5 + 1e-6));
    }
}
