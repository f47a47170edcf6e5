package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.explain.Comparison;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stream;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.Draws;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A result holds no NaN and no infinity: what is not defined is absent. Every public method without parameters is called, on
 * everything that a result leads to; but not those that give another of the same kind, such as a changed request.
 */
class FiniteResultsTest {

    /** Packages whose types are results; what a scenario says is held elsewhere, and a distribution may have no end. */
    private static final Set<String> RESULTS = Set.of(
            "nl.mkba.appraisal",
            "nl.mkba.budget",
            "nl.mkba.cooperation",
            "nl.mkba.explain",
            "nl.mkba.portfolio",
            "nl.mkba.sensitivity",
            "nl.mkba.uncertainty");

    private static final Simulation DRAWS = new Simulation(40, 5, Simulation.Sampling.LATIN_HYPERCUBE);

    private int numbers;

    @Property(tries = 20)
    void aResultHoldsNoNaNAndNoInfinity(@ForAll @IntRange(max = 1_000_000) int seed) {
        Scenario scenario = ScenarioArbitraries.ofSeed(seed);
        Selection all = Selection.ALL.withOutlooks(scenario.outlooks().keySet().toArray(String[]::new));
        Workers workers = Workers.callerOnly();
        take(() -> Mkba.appraise(scenario, all));
        take(() -> Mkba.nets(scenario, all));
        take(() -> Mkba.coalition(scenario, all, DRAWS, workers));
        take(() -> Mkba.shapley(scenario, all, DRAWS, workers));
        take(() -> Mkba.simulate(
                scenario, all, SimulationRequest.of(DRAWS).withUnits().withPrecision(0.5), workers));
        take(() -> Mkba.sensitivity(
                scenario,
                all,
                SensitivityRequest.of(scenario).withSimulation(DRAWS).withBaseSample(8),
                workers));
        for (String stakeholder : scenario.stakeholders().keySet()) {
            take(() -> Mkba.budget(scenario, all, BudgetRequest.of(stakeholder), DRAWS, workers));
        }
        for (Intervention intervention : scenario.interventions().values()) {
            for (Stream stream : intervention.streams()) {
                take(() -> Mkba.explain(scenario, all, intervention.id(), stream.id()));
            }
        }
        List<String> alternatives = List.copyOf(scenario.alternatives().keySet());
        take(() -> Mkba.compare(
                new Comparison.Side(scenario, alternatives.get(0), Optional.empty()),
                new Comparison.Side(scenario, alternatives.get(alternatives.size() - 1), Optional.empty())));
        take(() -> Mkba.portfolio(scenario, all, List.of(numbersOf(scenario, 1), numbersOf(scenario, -3))));
    }

    /** The plain numbers of a scenario, multiplied: a second row that is often refused. */
    private static Map<String, Double> numbersOf(Scenario scenario, double times) {
        Map<String, Double> row = new TreeMap<>();
        scenario.parameters().forEach((id, parameter) -> {
            if (parameter.value() != null && parameter.value().number().isPresent()) {
                row.put(id, times * parameter.value().number().getAsDouble());
            }
        });
        return row;
    }

    private void take(Supplier<Object> question) {
        Object result;
        try {
            result = question.get();
        } catch (InvalidScenarioException refused) {
            return;
        }
        numbers = 0;
        look(result.getClass().getSimpleName(), result);
        assertThat(numbers).isPositive();
        if (result instanceof SimulationResult simulated) {
            draws(simulated.draws());
        }
        if (result instanceof PortfolioResult places) {
            for (int row = 0; row < places.rows(); row++) {
                for (PortfolioResult.Line line : places.results(row)) {
                    places.figures().forEach(figure -> look(figure, line.figure(figure)));
                }
            }
        }
    }

    private static void draws(Draws draws) {
        draws.forEach((draw, values) ->
                assertThat(DoubleStream.of(values).allMatch(Double::isFinite)).isTrue());
    }

    private void look(String path, @Nullable Object value) {
        if (value instanceof Double number) {
            numbers++;
            assertThat(number).as(path).isFinite();
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(present -> look(path, present));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> look(path, present));
        } else if (value instanceof Collection<?> several) {
            numbers++;
            several.forEach(each -> look(path + "[]", each));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> look(path + "." + key, each));
        } else if (value != null && !(value instanceof Enum<?>)) {
            for (Class<?> type : open(value.getClass())) {
                for (Method method : type.getMethods()) {
                    if (method.getParameterCount() == 0
                            && !method.getName().equals("money")
                            && method.getReturnType() != method.getDeclaringClass()
                            && !Modifier.isStatic(method.getModifiers())
                            && RESULTS.contains(method.getDeclaringClass().getPackageName())) {
                        look(path + "." + method.getName(), call(value, method));
                    }
                }
            }
        }
    }

    /** What other programs see of a value: its class, or the interfaces of one that is hidden. */
    private static List<Class<?>> open(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && RESULTS.contains(type.getPackageName())
                ? List.<Class<?>>of(type)
                : Arrays.<Class<?>>stream(type.getInterfaces())
                        .filter(one -> RESULTS.contains(one.getPackageName()))
                        .toList();
    }

    private static @Nullable Object call(Object value, Method method) {
        try {
            return method.invoke(value);
        } catch (InvocationTargetException e) {
            // Two effects whose units would have the same name are refused where the names are asked for.
            if (e.getCause() instanceof InvalidScenarioException) {
                return null;
            }
            throw new AssertionError(method.toString(), e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(method.toString(), e);
        }
    }
}
