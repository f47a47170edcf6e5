package nl.mkba.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** So that no key can be forgotten where a part is changed. */
    @Test
    void aPartMadeFromAnotherIsEqualToIt() throws ReflectiveOperationException {
        Set<String> made = new TreeSet<>();
        Set<String> lost = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Map<Part, Boolean> parts = new IdentityHashMap<>();
            collectParts(ScenarioArbitraries.ofSeed(seed), parts);
            for (Part part : parts.keySet()) {
                Object builder = builder(part);
                complete(builder, part);
                if (builder != null) {
                    String kind = part.getClass().getSimpleName();
                    Part again = (Part) builder.getClass().getMethod("build").invoke(builder);
                    part.components().forEach((name, value) -> {
                        if (!Objects.equals(again.components().get(name), value)) {
                            lost.add(kind + "." + name);
                        }
                    });
                    made.add(kind);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(made)
                .contains(
                        "Stakeholder",
                        "Parameter",
                        "Outcome",
                        "Intervention",
                        "Cost",
                        "Valued",
                        "Reduction",
                        "Transfer");
    }

    /** Adds what the builders of an outcome and of an intervention begin without. */
    private static void complete(Object builder, Part part) {
        if (builder instanceof Outcome.Builder outcome) {
            ((Outcome) part).values().forEach(outcome::values);
        } else if (builder instanceof Intervention.Builder intervention) {
            Intervention all = (Intervention) part;
            all.costs().forEach(intervention::cost);
            all.effects().forEach(intervention::effect);
            all.transfers().forEach(intervention::transfer);
            all.interactions().forEach(intervention::interaction);
        }
    }

    /** What begins with what the part says, or null if nothing does. */
    private static Object builder(Part part) throws ReflectiveOperationException {
        for (Method method : part.getClass().getMethods()) {
            if (method.getName().equals("toBuilder") && !method.isBridge()) {
                return method.getParameterCount() == 0
                        ? method.invoke(part)
                        : method.invoke(part, part.components().get("id"));
            }
        }
        return null;
    }

    private static void collectParts(Object value, Map<Part, Boolean> parts) {
        if (value instanceof Part part) {
            parts.put(part, true);
            part.components().values().forEach(each -> collectParts(each, parts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collectParts(each, parts));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collectParts(each, parts));
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
