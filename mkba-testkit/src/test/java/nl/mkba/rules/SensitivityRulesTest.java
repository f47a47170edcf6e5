package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Plan;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.uncertainty.Workers;

/** What holds for every scenario. */
class SensitivityRulesTest {

    private static final Simulation FEW = new Simulation(400, 3, Simulation.Sampling.LATIN_HYPERCUBE);

    private static SensitivityResult analyse(Scenario scenario, Selection selection) {
        try {
            return Mkba.sensitivity(
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
        Scenario made = ScenarioArbitraries.ofSeed(seed);
        Scenario scenario = made.toBuilder()
                .parameter("never_used", p -> p.value(3).distribution(Distribution.uniform(1, 5)))
                .build();
        SensitivityResult result = analyse(scenario, Selection.ALL);
        for (SensitiveCase each : result.results()) {
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

    private static void everyUncertainParameterHasItsPlace(SensitiveCase each) {
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
            // They are parts of one variance; 256 points leave each its interval.
            assertThat(each.sobol().indices().stream()
                            .mapToDouble(index -> index.firstOrder() - index.firstOrderHalfWidth())
                            .sum())
                    .isLessThanOrEqualTo(1);
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

    /** The net present value of the case compiled again with the value in it, in which nothing is an input. */
    private static void aSwitchingValueGivesZero(Scenario scenario, SensitiveCase each) {
        Plan central = CentralCase.of(scenario, Selection.ALL.alternatives(each.alternative()), new Problems())
                .get(0)
                .plan();
        double size = Math.abs(central.value(central.society().costs()))
                + Math.abs(central.value(central.society().benefits()));
        for (SwitchingValue found : each.switchingValues()) {
            boolean shapes = central.shaping().contains(found.parameter());
            found.value().ifPresent(value -> {
                OptionalDouble npv = CentralCase.npv(central.compiled().with(found.parameter(), value));
                if (shapes) {
                    assertThat(npv.getAsDouble() * each.npv()).isLessThanOrEqualTo(0);
                } else {
                    double allowed = 1e-7 * (size + Math.abs(each.npv()));
                    assertThat(Math.abs(npv.getAsDouble()) <= allowed
                                    || crosses(central.compiled(), found.parameter(), value))
                            .as("%s = %s: %s, allowed %s", found.parameter(), value, npv, allowed)
                            .isTrue();
                }
            });
        }
    }

    /**
     * Whether the net present value passes 0 here, from below to above or the other way. Where a rate far below 0 makes amounts
     * of 1e17 of the last years, their rounding alone is 16, so that no value gives less.
     */
    private static boolean crosses(Case compiled, String parameter, double value) {
        double hair = 1e-12 * Math.abs(value);
        double here = CentralCase.npv(compiled.with(parameter, value)).orElseThrow();
        double before = CentralCase.npv(compiled.with(parameter, value - hair)).orElseThrow();
        double after = CentralCase.npv(compiled.with(parameter, value + hair)).orElseThrow();
        boolean isPole = Math.abs(here) > Math.max(Math.abs(before), Math.abs(after));
        return before < 0 != after < 0 && !isPole;
    }
}
