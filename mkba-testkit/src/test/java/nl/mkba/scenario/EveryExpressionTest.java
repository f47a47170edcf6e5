package nl.mkba.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.expression.Expression;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** Whoever goes over the expressions of a scenario finds all of them: also that of a key that is new. */
class EveryExpressionTest {

    private final Set<Expression> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> missed = new TreeSet<>();
    private int formulas;

    @Test
    void everyFormulaIsVisited() throws ReflectiveOperationException {
        for (long seed = 1; seed <= 300; seed++) {
            Scenario scenario = ScenarioArbitraries.ofSeed(seed);
            visited.clear();
            ScenarioExpressions.forEach(scenario, (path, expression) -> visited.add(expression));
            collect("Scenario", scenario);
        }
        assertThat(missed).isEmpty();
        assertThat(formulas).isGreaterThan(1000);
    }

    private void collect(String where, Object value) throws ReflectiveOperationException {
        if (value instanceof Expression expression) {
            if (!expression.references().isEmpty()) {
                formulas++;
                if (!visited.contains(expression)) {
                    missed.add(where);
                }
            }
        } else if (value instanceof Part part) {
            for (Map.Entry<String, Object> component : part.components().entrySet()) {
                collect(part.getClass().getSimpleName() + "." + component.getKey(), component.getValue());
            }
        } else if (value instanceof Record && value.getClass().getName().startsWith("nl.mkba.")) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                collect(
                        value.getClass().getSimpleName() + "." + component.getName(),
                        component.getAccessor().invoke(value));
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object each : map.values()) {
                collect(where, each);
            }
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                collect(where, each);
            }
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            collect(where, optional.get());
        }
    }
}
