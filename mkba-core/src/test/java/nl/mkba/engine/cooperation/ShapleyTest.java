package nl.mkba.engine.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.mkba.Mkba;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.distribution.Distribution;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small packages of one year without discounting, whose answers are found by hand. */
class ShapleyTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final Shares CITY = Shares.of("city");

    private static Scenario.Builder oneYear() {
        return Scenario.builder("one")
                .title("One year")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"));
    }

    private static Intervention.Builder measure(String id, String cost, String gain) {
        return Intervention.builder(id)
                .cost("cost", c -> c.paidBy(CITY).amount(cost))
                .effect("gain", e -> e.quantity(1).value(gain).accruesTo(CITY));
    }

    private static Map<String, ShapleyResult.Contribution> shapley(Scenario.Builder scenario) {
        return Mkba.shapley(scenario.build(), Selection.ALL)
                .result(Alternative.ALL)
                .interventions();
    }

    private static void assertAdds(ShapleyResult.Contribution found, double alone, double last, double shapley) {
        assertThat(found.alone().value()).isCloseTo(alone, ROUNDING);
        assertThat(found.last().value()).isCloseTo(last, ROUNDING);
        assertThat(found.shapley().value()).isCloseTo(shapley, ROUNDING);
    }

    /**
     * Coach: 10 − 2 = 8 alone. Cleaning: 6 − 1 = 5 alone, and its effect doubles beside the coach, so that together they are
     * worth 8 + 11 = 19. Green stands by itself: 5 − 3 = 2.
     */
    private static Scenario.Builder package3() {
        return oneYear()
                .intervention(measure("coach", "2", "gain_of_coach").build())
                .intervention(measure("cleaning", "1", "6")
                        .interaction(x -> x.with("coach").times(2))
                        .build())
                .intervention(measure("green", "3", "5").build())
                .parameter("gain_of_coach", "10");
    }

    @Test
    void whatTwoAddTogetherIsSharedByBoth() {
        Map<String, ShapleyResult.Contribution> found = shapley(package3());

        assertThat(found.keySet()).containsExactly("coach", "cleaning", "green");
        // In half of the orders the coach comes first and adds 8, in half it comes second and adds 19 − 5 = 14.
        assertAdds(found.get("coach"), 8, 14, 11);
        assertAdds(found.get("cleaning"), 5, 11, 8);
        // Whatever is there already, it adds 2: exactly, not but for rounding.
        assertAdds(found.get("green"), 2, 2, 2);
        assertThat(found.get("green").shapley()).isEqualTo(found.get("green").alone());
    }

    @Test
    void whatMissesItsPreconditionAddsNothingBeforeIt() {
        // Without cleaning the coach's 10 become 4: −2 + 4 = 2 alone; cleaning 1 alone; together 8 + 1 = 9.
        Map<String, ShapleyResult.Contribution> found = shapley(oneYear()
                .intervention(measure("coach", "2", "10")
                        .interaction(x -> x.without("cleaning").times("40%"))
                        .build())
                .intervention(measure("cleaning", "1", "2").build()));

        assertAdds(found.get("coach"), 2, 8, 5);
        assertAdds(found.get("cleaning"), 1, 7, 4);
    }

    private static Intervention reducing(String id, String by) {
        return Intervention.builder(id)
                .effect("less", e -> e.reduces("nuisance").by(by))
                .build();
    }

    private static Outcome nuisance(Map<String, String> values) {
        Outcome.Builder nuisance = Outcome.builder("nuisance").baseline(100);
        values.forEach((id, value) -> nuisance.values(id, v -> v.value(value).borneBy(CITY)));
        return nuisance.build();
    }

    @Test
    void equalsThatOverlapGetEqualParts() {
        // Each takes away half of 100; together 75.
        Map<String, ShapleyResult.Contribution> found = shapley(oneYear()
                .outcome(nuisance(Map.of("care", "1")))
                .intervention(reducing("locks", "50%"))
                .intervention(reducing("lighting", "50%")));

        assertAdds(found.get("locks"), 50, 25, 37.5);
        assertAdds(found.get("lighting"), 50, 25, 37.5);
    }

    @Test
    void theValuesOfTwoThingsAddUp() {
        // Locks take 20 % of 100, lighting 50 %, together 60: locks (20 + 10) / 2 = 15 and lighting (50 + 40) / 2 = 45,
        // each
        // times what one is worth.
        for (Map<String, String> worth :
                List.of(Map.of("care", "3"), Map.of("police", "4"), Map.of("care", "3", "police", "4"))) {
            double times =
                    worth.values().stream().mapToDouble(Double::parseDouble).sum();
            Map<String, ShapleyResult.Contribution> found = shapley(oneYear()
                    .outcome(nuisance(worth))
                    .intervention(reducing("locks", "20%"))
                    .intervention(reducing("lighting", "50%")));

            assertAdds(found.get("locks"), 20 * times, 10 * times, 15 * times);
            assertAdds(found.get("lighting"), 50 * times, 40 * times, 45 * times);
        }
    }

    @Test
    void aPackageOfOneIsThatOne() {
        assertAdds(
                shapley(oneYear().intervention(measure("coach", "2", "10").build()))
                        .get("coach"),
                8,
                8,
                8);
    }

    @Test
    void aPackageOfNoneIsDividedOverNobody() {
        ShapleyResult.ShapleyCase found = Mkba.shapley(
                        oneYear()
                                .intervention(measure("coach", "2", "10").build())
                                .alternative("nothing", a -> a.interventions())
                                .build(),
                        Selection.ALL)
                .result("nothing");

        assertThat(found.npv().value()).isZero();
        assertThat(found.interventions()).isEmpty();
    }

    private static Scenario.Builder many(int count) {
        Scenario.Builder scenario = oneYear();
        for (int i = 1; i <= count; i++) {
            Intervention.Builder measure = measure("measure_" + i, "1", String.valueOf(i));
            if (i > 1) {
                String before = "measure_" + (i - 1);
                measure.interaction(x -> x.with(before).times(1.1));
            }
            scenario.intervention(measure.build());
        }
        return scenario;
    }

    @Test
    void fifteenAreDividedExactly() {
        // Measure i: i − 1, and 0.1 i more beside the one before it, which the two share.
        ShapleyResult.ShapleyCase found =
                Mkba.shapley(many(15).build(), Selection.ALL).result(Alternative.ALL);

        for (int i = 1; i <= 15; i++) {
            double reinforced = i > 1 ? 0.1 * i : 0;
            double reinforces = i < 15 ? 0.1 * (i + 1) : 0;
            assertThat(found.interventions().get("measure_" + i).shapley().value())
                    .isCloseTo(i - 1 + reinforced / 2 + reinforces / 2, within(1e-10));
        }
        assertThat(found.interventions().values().stream()
                        .mapToDouble(each -> each.shapley().value())
                        .sum())
                .isCloseTo(found.npv().value(), within(1e-9 * found.npv().value()));
    }

    private static List<Problem> problems(Runnable refused) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(refused::run)
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class, exception -> problems.addAll(exception.problems()));
        return problems;
    }

    @Test
    void sixteenAreRefused() {
        List<Problem> problems = problems(() -> Mkba.shapley(many(16).build(), Selection.ALL));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.TOO_MANY_INTERVENTIONS);
        assertThat(problems.get(0).message(Locale.ENGLISH))
                .isEqualTo("`all` has 16 interventions; Shapley values are calculated for at most 15");
    }

    @Test
    void tooManyDrawsForSoManyPartsAreRefused() {
        // 2^15 parts of 2^25 evaluations: 1024 draws.
        Simulation simulation = new Simulation(1025, 1, Simulation.Sampling.RANDOM);

        List<Problem> problems =
                problems(() -> Mkba.shapley(many(15).build(), Selection.ALL, simulation, Workers.callerOnly()));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.TOO_MANY_PARTS);
        assertThat(problems.get(0).message(Locale.ENGLISH))
                .isEqualTo("too many draws for `all`, which has 32768 subsets of interventions: at most 1024");
    }

    /** Beside the locks lighting takes away 80 %, without them twice as much. */
    private static Scenario.Builder impossiblePart(String by) {
        return oneYear()
                .outcome(nuisance(Map.of("care", "1")))
                .intervention(reducing("locks", "10%"))
                .intervention(
                        "lighting",
                        i -> i.effect("less", e -> e.reduces("nuisance").by(by))
                                .interaction(x -> x.without("locks").times(2)))
                .intervention(measure("green", "1", "2").build());
    }

    @Test
    void aPartThatIsRefusedByItselfIsNamed() {
        List<Problem> problems =
                problems(() -> Mkba.shapley(impossiblePart("80%").build(), Selection.ALL));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.REDUCTION_OUT_OF_RANGE, ProblemCode.REFUSED_PART);
        assertThat(problems.get(0).message(Locale.ENGLISH)).contains("1.6");
        assertThat(problems.get(1).message(Locale.ENGLISH))
                .isEqualTo("seen with only some of the interventions of `all`: lighting");
        assertThat(problems.get(1).path()).isEqualTo("interventions.lighting.effects.less.by");
    }

    @Test
    void roundingOfAPartIsLetPass() {
        // Twice 0.5000000001 is above 1 by less than 1e-9, which the format lets pass.
        Map<String, ShapleyResult.Contribution> found = shapley(impossiblePart("0.5000000001"));

        assertThat(found.get("lighting").alone().value()).isEqualTo(100 * 2 * 0.5000000001);
    }

    private static ShapleyResult simulated(Scenario.Builder scenario, int draws, Workers workers) {
        return Mkba.shapley(
                scenario.build(),
                Selection.ALL,
                new Simulation(draws, 3, Simulation.Sampling.LATIN_HYPERCUBE),
                workers);
    }

    @Test
    void withoutSpreadEveryDrawIsTheCentralCase() {
        ShapleyResult.ShapleyCase found =
                simulated(package3(), 100, Workers.callerOnly()).result(Alternative.ALL);

        found.interventions().values().forEach(each -> {
            ShapleyResult.Contribution.Spread spread = each.spread().orElseThrow();
            assertThat(spread.alone().mean()).isEqualTo(each.alone().value());
            assertThat(spread.last().min()).isEqualTo(each.last().value());
            assertThat(spread.shapley().max()).isEqualTo(each.shapley().value());
        });
    }

    /** The coach gains 0 … 20 evenly; the centre is 10. */
    private static Scenario.Builder uncertain() {
        return package3().parameter("gain_of_coach", p -> p.value(10).distribution(Distribution.uniform(0, 20)));
    }

    @Test
    void theDrawsSpreadWhatDependsOnThem() {
        Map<String, ShapleyResult.Contribution> found = simulated(uncertain(), 1000, Workers.callerOnly())
                .result(Alternative.ALL)
                .interventions();

        ShapleyResult.Contribution.Spread coach = found.get("coach").spread().orElseThrow();
        // Alone it is worth x − 2 for x on 0 … 20; beside cleaning 6 more, of which its Shapley value has half.
        assertThat(coach.alone().mean()).isCloseTo(8, within(0.01));
        assertThat(coach.alone().p5()).isCloseTo(-1, within(0.05));
        assertThat(coach.last().p95()).isCloseTo(23, within(0.05));
        assertThat(coach.shapley().mean()).isCloseTo(11, within(0.01));
        assertThat(coach.shapley().probabilityPositive()).isEqualTo(1);
        assertThat(found.get("green").spread().orElseThrow().shapley().sd().orElseThrow())
                .isCloseTo(0, ROUNDING);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            assertThat(simulated(uncertain(), 2000, Workers.on(executor, 4)).results())
                    .isEqualTo(
                            simulated(uncertain(), 2000, Workers.callerOnly()).results());
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aDrawInWhichAPartIsRefusedIsNamed() {
        // Only without the locks is lighting's value multiplied by itself until it is not a number any more.
        Scenario.Builder scenario = oneYear()
                .parameter("huge", p -> p.value(1).distribution(Distribution.discrete(List.of(1.0, 1e200), null)))
                .intervention(measure("locks", "1", "2").build())
                .intervention(measure("lighting", "1", "huge")
                        .interaction(x -> x.without("locks").times("min(huge, 1e150)"))
                        .build());

        List<Problem> problems = problems(() -> simulated(scenario, 10, Workers.callerOnly()));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OVERFLOW, ProblemCode.REFUSED_DRAW, ProblemCode.REFUSED_PART);
        assertThat(problems.get(2).message(Locale.ENGLISH)).endsWith("of `all`: lighting");
    }
}
