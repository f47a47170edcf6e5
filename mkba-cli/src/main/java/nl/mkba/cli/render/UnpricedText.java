package nl.mkba.cli.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.UnpricedItem;

/** What is not expressed in money, in one line beside a result. */
public final class UnpricedText {

    private static final int MOST = 2;

    private UnpricedText() {}

    /** The items by name, each with whether it is a gain; empty if there are none. */
    static String sentence(List<UnpricedResult> unpriced, Labels labels, Messages messages) {
        return sentence(unpriced, MOST, labels, messages);
    }

    /** The same with every item, however many: where there is nothing else. */
    public static String all(List<UnpricedResult> unpriced, Labels labels, Messages messages) {
        return sentence(unpriced, Integer.MAX_VALUE, labels, messages);
    }

    private static String sentence(List<UnpricedResult> unpriced, int most, Labels labels, Messages messages) {
        Set<String> items = new LinkedHashSet<>();
        for (UnpricedResult each : unpriced) {
            UnpricedItem item = each.item();
            items.add(sign(item.sign(), messages) + " " + labels.line(item.name()));
        }
        return items.isEmpty()
                ? ""
                : messages.text("run.unpriced", GainersText.most(List.copyOf(items), most, messages));
    }

    /** Whether an item is a gain, in one character. */
    static String sign(UnpricedItem.Sign sign, Messages messages) {
        return switch (sign) {
            case POSITIVE -> messages.text("sign.positive");
            case NEGATIVE -> messages.text("sign.negative");
            case NEUTRAL -> messages.text("sign.neutral");
            case UNKNOWN -> messages.text("sign.unknown");
        };
    }
}
