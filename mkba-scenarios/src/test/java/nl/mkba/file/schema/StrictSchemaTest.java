package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schema is one that editors' validators compile in their strict mode (that of ajv 8, which {@code schema/check} runs): no
 * keyword is unknown or without effect, and each stands beside the one type it is for.
 */
class StrictSchemaTest {

    private static final Set<String> ANY_TYPE = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "examples",
            "type",
            "enum",
            "const",
            "anyOf",
            "oneOf",
            "allOf",
            "not",
            "if",
            "then",
            "else");

    private static final Map<String, Set<String>> OF_TYPE = Map.of(
            "object",
                    Set.of(
                            "properties",
                            "required",
                            "additionalProperties",
                            "propertyNames",
                            "minProperties",
                            "maxProperties",
                            "dependentSchemas"),
            "array", Set.of("items", "minItems", "maxItems", "uniqueItems"),
            "string", Set.of("pattern", "minLength", "maxLength"),
            "number", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"));

    private static final List<String> LISTS = List.of("anyOf", "oneOf", "allOf");
    private static final List<String> SAME_VALUE = List.of("not", "if", "then", "else");
    private static final List<String> MAPS = List.of("$defs", "properties");
    private static final List<String> PARTS = List.of("items", "additionalProperties");

    private static List<String> faults(JsonNode schema) {
        List<String> faults = new ArrayList<>();
        look(schema, "#", Set.of(), faults);
        return faults;
    }

    /** {@code types}: what is known of the value from the schemas around this one. */
    private static void look(JsonNode schema, String at, Set<String> types, List<String> faults) {
        if (schema.isBoolean()) {
            return;
        }
        Set<String> known = new LinkedHashSet<>(types);
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            faults.add(at + ": several types");
        } else if (type.isTextual()) {
            known = Set.of(type.asText().equals("integer") ? "number" : type.asText());
            if (!types.isEmpty() && !types.containsAll(known)) {
                faults.add(at + ": another type than around it");
            }
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            String here = at + "/" + key;
            boolean isKnown = ANY_TYPE.contains(key);
            for (Map.Entry<String, Set<String>> of : OF_TYPE.entrySet()) {
                if (of.getValue().contains(key)) {
                    isKnown = true;
                    if (!known.contains(of.getKey())) {
                        faults.add(here + ": without type " + of.getKey());
                    }
                }
            }
            if (!isKnown) {
                faults.add(here + ": unknown");
            }
            Set<String> same = known;
            if (LISTS.contains(key)) {
                for (int i = 0; i < value.size(); i++) {
                    look(value.get(i), here + "/" + i, same, faults);
                }
            } else if (SAME_VALUE.contains(key)) {
                look(value, here, same, faults);
            } else if (key.equals("dependentSchemas")) {
                value.properties().forEach(each -> look(each.getValue(), here + "/" + each.getKey(), same, faults));
            } else if (MAPS.contains(key)) {
                value.properties().forEach(each -> look(each.getValue(), here + "/" + each.getKey(), Set.of(), faults));
            } else if (PARTS.contains(key)) {
                look(value, here, Set.of(), faults);
            } else if (key.equals("propertyNames")) {
                look(value, here, Set.of("string"), faults);
            }
        }
        for (JsonNode key : schema.path("required")) {
            if (!schema.path("properties").has(key.asText())) {
                faults.add(at + ": requires what it does not describe");
            }
        }
        if (schema.has("if") != (schema.has("then") || schema.has("else"))) {
            faults.add(at + ": if and then belong together");
        }
        if (schema.path("items").isArray() || schema.has("prefixItems")) {
            faults.add(at + ": a tuple");
        }
    }

    @Test
    void everyKeywordIsKnownAndHasItsType() throws IOException {
        assertThat(faults(new ObjectMapper().readTree(ScenarioSchema.json()))).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ScenarioSchema.json());
        List<String> references = schema.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references)
                .allSatisfy(reference ->
                        assertThat(schema.at(reference.substring(1)).isObject()).isTrue());
        Stream<String> definitions = schema.get("$defs").properties().stream().map(Map.Entry::getKey);
        assertThat(definitions).allMatch(name -> references.contains("#/$defs/" + name));
    }

    /** The rules themselves find what they are for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':['number','string']} | several types",
                "{'properties':{'a':true}} | without type object",
                "{'type':'string','minimum':1} | without type number",
                "{'type':'object','colour':1} | unknown",
                "{'type':'array','additionalItems':false} | unknown",
                "{'type':'object','required':['a']} | does not describe",
                "{'type':'object','not':{'type':'string'}} | another type",
                "{'type':'object','then':false} | if and then",
                "{'type':'array','items':[{'type':'number'}]} | a tuple"
            })
    void aFaultIsFound(String schema, String fault) throws IOException {
        ObjectNode faulty = (ObjectNode) new ObjectMapper().readTree(schema.replace('\'', '"'));
        assertThat(faults(faulty)).anyMatch(found -> found.contains(fault.strip()));
    }
}
