package nl.mkba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.mkba.distribution.Distribution;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/**
 * Many places with draws, and the choice among them. Nothing is discounted. {@code light} costs the city 100 in 2026 and
 * yields 20 for each of {@code people}; {@code full} costs the city as much, and the state 200 in 2027, and yields 35. With 10,
 * 20 and 30 people, for 100 and 300:
 *
 * <pre>
 *         light   full
 *   0       100     50
 *   1       300    400
 *   2       500    750
 * </pre>
 */
class ChoiceTest {

    private static final List<Map<String, Double>> PLACES =
            List.of(Map.of("people", 10.0), Map.of("people", 20.0), Map.of("people", 30.0));

    private static Scenario.Builder programme() {
        return Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(2)
                .discounting("0%")
                .stakeholder("city", s -> s.sector("public"))
                .stakeholder("state", s -> s.sector("public"))
                .stakeholder("residents", s -> s.sector("households"))
                .parameter("people", 1)
                .parameter("gain", p -> p.value(20).distribution(Distribution.uniform(10, 30)))
                .intervention(
                        "light",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100).when(w -> w.in(0)))
                                .effect(
                                        "calm",
                                        e -> e.quantity("people")
                                                .value("gain")
                                                .accruesTo("residents")
                                                .when(w -> w.in(0))))
                .intervention(
                        "full",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100).when(w -> w.in(0)))
                                .cost(
                                        "works",
                                        c -> c.paidBy("state").amount(200).when(w -> w.in(1)))
                                .effect(
                                        "joy",
                                        e -> e.quantity("people")
                                                .value(35)
                                                .accruesTo("residents")
                                                .when(w -> w.in(0))))
                .alternative("light", a -> a.interventions("light"))
                .alternative("full", a -> a.interventions("full"));
    }

    private static ChoiceResult choice(ChoiceRequest request) {
        List<ChoiceResult> choices = Mkba.choose(programme().build(), Selection.ALL, PLACES, request);
        assertThat(choices).hasSize(1);
        return choices.get(0);
    }

    private static List<String> chosen(ChoiceResult choice) {
        return List.of(
                choice.alternative(0).orElse("-"),
                choice.alternative(1).orElse("-"),
                choice.alternative(2).orElse("-"));
    }

    /** 750 + 300 for 300 + 100; all light is 900 for 300, and full in 1 with light in 2 900 for 400. */
    @Test
    void theBestWithinAnAmountIsProven() {
        ChoiceResult choice = choice(ChoiceRequest.within(400));
        assertThat(chosen(choice)).containsExactly("-", "light", "full");
        assertThat(choice.outlook()).isEmpty();
        assertThat(choice.rows()).isEqualTo(3);
        assertThat(choice.cost()).hasValue(400);
        assertThat(choice.value()).hasValue(1050);
        assertThat(choice.bound()).hasValue(1050);
        assertThat(choice.gap()).hasValue(0);
        assertThat(choice.years()).isEmpty();
        assertThat(choice.isFeasible()).isTrue();
        assertThat(choice.cost(0)).isZero();
        assertThat(choice.value(0)).isZero();
        assertThat(choice.cost(2)).isEqualTo(300);
        assertThat(choice.value(2)).isEqualTo(750);
    }

    /** Per euro 500/100, 300/100, (750 − 500)/200, 100/100, (400 − 300)/200; full in 0 is dearer and worse. */
    @Test
    void theRankingSaysWhereTheNextEuroYieldsMost() {
        Optional<String> nothing = Optional.empty();
        Optional<String> light = Optional.of("light");
        Optional<String> full = Optional.of("full");
        ChoiceResult choice = choice(ChoiceRequest.within(0));
        assertThat(choice.ranking())
                .containsExactly(
                        new ChoiceResult.Step(2, nothing, light, 100, 500, 100),
                        new ChoiceResult.Step(1, nothing, light, 100, 300, 200),
                        new ChoiceResult.Step(2, light, full, 200, 250, 400),
                        new ChoiceResult.Step(0, nothing, light, 100, 100, 500),
                        new ChoiceResult.Step(1, light, full, 200, 100, 700));
        assertThat(choice.ranking())
                .extracting(ChoiceResult.Step::valuePerEuro)
                .containsExactly(5.0, 3.0, 1.25, 1.0, 0.5);
        assertThat(chosen(choice)).containsExactly("-", "-", "-");
        assertThat(choice.value()).hasValue(0);
    }

    /** Without a limit 100 + 400 + 750 for 100 + 300 + 300; with 400 it is 1,050 for 400. */
    @Test
    void aMillionMoreBuysWhatIsLeft() {
        ChoiceResult choice = choice(ChoiceRequest.within(400));
        assertThat(choice.nextMillion())
                .containsExactly(new ChoiceResult.Raise(
                        OptionalInt.empty(),
                        300,
                        200,
                        List.of(
                                new ChoiceResult.Change(0, Optional.empty(), Optional.of("light")),
                                new ChoiceResult.Change(1, Optional.of("light"), Optional.of("full")))));
    }

    /**
     * 300 in 2026 and 0 in 2027: light in all, for 900. More in 2026 buys nothing; more in 2027 buys full in 1 and 2, 100 and 250
     * more for 200 each.
     */
    @Test
    void aMillionMoreIsToldForEachYear() {
        ChoiceResult choice =
                choice(ChoiceRequest.within(Map.of(2026, 300.0, 2027, 0.0)).in(Prices.REAL));
        Optional<String> light = Optional.of("light");
        Optional<String> full = Optional.of("full");
        assertThat(choice.nextMillion())
                .containsExactly(
                        new ChoiceResult.Raise(OptionalInt.of(2026), 0, 0, List.of()),
                        new ChoiceResult.Raise(
                                OptionalInt.of(2027),
                                400,
                                350,
                                List.of(
                                        new ChoiceResult.Change(1, light, full),
                                        new ChoiceResult.Change(2, light, full))));
    }

    /** Either alternative costs the city 100, and full is better in 1 and 2. */
    @Test
    void theBudgetMayBeThatOfOneStakeholder() {
        ChoiceResult choice = choice(ChoiceRequest.within(200).paidBy("city"));
        assertThat(chosen(choice)).containsExactly("-", "full", "full");
        assertThat(choice.cost()).hasValue(200);
        assertThat(choice.value()).hasValue(1150);
    }

    /** 300 in 2026 is enough for all, 200 in 2027 for one full: 100 + 300 + 750. */
    @Test
    void everyYearMayHaveABudget() {
        ChoiceResult choice =
                choice(ChoiceRequest.within(Map.of(2027, 200.0, 2026, 300.0)).in(Prices.REAL));
        assertThat(chosen(choice)).containsExactly("light", "light", "full");
        assertThat(choice.years()).containsExactly(Map.entry(2026, 300.0), Map.entry(2027, 200.0));
        assertThat(choice.years(0)).containsExactly(Map.entry(2026, 100.0), Map.entry(2027, 0.0));
        assertThat(choice.years(2)).containsExactly(Map.entry(2026, 100.0), Map.entry(2027, 200.0));
        assertThat(choice.cost()).hasValue(500);
        assertThat(choice.value()).hasValue(1150);
    }

    /** Something in 0 and in 1 is 200 at least; with what is left of 400 light in 2 is all that fits. */
    @Test
    void aFloorIsKeptInEveryGroup() {
        ChoiceRequest request = ChoiceRequest.within(400).atLeast(2, List.of("north", "north", "south"));
        assertThatIllegalArgumentException().isThrownBy(() -> choice(request)).withMessageContaining("south");
        ChoiceResult choice = choice(ChoiceRequest.within(400).atLeast(1, List.of("north", "south", "south")));
        assertThat(chosen(choice)).containsExactly("light", "light", "light");
        assertThat(choice.cost()).hasValue(300);
        assertThat(choice.value()).hasValue(900);
    }

    /** One place in each of two groups costs 200 at least. */
    @Test
    void whereNothingKeepsToTheFloorsNothingIsSaidOfTheSum() {
        ChoiceResult choice = choice(ChoiceRequest.within(150).atLeast(1, List.of("north", "south", "south")));
        assertThat(choice.isFeasible()).isFalse();
        assertThat(chosen(choice)).containsExactly("-", "-", "-");
        assertThat(choice.cost()).isEmpty();
        assertThat(choice.value()).isEmpty();
        assertThat(choice.bound()).isEmpty();
        assertThat(choice.gap()).isEmpty();
        assertThat(choice.nextMillion()).isEmpty();
    }

    /**
     * Residents gain 200, 400 and 600, or 350, 700 and 1,050: 1,050 + 400 for 400. Only light gives calm: 20 + 30 people for 200.
     * A choice of which nobody gains costs the city nothing.
     */
    @Test
    void theMostOfSomethingElse() {
        ChoiceResult net = choice(ChoiceRequest.within(400).most("net:residents"));
        assertThat(chosen(net)).containsExactly("-", "light", "full");
        assertThat(net.value()).hasValue(1450);
        ChoiceResult units = choice(ChoiceRequest.within(200).most("units:light.calm"));
        assertThat(chosen(units)).containsExactly("-", "light", "light");
        assertThat(units.value()).hasValue(50);
        assertThat(chosen(choice(ChoiceRequest.within(400).most("net:city")))).containsExactly("-", "-", "-");
        assertThat(choice(ChoiceRequest.within(400).most("weighted_npv")).value())
                .hasValue(1050);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceRequest.within(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceRequest.within(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceRequest.within(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceRequest.within(Map.of(2026, -1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceRequest.within(1).atLeast(0, List.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceRequest.within(1).atLeast(1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(ChoiceRequest.within(1).atLeast(1, List.of("a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(ChoiceRequest.within(1).most("profit")));
        assertThat(refused(ChoiceRequest.within(1).paidBy("citi"))).isEqualTo(ProblemCode.UNKNOWN_STAKEHOLDER);
        assertThat(refused(ChoiceRequest.within(1).most("units:light.clam"))).isEqualTo(ProblemCode.UNKNOWN_EFFECT);
        assertThat(refused(ChoiceRequest.within(Map.of(2028, 1.0)))).isEqualTo(ProblemCode.OUT_OF_RANGE);
    }

    private static ProblemCode refused(ChoiceRequest request) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> choice(request))
                .problems()
                .get(0)
                .code();
    }

    /** Each row is a number: 20 or 35 times 2e306. Together they are 3.3e308. */
    @Test
    void sumsBeyondTheLargestNumberAreRefused() {
        Map<String, Double> place = Map.of("people", 2e306);
        InvalidScenarioException refused = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Mkba.choose(
                        programme().build(), Selection.ALL, List.of(place, place, place), ChoiceRequest.within(1_000)));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OVERFLOW));
    }

    @Test
    void aRowWithoutFiguresIsNotPassedOver() {
        InvalidScenarioException refused = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Mkba.choose(
                        programme()
                                .parameter("share", 1)
                                .alternative(
                                        "part", a -> a.interventions("light").set("gain", "1 / share"))
                                .build(),
                        Selection.ALL,
                        List.of(Map.of("share", 1.0), Map.of("share", 0.0)),
                        ChoiceRequest.within(100)));
        assertThat(refused.problems())
                .extracting(Problem::path)
                .allSatisfy(path -> assertThat(path).startsWith("[1]"));
    }

    @Test
    void thereIsAChoiceForEachOutlook() {
        Scenario scenario = programme()
                .outlook("dull", o -> o.set("gain", 5))
                .outlook("bright", o -> o.set("gain", 40))
                .build();
        List<ChoiceResult> choices = Mkba.compile(scenario, Selection.ALL.inOutlooks("dull", "bright"))
                .choose(PLACES, ChoiceRequest.within(100));
        // Light in 2 yields 5 · 30 − 100, or 40 · 30 − 100.
        assertThat(choices).extracting(each -> each.outlook().orElseThrow()).containsExactly("dull", "bright");
        assertThat(choices.get(0).value()).hasValue(50);
        assertThat(choices.get(1).value()).hasValue(1100);
    }

    /** With 0 people light is −100 in every draw; with 20 it is 10 · 20 − 100 or more. */
    @Test
    void theDrawsOfAPlaceAreThoseOfItsOwnSimulation() {
        Scenario scenario = programme().build();
        Simulation simulation = new Simulation(500, 3, Simulation.Sampling.LATIN_HYPERCUBE);
        List<Map<String, Double>> rows = List.of(Map.of("people", 0.0), Map.of("people", 20.0), Map.of("people", 7.5));
        PortfolioResult places = Mkba.portfolio(scenario, Selection.ALL, rows, simulation, Workers.callerOnly());
        PortfolioResult.Line none = places.result(0, "light");
        assertThat(none.figure("npv_mean")).hasValue(-100);
        assertThat(none.figure("npv_p5")).hasValue(-100);
        assertThat(none.figure("npv_p95")).hasValue(-100);
        assertThat(none.figure("probability_positive")).hasValue(0);
        assertThat(places.result(1, "light").figure("probability_positive")).hasValue(1);
        assertThat(places.result(1, "light").npv()).hasValue(300);
        for (int row = 0; row < rows.size(); row++) {
            Statistics npv = Mkba.simulate(
                            programme()
                                    .parameter("people", rows.get(row).get("people"))
                                    .build(),
                            Selection.ALL.alternatives("light"),
                            SimulationRequest.of(simulation),
                            Workers.callerOnly())
                    .results()
                    .get(0)
                    .npv();
            PortfolioResult.Line line = places.result(row, "light");
            assertThat(line.figure("npv_mean")).hasValue(npv.mean());
            assertThat(line.figure("npv_p5")).hasValue(npv.p5());
            assertThat(line.figure("npv_p50")).hasValue(npv.p50());
            assertThat(line.figure("npv_p95")).hasValue(npv.p95());
            assertThat(line.figure("probability_positive")).hasValue(npv.probabilityPositive());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mkba.portfolio(
                        scenario,
                        Selection.ALL,
                        rows,
                        new Simulation(0, 1, Simulation.Sampling.RANDOM),
                        Workers.callerOnly()));
    }

    /** More rows than are evaluated at a time, so that threads share them. */
    @Test
    void theFiguresAreTheSameOnAnyNumberOfThreads() {
        Model model = Mkba.compile(programme().build());
        Simulation simulation = new Simulation(50, 3, Simulation.Sampling.RANDOM);
        List<Map<String, Double>> rows = IntStream.range(0, 100)
                .mapToObj(row -> Map.of("people", (double) row))
                .toList();
        PortfolioResult alone = model.portfolio(rows, simulation, Workers.callerOnly());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            PortfolioResult together = model.portfolio(rows, simulation, Workers.on(threads, 4));
            for (int row = 0; row < rows.size(); row++) {
                for (String figure : alone.figures()) {
                    assertThat(together.result(row, "light").figure(figure))
                            .isEqualTo(alone.result(row, "light").figure(figure));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
