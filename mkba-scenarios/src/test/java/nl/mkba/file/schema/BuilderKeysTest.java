package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.mkba.distribution.Distribution;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * The Java builder says the same words as the file. The method of a key has its name, or for the entries of a map or a list
 * the singular of it; a map of the format's own keys is handed over with a builder of its own.
 */
class BuilderKeysTest {

    /** What belongs to the file alone, and the id, with which a builder begins. */
    private static final Set<String> WITHOUT_METHOD = Set.of("mkba", "include", "id");

    private final JsonNode schema;
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    BuilderKeysTest() throws IOException {
        schema = new ObjectMapper().readTree(ScenarioSchema.json());
    }

    @Test
    void everyKeyOfTheFileHasItsMethod() {
        walk(schema, Scenario.Builder.class, "");
        assertThat(missing).as("keys of the file that the builders cannot say").isEmpty();
        // The walk went all the way down.
        assertThat(seen)
                .contains(
                        "stakeholders.weight",
                        "parameters.distribution.pert",
                        "outcomes.values.borne_by",
                        "interventions.participants.when.ramp_up",
                        "interventions.effects.due_to_others",
                        "interventions.interactions.times",
                        "alternatives.set.times",
                        "outlooks.discounting.standard.steps",
                        "optimism_bias.costs",
                        "expect.within");
    }

    private void walk(JsonNode map, Class<?> builder, String path) {
        properties(map).forEach((key, value) -> {
            String keyPath = path + key;
            if (path.isEmpty() && WITHOUT_METHOD.contains(key)) {
                return;
            }
            seen.add(keyPath);
            List<Method> methods = methods(builder, key);
            if (methods.isEmpty()) {
                missing.add(keyPath + ": no method in " + builder.getName());
            } else if (key.equals("distribution")) {
                distributions(value, keyPath);
            } else {
                value(value, methods, keyPath);
            }
        });
    }

    private void value(JsonNode value, List<Method> methods, String path) {
        if (isExpression(value)) {
            for (Class<?> kind : List.of(double.class, String.class)) {
                if (methods.stream().noneMatch(method -> takes(method, kind))) {
                    missing.add(path + ": takes no " + kind.getSimpleName());
                }
            }
        }
        JsonNode inner = withKeys(value);
        if (inner != null) {
            Class<?> builder = builder(methods);
            if (builder == null) {
                missing.add(path + ": has no builder");
            } else {
                walk(inner, builder, path + ".");
            }
        }
    }

    private void distributions(JsonNode value, String path) {
        properties(value).keySet().forEach(kind -> {
            seen.add(path + "." + kind);
            if (Arrays.stream(Distribution.class.getMethods())
                    .noneMatch(method -> method.getName().equals(kind))) {
                missing.add(path + "." + kind);
            }
        });
    }

    private static List<Method> methods(Class<?> builder, String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        String singular = name.toString().replaceFirst("s$", "");
        return Arrays.stream(builder.getMethods())
                .filter(method ->
                        method.getName().contentEquals(name) || method.getName().equals(singular))
                .toList();
    }

    /** Whether its last parameter is of that kind, or an array of it. */
    private static boolean takes(Method method, Class<?> kind) {
        Class<?>[] types = method.getParameterTypes();
        Class<?> last = types[types.length - 1];
        return last == kind || last.getComponentType() == kind;
    }

    /** The builder that one of the methods hands over. */
    private static Class<?> builder(List<Method> methods) {
        for (Method method : methods) {
            Type[] types = method.getGenericParameterTypes();
            if (types[types.length - 1] instanceof ParameterizedType type && type.getRawType() == Consumer.class) {
                return (Class<?>) type.getActualTypeArguments()[0];
            }
        }
        return null;
    }

    /** The schema itself and what it refers to or is one of. */
    private List<JsonNode> forms(JsonNode node) {
        List<JsonNode> forms = new ArrayList<>();
        forms.add(node);
        if (node.has("$ref")) {
            forms.addAll(forms(schema.at(node.get("$ref").asText().substring(1))));
        }
        for (JsonNode one : node.path("anyOf")) {
            forms.addAll(forms(one));
        }
        return forms;
    }

    private boolean isExpression(JsonNode node) {
        Set<JsonNode> expressions = Set.of(schema.at("/$defs/expression"), schema.at("/$defs/share"));
        return forms(node).stream()
                .anyMatch(form -> expressions.contains(form)
                        || forms(form.path("additionalProperties")).stream().anyMatch(expressions::contains));
    }

    private Map<String, JsonNode> properties(JsonNode node) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        for (JsonNode form : forms(node)) {
            form.path("properties")
                    .properties()
                    .forEach(entry -> properties.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        return properties;
    }

    /** The map of the format's own keys that a value is, or that its entries or items are; null if there is none. */
    private JsonNode withKeys(JsonNode value) {
        // A text in two languages is one value.
        if (forms(value).contains(schema.at("/$defs/words"))) {
            return null;
        }
        if (!properties(value).isEmpty()) {
            return value;
        }
        for (JsonNode form : forms(value)) {
            for (String inner : List.of("additionalProperties", "items")) {
                if (form.path(inner).isObject() && !properties(form.get(inner)).isEmpty()) {
                    return form.get(inner);
                }
            }
        }
        return null;
    }
}
