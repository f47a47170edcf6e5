package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.plan.Plan;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;

/**
 * The members of society who pay for an alternative, each on its own: who bears costs, and who pays more in transfers than it receives.
 * Where transfers between members exceed the costs, the ratio of benefits and costs of society as a whole says little, and what each of
 * those who pay gets back says more. All is of the central estimate, but for the expected nets.
 *
 * @param payers who they are, in the scenario's order
 * @param costs present value of the costs that they bear
 * @param received present value of what members of society receive in transfers on balance, each on its own
 * @param expected expected net of each stakeholder where the alternative was drawn and is uncertain; empty otherwise
 */
public record Payers(List<Payer> payers, double costs, double received, Map<String, Double> expected) {

    /** Of more payers the rest is only counted. */
    private static final int MOST = 4;

    /**
     * One of those who pay.
     *
     * @param id the stakeholder's id
     * @param paid present value of the costs that it bears and of the transfers that it pays on balance; above 0
     * @param gains present value of its benefits and of the transfers that it receives on balance
     * @param payback when it has earned it back; empty where the years were not calculated
     */
    public record Payer(String id, double paid, double gains, Optional<EarnedBack> payback) {}

    /**
     * When a payer has earned it back.
     *
     * @param year the first year from which on the sum of its nets, discounted at the standard rate, is not below 0 until the end of
     *     the horizon; empty if there is none
     * @param isNeverBelow whether that sum is not below 0 in any year, so that there is nothing to earn back
     */
    public record EarnedBack(OptionalInt year, boolean isNeverBelow) {}

    public Payers {
        payers = List.copyOf(payers);
        expected = Map.copyOf(expected);
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
        return of(scenario, paid, Optional.of(result.years()));
    }

    /** Those of an alternative that was drawn; its years are not calculated. */
    static Payers of(Scenario scenario, Plan central) {
        Map<String, Paid> paid = new LinkedHashMap<>();
        for (Map.Entry<String, Plan.Account> entry : central.stakeholders().entrySet()) {
            Plan.Account account = entry.getValue();
            paid.put(
                    entry.getKey(),
                    new Paid(
                            central.value(account.costs()),
                            central.value(account.benefits()),
                            central.value(account.transfers())));
        }
        return of(scenario, paid, Optional.empty());
    }

    private record Paid(double costs, double benefits, double transfers) {}

    private static Payers of(Scenario scenario, Map<String, Paid> accounts, Optional<List<YearResult>> years) {
        List<Payer> payers = new ArrayList<>();
        double costs = 0;
        double received = 0;
        for (Map.Entry<String, Paid> entry : accounts.entrySet()) {
            String id = entry.getKey();
            Stakeholder stakeholder = scenario.stakeholders().get(id);
            Paid account = entry.getValue();
            if (stakeholder != null && !stakeholder.counts()) {
                continue;
            }
            received += Math.max(0, account.transfers());
            costs += Math.max(0, account.costs());
            double paid = Math.max(0, account.costs()) + Math.max(0, -account.transfers());
            if (!Negligible.isNegligible(paid, account.costs(), account.benefits(), account.transfers())) {
                double gains = account.benefits() + Math.max(0, account.transfers()) + Math.max(0, -account.costs());
                payers.add(new Payer(id, paid, gains, years.map(each -> payback(id, each))));
            }
        }
        return new Payers(payers, costs, received, Map.of());
    }

    /** The same with what each expects, where that is another thing than the central estimate. */
    public Payers drawn(SimulatedCase simulated) {
        Map<String, Double> nets = new LinkedHashMap<>();
        if (Headline.isUncertain(simulated)) {
            simulated
                    .stakeholders()
                    .forEach((id, stakeholder) -> nets.put(id, stakeholder.net().mean()));
        }
        return new Payers(payers, costs, received, nets);
    }

    private static EarnedBack payback(String id, List<YearResult> years) {
        double sum = 0;
        OptionalInt since = OptionalInt.empty();
        boolean isNeverBelow = true;
        for (YearResult year : years) {
            YearResult.StakeholderYear one = year.stakeholders().get(id);
            sum += one == null ? 0 : one.net().value() * year.discountFactor();
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
        return costs > 0 && received > costs && !Negligible.isNegligible(received - costs, received);
    }

    /** That society's ratio says little, and what each of those who pay gets back; empty where the costs exceed the transfers. */
    public List<String> sentences(Labels labels, Messages messages, SentenceNumbers numbers) {
        if (!isMostlyTransfers()) {
            return List.of();
        }
        List<String> each = new ArrayList<>();
        boolean hasPayback = false;
        for (Payer payer : payers) {
            each.add(sentence(payer, labels, messages, numbers));
            hasPayback |= payer.payback().isPresent();
        }
        String central = hasPayback ? "answer.payers.payback" : "answer.payers";
        String drawn = hasPayback ? "answer.payers.payback.expected" : "answer.payers.expected";
        return List.of(
                messages.text("answer.transfers", numbers.roughly(received), numbers.roughly(costs)),
                messages.text(expected.isEmpty() ? central : drawn, GainersText.most(each, MOST, messages)));
    }

    private String sentence(Payer payer, Labels labels, Messages messages, SentenceNumbers numbers) {
        String name = labels.stakeholder(payer.id());
        String back = payer.gains() < 0
                ? messages.text("answer.payer.negative", name, numbers.roughly(-payer.gains()))
                : messages.text("answer.payer", name, numbers.cents(payer.gains() / payer.paid()));
        List<String> beside = new ArrayList<>();
        if (payer.payback().isPresent()) {
            beside.add(earnedBack(payer.payback().get(), messages));
        }
        Double net = expected.get(payer.id());
        if (net != null) {
            beside.add(messages.text("answer.payer.expected", numbers.roughly(net)));
        }
        return beside.isEmpty() ? back : back + " (" + String.join("; ", beside) + ")";
    }

    private static String earnedBack(EarnedBack payback, Messages messages) {
        if (payback.isNeverBelow()) {
            return messages.text("answer.payer.at_once");
        }
        return payback.year().isPresent()
                ? messages.text(
                        "answer.payer.earned_back",
                        String.valueOf(payback.year().getAsInt()))
                : messages.text("answer.payer.never");
    }
}
