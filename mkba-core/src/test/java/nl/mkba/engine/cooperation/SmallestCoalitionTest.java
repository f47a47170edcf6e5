package nl.mkba.engine.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The smallest coalition, of any stakeholders. */
class SmallestCoalitionTest {

    /** Stakeholders with whole nets, so that sums are exact and ties are frequent. */
    @Provide
    Arbitrary<List<StakeholderPosition>> standings() {
        Arbitrary<StakeholderPosition> standing = Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(-12, 9))
                .as((canPay, pays, net) -> new StakeholderPosition("", canPay, pays, net, Math.abs(net)));
        return standing.list().ofMaxSize(9).map(list -> {
            List<StakeholderPosition> named = new ArrayList<>();
            for (StakeholderPosition each : list) {
                named.add(new StakeholderPosition(
                        "stakeholder_" + named.size(), each.canPay(), each.paysCosts(), each.net(), each.size()));
            }
            return named;
        });
    }

    /** The rule as it is written, by looking at every set of stakeholders. */
    private static Optional<List<String>> byEverySet(List<StakeholderPosition> standings) {
        List<StakeholderPosition> best = null;
        for (int set = 0; set < 1 << standings.size(); set++) {
            List<StakeholderPosition> members = new ArrayList<>();
            boolean allowed = true;
            for (int p = 0; p < standings.size(); p++) {
                StakeholderPosition stakeholder = standings.get(p);
                boolean member = (set >> p & 1) == 1;
                allowed &= member ? stakeholder.canPay() : !(stakeholder.canPay() && stakeholder.paysCosts());
                if (member) {
                    members.add(stakeholder);
                }
            }
            if (allowed && sum(members) >= 0 && (best == null || isBetter(members, best, standings))) {
                best = members;
            }
        }
        return Optional.ofNullable(best)
                .map(members ->
                        members.stream().map(StakeholderPosition::stakeholder).toList());
    }

    private static double sum(List<StakeholderPosition> members) {
        return members.stream().mapToDouble(StakeholderPosition::net).sum();
    }

    /** Fewer, then better off, then with the stakeholders that come first in the file. */
    private static boolean isBetter(
            List<StakeholderPosition> one, List<StakeholderPosition> other, List<StakeholderPosition> order) {
        if (one.size() != other.size()) {
            return one.size() < other.size();
        }
        if (sum(one) != sum(other)) {
            return sum(one) > sum(other);
        }
        for (int k = 0; k < one.size(); k++) {
            int difference = order.indexOf(one.get(k)) - order.indexOf(other.get(k));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    @Property(tries = 500)
    void theSmallestCoalitionIsWhatASearchOverAllSetsFinds(@ForAll("standings") List<StakeholderPosition> standings) {
        assertThat(SmallestCoalition.of(standings)).isEqualTo(byEverySet(standings));
    }

    @Test
    void fortyStakeholdersAreNoneTooMany() {
        // One payer loses 100; the others gain 1 to 39, in any order: 39 + 38 < 100 <= 39 + 38 + 37.
        List<StakeholderPosition> standings = new ArrayList<>();
        standings.add(new StakeholderPosition("payer", true, true, -100, 100));
        for (int gain = 1; gain < 40; gain++) {
            standings.add(new StakeholderPosition("gains_" + gain, true, false, gain, gain));
        }
        Collections.shuffle(standings, new Random(5));

        assertThat(SmallestCoalition.of(standings).orElseThrow())
                .containsExactlyInAnyOrder("payer", "gains_39", "gains_38", "gains_37");
    }
}
