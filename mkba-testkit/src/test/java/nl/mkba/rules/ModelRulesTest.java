package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import nl.mkba.Mkba;
import nl.mkba.Model;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.testkit.ScenarioArbitraries;

/** A compiled model gives the same bits as a scenario with those values, and refuses the same. */
class ModelRulesTest {

    @Property(tries = 150)
    void aModelGivesTheSameBitsAsAScenarioWithTheseValues(
            @ForAll("scenarios") Scenario scenario,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = -100, max = 9000) double amount) {
        Selection selection =
                Selection.ALL.withOutlooks(scenario.outlooks().keySet().toArray(String[]::new));
        Model model;
        try {
            model = Mkba.compile(scenario, selection);
        } catch (InvalidScenarioException refused) {
            assertThat(catchThrowableOfType(InvalidScenarioException.class, () -> Mkba.appraise(scenario, selection))
                            .problems())
                    .isEqualTo(refused.problems());
            return;
        }
        List<Map<String, Double>> rows = List.of(
                Map.of(),
                Map.of("share_a", share),
                Map.of("share_a", share, "amount_a", amount, "rate_a", 0.021),
                Map.of("years_a", 2.0, "amount_b", amount),
                Map.of("formula_a", amount));
        for (Map<String, Double> values : rows) {
            Scenario.Builder other = scenario.toBuilder();
            values.forEach((id, value) -> other.parameter(scenario.parameters().get(id).toBuilder()
                    .value(value)
                    .distribution(null)
                    .build()));
            assertSame(model, values, other.build(), selection);
        }
    }

    private static void assertSame(Model model, Map<String, Double> values, Scenario other, Selection selection) {
        Appraisal expected;
        try {
            expected = Mkba.appraise(other, selection);
        } catch (InvalidScenarioException refused) {
            InvalidScenarioException also =
                    catchThrowableOfType(InvalidScenarioException.class, () -> model.appraise(values));
            assertThat(also).as("refused by the model too: " + refused).isNotNull();
            return;
        }
        Appraisal found = model.appraise(values);
        assertThat(found.results()).isEqualTo(expected.results());
        assertThat(calculated(found)).isEqualTo(calculated(expected));
    }

    /** What the calculation warns of; what the scenario itself is warned of stays that of the scenario. */
    private static List<Problem> calculated(Appraisal appraisal) {
        List<Problem> warnings = new ArrayList<>(appraisal.warnings());
        warnings.removeAll(appraisal.scenario().warnings());
        return warnings;
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.alsoRefused();
    }
}
