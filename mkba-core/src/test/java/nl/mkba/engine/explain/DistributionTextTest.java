package nl.mkba.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.mkba.distribution.Beta;
import nl.mkba.distribution.Discrete;
import nl.mkba.distribution.Empirical;
import nl.mkba.distribution.Gamma;
import nl.mkba.distribution.Lognormal;
import nl.mkba.distribution.LognormalInterval;
import nl.mkba.distribution.Normal;
import nl.mkba.distribution.Pert;
import nl.mkba.distribution.Triangular;
import nl.mkba.distribution.Uniform;
import org.junit.jupiter.api.Test;

/** A distribution stands in a comparison as a scenario file writes it. */
class DistributionTextTest {

    @Test
    void aDistributionOfPointsIsAList() {
        assertEquals("uniform [8000, 12000]", DistributionText.of(new Uniform(8000, 12000)));
        assertEquals("triangular [0.1, 0.2, 0.3]", DistributionText.of(new Triangular(0.1, 0.2, 0.3)));
        assertEquals("pert [80000, 100000, 150000]", DistributionText.of(new Pert(80000, 100000, 150000)));
        assertEquals("empirical [1, 2.5]", DistributionText.of(new Empirical(List.of(1.0, 2.5))));
    }

    @Test
    void anyOtherHasKeysAndNoneThatTheFileLeavesOut() {
        assertEquals("normal {mean: 5, sd: 1}", DistributionText.of(new Normal(5, 1, null, null)));
        assertEquals("normal {mean: 5, sd: 1, min: 0}", DistributionText.of(new Normal(5, 1, 0.0, null)));
        assertEquals("lognormal {mean: 5, sd: 1}", DistributionText.of(new Lognormal(5, 1)));
        assertEquals("lognormal {p5: 2, p95: 9}", DistributionText.of(new LognormalInterval(2, 9)));
        assertEquals("beta {alpha: 2, beta: 3}", DistributionText.of(new Beta(2, 3, null, null)));
        assertEquals("gamma {shape: 2, scale: 1.5}", DistributionText.of(new Gamma(2, 1.5)));
        assertEquals(
                "discrete {values: [0, 1], weights: [3, 1]}",
                DistributionText.of(new Discrete(List.of(0.0, 1.0), List.of(3.0, 1.0))));
        assertEquals("discrete {values: [0, 1]}", DistributionText.of(new Discrete(List.of(0.0, 1.0), null)));
    }
}
