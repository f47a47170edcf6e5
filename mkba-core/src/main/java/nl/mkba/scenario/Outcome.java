package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something harmful that several interventions may reduce together, without counting anything twice.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param unit what one occurrence is, or null
 * @param baseline how often it happens in the reference alternative
 * @param values what an occurrence costs, by an id per kind of bearer; {@link #SINGLE_VALUE} if there is just one
 */
public record Outcome(
        String id, @Nullable Text name, @Nullable Text unit, Baseline baseline, Map<String, OutcomeValue> values) {

    /** The id of the value of an outcome that has just one. */
    public static final String SINGLE_VALUE = "value";

    public Outcome {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }
}
