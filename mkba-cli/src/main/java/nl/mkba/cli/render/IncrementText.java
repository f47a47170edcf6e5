package nl.mkba.cli.render;

import java.util.Optional;
import java.util.function.DoubleFunction;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.cli.language.Messages;
import nl.mkba.uncertainty.SimulationResult.Expected;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;

/** What an alternative adds to the one it is compared with, in one sentence: what rises and what falls, by how much. */
public final class IncrementText {

    /** A central estimate further than this part from the expected difference stands beside it. */
    private static final double MUCH = 0.1;

    private final Labels labels;
    private final Messages messages;
    private final DoubleFunction<String> money;

    /**
     * The sentences.
     *
     * @param money writes an amount
     */
    public IncrementText(Labels labels, Messages messages, DoubleFunction<String> money) {
        this.labels = labels;
        this.messages = messages;
        this.money = money;
    }

    /** The sentence about an alternative; empty if it is compared with none. */
    public Optional<String> sentence(AlternativeResult result) {
        if (result.increment().isEmpty()) {
            return Optional.empty();
        }
        Increment more = result.increment().get();
        double whole =
                Math.abs(more.pvCosts().value()) + Math.abs(more.pvBenefits().value());
        boolean hasTransfers = OutsideTransfers.matter(more);
        if (isEqual(
                whole,
                more.pvCosts().value(),
                more.pvBenefits().value(),
                more.npv().value())) {
            return Optional.of(equal("increment.sentence.equal", result, more));
        }
        return Optional.of(messages.text(
                hasTransfers ? "increment.sentence.transfers" : "increment.sentence",
                labels.alternative(more.comparedWith()),
                labels.run(result),
                amount(more.pvCosts().value(), whole, "increment.more", "increment.less", "increment.same"),
                amount(more.pvBenefits().value(), whole, "increment.more", "increment.less", "increment.same"),
                amount(more.npv().value(), whole, "increment.rises", "increment.falls", "increment.stays"),
                amount(OutsideTransfers.of(more), whole, "increment.more", "increment.less", "increment.same")));
    }

    /**
     * The sentence about an alternative that was drawn: the expected difference leads, and the central one stands beside it where it
     * has another sign or differs much.
     *
     * @param drawn its draws
     * @param base the draws of the alternative that it is compared with, in the same outlook
     */
    public Optional<String> sentence(AlternativeResult result, SimulatedCase drawn, SimulatedCase base) {
        if (result.increment().isEmpty() || !(Headline.isUncertain(drawn) || Headline.isUncertain(base))) {
            return sentence(result);
        }
        Increment central = result.increment().get();
        Expected own = drawn.expected();
        Expected other = base.expected();
        double costs = own.pvCosts() - other.pvCosts();
        double benefits = own.pvBenefits() - other.pvBenefits();
        double whole = Math.abs(own.pvCosts())
                + Math.abs(own.pvBenefits())
                + Math.abs(other.pvCosts())
                + Math.abs(other.pvBenefits());
        double npv = withoutNoise(own.npv() - other.npv(), whole);
        double transfers = npv - benefits + costs;
        boolean hasTransfers = !Negligible.isNegligible(transfers, whole);
        String sentence = isEqual(whole, costs, benefits, npv)
                ? equal("increment.expected.equal", result, central)
                : messages.text(
                        hasTransfers ? "increment.expected.transfers" : "increment.expected",
                        labels.alternative(central.comparedWith()),
                        labels.run(result),
                        amount(costs, whole, "increment.more", "increment.less", "increment.same"),
                        amount(benefits, whole, "increment.more", "increment.less", "increment.same"),
                        amount(npv, whole, "increment.rises", "increment.falls", "increment.stays"),
                        amount(transfers, whole, "increment.more", "increment.less", "increment.same"));
        double centralNpv = withoutNoise(central.npv().value(), whole);
        if (Math.signum(centralNpv) == Math.signum(npv) && Math.abs(centralNpv - npv) <= MUCH * Math.abs(npv)) {
            return Optional.of(sentence);
        }
        return Optional.of(sentence + " "
                + messages.text(
                        "increment.central",
                        amount(centralNpv, whole, "increment.rises", "increment.falls", "increment.stays")));
    }

    private static boolean isEqual(double whole, double costs, double benefits, double npv) {
        return Negligible.isNegligible(costs, whole)
                && Negligible.isNegligible(benefits, whole)
                && Negligible.isNegligible(npv, whole);
    }

    private String equal(String key, AlternativeResult result, Increment more) {
        return messages.text(key, labels.alternative(more.comparedWith()), labels.run(result));
    }

    private static double withoutNoise(double amount, double whole) {
        return Negligible.isNegligible(amount, whole) ? 0 : amount;
    }

    private String amount(double change, double whole, String up, String down, String none) {
        if (Negligible.isNegligible(change, whole)) {
            return messages.text(none);
        }
        return messages.text(change > 0 ? up : down, money.apply(Math.abs(change)));
    }
}
