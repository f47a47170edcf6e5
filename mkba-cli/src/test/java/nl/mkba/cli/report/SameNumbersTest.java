package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.Departures;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report says the same in Dutch and in English: block by block, cell by cell, the same numbers. */
class SameNumbersTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");

    /** A number with its marks; a year is one as well. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d(?:[\\d.,]*\\d)?%?");

    @ParameterizedTest
    @ValueSource(strings = {"achter_de_voordeur", "euro_anderhalf", "rotterdamwet", "verkoop_huurwoningen"})
    void bothLanguagesHaveTheSameNumbers(String example) {
        Scenario scenario = ScenarioFile.read(EXAMPLES.resolve(example).resolve(example + ".yaml"));
        Simulation few = new Simulation(
                50, scenario.simulation().seed(), scenario.simulation().sampling());
        Findings findings = Findings.of(scenario, Selection.ALL, few, Workers.callerOnly());
        Repetition repetition = new Repetition("", "", List.of(), List.of(), Departures.NONE);
        Document dutch = Documents.of(findings, repetition, Language.NL);
        Document english = Documents.of(findings, repetition, Language.EN);
        assertThat(english.sections())
                .extracting(Section::id)
                .isEqualTo(dutch.sections().stream().map(Section::id).toList());
        int numbers = 0;
        for (int s = 0; s < dutch.sections().size(); s++) {
            List<String> ours = texts(dutch.sections().get(s).blocks());
            List<String> theirs = texts(english.sections().get(s).blocks());
            String id = dutch.sections().get(s).id();
            assertThat(theirs).as(id).hasSameSizeAs(ours);
            for (int t = 0; t < ours.size(); t++) {
                boolean isOneText = ours.get(t).equals(theirs.get(t))
                        && ours.get(t).codePoints().anyMatch(Character::isLetter);
                if (isOneText) {
                    // A source, a label or a formula: it is cited, with its own marks.
                    continue;
                }
                List<String> expected = numbers(ours.get(t), Language.NL);
                assertThat(numbers(theirs.get(t), Language.EN))
                        .as("%s: %s | %s", id, ours.get(t), theirs.get(t))
                        .isEqualTo(expected);
                numbers += expected.size();
            }
        }
        assertThat(numbers).isGreaterThan(500);
    }

    /** The numbers of a text in the same form, smallest first: sentences may have them in another order. */
    private static List<String> numbers(String text, Language language) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher =
                NUMBER.matcher(text.replace("\u2060", "").replace("-€", "-").replace(Catalogue.VERSION, ""));
        while (matcher.find()) {
            String number = matcher.group();
            // "Below 0" is "negatief": in a sentence a bare 0 is a word.
            if (number.equals("0") && text.contains(" ")) {
                continue;
            }
            numbers.add(language == Language.NL ? number.replace(".", "").replace(',', '.') : number.replace(",", ""));
        }
        numbers.sort(null);
        return numbers;
    }

    private static List<String> texts(List<Block> blocks) {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Document.AlternativePart part) {
                texts.addAll(texts(part.blocks()));
            } else if (block instanceof Document.Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (block instanceof Document.Bullets bullets) {
                texts.addAll(bullets.items());
            } else if (block instanceof Document.Tiles tiles) {
                tiles.tiles().forEach(tile -> texts.add(tile.label() + " " + tile.value() + " " + tile.detail()));
            } else if (block instanceof Document.Bar bar) {
                bar.segments().forEach(segment -> texts.add(segment.text()));
            } else if (block instanceof Document.Chart chart) {
                texts.add(chart.caption());
                texts.add(chart.description());
                texts.add(String.valueOf(chart.data().size()));
                chart.tables().forEach(table -> texts.addAll(cells(table)));
            } else if (block instanceof Table table) {
                texts.addAll(cells(table));
            } else if (block instanceof Document.WhatIf whatIf) {
                whatIf.sliders()
                        .forEach(slider ->
                                texts.add(String.format(Locale.ROOT, "%d", Math.round(1000 * slider.central()))));
                whatIf.outputs().forEach(output -> texts.add(output.central()));
            }
        }
        return texts;
    }

    private static List<String> cells(Table table) {
        List<String> texts = new ArrayList<>();
        texts.add(table.caption());
        for (Document.Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                texts.add(cell.text());
                texts.addAll(cell.details());
            }
        }
        return texts;
    }
}
