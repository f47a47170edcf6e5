package nl.mkba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.distribution.Distribution;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** A compiled model gives the same bits as a scenario with those values, and refuses the same. */
class ModelTest {

    /** One year: 100 · n − 1,000, in {@code years} years from now. */
    private static Scenario.Builder simple() {
        return Scenario.builder("simple")
                .title("Simple")
                .baseYear(2026)
                .horizon(5)
                .discounting("rate")
                .stakeholder("city", s -> s.sector("public"))
                .parameter("rate", 0)
                .parameter("n", 20)
                .parameter("each", 100)
                .parameter("years", 1)
                .parameter("share", "50%")
                .intervention(
                        "works",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(1000).when(w -> w.in(0)))
                                .effect(
                                        "gain",
                                        e -> e.quantity("n")
                                                .value("each")
                                                .accruesTo("city")
                                                .cashable("share")
                                                .when(w -> w.years("years"))));
    }

    private static double npv(Appraisal appraisal) {
        return appraisal.result("all").npv().value();
    }

    @Test
    void valuesReplaceTheScenariosOwn() {
        Model model = Mkba.compile(simple().build());
        assertThat(npv(model.appraise())).isEqualTo(1000);
        assertThat(npv(model.appraise(Map.of("n", 30.0)))).isEqualTo(2000);
        assertThat(npv(model.appraise(Map.of("n", 30.0, "each", 10.0)))).isEqualTo(-700);
        // Three years: 3 · 2,000 − 1,000.
        assertThat(model.shaping()).containsExactly("years");
        assertThat(npv(model.appraise(Map.of("years", 3.0)))).isEqualTo(5000);
        assertThat(npv(model.appraise())).isEqualTo(1000);
    }

    @Test
    void whatIsWrongWithAValueIsToldUnderItsId() {
        Model model = Mkba.compile(simple().build());
        assertThat(paths(model, Map.of("m", 3.0, "n", Double.NaN)))
                .containsExactlyInAnyOrder("unknown_parameter m", "not_finite n");
        assertThat(paths(model, Map.of("share", 1.5)))
                .containsExactly("out_of_range interventions.works.effects.gain.cashable");
        assertThat(paths(model, Map.of("years", 1.5)))
                .containsExactly("not_whole interventions.works.effects.gain.when.years");
        // And the next call is none the worse for it.
        assertThat(npv(model.appraise(Map.of("share", 1.0)))).isEqualTo(1000);
    }

    private static List<String> paths(Model model, Map<String, Double> values) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> model.appraise(values)).problems().stream()
                .map((Problem problem) -> problem.code().id() + " " + problem.path())
                .toList();
    }

    @Test
    void whatIsKeptIsBounded() {
        Model model = Mkba.compile(simple().horizon(200).build());
        for (int years = 1; years <= Model.MOST_SHAPES + 20; years++) {
            assertThat(npv(model.appraise(Map.of("years", (double) years)))).isEqualTo(2000.0 * years - 1000);
        }
        assertThat(model.kept()).isEqualTo(Model.MOST_SHAPES);
    }

    @Test
    void manyThreadsGetTheSameBits() throws Exception {
        Model model = Mkba.compile(simple().discounting("3%").build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Double>> found = new ArrayList<>();
            for (int n = 0; n < 400; n++) {
                Map<String, Double> values = Map.of("n", (double) (n % 40), "years", 1.0 + n % 3);
                found.add(threads.submit(() -> npv(model.appraise(values))));
            }
            for (int n = 0; n < 400; n++) {
                Scenario one = simple().discounting("3%")
                        .parameter("n", n % 40)
                        .parameter("years", 1 + n % 3)
                        .build();
                assertThat(found.get(n).get()).isEqualTo(npv(Mkba.appraise(one)));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aModelSimulatesAsTheScenarioDoes() {
        Scenario scenario = simple().parameter("n", p -> p.distribution(Distribution.uniform(10, 30)))
                .build();
        SimulationRequest request = SimulationRequest.of(new Simulation(500, 3, Simulation.Sampling.LATIN_HYPERCUBE));
        Model model = Mkba.compile(scenario);
        for (int again = 0; again < 2; again++) {
            assertThat(model.simulate(request, Workers.callerOnly())
                            .result("all")
                            .npv())
                    .isEqualTo(Mkba.simulate(scenario, Selection.ALL, request, Workers.callerOnly())
                            .result("all")
                            .npv());
        }
    }

    @Test
    void rowsOfManyPlacesAreGivenById() {
        Scenario scenario = simple().build();
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int place = 0; place < 600; place++) {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("n", (double) place);
            row.put("share", place == 7 ? 2.0 : 0.5);
            rows.add(row);
        }
        PortfolioResult found = Mkba.portfolio(scenario, Selection.ALL, rows);
        assertThat(found.rows()).isEqualTo(600);
        for (int place : new int[] {0, 6, 8, 599}) {
            assertThat(found.problems(place)).isEmpty();
            assertThat(found.result(place, "all").npv()).hasValue(100.0 * place - 1000);
            assertThat(found.result(place, "all").figure("net_city")).hasValue(100.0 * place - 1000);
        }
        assertThat(found.problems(7)).hasSize(1);
        assertThat(found.result(7, "all").npv()).isEmpty();
        assertThat(Mkba.compile(scenario).portfolio(List.of()).rows()).isZero();
        assertThat(catchThrowableOfType(
                        InvalidScenarioException.class,
                        () -> Mkba.portfolio(scenario, Selection.ALL, List.of(Map.of("n", 1.0), Map.of("each", 1.0)))))
                .isNotNull();
    }
}
