package nl.mkba.cli.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.sensitivity.SensitivityResult.Coefficient;
import nl.mkba.sensitivity.SensitivityResult.Extreme;
import nl.mkba.sensitivity.SensitivityResult.Frontier;
import nl.mkba.sensitivity.SensitivityResult.FrontierPoint;
import nl.mkba.sensitivity.SensitivityResult.RankIndex;
import nl.mkba.sensitivity.SensitivityResult.Regression;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;

/** What one alternative in one outlook depends on. */
final class SensitiveCaseText {

    private static final String INDENT = "  ";

    /** How many rows a table has. */
    private static final int MOST = 10;

    /** Characters in a bar of the tornado. */
    private static final int BAR = 40;

    /** One in this many points of the frontier is shown. */
    private static final int STRIDE = 5;

    private static final MathContext SIGNIFICANT = new MathContext(4);

    private final Scenario scenario;
    private final SensitiveCase result;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text;
    private final Set<String> named;

    SensitiveCaseText(
            Scenario scenario, SensitiveCase result, Messages messages, StringBuilder text, Set<String> named) {
        this.scenario = scenario;
        this.result = result;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.labels = new Labels(scenario, messages);
        this.text = text;
        this.named = named;
    }

    void write() {
        line(messages.text("sensitivity.central", numbers.money(result.npv())));
        tornado();
        switching();
        shares();
        regression();
        frontier();
    }

    private void tornado() {
        if (result.tornado().isEmpty()) {
            text.append('\n');
            line(messages.text("sensitivity.certain"));
            return;
        }
        heading(messages.text("sensitivity.tornado", numbers.currency()));
        double low = result.npv();
        double high = result.npv();
        List<TornadoBar> bars = new ArrayList<>(
                result.tornado().subList(0, Math.min(MOST, result.tornado().size())));
        bars.addAll(result.groupTornado());
        for (TornadoBar bar : bars) {
            low = Math.min(low, bar.lowest());
            high = Math.max(high, bar.highest());
        }
        boolean bends = bars.stream().anyMatch(bar -> bar.extreme().isPresent());
        List<String> columns = new ArrayList<>(List.of(
                messages.text("column.parameter"),
                "10%",
                "90%",
                messages.text("column.npv_at", "10%"),
                messages.text("column.npv_at", "90%")));
        if (bends) {
            columns.add(messages.text("column.npv_extreme"));
            columns.add(messages.text("column.extreme_at"));
        }
        columns.add("");
        TextTable table = new TextTable(columns.toArray(String[]::new));
        int parameters = bars.size() - result.groupTornado().size();
        for (int i = 0; i < bars.size(); i++) {
            TornadoBar bar = bars.get(i);
            boolean isGroup = i >= parameters;
            if (i == parameters) {
                table.rule();
            }
            List<String> cells = new ArrayList<>(List.of(
                    isGroup ? labels.group(bar.name()) : name(bar.name()),
                    isGroup ? "" : value(bar.name(), bar.low().orElse(0)),
                    isGroup ? "" : value(bar.name(), bar.high().orElse(0)),
                    numbers.whole(bar.npvLow()),
                    numbers.whole(bar.npvHigh())));
            if (bends) {
                cells.add(bar.extreme()
                        .map(extreme -> numbers.whole(extreme.npv()))
                        .orElse(""));
                cells.add(bar.extreme().map(extreme -> at(bar, extreme)).orElse(""));
            }
            cells.add(bar(bar, low, high));
            table.row(cells.toArray(String[]::new));
        }
        table.writeTo(text, INDENT);
        more(result.tornado().size());
        if (bends) {
            line(messages.text("sensitivity.tornado.extreme"));
        }
        if (!result.groupTornado().isEmpty()) {
            line(messages.text("sensitivity.tornado.groups"));
        }
    }

    /** From the lower net present value to the higher, with a mark at the central one. */
    private String bar(TornadoBar bar, double low, double high) {
        char[] picture = " ".repeat(BAR + 1).toCharArray();
        if (high > low) {
            int from = at(bar.lowest(), low, high);
            int to = at(bar.highest(), low, high);
            for (int i = from; i <= to && bar.spread() > 0; i++) {
                picture[i] = '=';
            }
            picture[at(result.npv(), low, high)] = '|';
        }
        return new String(picture);
    }

    /** The value at which the net present value lies outside, with its percentile. */
    private String at(TornadoBar bar, Extreme extreme) {
        String percentile = extreme.percentile() + "%";
        return extreme.value().isPresent()
                ? value(bar.name(), extreme.value().getAsDouble()) + " (" + percentile + ")"
                : percentile;
    }

    private static int at(double npv, double low, double high) {
        return (int) Math.round((npv - low) / (high - low) * BAR);
    }

    private void switching() {
        if (result.switchingValues().isEmpty()) {
            return;
        }
        heading(messages.text("sensitivity.switching"));
        int shown = 0;
        int without = 0;
        for (SwitchingValue each : result.switchingValues()) {
            if (each.value().isEmpty()) {
                without++;
            } else if (shown < MOST) {
                shown++;
                String change = each.change().isPresent()
                        ? ": " + signed(numbers.percentage(each.change().getAsDouble()))
                        : "";
                line(messages.text(
                        "sensitivity.switches",
                        labels.parameter(each.parameter()),
                        value(each.parameter(), each.value().getAsDouble()),
                        value(each.parameter(), each.central()),
                        change));
            } else {
                shown++;
            }
        }
        more(shown);
        if (without > 0) {
            line(messages.text("sensitivity.never", without));
        }
    }

    private void shares() {
        if (result.sobol().correlated()) {
            ranks();
            return;
        }
        List<SobolIndex> indices = result.sobol().indices();
        if (indices.isEmpty()) {
            return;
        }
        heading(messages.text("sensitivity.sobol"));
        TextTable table = new TextTable(
                messages.text("column.parameter"),
                messages.text("column.alone"),
                "±",
                messages.text("column.total"),
                "±");
        indices.stream().limit(MOST).forEach(index -> share(table, name(index.name()), index));
        if (!result.sobol().groupIndices().isEmpty()) {
            table.rule();
        }
        for (SobolIndex index : result.sobol().groupIndices()) {
            share(table, labels.group(index.name()), index);
        }
        table.writeTo(text, INDENT);
        more(indices.size());
        line(messages.text("sensitivity.sobol.note"));
    }

    private void share(TextTable table, String name, SobolIndex index) {
        table.row(
                name,
                numbers.percentage(index.firstOrder()),
                numbers.percentage(index.firstOrderHalfWidth()),
                numbers.percentage(index.total()),
                numbers.percentage(index.totalHalfWidth()));
    }

    private void ranks() {
        heading(messages.text("sensitivity.ranks"));
        TextTable table = new TextTable(messages.text("column.parameter"), messages.text("column.alone"), "±");
        for (RankIndex index : first(result.sobol().firstOrderFromRanks())) {
            table.row(
                    name(index.parameter()),
                    numbers.percentage(index.firstOrder()),
                    index.halfWidth().isPresent()
                            ? numbers.percentage(index.halfWidth().getAsDouble())
                            : SimulatedCaseText.ABSENT);
        }
        table.writeTo(text, INDENT);
        more(result.sobol().firstOrderFromRanks().size());
        line(messages.text("sensitivity.ranks.note"));
    }

    private void regression() {
        if (result.regression().isEmpty()) {
            return;
        }
        Regression regression = result.regression().get();
        heading(messages.text("sensitivity.regression"));
        TextTable table = new TextTable(
                messages.text("column.parameter"), messages.text("column.standardised"), messages.text("column.rank"));
        for (Coefficient each : first(regression.coefficients())) {
            table.row(
                    name(each.parameter()),
                    signed(numbers.decimal(each.standardised(), 2)),
                    signed(numbers.decimal(each.rank(), 2)));
        }
        table.writeTo(text, INDENT);
        more(regression.coefficients().size());
        line(messages.text(
                "sensitivity.regression.note",
                numbers.percentage(regression.rSquared()),
                numbers.percentage(regression.rankRSquared())));
    }

    private void frontier() {
        if (result.frontier().isEmpty()) {
            return;
        }
        Frontier frontier = result.frontier().get();
        heading(messages.text(
                "sensitivity.frontier", labels.parameter(frontier.first()), labels.parameter(frontier.second())));
        TextTable table =
                new TextTable(name(frontier.first()), messages.text("column.zero_at", name(frontier.second())));
        for (int i = 0; i < frontier.points().size(); i += STRIDE) {
            FrontierPoint point = frontier.points().get(i);
            OptionalDouble second = point.second();
            table.row(
                    value(frontier.first(), point.first()),
                    second.isPresent()
                            ? value(frontier.second(), second.getAsDouble())
                            : messages.text(point.npv() > 0 ? "sensitivity.always" : "sensitivity.nowhere"));
        }
        table.writeTo(text, INDENT);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** What people call a parameter, short enough for a table. */
    private String name(String parameter) {
        named.add(parameter);
        return labels.shortParameter(parameter);
    }

    /** A value as written: a part as a percentage, anything else with four digits that matter. */
    private String value(String id, double value) {
        Parameter parameter = scenario.parameters().get(id);
        if (parameter != null && parameter.unit() != null && parameter.unit().says("1")) {
            return numbers.percentage(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(SIGNIFICANT).stripTrailingZeros();
        return numbers.precise(rounded.doubleValue());
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private void more(int count) {
        if (count > MOST) {
            line(messages.text("sensitivity.more", count - MOST));
        }
    }

    private void heading(String heading) {
        text.append('\n').append(heading).append('\n');
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
