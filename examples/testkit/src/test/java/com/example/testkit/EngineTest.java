package com.example.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.Agreement;
import nl.mkba.testkit.Engine;
import nl.mkba.testkit.EngineResult;
import nl.mkba.testkit.Figure;
import nl.mkba.testkit.FinancialRules;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EngineTest {

    /** The engine to be tested: here mkba's own. */
    private final Engine engine = Engine.mkba();

    @TestFactory
    Stream<DynamicTest> itFindsTheFiguresOfTheAnchors() {
        return FinancialRules.anchorTests(engine);
    }

    @Property(tries = 20)
    void itObeysTheRules(@ForAll("scenarios") Scenario scenario) {
        FinancialRules.check(scenario, engine);
    }

    @Property(tries = 20)
    void itAgreesWithTheNaiveEvaluation(@ForAll("scenarios") Scenario scenario) {
        assertEquals(List.of(), new Agreement(engine).differences(scenario));
    }

    /** An engine that rounds a figure before it is used violates the rule about it. */
    @Test
    void anEngineThatRoundsIsFoundOut() {
        Engine rounding = scenario -> engine.appraise(scenario).stream()
                .map(result -> {
                    Map<String, Figure> figures = new LinkedHashMap<>(result.figures());
                    figures.computeIfPresent(
                            "npv", (path, npv) -> Figure.of(Math.rint(npv.number().orElseThrow())));
                    return new EngineResult(result.alternative(), result.outlook(), figures);
                })
                .toList();
        assertTrue(FinancialRules.rule("R13").anchorViolations(rounding).get(0).startsWith("R13 (published/net_present_cost)"));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
