package nl.mkba.file.format;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;

/**
 * Finds which parameters, outcomes and stakeholders of a scenario are referred to, directly or through others, from
 * outside those that were merely included.
 */
final class UsedEntries {

    /** Owner of every reference that is not in a parameter, outcome or stakeholder. */
    private static final String FILE = "";

    private final Map<String, Set<String>> references = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * @param scenario with all that was included
     * @param own the file's own entries, as {@code parameters.households}
     */
    UsedEntries(Scenario scenario, Collection<String> own) {
        collect(scenario);
        Deque<String> open = new ArrayDeque<>(own);
        open.add(FILE);
        while (!open.isEmpty()) {
            String entry = open.remove();
            if (used.add(entry)) {
                open.addAll(references.getOrDefault(entry, Set.of()));
            }
        }
    }

    /** Whether the entry of that section is the file's own or referred to. */
    boolean contains(String section, String id) {
        return used.contains(section + "." + id);
    }

    private void collect(Scenario scenario) {
        scenario.forEachExpression(
                (path, expression) -> expression.references().forEach(id -> refer(owner(path), "parameters", id)));
        scenario.outcomes()
                .values()
                .forEach(outcome ->
                        outcome.values().values().forEach(value -> refer("outcomes." + outcome.id(), value.borneBy())));
        scenario.interventions().values().forEach(this::collect);
        scenario.alternatives()
                .values()
                .forEach(alternative -> alternative.set().keySet().forEach(id -> refer(FILE, "parameters", id)));
        scenario.outlooks()
                .values()
                .forEach(outlook -> outlook.set().keySet().forEach(id -> refer(FILE, "parameters", id)));
        scenario.correlations().forEach(correlation -> {
            refer(FILE, "parameters", correlation.first());
            refer(FILE, "parameters", correlation.second());
        });
    }

    private void collect(Intervention intervention) {
        intervention.unpriced().forEach(item -> refer(FILE, "stakeholders", item.stakeholder()));
        for (Stream stream : intervention.streams()) {
            if (stream instanceof Cost cost) {
                refer(FILE, cost.paidBy());
            } else if (stream instanceof Effect.Valued valued) {
                refer(FILE, valued.accruesTo());
            } else if (stream instanceof Effect.Reduction reduction) {
                refer(FILE, "outcomes", reduction.outcome());
            } else if (stream instanceof Transfer transfer) {
                refer(FILE, "stakeholders", transfer.from());
                refer(FILE, "stakeholders", transfer.to());
            }
        }
    }

    private void refer(String owner, Shares shares) {
        shares.byStakeholder().keySet().forEach(stakeholder -> refer(owner, "stakeholders", stakeholder));
    }

    private void refer(String owner, String section, String id) {
        references.computeIfAbsent(owner, key -> new LinkedHashSet<>()).add(section + "." + id);
    }

    /** The entry that an expression stands in, if it is one that may be left out. */
    private static String owner(String path) {
        int section = path.indexOf('.');
        if (section < 0) {
            return FILE;
        }
        int end = path.indexOf('.', section + 1);
        return switch (path.substring(0, section)) {
            case "parameters", "outcomes", "stakeholders" -> path.substring(0, end);
            default -> FILE;
        };
    }
}
