package nl.mkba.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    /** The figures of the central case come with the workload's definition, from an implementation of its own. */
    @Test
    void centralCaseIsTheOneOfTheWorkloadsDefinition() {
        AlternativeResult result = Mkba.appraise(new Workload().scenario()).result("all");
        assertThat(result.npv().value()).isCloseTo(12_298_810.922523666, withPercentage(1e-7));
        assertThat(result.bcr().getAsDouble()).isCloseTo(1.3750637100937748, withPercentage(1e-7));
        assertThat(result.stakeholders().get("party0").net().value())
                .isCloseTo(-2_130_023.641053475, withPercentage(1e-7));
    }
}
