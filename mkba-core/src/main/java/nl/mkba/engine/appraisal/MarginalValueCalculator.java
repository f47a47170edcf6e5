package nl.mkba.engine.appraisal;

import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.MarginalValue.Reason;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.scenario.Stakeholder;

/** Divides what the others gain by what it costs the governments. */
final class MarginalValueCalculator {

    private MarginalValueCalculator() {}

    private static MarginalValue absent(Reason reason) {
        return new MarginalValue(OptionalDouble.empty(), Optional.of(reason));
    }

    /** Of the central estimate of a plan. */
    static MarginalValue of(Plan plan) {
        double costs = 0;
        double gains = 0;
        double sizeOfCosts = 0;
        double sizeOfGains = 0;
        boolean isGoverned = false;
        for (Stakeholder stakeholder : plan.compiled().scenario().stakeholders().values()) {
            isGoverned |= stakeholder.counts() && stakeholder.isGovernment();
            Plan.Account account = plan.stakeholders().get(stakeholder.id());
            if (account == null || !stakeholder.counts()) {
                continue;
            }
            if (stakeholder.isGovernment()) {
                costs -= plan.value(account.cash());
                sizeOfCosts += plan.size(account.cash());
            } else {
                gains += plan.value(account.net());
                sizeOfGains += plan.size(account.net());
            }
        }
        if (!isGoverned) {
            return absent(Reason.NO_GOVERNMENT);
        }
        costs = Rounding.cleaned(costs, sizeOfCosts);
        gains = Rounding.cleaned(gains, sizeOfGains);
        if (costs > 0) {
            return new MarginalValue(
                    OptionalDouble.of(Overflow.require(plan.compiled(), gains / costs, "mvpf")), Optional.empty());
        }
        return absent(gains > 0 ? Reason.PAYS_FOR_ITSELF : Reason.NO_GAIN);
    }
}
