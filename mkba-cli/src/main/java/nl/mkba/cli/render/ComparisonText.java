package nl.mkba.cli.render;

import java.util.List;
import nl.mkba.appraisal.NetResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.explain.Comparison;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Selection;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Two cases side by side, as text. */
public final class ComparisonText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    private ComparisonText() {}

    /** The text of one comparison. */
    public static String of(Comparison.Side before, Comparison.Side after, Comparison comparison, Messages messages) {
        Numbers numbers = new Numbers(messages.language(), before.scenario().currency());
        StringBuilder text = new StringBuilder(2048);
        RunText.underlined(text, name(before, messages) + " → " + name(after, messages), '=');
        text.append('\n').append(messages.text("compare.input")).append('\n');
        if (comparison.differences().isEmpty()) {
            text.append(INDENT).append(messages.text("compare.same")).append('\n');
        }
        for (Comparison.Difference difference : comparison.differences()) {
            for (Comparison.Detail detail : difference.details()) {
                text.append(INDENT).append(Plain.line(detail.path())).append(": ");
                text.append(value(detail.before(), messages)).append(" → ");
                text.append(value(detail.after(), messages)).append('\n');
            }
        }
        text.append('\n')
                .append(messages.text("compare.result", numbers.currency()))
                .append('\n');
        TextTable table = new TextTable("", messages.text("column.npv"), messages.text("column.change"));
        table.row(name(before, messages), numbers.whole(comparison.npvBefore()), "");
        boolean inRest = false;
        for (Comparison.Difference difference : comparison.differences()) {
            inRest |= difference.effect().isEmpty();
            table.row(
                    INDENT + difference.path(),
                    "",
                    difference.effect().isPresent()
                            ? signed(difference.effect().getAsDouble(), numbers)
                            : messages.text("compare.in_rest"));
        }
        if (!comparison.differences().isEmpty()) {
            table.row(INDENT + messages.text("compare.rest"), "", signed(comparison.rest(), numbers));
        }
        table.rule();
        double change = comparison.npvAfter() - comparison.npvBefore();
        table.row(name(after, messages), numbers.whole(comparison.npvAfter()), signed(change, numbers));
        table.writeTo(text, INDENT);
        text.append(INDENT).append(messages.text("compare.note")).append('\n');
        if (inRest) {
            text.append(INDENT).append(messages.text("compare.note.rest")).append('\n');
        }
        return text.toString();
    }

    /**
     * Both sides in every outlook that both have, beside each other, and on what they rest.
     *
     * @param before the nets of the first, without an outlook and in each
     * @param after those of the second
     */
    public static String inEveryOutlook(
            Comparison.Side one,
            Comparison.Side other,
            List<NetResult> before,
            List<NetResult> after,
            Selection selection,
            Messages messages) {
        Numbers numbers = new Numbers(messages.language(), one.scenario().currency());
        Labels labels = new Labels(one.scenario(), messages);
        StringBuilder text = new StringBuilder(512);
        TextTable table = new TextTable(
                messages.text("column.outlook"),
                labels.alternative(one.alternative()),
                new Labels(other.scenario(), messages).alternative(other.alternative()),
                messages.text("column.change"));
        int outlooks = 0;
        for (NetResult net : before) {
            for (NetResult beside : after) {
                if (beside.outlook().equals(net.outlook())) {
                    outlooks++;
                    table.row(
                            net.outlook().isPresent()
                                    ? labels.outlook(net.outlook().get())
                                    : messages.text("run.without_outlook"),
                            whole(net, numbers),
                            whole(beside, numbers),
                            net.npv().isPresent() && beside.npv().isPresent()
                                    ? signed(
                                            beside.npv().get().value()
                                                    - net.npv().get().value(),
                                            numbers)
                                    : ABSENT);
                }
            }
        }
        if (outlooks > 1) {
            text.append('\n')
                    .append(messages.text("compare.outlooks", numbers.currency()))
                    .append('\n');
            table.writeTo(text, INDENT);
        }
        text.append('\n');
        List<String> basis = Conventions.basis(one.scenario(), selection, messages);
        List<String> otherBasis = Conventions.basis(other.scenario(), selection, messages);
        boolean isShared = basis.equals(otherBasis);
        basis(isShared ? "" : one.scenario().id() + ": ", basis, text);
        if (!isShared) {
            basis(other.scenario().id() + ": ", otherBasis, text);
        }
        return text.toString();
    }

    private static void basis(String whose, List<String> sentences, StringBuilder text) {
        for (String sentence : sentences) {
            text.append(INDENT).append(whose).append(sentence).append('\n');
        }
    }

    private static String whole(NetResult net, Numbers numbers) {
        return net.npv().isPresent() ? numbers.whole(net.npv().get().value()) : ABSENT;
    }

    private static String name(Comparison.Side side, Messages messages) {
        Labels labels = new Labels(side.scenario(), messages);
        return side.scenario().id() + ": " + labels.run(side.alternative(), side.outlook());
    }

    private static String value(@Nullable Text text, Messages messages) {
        return text == null
                ? messages.text("compare.absent")
                : Plain.line(text.in(messages.language().locale()));
    }

    private static String signed(double change, Numbers numbers) {
        String number = numbers.whole(change);
        return number.equals("0") || number.startsWith("-") ? number : "+" + number;
    }
}
