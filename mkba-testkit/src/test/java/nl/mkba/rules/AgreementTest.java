package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.Agreement;
import nl.mkba.testkit.Engine;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** The engine agrees with the naive evaluation, on random scenarios that use every key of the format. */
class AgreementTest {

    private static final int SCENARIOS = Integer.getInteger("mkba.scenarios", 1200);

    /** The same scenarios every time; {@code -Dmkba.seed} begins elsewhere. */
    private static final long FIRST_SEED = Long.getLong("mkba.seed", 1L);

    @Test
    void everyFigureAgreesWithTheNaiveEvaluation() {
        Agreement agreement = new Agreement(Engine.mkba());
        List<String> differences = new ArrayList<>();
        LongStream.range(FIRST_SEED, FIRST_SEED + SCENARIOS).forEach(seed -> {
            List<String> here = agreement.differences(ScenarioArbitraries.ofSeed(seed));
            here.stream().limit(3).forEach(text -> differences.add("seed " + seed + ": " + text));
        });
        assertThat(differences).as(agreement.toString()).isEmpty();
        assertThat(agreement.refused().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isLessThan(SCENARIOS / 5);
        assertThat(agreement.refused())
                .containsKeys("reduction", "begins after the horizon", "not at full strength", "does not converge");
        assertThat(agreement.unsure()).isLessThan(agreement.figures() / 1000);
        assertThat(agreement.internalRates())
                .containsKeys("residual_value", "no_sign_change", "rate", "multiple_roots", "no_root");
    }

    @Test
    void randomScenariosUseEveryKey() {
        Map<String, Integer> used = new TreeMap<>();
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            Scenario scenario = ScenarioArbitraries.ofSeed(seed);
            ScenarioArbitraries.keysOf(scenario).forEach(key -> used.merge(key, 1, Integer::sum));
        }
        assertThat(used.keySet()).containsExactlyInAnyOrderElementsOf(ScenarioArbitraries.keys());
        assertThat(used).allSatisfy((key, times) -> assertThat(times).isGreaterThanOrEqualTo(20));
    }
}
