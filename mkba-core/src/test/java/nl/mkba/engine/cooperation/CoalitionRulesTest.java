package nl.mkba.engine.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.Balance;
import nl.mkba.cooperation.Basis;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.generated.ScenarioMaker;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stakeholder;
import org.junit.jupiter.api.Test;

/** What holds for every scenario. */
class CoalitionRulesTest {

    private static double value(Map<String, Amount> amounts, String party) {
        Amount amount = amounts.get(party);
        assertThat(amount).as(party).isNotNull();
        return amount.value();
    }

    private static double net(AlternativeResult result, Basis basis, String party) {
        return switch (basis) {
            case NET -> result.stakeholders().get(party).net().value();
            case CASH -> result.stakeholders().get(party).cash().value();
        };
    }

    private static double size(AlternativeResult result) {
        return result.streams().stream()
                        .mapToDouble(stream -> Math.abs(stream.pv().value()))
                        .sum()
                + 1e-12;
    }

    @Property(tries = 200)
    void rules(@ForAll @IntRange(max = 1_000_000) int seed) {
        Scenario scenario = ScenarioMaker.scenario(seed);
        CoalitionResult found;
        try {
            found = Mkba.coalition(scenario, Selection.ALL);
        } catch (InvalidScenarioException refused) {
            Assume.that(false);
            throw refused;
        }
        List<AlternativeResult> appraised = Mkba.appraise(scenario).results();
        assertThat(found.results()).hasSize(2 * appraised.size());
        for (int i = 0; i < found.results().size(); i++) {
            check(scenario, found.results().get(i), appraised.get(i / 2));
        }
    }

    private static void check(Scenario scenario, Coalition found, AlternativeResult result) {
        List<String> society = scenario.stakeholders().values().stream()
                .filter(Stakeholder::counts)
                .map(Stakeholder::id)
                .toList();
        double rounding = 1e-9 * size(result);
        assertThat(found.after().keySet()).containsExactlyElementsOf(society);
        assertThat(found.gainers()).allSatisfy(gainer -> {
            assertThat(gainer.net().value()).isPositive();
            assertThat(gainer.net().value()).isEqualTo(net(result, found.basis(), gainer.stakeholder()));
            assertThat(value(found.after(), gainer.stakeholder())).isNotNegative();
        });
        assertThat(found.losers())
                .allSatisfy(loser -> assertThat(loser.net().value()).isNegative());
        paymentsMakeEveryLoserWhole(scenario, found, rounding);
        double sumAfter = society.stream()
                .mapToDouble(party -> value(found.after(), party))
                .sum();
        double sumBefore = society.stream()
                .mapToDouble(party -> net(result, found.basis(), party))
                .sum();
        assertThat(sumAfter).isCloseTo(sumBefore, within(rounding));
        found.costSharesByBenefit()
                .ifPresent(shares -> assertThat(shares.values().stream()
                                .mapToDouble(Amount::value)
                                .sum())
                        .isCloseTo(result.pvCosts().value(), within(rounding)));
        boolean welfareOfThoseThatCanPay = society.stream()
                .allMatch(party -> scenario.stakeholders().get(party).canPay());
        if (found.basis() == Basis.NET
                && welfareOfThoseThatCanPay
                && result.npv().value() > rounding) {
            assertThat(found.feasible()).isTrue();
        }
    }

    private static void paymentsMakeEveryLoserWhole(Scenario scenario, Coalition found, double rounding) {
        if (!found.feasible()) {
            assertThat(found.shortfall().value()).isPositive();
            assertThat(found.sidePayments()).isEmpty();
            return;
        }
        assertThat(found.shortfall().value()).isZero();
        for (Balance loser : found.losers()) {
            assertThat(value(found.after(), loser.stakeholder())).isZero();
            assertThat(found.sidePayments().stream()
                            .filter(payment -> payment.to().equals(loser.stakeholder()))
                            .mapToDouble(payment -> payment.amount().value())
                            .sum())
                    .isCloseTo(-loser.net().value(), within(rounding));
        }
        for (Balance gainer : found.gainers()) {
            double paid = found.sidePayments().stream()
                    .filter(payment -> payment.from().equals(gainer.stakeholder()))
                    .mapToDouble(payment -> payment.amount().value())
                    .sum();
            assertThat(gainer.net().value() - paid)
                    .isCloseTo(value(found.after(), gainer.stakeholder()), within(rounding));
            if (!scenario.stakeholders().get(gainer.stakeholder()).canPay()) {
                assertThat(paid).isZero();
            }
        }
    }

    /** Parties with whole nets, so that sums are exact and ties are frequent. */
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
                        "party_" + named.size(), each.canPay(), each.paysCosts(), each.net(), each.size()));
            }
            return named;
        });
    }

    /** The rule as it is written, by looking at every set of parties. */
    private static Optional<List<String>> byEverySet(List<StakeholderPosition> standings) {
        List<StakeholderPosition> best = null;
        for (int set = 0; set < 1 << standings.size(); set++) {
            List<StakeholderPosition> members = new ArrayList<>();
            boolean allowed = true;
            for (int p = 0; p < standings.size(); p++) {
                StakeholderPosition party = standings.get(p);
                boolean member = (set >> p & 1) == 1;
                allowed &= member ? party.canPay() : !(party.canPay() && party.paysCosts());
                if (member) {
                    members.add(party);
                }
            }
            if (allowed && sum(members) >= 0 && (best == null || isBetter(members, best, standings))) {
                best = members;
            }
        }
        return Optional.ofNullable(best)
                .map(members -> members.stream().map(StakeholderPosition::party).toList());
    }

    private static double sum(List<StakeholderPosition> members) {
        return members.stream().mapToDouble(StakeholderPosition::net).sum();
    }

    /** Fewer, then better off, then with the parties that come first in the file. */
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
    void fortyPartiesAreNoneTooMany() {
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
