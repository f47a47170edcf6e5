package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.YearResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.plan.Plan;
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
 * @param payback when they have earned it back; empty where the years were not calculated
 */
public record Payers(List<String> ids, double costs, double gains, double received, Optional<EarnedBack> payback) {

    /**
     * When the payers have earned it back.
     *
     * @param year the first year from which on the sum of their nets, discounted at the standard rate, is not below 0 until the end of
     *     the horizon; empty if there is none
     * @param isNeverBelow whether that sum is not below 0 in any year, so that there is nothing to earn back
     */
    public record EarnedBack(OptionalInt year, boolean isNeverBelow) {}

    public Payers {
        ids = List.copyOf(ids);
    }

    /** Those of an alternative. */
    public static Payers of(Scenario scenario, AlternativeResult result) {
        Map<String, Paid> paid = new LinkedHashMap<>();
        for (Map.Entry<String, Account> entry : result.stakeholders().entrySet()) {
            Account account = entry.getValue();
            paid.put(
                    entry.getKey(),
                    new Paid(
                            account.costs().value(),
                            account.benefits().value(),
                            account.transfers().value()));
        }
        Payers payers = of(scenario, paid);
        return new Payers(
                payers.ids,
                payers.costs,
                payers.gains,
                payers.received,
                Optional.of(payback(payers.ids, result.years())));
    }

    /** Those in the central estimate of an alternative that was drawn; its years are not calculated. */
    static Payers of(Scenario scenario, Plan central) {
        Map<String, Paid> paid = new LinkedHashMap<>();
        for (Map.Entry<String, Plan.Account> entry : central.parties().entrySet()) {
            Plan.Account account = entry.getValue();
            paid.put(
                    entry.getKey(),
                    new Paid(
                            central.value(account.costs()),
                            central.value(account.benefits()),
                            central.value(account.transfers())));
        }
        return of(scenario, paid);
    }

    private record Paid(double costs, double benefits, double transfers) {}

    private static Payers of(Scenario scenario, Map<String, Paid> accounts) {
        List<String> ids = new ArrayList<>();
        double costs = 0;
        double gains = 0;
        double received = 0;
        for (Map.Entry<String, Paid> entry : accounts.entrySet()) {
            Stakeholder party = scenario.stakeholders().get(entry.getKey());
            Paid account = entry.getValue();
            if (party != null && !party.counts()) {
                continue;
            }
            received += Math.max(0, account.transfers());
            if (account.costs() > 0) {
                ids.add(entry.getKey());
                costs += account.costs();
                gains += account.benefits() + account.transfers();
            }
        }
        return new Payers(ids, costs, gains, received, Optional.empty());
    }

    private static EarnedBack payback(List<String> ids, List<YearResult> years) {
        double sum = 0;
        OptionalInt since = OptionalInt.empty();
        boolean isNeverBelow = true;
        for (YearResult year : years) {
            for (String id : ids) {
                YearResult.PartyYear one = year.stakeholders().get(id);
                sum += one == null ? 0 : one.net().value() * year.discountFactor();
            }
            if (sum < 0) {
                since = OptionalInt.empty();
                isNeverBelow = false;
            } else if (since.isEmpty()) {
                since = OptionalInt.of(year.year());
            }
        }
        return new EarnedBack(since, isNeverBelow);
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
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.text("answer.transfers", numbers.roughly(received), numbers.roughly(costs)));
        sentences.add(
                ratio < 0
                        ? messages.text("answer.payers.negative", who, numbers.roughly(-gains))
                        : messages.text("answer.payers", who, numbers.cents(ratio)));
        if (payback.isPresent()) {
            sentences.add(earnedBack(payback.get(), messages));
        }
        return sentences;
    }

    private static String earnedBack(EarnedBack payback, Messages messages) {
        if (payback.isNeverBelow()) {
            return messages.text("answer.payers.at_once");
        }
        return payback.year().isPresent()
                ? messages.text(
                        "answer.payers.payback", String.valueOf(payback.year().getAsInt()))
                : messages.text("answer.payers.never");
    }
}
