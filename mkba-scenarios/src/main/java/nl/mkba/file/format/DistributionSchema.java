package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.distribution.DistributionForm;

/** The forms of a distribution in the schema. */
final class DistributionSchema {

    private static final Map<String, Object> NUMBER = Map.of("$ref", "#/$defs/number");
    private static final Map<String, Object> NUMBERS = Map.of("$ref", "#/$defs/numbers");

    private DistributionSchema() {}

    /** The schema of each form. */
    static Map<String, Object> forms() {
        Map<String, Object> forms = new LinkedHashMap<>();
        for (DistributionForm form : DistributionForm.values()) {
            forms.put(form.word(), form(form));
        }
        return forms;
    }

    private static Map<String, Object> form(DistributionForm form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", OtherWords.title(form.word()));
        schema.put("description", SchemaParts.inBothLanguages(form.description()));
        Object example = form.ways().isEmpty() ? form.example() : example(form);
        if (!form.example().isEmpty()) {
            schema.put("examples", List.of(example));
        }
        if (!form.ways().isEmpty()) {
            keys(form, schema);
        } else if (form.row() == 0) {
            schema.putAll(NUMBERS);
        } else {
            schema.put("type", "array");
            schema.put("minItems", form.row());
            schema.put("maxItems", form.row());
            schema.put("items", NUMBER);
        }
        return schema;
    }

    /** The numbers of the example under their keys. */
    private static Map<String, Object> example(DistributionForm form) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Object number : form.example()) {
            example.put(form.ways().get(0).get(example.size()).name(), number);
        }
        return example;
    }

    private static void keys(DistributionForm form, Map<String, Object> schema) {
        Map<String, Object> example = example(form);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> ways = new ArrayList<>();
        for (List<DistributionForm.Key> way : form.ways()) {
            List<String> required = new ArrayList<>();
            Map<String, Object> any = new LinkedHashMap<>();
            for (DistributionForm.Key key : way) {
                Map<String, Object> property = new LinkedHashMap<>();
                property.put("title", OtherWords.title(key.name()));
                if (example.containsKey(key.name())) {
                    property.put("examples", List.of(example.get(key.name())));
                }
                property.putAll(key.isList() ? NUMBERS : NUMBER);
                properties.put(key.name(), property);
                if (key.isRequired()) {
                    required.add(key.name());
                    any.put(key.name(), true);
                }
            }
            Map<String, Object> stated = new LinkedHashMap<>();
            stated.put("required", required);
            stated.put("properties", any);
            ways.add(stated);
        }
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        if (ways.size() == 1) {
            schema.put("required", ((Map<?, ?>) ways.get(0)).get("required"));
        } else {
            schema.put("oneOf", ways);
            schema.put("minProperties", form.ways().get(0).size());
            schema.put("maxProperties", form.ways().get(0).size());
        }
    }
}
