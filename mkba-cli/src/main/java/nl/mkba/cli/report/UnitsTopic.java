package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import org.jspecify.annotations.Nullable;

/** What happens, before it is money: the units of every effect over the years, and what one costs. */
final class UnitsTopic extends Topic {

    UnitsTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (findings.cases().stream().anyMatch(each -> !effects(each).isEmpty())) {
            blocks.add(plain(words.text("units.intro")));
            blocks.addAll(perAlternative(this::blocks));
            blocks.add(note(words.text("units.note")));
        }
        return new Section("units", words.text("units.heading"), blocks);
    }

    /** Those with a unit of which something happens: how many there are of something without a name says nothing. */
    private static List<StreamResult> effects(CaseFindings theCase) {
        return theCase.result().streams().stream()
                .filter(stream -> stream.units()
                        .filter(units -> units.unit().isPresent() && !isNothing(units))
                        .isPresent())
                .toList();
    }

    /** That some effects are not shown, and why; empty where that is so of none. */
    private Optional<String> without(String key, CaseFindings theCase, Predicate<UnitsResult> why) {
        String names = theCase.result().streams().stream()
                .filter(stream -> stream.units().filter(why).isPresent())
                .map(stream -> words.labels().effect(stream.intervention(), stream.id()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(words.text(key, names));
    }

    /** Whether of something with a name nothing happens in any year. */
    private static boolean isNothing(UnitsResult units) {
        return units.unit().isPresent() && units.unitsPerYear().stream().allMatch(number -> number == 0);
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<StreamResult> effects = effects(theCase);
        List<Block> blocks = new ArrayList<>();
        for (InterventionResult each : theCase.result().interventions().values()) {
            if (each.participants().isPresent()) {
                blocks.add(plain(words.shared(
                        "units.participants",
                        words.labels().intervention(each.id()),
                        words.numbers().rounded(each.participants().getAsDouble()))));
            }
        }
        if (!effects.isEmpty()) {
            blocks.add(chart(theCase, effects));
        }
        without("units.zero", theCase, units -> isNothing(units)).ifPresent(text -> blocks.add(note(text)));
        without("units.without_unit", theCase, units -> units.unit().isEmpty())
                .ifPresent(text -> blocks.add(note(text)));
        return blocks;
    }

    private Chart chart(CaseFindings theCase, List<StreamResult> effects) {
        List<YearResult> years = untilFlowsEnd(theCase.result().years());
        List<@Nullable Object> panels = new ArrayList<>();
        for (StreamResult effect : effects) {
            Map<String, @Nullable Object> panel = tree();
            panel.put("name", name(effect));
            panel.put("values", effect.units().orElseThrow().unitsPerYear().subList(0, years.size()));
            panels.add(panel);
        }
        Map<String, @Nullable Object> data = tree();
        data.put("years", years.stream().map(YearResult::year).toList());
        data.put("panels", panels);
        return new Chart(
                ChartKind.UNITS,
                words.text("units.chart"),
                words.text("units.description"),
                data,
                List.of(table(theCase, effects)),
                true);
    }

    /** An effect with its unit, and its intervention where there are several. */
    private String name(StreamResult effect) {
        String unit = effect.units()
                .flatMap(UnitsResult::unit)
                .map(text -> " (" + words.labels().line(text) + ")")
                .orElse("");
        return words.labels().effect(effect.intervention(), effect.id()) + unit;
    }

    /** With the intervention where there are several. */
    private Table table(CaseFindings theCase, List<StreamResult> effects) {
        boolean areSeveral = theCase.result().interventions().size() > 1;
        TableMaker table = new TableMaker(words.text("units.table"))
                .texts(words.shared("column.effect"), words.shared("column.intervention"), words.shared("column.unit"))
                .numbers(
                        words.shared("column.units"),
                        words.shared("column.cost_per_unit"),
                        words.text("units.break_even"));
        for (StreamResult effect : effects) {
            UnitsResult units = effect.units().orElseThrow();
            table.row(
                    Cell.of(words.labels().effect(effect.intervention(), effect.id())),
                    Cell.of(areSeveral ? words.labels().intervention(effect.intervention()) : ""),
                    Cell.of(units.unit().map(words.labels()::line).orElse("")),
                    number(units.units()),
                    units.costPerUnit()
                            .filter(cost -> effect.pv().value() >= 0)
                            .map(this::each)
                            .orElseGet(this::none),
                    units.breakEvenValue().map(this::each).orElseGet(this::none));
        }
        return table.make();
    }

    /** The units year by year; empty where no effect has any. */
    List<Table> years(CaseFindings theCase) {
        List<StreamResult> effects = effects(theCase);
        return effects.isEmpty() ? List.of() : years(theCase, effects);
    }

    private List<Table> years(CaseFindings theCase, List<StreamResult> effects) {
        TableMaker table = new TableMaker(words.text("units.years")).texts(words.shared("column.year"));
        effects.forEach(effect -> table.numbers(name(effect)));
        List<YearResult> years = untilFlowsEnd(theCase.result().years());
        for (int y = 0; y < years.size(); y++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(String.valueOf(years.get(y).year())));
            for (StreamResult effect : effects) {
                cells.add(number(effect.units().orElseThrow().unitsPerYear().get(y)));
            }
            table.row(false, cells);
        }
        return table.parts();
    }

    private Cell number(double number) {
        return Cell.of(words.numbers().rounded(number), number);
    }

    private Cell each(Amount amount) {
        double value = amount.value();
        return Cell.of(Math.abs(value) < 100 ? words.cents(value) : words.money(value), value);
    }
}
