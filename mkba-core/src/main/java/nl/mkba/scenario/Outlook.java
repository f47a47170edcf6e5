package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A future in which the alternatives may find themselves (omgevingsscenario); applied after the alternative.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param set what it changes in the parameters
 * @param discounting the discount policy that replaces the scenario's, or null
 */
public record Outlook(
        String id,
        @Nullable Text name,
        Map<String, Replacement> set,
        @Nullable DiscountPolicy discounting) {

    public Outlook {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }
}
