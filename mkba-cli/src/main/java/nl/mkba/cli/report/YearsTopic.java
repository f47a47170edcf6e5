package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.AlternativeResult.YearResult.StakeholderYear;
import nl.mkba.appraisal.Amount;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import org.jspecify.annotations.Nullable;

/** Year by year, of society and of each stakeholder. */
final class YearsTopic extends Topic {

    YearsTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>(perPriced(this::blocks));
        if (findings.cases().stream()
                .anyMatch(each -> hasOutsiders(StakeholdersTopic.touched(each).keySet()))) {
            blocks.add(note(words.shared("note.outsiders")));
        }
        return new Section("years", words.text("years.heading"), blocks, true);
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>(List.of(society(theCase), years(theCase)));
        blocks.addAll(new UnitsTopic(findings, words).years(theCase));
        return blocks;
    }

    private Table society(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.shared("section.years", words.numbers().currency()))
                .texts(words.shared("column.year"))
                .numbers(
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.shared("column.net"),
                        words.shared("column.discount_factor"),
                        words.shared("column.cumulative"));
        for (YearResult year : untilFlowsEnd(theCase.result().years())) {
            table.row(
                    Cell.of(String.valueOf(year.year())),
                    money(year.costs().value()),
                    money(year.benefits().value()),
                    money(year.net().value()),
                    Cell.of(words.numbers().decimal(year.discountFactor(), 4), year.discountFactor()),
                    money(year.cumulativeNpv().value()));
        }
        return table.make();
    }

    private Chart years(CaseFindings theCase) {
        List<YearResult> years = untilFlowsEnd(theCase.result().years());
        List<@Nullable Object> panels = new ArrayList<>();
        for (String id : theCase.result().stakeholders().keySet()) {
            Map<String, @Nullable Object> panel = tree();
            panel.put("name", stakeholder(id));
            panel.put("net", series(years, id, StakeholderYear::net));
            panel.put("cash", series(years, id, StakeholderYear::cash));
            panels.add(panel);
        }
        Map<String, @Nullable Object> data = tree();
        data.put("years", years.stream().map(YearResult::year).toList());
        data.put("series", List.of(words.text("stakeholders.welfare"), words.text("stakeholders.cash")));
        data.put("panels", panels);
        data.put("ownScale", words.text("stakeholders.years.own_scale"));
        return new Chart(
                ChartKind.YEARS,
                words.text("stakeholders.years", words.numbers().currency()),
                words.text("stakeholders.years.description"),
                data,
                Stream.of(
                                yearTables(theCase, words.text("stakeholders.years.welfare"), StakeholderYear::net),
                                yearTables(theCase, words.text("stakeholders.years.cash"), StakeholderYear::cash))
                        .flatMap(List::stream)
                        .toList(),
                false);
    }

    private static List<Double> series(
            List<YearResult> years, String stakeholder, Function<StakeholderYear, Amount> figure) {
        return years.stream().map(year -> amount(year, stakeholder, figure)).toList();
    }

    private static double amount(YearResult year, String stakeholder, Function<StakeholderYear, Amount> figure) {
        StakeholderYear found = year.stakeholders().get(stakeholder);
        return found == null ? 0 : figure.apply(found).value();
    }

    private List<Table> yearTables(CaseFindings theCase, String caption, Function<StakeholderYear, Amount> figure) {
        List<String> stakeholders = theCase.result().stakeholders().keySet().stream()
                .filter(id -> theCase.result().years().stream().anyMatch(year -> amount(year, id, figure) != 0))
                .toList();
        TableMaker table = new TableMaker(caption).texts(words.shared("column.year"));
        stakeholders.forEach(id -> table.numbers(stakeholder(id)));
        for (YearResult year : untilFlowsEnd(theCase.result().years())) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(String.valueOf(year.year())));
            stakeholders.forEach(id -> cells.add(money(amount(year, id, figure))));
            table.row(false, cells);
        }
        return table.parts();
    }
}
