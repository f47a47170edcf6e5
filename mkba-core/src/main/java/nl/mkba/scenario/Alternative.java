package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A project alternative: which interventions are carried out, and how.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param interventions ids of its interventions
 * @param set what it changes in the parameters
 * @param comparedWith id of the alternative to which it is an increment, or null
 */
public record Alternative(
        String id,
        @Nullable Text name,
        List<String> interventions,
        Map<String, Replacement> set,
        @Nullable String comparedWith) {

    /** The id of the alternative of a scenario that writes none down: every intervention. */
    public static final String ALL = "all";

    public Alternative {
        interventions = List.copyOf(interventions);
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }

    /** An alternative of these interventions that changes no parameter. */
    public static Alternative of(String id, String... interventions) {
        return new Alternative(id, null, List.of(interventions), Map.of(), null);
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }
}
