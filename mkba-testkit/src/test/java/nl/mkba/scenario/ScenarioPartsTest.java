package nl.mkba.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** What a scenario is compared by. */
class ScenarioPartsTest {

    @Test
    void aScenarioMadeFromAnotherIsEqualToIt() {
        for (long seed = 0; seed < 100; seed++) {
            Scenario scenario = ScenarioArbitraries.ofSeed(seed);
            assertThat(scenario.toBuilder().build()).isEqualTo(scenario).hasSameHashCodeAs(scenario);
            assertThat(scenario.toBuilder().title("Another").build()).isNotEqualTo(scenario);
        }
    }

    /** So that no key can be forgotten where scenarios are compared. */
    @Test
    void thePartsOfAScenarioAreComparedByAllTheirFields() {
        Set<Class<?>> kinds = Set.of(
                Scenario.class,
                Stakeholder.class,
                Parameter.class,
                Outcome.class,
                Outcome.Value.class,
                Intervention.class,
                Participants.class,
                Cost.class,
                Effect.Valued.class,
                Effect.Reduction.class,
                Transfer.class,
                Stream.Terms.class,
                UnpricedItem.class,
                Alternative.class,
                Outlook.class);
        Set<Class<?>> found = new HashSet<>();
        for (long seed = 0; seed < 200 && !found.equals(kinds); seed++) {
            collect(ScenarioArbitraries.ofSeed(seed), found);
        }
        assertThat(found).isEqualTo(kinds);
    }

    private static void collect(Object value, Set<Class<?>> found) {
        if (value instanceof Part part) {
            if (found.add(part.getClass())) {
                List<String> fields = Arrays.stream(part.getClass().getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .filter(name -> !(part instanceof Scenario && name.equals("warnings")))
                        .toList();
                assertThat(part.components().keySet())
                        .as(part.getClass().getName())
                        .containsExactlyElementsOf(fields);
            }
            part.components().values().forEach(each -> collect(each, found));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }
}
