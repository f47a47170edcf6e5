package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mkba.uncertainty.Cancellation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {

    private static final int STRETCH = 1 << 18;

    private static double[] numbers(int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[] numbers = new double[count + 1];
        for (int i = 0; i < count; i++) {
            // With ties, and both zeros.
            numbers[i] = random.nextInt(4) == 0 ? random.nextInt(-2, 3) * 0.0 : random.nextInt(-count, count) / 7.0;
        }
        numbers[count] = -1e300;
        return numbers;
    }

    /** Sorting in stretches gives the bits of sorting at once, and leaves alone what stands behind. */
    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 1000, STRETCH, STRETCH + 1, 2 * STRETCH - 1, 3 * STRETCH + 5, 4 * STRETCH, 5 * STRETCH + 77})
    void stretchesAreSortedAsTheWhole(int count) {
        double[] sorted = numbers(count);
        double[] expected = sorted.clone();
        Arrays.sort(expected, 0, count);
        Percentiles.sort(sorted, count, Cancellation.NEVER);
        assertThat(Arrays.equals(sorted, expected)).isTrue();
    }

    /** 6 stretches are asked about one by one, and their merging in three rounds again and again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30})
    void aLongSortIsGivenUp(int askedBefore) {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> Percentiles.sort(numbers(6 * STRETCH), 6 * STRETCH, () -> {
                    if (asked.incrementAndGet() > askedBefore) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
