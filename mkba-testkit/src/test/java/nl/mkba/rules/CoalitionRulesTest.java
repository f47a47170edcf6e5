package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Balance;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.testkit.ScenarioArbitraries;

/** What holds for every scenario. */
class CoalitionRulesTest {

    private static double value(Map<String, Amount> amounts, String stakeholder) {
        Amount amount = amounts.get(stakeholder);
        assertThat(amount).as(stakeholder).isNotNull();
        return amount.value();
    }

    private static double net(AlternativeResult result, Basis basis, String stakeholder) {
        return switch (basis) {
            case NET -> result.stakeholders().get(stakeholder).net().value();
            case CASH -> result.stakeholders().get(stakeholder).cash().value();
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
        Scenario scenario = ScenarioArbitraries.ofSeed(seed);
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
                .mapToDouble(stakeholder -> value(found.after(), stakeholder))
                .sum();
        double sumBefore = society.stream()
                .mapToDouble(stakeholder -> net(result, found.basis(), stakeholder))
                .sum();
        assertThat(sumAfter).isCloseTo(sumBefore, within(rounding));
        found.costSharesByBenefit()
                .ifPresent(shares -> assertThat(shares.values().stream()
                                .mapToDouble(Amount::value)
                                .sum())
                        .isCloseTo(result.pvCosts().value(), within(rounding)));
        boolean welfareOfThoseThatCanPay = society.stream()
                .allMatch(
                        stakeholder -> scenario.stakeholders().get(stakeholder).canPay());
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
}
