package nl.mkba.cli.render;

import java.util.Optional;
import java.util.function.DoubleFunction;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Increment;
import nl.mkba.cli.language.Messages;

/** What an alternative adds to the one it is compared with, in one sentence: what rises and what falls, by how much. */
public final class IncrementText {

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
        return Optional.of(messages.text(
                hasTransfers ? "increment.sentence.transfers" : "increment.sentence",
                labels.alternative(more.comparedWith()),
                labels.run(result),
                amount(more.pvCosts().value(), whole, "increment.more", "increment.less", "increment.same"),
                amount(more.pvBenefits().value(), whole, "increment.more", "increment.less", "increment.same"),
                amount(more.npv().value(), whole, "increment.rises", "increment.falls", "increment.stays"),
                amount(OutsideTransfers.of(more), whole, "increment.more", "increment.less", "increment.same")));
    }

    private String amount(double change, double whole, String up, String down, String none) {
        if (Negligible.isNegligible(change, whole)) {
            return messages.text(none);
        }
        return messages.text(change > 0 ? up : down, money.apply(Math.abs(change)));
    }
}
