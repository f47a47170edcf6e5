package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mkba.engine.plan.Rounding;

/**
 * Finds the fewest stakeholders that can pay, all payers of costs that can among them, whose nets add up to at least 0.
 *
 * <p>No search over all sets is needed. The payers that can pay are in every such coalition. Of the sets with {@code k} further
 * members none has a larger sum than the {@code k} members with the largest nets; so if any set of that size does, that one
 * does, and it is the best off of its size. The least {@code k} for which it does gives the fewest stakeholders. Among equal nets the
 * earlier in the scenario's order is taken first. So sorting is all the work: n log n for n stakeholders.
 */
final class SmallestCoalition {

    private SmallestCoalition() {}

    /** The ids of its members in the scenario's order; empty if there is none. */
    static Optional<List<String>> of(List<StakeholderPosition> positions) {
        Set<String> members = new HashSet<>();
        List<StakeholderPosition> others = new ArrayList<>();
        double sum = 0;
        double size = 0;
        for (StakeholderPosition stakeholder : positions) {
            if (stakeholder.canPay() && stakeholder.paysCosts()) {
                members.add(stakeholder.stakeholder());
                sum += stakeholder.net();
                size += stakeholder.size();
            } else if (stakeholder.canPay() && stakeholder.gains()) {
                others.add(stakeholder);
            }
        }
        // The sort is stable, so that equal nets keep the scenario's order.
        others.sort(Comparator.comparingDouble(StakeholderPosition::net).reversed());
        int next = 0;
        while (Rounding.cleaned(sum, size) < 0) {
            if (next == others.size()) {
                return Optional.empty();
            }
            StakeholderPosition joining = others.get(next++);
            members.add(joining.stakeholder());
            sum += joining.net();
            size += joining.size();
        }
        return Optional.of(positions.stream()
                .map(StakeholderPosition::stakeholder)
                .filter(members::contains)
                .toList());
    }
}
