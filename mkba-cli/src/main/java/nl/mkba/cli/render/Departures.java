package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.json.tree.Plain;
import org.jspecify.annotations.Nullable;

/**
 * What makes a result another one than that of the file as it stands. It is said above the title of all that people read: a
 * printed page no longer shows the command line.
 *
 * @param effectsTimes by what every positive effect is multiplied; 1 for not
 * @param set what is set, each as {@code PARAMETER=VALUE}
 * @param discounting the policy or rate that was asked for, or null
 * @param outlooks the outlooks that were asked for; empty for none
 */
public record Departures(
        double effectsTimes, List<String> set, @Nullable String discounting, List<String> outlooks) {

    /** The file as it stands. */
    public static final Departures NONE = new Departures(1, List.of(), null, List.of());

    private static final String ALL = "all";

    public Departures {
        set = List.copyOf(set);
        outlooks = List.copyOf(outlooks);
    }

    /** Whether it is the file as it stands. */
    public boolean isNone() {
        // in plain words: a record's own equality is linked when it is first used, which a short run would notice
        return effectsTimes == 1 && set.isEmpty() && discounting == null && outlooks.isEmpty();
    }

    /** One sentence with the ids of what departs from the file; empty if nothing does. */
    public String sentence(Messages messages) {
        return sentence(messages, null);
    }

    /** One sentence with the names of what departs from the file; empty if nothing does. */
    public String sentence(Messages messages, @Nullable Labels labels) {
        if (isNone()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (effectsTimes != 1) {
            Numbers numbers = new Numbers(messages.language(), "");
            parts.add(messages.text("departures.effects", numbers.precisePercentage(effectsTimes)));
        }
        for (String each : set) {
            int at = each.indexOf('=');
            String id = each.substring(0, at).strip();
            parts.add(messages.text(
                    "departures.set",
                    labels == null ? id : labels.parameter(id),
                    each.substring(at + 1).strip()));
        }
        if (discounting != null) {
            parts.add(messages.text("departures.discounting", discounting));
        }
        for (String id : outlooks) {
            parts.add(
                    id.equals(ALL)
                            ? messages.text("departures.outlooks")
                            : messages.text("departures.outlook", labels == null ? id : labels.outlook(id)));
        }
        return Plain.line(messages.text("departures", String.join("; ", parts)));
    }
}
