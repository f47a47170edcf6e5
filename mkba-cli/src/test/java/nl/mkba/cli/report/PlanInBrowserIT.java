package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mkba.engine.plan.Check;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Op;
import nl.mkba.engine.plan.OpCase;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanDescription;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.file.ScenarioFile;
import nl.mkba.json.tree.Json;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's small evaluator of plans against the engine, over every kind of scenario. */
class PlanInBrowserIT {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final double[] CHANGES = {1, 1.01, 0.93, 1.2, 0.5};

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.startOrSkip(folder.resolve("profile"), "the plan");
        try (InputStream script = HtmlReport.class.getResourceAsStream("plan.js")) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            browser.evaluate(text.replace("const mkbaPlan", "globalThis.mkbaPlan") + "; 1");
        }
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    /** What no other scenario has depend on a parameter: rates in steps, tails, years apart, totals over a fading run. */
    private static final String RARE = """
            mkba: 1
            id: rare
            title: Rare
            base_year: 2026
            price_level: 2025
            horizon: 12
            flows_at: mid
            inflation: prices_up
            discounting: {standard: {steps: {0: rate, 5: rate - 0.5%}}, classes: {slow: rate / 2}}
            stakeholders: {city: {name: City}, house: {name: House}}
            parameters:
              rate: 3%
              prices_up: 2%
              growth: 1%
              fading: 10%
              amount: 100
              level: 0.4
              root: 16
            interventions:
              one:
                costs:
                  build: {paid_by: city, total: amount * sqrt(root), when: {years: 4, drop_off: fading, ramp_up: 2}}
                  keep: {paid_by: city, amount: abs(-amount) / 10, rate_class: slow, when: {every: 3}, beyond_horizon: continue}
                  put: {paid_by: city, amount: 'exp(ln(amount)) + pow(root, 2)', when: {series: {0: level, 3: level * 2}}}
                effects:
                  gain:
                    quantity: min(amount, 1000)
                    value: 3
                    accrues_to: house
                    growth: growth
                    prices: nominal
                    when: {delay: 1, ramp_up: 3, drop_off: fading}
                    beyond_horizon: continue
                  more: {quantity: amount, value: 1, accrues_to: house, when: {years: 3, fade_out: fading}}
            """;

    private static List<Path> scenarios() throws Exception {
        try (Stream<Path> golden = Files.walk(
                        ROOT.resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios"), 1);
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            Path rare = Files.writeString(folder.resolve("rare.yaml"), RARE);
            return Stream.of(golden, examples, Stream.of(rare))
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void givesTheFiguresOfTheEngineForEveryScenario() throws Exception {
        int compared = 0;
        for (Path file : scenarios()) {
            Scenario scenario = ScenarioFile.read(file);
            Selection all =
                    new Selection(List.of(), List.copyOf(scenario.outlooks().keySet()), true, Map.of(), null);
            for (UncertainCase each : UncertainCase.of(scenario, all, false, Workers.callerOnly())) {
                compared += compare(file + " " + each.alternative(), each.central());
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** Operations that a description may have: not what is written for speed. */
    private static List<OpCase> described() {
        return OpCase.all().stream().filter(each -> !each.op().isFused()).toList();
    }

    @Test
    void everyOperationHasWorkedCases() {
        Op[] ops = Stream.of(Op.values()).filter(op -> !op.isFused()).toArray(Op[]::new);
        assertThat(OpCase.without(described(), ops)).isEmpty();
    }

    /** What breaks a rule, if only to be clamped, has no figure in the page. */
    @ParameterizedTest
    @MethodSource("described")
    void carriesEveryOperationOutAsWorkedByHand(OpCase worked) throws Exception {
        int result = worked.op().hasResult() ? worked.operands().size() : -1;
        List<Integer> operands =
                IntStream.range(0, worked.operands().size()).boxed().toList();
        // Text, since there is no infinity in JSON.
        List<List<String>> registers = worked.operands().stream()
                .map(numbers -> numbers.stream().map(String::valueOf).toList())
                .toList();
        Map<String, Object> plan = Map.of(
                "years", worked.years(),
                "inputs", Map.of(),
                "constants", Map.of(),
                "steps", List.of(List.of(worked.op().name(), operands, worked.immediates(), result)),
                "outputs", Map.of());
        JsonNode found = browser.evaluate("""
                (() => {
                  const plan = mkbaPlan.read(%s);
                  const registers = %s.map(numbers => numbers.map(Number));
                  try {
                    const out = plan.steps[0].carryOut(registers, plan.steps[0], plan.years);
                    return out === undefined ? 'nothing' : out.map(String);
                  } catch (e) {
                    if (e.constructor.name === 'Refused') return 'refused';
                    throw e;
                  }
                })()
                """.formatted(Json.line(plan), Json.line(registers)));
        List<Double> expected = worked.result();
        if (!worked.told().equals("nothing") || expected == null) {
            assertThat(found.asText()).isEqualTo(worked.told().equals("nothing") ? "nothing" : "refused");
            return;
        }
        assertThat(found).hasSize(expected.size());
        for (int k = 0; k < expected.size(); k++) {
            OpCase.same(Double.parseDouble(found.get(k).asText()), expected.get(k), 1e-13);
        }
    }

    /** The costs are u − 0.7 u − 0.3 u and the benefits of the fund 0.1 u + 0.2 u − 0.3 u: 0 on the page too, wherever u is put. */
    @Test
    void costsAndNetsThatCancelOutAreNothing() throws Exception {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: even
                title: Even
                base_year: 2026
                price_level: 2026
                horizon: 3
                discounting: 3%
                stakeholders: {city: {name: City}, fund: {name: Fund}}
                parameters:
                  u: {value: 1500, distribution: {uniform: [1000, 2000]}}
                  v: {value: 10, distribution: {uniform: [5, 15]}}
                interventions:
                  m:
                    costs:
                      a: {paid_by: city, amount: u}
                      b: {paid_by: city, amount: 0 - 0.7 * u}
                      c: {paid_by: city, amount: 0 - 0.3 * u}
                    effects:
                      d: {quantity: 0.1 * u, value: 1, accrues_to: fund}
                      e: {quantity: 0.2 * u, value: 1, accrues_to: fund}
                      f: {quantity: 0 - 0.3 * u, value: 1, accrues_to: fund}
                      g: {quantity: v, value: 1, accrues_to: city}
                """);
        Simulation few = new Simulation(50, 1, Simulation.Sampling.RANDOM);
        Findings findings = Findings.of(scenario, Selection.ALL, few, Workers.callerOnly());
        PlanDescription plan = WhatIfTopic.plan(findings.cases().get(0));
        browser.evaluate("globalThis.plan = mkbaPlan.read(" + Json.line(HtmlReport.tree(plan)) + "); 1");
        for (double u = 1003.7; u < 2000; u += 45.3) {
            JsonNode shown = browser.evaluate("mkbaPlan.evaluate(plan, " + Json.line(Map.of("u", u, "v", 7)) + ")");
            assertThat(shown.get("pv_costs").asDouble()).as("u = " + u).isZero();
            assertThat(shown.get("net_fund").asDouble()).as("u = " + u).isZero();
            // 7 (1 + 1/1.03 + 1/1.03²)
            assertThat(shown.get("npv").asDouble()).isCloseTo(20.394288, within(1e-6));
        }
    }

    /** Compares the figures of a case with its parameters as they are, and changed; gives how many times. */
    private static int compare(String name, Plan central) throws Exception {
        Map<String, Double> values = new LinkedHashMap<>(central.compiled().centralValues());
        values.keySet().removeAll(central.shaping());
        Evaluator evaluator = Plan.of(central.compiled(), values.keySet()).evaluator();
        PlanDescription plan = evaluator.describe();
        browser.evaluate("globalThis.plan = mkbaPlan.read(" + Json.line(HtmlReport.tree(plan)) + "); 1");
        int compared = 0;
        for (double change : CHANGES) {
            Map<String, Double> changed = new LinkedHashMap<>();
            int k = 0;
            for (Map.Entry<String, Double> entry : values.entrySet()) {
                changed.put(entry.getKey(), entry.getValue() * (k++ % 3 == 0 ? change : 1));
            }
            compared += compare(name + " × " + change, evaluator, changed) ? 1 : 0;
        }
        return compared;
    }

    private static boolean compare(String name, Evaluator evaluator, Map<String, Double> values) throws Exception {
        JsonNode shown = browser.evaluate("mkbaPlan.evaluate(plan, " + Json.line(values) + ")");
        Evaluator.DrawBlock block = evaluator.block(1);
        for (int i = 0; i < evaluator.inputs().size(); i++) {
            block.input(i)[0] =
                    Objects.requireNonNull(values.get(evaluator.inputs().get(i)));
        }
        boolean[] refused = {false};
        block.evaluate(1, new Evaluator.Sink() {
            @Override
            public void clamped(Check check, int draw, double value) {
                refused[0] |= check.isRefusedCentrally(value);
            }

            @Override
            public void refused(Check check, int draw, double value) {
                refused[0] = true;
            }
        });
        assertThat(shown.isNull()).as(name).isEqualTo(refused[0]);
        if (refused[0]) {
            return false;
        }
        double size = 0;
        for (Evaluator.Figure figure : evaluator.figures()) {
            size = Math.max(size, Math.abs(block.value(figure, 0)));
        }
        for (Evaluator.Figure figure : evaluator.figures()) {
            assertThat(shown.get(evaluator.name(figure)).asDouble())
                    .as(name + " " + evaluator.name(figure))
                    .isCloseTo(block.value(figure, 0), within(1e-9 * Math.max(1e-3, size) * 1e-3));
        }
        return true;
    }
}
