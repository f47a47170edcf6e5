package nl.mkba.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearestPlacesTest {

    /**
     * By hand. Incomes 10, 20, 30, 60 have mean 30 and standard deviation √((400 + 100 + 0 + 900)/4) = 18.71; homes 1, 1, 3, 3 mean 2 and
     * deviation 1. From the first place (−1.069, −1): second (−0.535, −1) at 0.535; third (0, 1) at √(1.143 + 4) = 2.268; fourth
     * (1.604, 1) at √(7.143 + 4) = 3.338. Unstandardised the third would be 20.1 and the fourth 50 away: the same order; but seen from the
     * fourth, the third (1.604 away) comes before the second (√(4.571 + 4) = 2.928), and seen from the third the second
     * (√(0.286 + 4) = 2.070) comes after the fourth (1.604), though its income is nearer.
     */
    @Test
    void everyColumnWeighsTheSame() {
        NearestPlaces places = NearestPlaces.of(new double[] {10, 20, 30, 60}, new double[] {1, 1, 3, 3});
        assertThat(places.nearest(0, 10)).containsExactly(1, 2, 3);
        assertThat(places.nearest(3, 2)).containsExactly(2, 1);
        assertThat(places.nearest(2, 10)).containsExactly(3, 1, 0);
    }

    @Test
    void aColumnWithOneValueHasNoPartInIt() {
        NearestPlaces places = NearestPlaces.of(new double[] {7, 7, 7}, new double[] {1, 5, 2});
        assertThat(places.constant()).containsExactly(0);
        assertThat(places.nearest(0, 1)).containsExactly(2);
        assertThat(NearestPlaces.of(new double[] {0.1, 0.1, 0.1}).differ()).isFalse();
    }

    @Test
    void ofEquallyNearPlacesTheFirstOnesCount() {
        NearestPlaces places = NearestPlaces.of(new double[] {0, 1, -1, 1, -1});
        assertThat(places.nearest(0, 2)).containsExactly(1, 2);
        assertThat(places.nearest(4, 3)).containsExactly(2, 0, 1);
    }

    @Test
    void aPlaceAloneHasNoOthers() {
        assertThat(NearestPlaces.of(new double[] {3}).nearest(0, 10)).isEmpty();
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> NearestPlaces.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void veryLargeAndVerySmallValuesAreStandardisedToo() {
        NearestPlaces places = NearestPlaces.of(new double[] {1e300, 3e300, 2.9e300}, new double[] {0, 1e-300, 1e-300});
        assertThat(places.nearest(1, 2)).containsExactly(2, 0);
    }

    /** The same as sorting all others by a distance that is computed from the formula alone. */
    @Property(tries = 60)
    void theyAreExactlyTheNearest(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int width) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(80);
        // Few different values, so that many distances are equal.
        double[][] columns = new double[width][n];
        for (double[] column : columns) {
            Arrays.setAll(column, place -> random.nextInt(6));
        }
        NearestPlaces places = NearestPlaces.of(columns);
        for (int place = 0; place < n; place++) {
            int here = place;
            double[] distances = IntStream.range(0, n)
                    .mapToDouble(other -> distance(columns, here, other))
                    .toArray();
            int[] expected = IntStream.range(0, n)
                    .filter(other -> other != here)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer other) -> distances[other]))
                    .mapToInt(Integer::intValue)
                    .limit(10)
                    .toArray();
            int[] found = places.nearest(place, 10);
            assertThat(found).doesNotHaveDuplicates().doesNotContain(place).hasSize(expected.length);
            for (int k = 0; k < found.length; k++) {
                // Distances that are equal on paper may differ in the last digit here.
                assertThat(distances[found[k]])
                        .isCloseTo(distances[expected[k]], org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    private static double distance(double[][] columns, int a, int b) {
        double sum = 0;
        for (double[] column : columns) {
            double mean = Arrays.stream(column).average().orElseThrow();
            double variance = Arrays.stream(column)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            sum += variance == 0 ? 0 : (column[a] - column[b]) * (column[a] - column[b]) / variance;
        }
        return Math.sqrt(sum);
    }
}
