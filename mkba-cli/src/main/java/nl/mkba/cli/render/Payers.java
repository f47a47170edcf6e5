package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.YearResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/**
 * The members of society who pay for an alternative, taken together. Where transfers between members exceed the costs, the ratio of
 * benefits and costs of society as a whole says little, and what those who pay get back says more.
 *
 * @param ids who they are, in the scenario's order
 * @param costs present value of what they pay
 * @param gains present value of their benefits and net transfers
 * @param received present value of what members of society receive in transfers on balance, each on its own
 * @param payback the first year from which on the sum of their nets, discounted at the standard rate, is not below 0 until the end of the
 *     horizon; empty if there is none
 */
public record Payers(List<String> ids, double costs, double gains, double received, OptionalInt payback) {

    public Payers {
        ids = List.copyOf(ids);
    }

    /** Those of an alternative. */
    public static Payers of(Scenario scenario, AlternativeResult result) {
        List<String> ids = new ArrayList<>();
        double costs = 0;
        double gains = 0;
        double received = 0;
        for (Map.Entry<String, Account> entry : result.stakeholders().entrySet()) {
            Stakeholder party = scenario.stakeholders().get(entry.getKey());
            Account account = entry.getValue();
            if (party != null && !party.counts()) {
                continue;
            }
            received += Math.max(0, account.transfers().value());
            if (account.costs().value() > 0) {
                ids.add(entry.getKey());
                costs += account.costs().value();
                gains += account.benefits().value() + account.transfers().value();
            }
        }
        return new Payers(ids, costs, gains, received, payback(ids, result.years()));
    }

    private static OptionalInt payback(List<String> ids, List<YearResult> years) {
        double sum = 0;
        OptionalInt since = OptionalInt.empty();
        for (YearResult year : years) {
            for (String id : ids) {
                YearResult.PartyYear one = year.stakeholders().get(id);
                sum += one == null ? 0 : one.net().value() * year.discountFactor();
            }
            if (sum < 0) {
                since = OptionalInt.empty();
            } else if (since.isEmpty()) {
                since = OptionalInt.of(year.year());
            }
        }
        return since;
    }

    /** Whether more changes hands between members of society than it costs. */
    public boolean isMostlyTransfers() {
        return !ids.isEmpty() && received > costs && !Negligible.isNegligible(received - costs, received);
    }

    /** That society's ratio says little, and what those who pay get back; empty where the costs exceed the transfers. */
    public List<String> sentences(Labels labels, Messages messages, SentenceNumbers numbers) {
        if (!isMostlyTransfers()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String id : ids) {
            names.add(labels.stakeholder(id));
        }
        String who = String.join(", ", names);
        double ratio = gains / costs;
        return List.of(
                messages.text("answer.transfers", numbers.roughly(received), numbers.roughly(costs)),
                ratio < 0
                        ? messages.text("answer.payers.negative", who, numbers.roughly(-gains))
                        : messages.text("answer.payers", who, numbers.cents(ratio)),
                payback.isPresent()
                        ? messages.text("answer.payers.payback", String.valueOf(payback.getAsInt()))
                        : messages.text("answer.payers.never"));
    }
}
