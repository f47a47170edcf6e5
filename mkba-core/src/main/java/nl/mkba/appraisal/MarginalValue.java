package nl.mkba.appraisal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.scenario.Stakeholder;

/**
 * The marginal value of public funds (Hendren and Sprung-Keyser 2020): what the others in society gain per euro that it costs
 * the governments. {@code MVPF = W / C}, with {@code C = −Σ cash} of the stakeholders that count and are government, and {@code W = Σ
 * net} of the other stakeholders that count; what a government gains without it being cash is in neither.
 *
 * @param ratio W / C, absent unless C is above 0
 * @param absent why there is no ratio, if there is none
 */
public record MarginalValue(OptionalDouble ratio, Optional<Reason> absent) {

    /** W and C below this part of the sum of the absolute amounts that they are made of are 0. */
    private static final double ROUNDING = 1e-12;

    /** Why there is no ratio. */
    public enum Reason {
        /** No stakeholder that counts is government. */
        NO_GOVERNMENT,
        /** It costs the governments nothing, and the others gain. */
        PAYS_FOR_ITSELF,
        /** It costs the governments nothing, and the others gain nothing or lose. */
        NO_GAIN;

        /** The word in results. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
