package nl.mkba.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.generated.Copies;
import nl.mkba.generated.ScenarioMaker;
import nl.mkba.plan.CentralCase;
import nl.mkba.plan.Plan;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityResult.CaseResult;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.uncertainty.Workers;

/** What holds for every scenario. */
class SensitivityRulesTest {

    private static final Simulation FEW = new Simulation(400, 3, Simulation.Sampling.LATIN_HYPERCUBE);

    private static SensitivityResult analyse(Scenario scenario, Selection selection) {
        try {
            return Sensitivity.run(
                    scenario,
                    selection,
                    SensitivityRequest.of(scenario).withSimulation(FEW).withBaseSample(256),
                    Workers.callerOnly());
        } catch (InvalidScenarioException refused) {
            Assume.that(false);
            throw refused;
        }
    }

    @Property(tries = 60)
    void rules(@ForAll @IntRange(max = 1_000_000) int seed) {
        Scenario made = ScenarioMaker.scenario(seed);
        Scenario scenario = Copies.of(made)
                .parameter(Parameter.of("never_used", Expression.of(3)).distributed(new Distribution.Uniform(1, 5)))
                .build();
        SensitivityResult result = analyse(scenario, Selection.ALL);
        for (CaseResult each : result.results()) {
            everyUncertainParameterHasItsPlace(each);
            aSwitchingValueGivesZero(scenario, each);
        }
        for (ValueOfInformation value : result.valueOfInformation()) {
            assertThat(value.evpi()).isGreaterThanOrEqualTo(0);
            assertThat(value.parameters())
                    .allSatisfy(partial -> assertThat(partial.value()).isBetween(0.0, value.evpi()));
            assertThat(value.groups())
                    .allSatisfy(partial -> assertThat(partial.value()).isBetween(0.0, value.evpi()));
        }
    }

    private static void everyUncertainParameterHasItsPlace(CaseResult each) {
        TornadoBar unused = each.tornado().stream()
                .filter(bar -> bar.name().equals("never_used"))
                .findFirst()
                .orElseThrow();
        assertThat(unused.npvLow()).isEqualTo(each.npv());
        assertThat(unused.npvHigh()).isEqualTo(each.npv());
        if (each.sobol().correlated()) {
            assertThat(each.sobol().firstOrderFromRanks()).hasSameSizeAs(each.tornado());
        } else {
            assertThat(each.sobol().indices()).hasSameSizeAs(each.tornado());
            assertThat(each.sobol().indices().stream()
                            .mapToDouble(SobolIndex::firstOrder)
                            .sum())
                    .isLessThanOrEqualTo(1.3);
            assertThat(each.sobol().indices()).contains(new SobolIndex("never_used", 0, 0, 0, 0));
        }
        each.regression().ifPresent(regression -> {
            assertThat(regression.rSquared()).isBetween(0.0, 1.0);
            assertThat(regression.coefficients()).hasSameSizeAs(each.tornado());
        });
        assertThat(each.switchingValues())
                .filteredOn(value -> value.parameter().equals("never_used"))
                .allSatisfy(value ->
                        assertThat(value.value().isEmpty() || each.npv() == 0).isTrue());
    }

    /** The net present value of the scenario with the value written into it: found without the code under test. */
    private static void aSwitchingValueGivesZero(Scenario scenario, CaseResult each) {
        for (SwitchingValue found : each.switchingValues()) {
            double value = found.value().orElse(0);
            if (found.change().isEmpty() || value == Math.rint(value)) {
                continue;
            }
            // Multiplied rather than replaced, because an alternative's own factors stay.
            Selection there = Selection.ALL
                    .alternatives(each.alternative())
                    .with(found.parameter(), new Replacement.Times(Expression.of(value / found.central())));
            Problems problems = new Problems();
            Plan plan = CentralCase.of(scenario, there, problems).get(0).plan();
            assertThat(problems.hasErrors()).isFalse();
            double size = plan.value(plan.society().costs())
                    + plan.value(plan.society().benefits());
            assertThat(plan.value(plan.society().npv()))
                    .as("%s = %s", found.parameter(), value)
                    .isCloseTo(0, within(1e-7 * (Math.abs(size) + Math.abs(each.npv()))));
        }
    }
}
