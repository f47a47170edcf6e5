package nl.mkba.cli.render;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Quality;

/** How many figures of a scenario are not certain. */
public final class Uncertainty {

    private Uncertainty() {}

    /** The number of parameters with a distribution, of their own or given by an alternative or outlook. */
    public static int count(Scenario scenario) {
        Set<String> uncertain = new HashSet<>();
        for (Parameter parameter : scenario.parameters().values()) {
            if (parameter.distribution() != null) {
                uncertain.add(parameter.id());
            }
        }
        for (Alternative alternative : scenario.alternatives().values()) {
            add(alternative.set(), uncertain);
        }
        for (Outlook outlook : scenario.outlooks().values()) {
            add(outlook.set(), uncertain);
        }
        return uncertain.size();
    }

    private static void add(Map<String, Replacement> set, Set<String> uncertain) {
        for (Map.Entry<String, Replacement> entry : set.entrySet()) {
            if (entry.getValue() instanceof Replacement.Value value && value.distribution() != null) {
                uncertain.add(entry.getKey());
            }
        }
    }

    /** The number of parameters that only show how the calculation works. */
    public static int illustrative(Scenario scenario) {
        int count = 0;
        for (Parameter parameter : scenario.parameters().values()) {
            if (parameter.provenance().quality() == Quality.ILLUSTRATIVE) {
                count++;
            }
        }
        return count;
    }

    /** The number of illustrative parameters of which nobody says how far they may be off. */
    public static int illustrativeWithoutRange(Scenario scenario) {
        int count = 0;
        for (Parameter parameter : scenario.parameters().values()) {
            if (parameter.provenance().quality() == Quality.ILLUSTRATIVE && parameter.distribution() == null) {
                count++;
            }
        }
        return count;
    }

    /** The number of parameters without a source; one that is computed from others, chosen or true by definition needs none. */
    public static int withoutSource(Scenario scenario) {
        int count = 0;
        for (Parameter parameter : scenario.parameters().values()) {
            Quality quality = parameter.provenance().quality();
            boolean needsOne = quality != Quality.CHOICE
                    && quality != Quality.DEFINITION
                    && (parameter.value() == null || parameter.value().number().isPresent());
            if (needsOne
                    && parameter.provenance().source() == null
                    && parameter.provenance().url() == null) {
                count++;
            }
        }
        return count;
    }
}
