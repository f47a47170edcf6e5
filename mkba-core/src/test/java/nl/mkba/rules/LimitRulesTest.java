package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mkba.Mkba;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.limit.Limits;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What asks for too much is refused before it is computed, and may be asked for with raised limits. */
@Timeout(60)
class LimitRulesTest {

    private static Scenario scenario(int alternatives, int outlooks) {
        Scenario.Builder scenario = Scenario.builder("many")
                .title("Many")
                .baseYear(2026)
                .horizon(2)
                .discounting(0.03)
                .stakeholder("city", c -> c.name("Gemeente").sector("public"))
                .intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy("city").amount(1)));
        for (int i = 0; i < alternatives; i++) {
            scenario.alternative("a" + i, a -> a.interventions("coach"));
        }
        for (int i = 0; i < outlooks; i++) {
            scenario.outlook("o" + i, o -> {});
        }
        return scenario.build();
    }

    private static void refused(ThrowingCallable work, String factor) {
        assertThatThrownBy(work).isInstanceOfSatisfying(InvalidScenarioException.class, e -> {
            assertThat(e.problems()).extracting(Problem::code).containsExactly(ProblemCode.TOO_LARGE);
            assertThat(e.problems().get(0).arguments().get(3)).isEqualTo(factor);
        });
    }

    /**
     * 100 parameters² × 30,000 draws are 300 million steps of a regression, where 20 billion × 0.012 = 240 million are allowed. The
     * simulation has 118 blocks of 256 draws; what is compiled before it has one task for a case and one for a distribution.
     */
    @Test
    void anAnalysisThatIsTooLargeIsRefusedBeforeAnythingIsDrawn() {
        Scenario.Builder many = Scenario.builder("many")
                .title("Many")
                .baseYear(2026)
                .horizon(1)
                .discounting(0.03)
                .stakeholder("city", c -> c.name("Gemeente").sector("public"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add("p" + i);
            many.parameter("p" + i, p -> p.value(1).distribution(Distribution.uniform(0, 2)));
        }
        String sum = String.join(" + ", ids);
        Scenario scenario = many.intervention(
                        "coach", i -> i.cost("staff", c -> c.paidBy("city").amount(sum)))
                .build();
        AtomicInteger mostTasks = new AtomicInteger();
        Workers watched = Workers.callerOnly().watchedBy((done, of) -> mostTasks.accumulateAndGet(of, Math::max));
        SensitivityRequest request = SensitivityRequest.of(scenario)
                .withSimulation(new Simulation(30_000, 1, Simulation.Sampling.RANDOM))
                .only(SensitivityRequest.Analysis.REGRESSION);
        refused(() -> Mkba.sensitivity(scenario, Selection.ALL.limitsTimes(0.012), request, watched), "1");
        assertThat(mostTasks.get()).isLessThan(118);
    }

    /** 100 × (50 + 1) = 5,100 cases are more than 5,000: a factor of 2 will do. */
    @Test
    void casesAreLimited() {
        Scenario many = scenario(100, 50);
        Selection all = new Selection(List.of(), List.copyOf(many.outlooks().keySet()), true, Map.of(), null);

        refused(() -> Mkba.appraise(many, all), "2");
        assertThat(Mkba.appraise(many, all.limitsTimes(2)).results()).hasSize(5_100);
    }

    /** 800 × 401 cases that are all the same. */
    @Test
    void whatIsTheSameIsCheckedOnce() {
        assertThat(Mkba.check(scenario(800, 400))).isEmpty();
    }

    @Test
    void drawsAreLimitedByTheMemoryTheyTake() {
        SimulationRequest request =
                SimulationRequest.of(new Simulation(Integer.MAX_VALUE, 1, Simulation.Sampling.RANDOM));
        // Costs, benefits, net present value, gains, and the city's net and cash.
        double numbers = 6.0 * Integer.MAX_VALUE;

        refused(
                () -> Mkba.simulate(scenario(1, 0), Selection.ALL, request, Workers.callerOnly()),
                Limits.needed(Limits.Size.NUMBERS, numbers));
    }
}
