package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.sensitivity.SensitivityResult.Extreme;
import nl.mkba.sensitivity.SensitivityResult.PartialInformation;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import org.jspecify.annotations.Nullable;

/** Which figures decide the result, and what to find out first. */
final class ResearchTopic extends Topic {

    private static final int MOST = 10;

    ResearchTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!findings.isUncertain()) {
            blocks.add(plain(words.shared("sensitivity.certain")));
        } else {
            blocks.add(plain(words.text("research.intro")));
            blocks.addAll(perPriced(each -> List.of(tornado(each))));
            findings.information().ifPresent(information -> worth(information, blocks));
        }
        return new Section("research", words.text("research.heading"), blocks);
    }

    private Chart tornado(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.text("research.tornado.table", words.numbers().currency()))
                .texts(words.shared("column.parameter"))
                .numbers("10%", "90%", words.shared("column.npv_at", "10%"), words.shared("column.npv_at", "90%"));
        List<@Nullable Object> rows = new ArrayList<>();
        List<TornadoBar> bars = theCase.sensitivity().tornado();
        boolean bends = bars.stream().anyMatch(bar -> bar.extreme().isPresent());
        if (bends) {
            table.numbers(words.shared("column.extreme_at"), words.shared("column.npv_extreme"));
        }
        for (TornadoBar bar : bars) {
            String low = words.value(bar.name(), bar.low().orElse(0));
            String high = words.value(bar.name(), bar.high().orElse(0));
            List<Cell> cells = new ArrayList<>(List.of(
                    named(bar),
                    Cell.of(low, bar.low().orElse(0)),
                    Cell.of(high, bar.high().orElse(0)),
                    money(bar.npvLow()),
                    money(bar.npvHigh())));
            double at = bar.extreme().map(each -> each.value().orElse(0)).orElse(0.0);
            String atText = words.value(bar.name(), at);
            if (bends) {
                cells.add(bar.extreme().isPresent() ? Cell.of(atText, at) : none());
                cells.add(bar.extreme().map(each -> money(each.npv())).orElseGet(this::none));
            }
            table.row(false, cells);
            if (rows.size() < MOST && matters(bar)) {
                Map<String, @Nullable Object> row = tree();
                row.put("name", words.labels().parameter(bar.name()));
                row.put("low", bar.npvLow());
                row.put("high", bar.npvHigh());
                row.put("lowText", words.amount(bar.name(), bar.low().orElse(0)));
                row.put("highText", words.amount(bar.name(), bar.high().orElse(0)));
                row.put("extreme", bar.extreme().map(Extreme::npv).orElse(null));
                row.put("extremeText", words.amount(bar.name(), at));
                rows.add(row);
            }
        }
        Map<String, @Nullable Object> data = tree();
        data.put("central", theCase.result().npv().value());
        data.put(
                "names",
                List.of(words.text("research.low"), words.text("research.high"), words.text("research.extreme")));
        data.put("rows", rows);
        return new Chart(
                ChartKind.TORNADO,
                words.text("research.tornado", words.numbers().currency()),
                bars.isEmpty() ? words.shared("sensitivity.certain") : description(bars.get(0)),
                data,
                List.of(table.make()),
                false);
    }

    /** A parameter with the unit of its values, unless these show it. */
    private Cell named(TornadoBar bar) {
        String unit = words.isFraction(bar.name()) ? "" : words.unit(bar.name());
        return new Cell(
                words.labels().parameter(bar.name()),
                OptionalDouble.empty(),
                unit.isEmpty() ? List.of() : List.of(unit),
                null);
    }

    private String description(TornadoBar first) {
        String name = words.labels().parameter(first.name());
        String low = words.roughly(first.npvLow());
        String high = words.roughly(first.npvHigh());
        return first.extreme()
                .map(extreme -> words.text(
                        "research.tornado.description.extreme", name, low, high, words.roughly(extreme.npv())))
                .orElseGet(() -> words.text("research.tornado.description", name, low, high));
    }

    private void worth(ValueOfInformation information, List<Block> blocks) {
        Optional<PartialInformation> first = information.parameters().stream()
                .filter(each -> each.value() > 0)
                .findFirst();
        if (information.evpi() <= 0) {
            blocks.add(plain(words.shared("sensitivity.evpi.none")));
            return;
        }
        if (first.isEmpty()) {
            blocks.add(plain(words.text("research.none", words.roughly(information.evpi()))));
            return;
        }
        blocks.add(plain(words.text(
                "research.first",
                words.labels().parameter(first.get().name()),
                words.roughly(first.get().value()),
                words.roughly(information.evpi()))));
        TableMaker table = new TableMaker(
                        words.text("research.worth.table", words.numbers().currency()))
                .texts(words.shared("column.known"))
                .numbers(words.shared("column.worth"), words.shared("column.part"));
        List<@Nullable Object> rows = new ArrayList<>();
        for (PartialInformation each : information.parameters()) {
            String name = words.labels().parameter(each.name());
            table.row(
                    Cell.of(name),
                    money(each.value()),
                    Cell.of(
                            words.numbers().percentage(each.value() / information.evpi()),
                            each.value() / information.evpi()));
            if (rows.size() < MOST && each.value() > 0) {
                Map<String, @Nullable Object> row = tree();
                row.put("name", name);
                row.put("values", List.of(each.value()));
                rows.add(row);
            }
        }
        Map<String, @Nullable Object> data = tree();
        data.put("series", List.of(words.shared("column.worth")));
        data.put("rows", rows);
        blocks.add(new Chart(
                ChartKind.BARS,
                words.text("research.worth", words.numbers().currency()),
                words.text(
                        "research.worth.description",
                        words.labels().parameter(first.get().name()),
                        words.roughly(first.get().value())),
                data,
                List.of(table.make()),
                false));
        blocks.add(note(words.text("research.worth.note")));
    }
}
