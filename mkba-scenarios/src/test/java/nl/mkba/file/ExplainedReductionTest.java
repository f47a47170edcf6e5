package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mkba.Mkba;
import nl.mkba.explain.Explanation;
import nl.mkba.explain.Explanation.Taken;
import nl.mkba.explain.Explanation.TakenInYear;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedReductionTest {

    @TempDir
    private Path folder;

    private static final double TINY = 1e-12;

    /**
     * 100 burglaries. In 2024 the patrol takes away 20 % and the lighting 50 % of what is left: together 1 − 0.8 · 0.5 = 60 %. The patrol
     * is credited 100 · 0.6 · 0.2/0.7 = 17.142857 of them. In 2025 there is no patrol, and 110 burglaries.
     */
    @Test
    void aReductionIsExplainedUpToTheOccurrencesItIsCreditedWith() {
        Path file = Path.of(System.getProperty("mkba.root"))
                .resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios/outcome_overlap.yaml");
        Explanation explanation = Mkba.explain(ScenarioFile.read(file), Selection.ALL, "patrol", "deterred")
                .get(0);
        Taken taken = explanation.taken().orElseThrow();
        assertThat(taken.outcome()).isEqualTo("burglaries");
        assertThat(taken.factors()).containsExactly(new Explanation.Factor("by", "20%", 0.2));
        TakenInYear first = taken.years().get(0);
        assertThat(first.baseline()).isEqualTo(100);
        assertThat(first.share()).isEqualTo(0.2);
        assertThat(first.together()).isCloseTo(0.6, within(TINY));
        assertThat(first.credited()).isCloseTo(60 * 2 / 7.0, within(TINY));
        TakenInYear second = taken.years().get(1);
        assertThat(second.baseline()).isCloseTo(110, within(1e-10));
        assertThat(second.share()).isZero();
        assertThat(second.together()).isCloseTo(0.5, within(TINY));
        assertThat(second.credited()).isZero();
    }

    /** Credited occurrences are after corrections and interactions, which therefore are no factors of the amount once more. */
    @ParameterizedTest
    @ValueSource(strings = {"e", "t"})
    void theFactorsOfAReductionAndOfWhatFollowsItMultiplyToTheFlow(String stream) throws IOException {
        Path file = Files.writeString(folder.resolve("reduction.yaml"), """
                mkba: 1
                id: reduction
                title: Reduction
                base_year: 2024
                price_level: 2024
                horizon: 2
                discounting: 3%
                stakeholders: {city: {name: G}, home: {name: H}}
                outcomes: {o: {baseline: 100, value: 10, borne_by: city}}
                interventions:
                  p:
                    effects: {e: {reduces: o, by: 50%, deadweight: 20%}}
                    transfers: {t: {from: home, to: city, follows: e, amount: 2}}
                    interactions: [{with: q, times: 50%}]
                  q: {costs: {c: {paid_by: city, amount: 1}}}
                """);
        Explanation explanation = Mkba.explain(ScenarioFile.read(file), Selection.ALL, "p", stream)
                .get(0);
        assertThat(explanation.parts()).isNotEmpty().allSatisfy(part -> {
            double amount = part.factors().stream()
                    .mapToDouble(Explanation.Factor::value)
                    .reduce(1, (a, b) -> a * b);
            assertThat(part.years())
                    .allSatisfy(year -> assertThat(amount * year.strength() * year.growth() * year.interactions())
                            .isCloseTo(year.flow(), within(TINY)));
        });
    }
}
