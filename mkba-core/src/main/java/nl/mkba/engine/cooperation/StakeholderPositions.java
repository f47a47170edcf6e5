package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Stakeholder;

/** Reads from the plan of a central estimate where society's stakeholders stand. */
final class StakeholderPositions {

    private final Plan plan;
    private final List<Stakeholder> society;

    StakeholderPositions(Plan plan) {
        this.plan = plan;
        this.society = plan.compiled().scenario().stakeholders().values().stream()
                .filter(Stakeholder::counts)
                .toList();
    }

    /** Where everybody stands, in the scenario's order. */
    List<StakeholderPosition> all(Basis basis) {
        List<StakeholderPosition> positions = new ArrayList<>();
        for (Stakeholder stakeholder : society) {
            Plan.Account account = account(stakeholder);
            Scalar balance = basis == Basis.NET ? account.net() : account.cash();
            positions.add(new StakeholderPosition(
                    stakeholder.id(),
                    stakeholder.canPay(),
                    costs(stakeholder) > 0,
                    plan.value(balance),
                    plan.size(balance)));
        }
        return positions;
    }

    /** What everybody pays for interventions, in the scenario's order. */
    Map<String, Double> costs() {
        Map<String, Double> costs = new LinkedHashMap<>();
        society.forEach(stakeholder -> costs.put(stakeholder.id(), costs(stakeholder)));
        return costs;
    }

    private double costs(Stakeholder stakeholder) {
        return plan.value(account(stakeholder).costs());
    }

    /** Society's costs split in proportion to what each stakeholder receives; empty if nobody receives anything. */
    Optional<Map<String, Double>> costSharesByBenefit() {
        Map<String, Double> received = new LinkedHashMap<>();
        double sum = 0;
        for (Stakeholder stakeholder : society) {
            Plan.Account account = account(stakeholder);
            double gain = plan.value(account.benefits()) + plan.value(account.transfers());
            double positive =
                    Math.max(0, Rounding.cleaned(gain, plan.size(account.benefits()) + plan.size(account.transfers())));
            received.put(stakeholder.id(), positive);
            sum += positive;
        }
        if (sum == 0) {
            return Optional.empty();
        }
        double costs = plan.value(plan.society().costs());
        double all = Overflow.require(plan.compiled(), sum, "cost_shares_by_benefit");
        received.replaceAll((stakeholder, gain) -> costs * (gain / all));
        return Optional.of(received);
    }

    private Plan.Account account(Stakeholder stakeholder) {
        Plan.Account account = plan.stakeholders().get(stakeholder.id());
        if (account == null) {
            throw new IllegalStateException("The stakeholder (" + stakeholder.id() + ") has no account");
        }
        return account;
    }
}
