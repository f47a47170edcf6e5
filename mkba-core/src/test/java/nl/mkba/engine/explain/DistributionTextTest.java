package nl.mkba.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.mkba.distribution.Distribution;
import org.junit.jupiter.api.Test;

/** A distribution stands in a comparison as a scenario file writes it. */
class DistributionTextTest {

    @Test
    void aDistributionOfPointsIsAList() {
        assertEquals("uniform [8000, 12000]", DistributionText.of(Distribution.uniform(8000, 12000)));
        assertEquals("triangular [0.1, 0.2, 0.3]", DistributionText.of(Distribution.triangular(0.1, 0.2, 0.3)));
        assertEquals("pert [80000, 100000, 150000]", DistributionText.of(Distribution.pert(80000, 100000, 150000)));
        assertEquals("empirical [1, 2.5]", DistributionText.of(Distribution.empirical(1.0, 2.5)));
    }

    @Test
    void anyOtherHasKeysAndNoneThatTheFileLeavesOut() {
        assertEquals("normal {mean: 5, sd: 1}", DistributionText.of(Distribution.normal(5, 1)));
        assertEquals("normal {mean: 5, sd: 1, min: 0}", DistributionText.of(Distribution.normal(5, 1, 0.0, null)));
        assertEquals("lognormal {mean: 5, sd: 1}", DistributionText.of(Distribution.lognormal(5, 1)));
        assertEquals("lognormal {p5: 2, p95: 9}", DistributionText.of(Distribution.lognormalInterval(2, 9)));
        assertEquals("beta {alpha: 2, beta: 3}", DistributionText.of(Distribution.beta(2, 3)));
        assertEquals("gamma {shape: 2, scale: 1.5}", DistributionText.of(Distribution.gamma(2, 1.5)));
        assertEquals(
                "discrete {values: [0, 1], weights: [3, 1]}",
                DistributionText.of(Distribution.discrete(List.of(0.0, 1.0), List.of(3.0, 1.0))));
        assertEquals("discrete {values: [0, 1]}", DistributionText.of(Distribution.discrete(List.of(0.0, 1.0), null)));
    }
}
