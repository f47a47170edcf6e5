package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.mkba.text.Text;

/** The parts of the JSON Schema that are declared with what the reader and the writer know. */
public final class SchemaParts {

    /** How a text says a number that is not negative. */
    static final String NOT_NEGATIVE = "^\\s*(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?\\s*%?\\s*$";

    /** How a key says a year. */
    static final String YEARS = "^\\d{1,9}$";

    private static final Locale DUTCH = Locale.forLanguageTag(Text.DUTCH);

    private SchemaParts() {}

    /**
     * {@return the entries of a part: maps, lists, texts, numbers and truths}
     *
     * @param name such as {@code distribution forms}; the schema has it in braces where they belong
     * @throws IllegalStateException if there is no such part
     */
    public static Map<String, Object> of(String name) {
        return switch (name) {
            case "scenario" -> ScenarioKeys.schema();
            case "discounting" -> DiscountingFormat.schema();
            case "rate" -> DiscountingFormat.rateSchema();
            case "stakeholder" -> StakeholderFormat.schema();
            case "parameter" -> ParameterFormat.schema();
            case "outcome" -> OutcomeFormat.schema();
            case "outcome_value" -> OutcomeFormat.valueSchema();
            case "intervention" -> InterventionFormat.schema();
            case "participants" -> ParticipantsFormat.schema();
            case "cost" -> CostFormat.schema();
            case "effect" -> EffectFormat.schema();
            case "transfer" -> TransferFormat.schema();
            case "profile" -> ProfileFormat.schema();
            case "alternative" -> AlternativeFormat.schema();
            case "outlook" -> OutlookFormat.schema();
            case "replacement" -> ReplacementFormat.schema();
            case "unpriced" -> UnpricedFormat.schema();
            case "interaction" -> InteractionFormat.schema();
            case "income_weights" -> IncomeWeightsFormat.schema();
            case "optimism_bias" -> OptimismBiasFormat.schema();
            case "correlation" -> CorrelationFormat.schema();
            case "simulation" -> SimulationFormat.schema();
            case "expectation" -> ExpectationFormat.schema();
            case "distribution forms" -> DistributionSchema.forms();
            default -> throw new IllegalStateException("The schema has no part " + name);
        };
    }

    /** A text as editors show it: the English first. */
    static String inBothLanguages(Text text) {
        return text.in(Locale.ENGLISH) + "\n\n" + text.in(DUTCH);
    }

    /** What refers to a definition of the schema. */
    static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    /** A map from ids to what a definition says. */
    static Map<String, Object> entries(String definition) {
        return json("type", "object", "propertyNames", reference("id"), "additionalProperties", reference(definition));
    }

    /** What stands for a part, of that name, until the schema is written. */
    static Map<String, Object> part(String name) {
        return json("{" + name + "}", true);
    }

    /** A map: keys and values in turn. */
    static Map<String, Object> json(Object... keysAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return json;
    }
}
