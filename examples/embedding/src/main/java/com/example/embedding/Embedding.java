package com.example.embedding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import nl.mkba.Mkba;
import nl.mkba.Model;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.explain.Comparison;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.CatalogueJson;
import nl.mkba.json.ResultJson;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/** What a program does that embeds mkba. It checks what comes out, and ends with an error if that is not right. */
public final class Embedding {

    private static final String YAML =
            """
            mkba: 1
            id: insulation
            title: Warmer homes
            base_year: 2026
            price_level: 2025
            horizon: 2
            discounting: 3%
            stakeholders:
              city: {sector: public}
              residents: {sector: households}
            parameters:
              homes: {value: 100, distribution: {triangular: [80, 100, 130]}}
              saving: {value: 300, distribution: {uniform: [200, 400]}}
            interventions:
              insulation:
                costs:
                  works: {paid_by: city, total: 20000, when: {in: 0}}
                effects:
                  bills: {quantity: homes, value: saving, accrues_to: residents, when: {in: 1}}
            """;

    private static final int APPRAISALS = 10_000;
    private static final int ROWS = 1_000;
    private static final int REFUSED_ROW = 500;

    private Embedding() {}

    /** @param arguments {@code modules} if this is to run on the module path */
    public static void main(String[] arguments) throws InterruptedException {
        onThePathThatWasAskedFor(List.of(arguments).contains("modules"));

        Scenario scenario = ScenarioFile.read(YAML);
        Model model = Mkba.compile(scenario);
        appraiseManyTimes(model);

        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            SimulationResult simulation = simulateWithADeadline(model, (ThreadPoolExecutor) pool);
            PortfolioResult portfolio = appraiseManyPlaces(model);
            serialise(scenario, simulation, portfolio);
        } finally {
            pool.shutdownNow();
        }

        catchAllProblemsAtOnce();
        System.out.println("All as expected, on Java " + Runtime.version().feature() + ".");
    }

    /** On the module path nothing but the exported packages can be reached. */
    private static void onThePathThatWasAskedFor(boolean modules) {
        Module engine = Mkba.class.getModule();
        require(engine.isNamed() == modules, "on the " + (modules ? "module" : "class") + " path");
        if (modules) {
            Module own = Embedding.class.getModule();
            require(engine.isExported("nl.mkba.appraisal", own), "results are exported");
            require(!engine.isExported("nl.mkba.engine.plan", own), "the engine is hidden");
            require(!ScenarioFile.class.getModule().isExported("nl.mkba.file.yaml", own), "the parser is hidden");
            require(!ResultJson.class.getModule().isExported("nl.mkba.json.tree", own), "the trees are hidden");
        }
    }

    /** What the scenario comes to, by hand: the works in the base year, and a year later what the bills fall by. */
    private static double byHand(double homes, double saving) {
        return homes * saving / 1.03 - 20_000;
    }

    private static void appraiseManyTimes(Model model) {
        long begin = System.nanoTime();
        for (int i = 0; i < APPRAISALS; i++) {
            double homes = 50 + i % 100;
            double saving = 200 + 0.01 * i;
            AlternativeResult result =
                    model.appraise(Map.of("homes", homes, "saving", saving)).result("all");
            requireClose(result.npv().value(), byHand(homes, saving), "appraisal " + i);
        }
        long took = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(APPRAISALS + " appraisals in " + took + " ms");

        // beside the double there is an amount of javax.money, which is the same number
        AlternativeResult central = model.appraise().result("all");
        BigDecimal money = central.npv().money().getNumber().numberValue(BigDecimal.class);
        require(money.doubleValue() == central.npv().value(), "money is the number itself");
        require(central.npv().money().getCurrency().getCurrencyCode().equals("EUR"), "money is in euros");
    }

    private static SimulationResult simulateWithADeadline(Model model, ThreadPoolExecutor pool)
            throws InterruptedException {
        Simulation settings = model.scenario().simulation();
        SimulationRequest request =
                SimulationRequest.of(new Simulation(2_000, settings.seed(), settings.sampling())).withUnits();
        SimulationResult result = model.simulate(request, until(pool, 60_000));
        // the means of the distributions are 310 / 3 and 300, and they are independent
        double expected = byHand(310.0 / 3, 300);
        double mean = result.result("all").npv().mean();
        require(Math.abs(mean - expected) < 500, "the mean of the draws (" + mean + ") is near " + expected);

        SimulationRequest tooMuch =
                SimulationRequest.of(new Simulation(5_000_000, settings.seed(), settings.sampling()));
        try {
            model.simulate(tooMuch, until(pool, 20));
            throw new IllegalStateException("Five million draws were ready within the deadline");
        } catch (CancelledException e) {
            for (int i = 0; i < 100 && pool.getActiveCount() > 0; i++) {
                Thread.sleep(10);
            }
            require(pool.getActiveCount() == 0, "no thread works on");
            System.out.println("A simulation that took too long was ended");
        }
        return result;
    }

    /** Work on two threads of a pool, until a number of milliseconds from now. */
    private static Workers until(ThreadPoolExecutor pool, long milliseconds) {
        long begin = System.nanoTime();
        return Workers.on(pool, 2).cancelledWhen(() -> System.nanoTime() - begin > milliseconds * 1_000_000);
    }

    private static PortfolioResult appraiseManyPlaces(Model model) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            // a place where the numbers overflow is refused, and no other place suffers
            double homes = row == REFUSED_ROW ? 1e300 : 10 + row;
            double saving = row == REFUSED_ROW ? 1e300 : 250 + row % 7;
            rows.add(Map.of("homes", homes, "saving", saving));
        }
        PortfolioResult portfolio = model.portfolio(rows);
        require(portfolio.rows() == ROWS, "each row has its result");
        for (int row = 0; row < ROWS; row++) {
            boolean refused = row == REFUSED_ROW;
            require(portfolio.problems(row).isEmpty() != refused, "only the row that overflows is refused");
            require(portfolio.result(row, "all").npv().isEmpty() == refused, "a refused row has no figures");
            if (!refused) {
                double homes = rows.get(row).get("homes");
                double saving = rows.get(row).get("saving");
                requireClose(
                        portfolio.result(row, "all").npv().orElseThrow(), byHand(homes, saving), "row " + row);
            }
        }
        System.out.println(ROWS + " places, one of them refused");
        return portfolio;
    }

    private static void serialise(Scenario scenario, SimulationResult simulation, PortfolioResult portfolio) {
        Scenario other =
                scenario.toBuilder().parameter("homes", p -> p.value(120)).build();
        Comparison.Side before = new Comparison.Side(scenario, "all", Optional.empty());
        Comparison.Side after = new Comparison.Side(other, "all", Optional.empty());
        SensitivityRequest sensitivity = SensitivityRequest.of(scenario)
                .withSimulation(new Simulation(
                        500, scenario.simulation().seed(), scenario.simulation().sampling()))
                .withBaseSample(64);
        ResultJson json = ResultJson.in(Locale.ENGLISH);

        double npv = Mkba.appraise(scenario).result("all").npv().value();
        Map<String, Double> place = Map.of("homes", 120.0, "saving", 300.0);
        Map<String, String> written = new LinkedHashMap<>(Map.of(
                "appraisal", json.write(Mkba.appraise(scenario)),
                "simulation", json.write(simulation),
                "sensitivity",
                        json.write(Mkba.sensitivity(scenario, Selection.ALL, sensitivity, Workers.callerOnly())),
                "coalition", json.write(Mkba.coalition(scenario, Selection.ALL)),
                "shapley", json.write(Mkba.shapley(scenario, Selection.ALL)),
                "budget", json.write(Mkba.budget(scenario, Selection.ALL, BudgetRequest.of("city"))),
                "explanation",
                        json.write(scenario, Mkba.explain(scenario, Selection.ALL, "insulation", "bills")),
                "comparison", json.write(before, after, Mkba.compare(before, after)),
                "portfolio", json.write(portfolio),
                "problems", json.writeProblems(portfolio.problems(REFUSED_ROW))));
        written.put(
                "choice",
                json.write(Mkba.choose(scenario, Selection.ALL, List.of(place), ChoiceRequest.within(50_000))
                        .get(0)));
        written.put("catalogue", CatalogueJson.write(Catalogue.read()));
        written.forEach((result, text) -> {
            require(text.startsWith("{") && text.endsWith("}") && !text.contains("\n"), result + " is one line of JSON");
            require(!text.contains("NaN") && !text.contains("Infinity"), result + " has numbers only");
        });
        require(written.get("appraisal").contains("\"npv\":" + npv), "a number in JSON is the number, to the bit");
        require(
                written.get("portfolio").split("\"row\":", -1).length == ROWS + 1, "every place stands in the JSON once");

        // a scenario is its file: what is written is read as the same scenario
        require(ScenarioFile.read(ScenarioFile.write(other)).equals(other), "a scenario survives its file");
        System.out.println(written.size() + " results as JSON");
    }

    private static void catchAllProblemsAtOnce() {
        try {
            Scenario.builder("coaching")
                    .title("Coaching")
                    .baseYear(2026)
                    .horizon(10)
                    .discounting(0.0225)
                    .stakeholder("city", s -> s.name("City").sector("public"))
                    .intervention("coach", i -> i.cost("staff", c -> c.paidBy("citi").amount("60.000,-"))
                            .effect("skills", e -> e.quantity("clients * 2").value(1_000).accruesTo("city")))
                    .build();
            throw new IllegalStateException("A scenario with three faults was taken");
        } catch (InvalidScenarioException refused) {
            List<String> paths = refused.problems().stream().map(Problem::path).toList();
            require(
                    paths.equals(List.of(
                            "interventions.coach.costs.staff.amount",
                            "interventions.coach.effects.skills.quantity",
                            "interventions.coach.costs.staff.paid_by.citi")),
                    "every fault is told, each at its place: " + paths);
            for (Problem problem : refused.problems()) {
                System.out.println(problem.path() + ": " + problem.message(Locale.ENGLISH));
            }
        }
    }

    private static void requireClose(double actual, double expected, String what) {
        require(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), what + " gives " + actual);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
