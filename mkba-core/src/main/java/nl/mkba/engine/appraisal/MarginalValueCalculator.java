package nl.mkba.engine.appraisal;

import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.MarginalValue.Reason;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.scenario.Stakeholder;

/** Divides what the others gain by what it costs the governments. */
final class MarginalValueCalculator {

    /** W and C below this part of the sum of the absolute amounts that they are made of are 0. */
    private static final double ROUNDING = 1e-12;

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
        for (Stakeholder party : plan.compiled().scenario().stakeholders().values()) {
            isGoverned |= party.counts() && party.isGovernment();
            Plan.Account account = plan.parties().get(party.id());
            if (account == null || !party.counts()) {
                continue;
            }
            if (party.isGovernment()) {
                costs -= plan.value(account.cash());
                sizeOfCosts += size(plan, party.id(), true);
            } else {
                gains += plan.value(account.net());
                sizeOfGains += size(plan, party.id(), false);
            }
        }
        if (!isGoverned) {
            return absent(Reason.NO_GOVERNMENT);
        }
        costs = Math.abs(costs) < ROUNDING * sizeOfCosts ? 0 : costs;
        gains = Math.abs(gains) < ROUNDING * sizeOfGains ? 0 : gains;
        if (costs > 0) {
            return new MarginalValue(
                    OptionalDouble.of(Overflow.require(plan.compiled(), gains / costs, "mvpf")), Optional.empty());
        }
        return absent(gains > 0 ? Reason.PAYS_FOR_ITSELF : Reason.NO_GAIN);
    }

    /** The absolute amounts that a stakeholder's cash or net is made of. */
    private static double size(Plan plan, String party, boolean cash) {
        double size = 0;
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Integer share = part.shares().get(party);
                if (share != null) {
                    double amount = Math.abs(plan.value(share) * plan.value(part.presentValue()));
                    size += cash ? amount * plan.value(part.cashable()) : amount;
                }
            }
        }
        return size;
    }
}
