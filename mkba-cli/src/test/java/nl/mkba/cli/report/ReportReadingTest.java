package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.Departures;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** What a reader of a report would stumble over. Four years at a discount rate of 0: an amount a year counts four times. */
class ReportReadingTest {

    private static final String HEAD = """
            mkba: 1
            id: plan
            title: Plan
            base_year: 2026
            price_level: 2026
            horizon: 4
            discounting: 0%
            simulation: {draws: 100, seed: 1, sampling: sobol}
            stakeholders:
              city: {name: City}
              residents: {name: Residents}
              elsewhere: {name: Elsewhere, counts: false}
            """;

    private static Findings findings(String file) {
        Scenario scenario = ScenarioFile.read(HEAD + file);
        return Findings.of(scenario, Selection.ALL, scenario.simulation(), Workers.callerOnly());
    }

    private static Document report(String file) {
        return Documents.of(findings(file), new Repetition("", "", List.of(), List.of(), Departures.NONE), Language.EN);
    }

    private static Section section(Document report, String id) {
        return report.sections().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Block> blocks(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Document.AlternativePart part
                        ? blocks(part.blocks())
                        : block instanceof Chart chart
                                ? Stream.concat(Stream.of(chart), chart.tables().stream())
                                : Stream.of(block));
    }

    private static List<String> paragraphs(Section section) {
        return blocks(section.blocks())
                .filter(Document.Paragraph.class::isInstance)
                .map(block -> ((Document.Paragraph) block).text().replace('\u00a0', ' '))
                .toList();
    }

    private static List<Table> tables(Document report) {
        return report.sections().stream()
                .flatMap(section -> blocks(section.blocks()))
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    @Test
    void whereNothingIsInMoneyThereAreNoTablesOfZeros() {
        Document report = report("""
                interventions:
                  talk:
                    unpriced: [{name: Trust, sign: positive, stakeholder: city}]
                """);
        assertThat(report.sections())
                .extracting(Section::id)
                .containsExactly("summary", "unpriced", "conventions", "repeat", "parameters");
        assertThat(tables(report))
                .flatExtracting(Table::rows)
                .flatExtracting(Document.Row::cells)
                .extracting(Cell::text)
                .doesNotContain("0");
    }

    @Test
    void anAlternativeWithNothingInMoneyIsSaidToHaveNothing() {
        Document report = report("""
                interventions:
                  talk:
                    unpriced: [{name: Trust, sign: positive, stakeholder: city}]
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                alternatives:
                  words: {name: Words, interventions: [talk]}
                  deeds: {name: Deeds, interventions: [work]}
                """);
        for (String id : List.of("bridge", "stakeholders", "balance", "coalition", "streams", "years")) {
            assertThat(paragraphs(section(report, id))).as(id).contains("Nothing of “Words” is expressed in money.");
        }
    }

    /** Second costs 4 × 10 more, brings as much, and gets 4 × 25 from elsewhere: 60 more. */
    private static final String GRANT = """
            parameters: {joy: {value: 50, distribution: {uniform: [40, 60]}}}
            interventions:
              first:
                costs: {work: {paid_by: city, amount: 100}}
                effects: {joy: {quantity: 1, value: joy, accrues_to: residents}}
              second:
                costs: {work: {paid_by: city, amount: 110}}
                effects: {joy: {quantity: 1, value: joy, accrues_to: residents}}
                transfers: {grant: {from: elsewhere, to: city, amount: 25}}
              third:
                costs: {work: {paid_by: residents, amount: 110}}
                effects: {joy: {quantity: 1, value: joy, accrues_to: residents}}
                transfers: {grant: {from: elsewhere, to: residents, amount: 25}}
            alternatives:
              first: {name: First, interventions: [first]}
              second: {name: Second, interventions: [second], compared_with: first}
              third: {name: Third, interventions: [third], compared_with: second}
            """;

    @Test
    void whatComesFromOutsideIsPartOfTheExpectedDifference() {
        assertThat(paragraphs(section(report(GRANT), "return")))
                .contains(
                        "Compared with “First”, “Second” is expected to cost €40 more, to bring just as much in benefits and"
                                + " to receive €100 more in transfers from outside society; the expected net present value rises by"
                                + " €60.");
    }

    @Test
    void alternativesThatAreTheSameForSocietyAreSaidToBe() {
        assertThat(paragraphs(section(report(GRANT), "return")))
                .contains("“Third” is expected to have the same costs, benefits and net present value for society as"
                        + " “Second”.");
    }

    @Test
    void betweenTwoPercentagesLiesSomethingOnlyWhereSomethingVaries() {
        String certain = GRANT.replace(", distribution: {uniform: [40, 60]}", "");
        assertThat(tables(report(certain))).extracting(Table::caption).noneMatch(text -> text.contains("95%"));
        assertThat(tables(report(GRANT))).extracting(Table::caption).anyMatch(text -> text.contains("95%"));
        assertThat(section(report(certain), "conventions").blocks().toString()).doesNotContain("95%");
    }

    /** In the central estimate 4 × 130; expected is 4 × 50, and of 90 draws it lies between 4 × 5 and 4 × 95. */
    @Test
    void theExpectedValueStandsBesideTheCentralOneOfAStakeholder() {
        Document report = report("""
                parameters: {joy: {value: 130, distribution: {uniform: [0, 100]}}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                    effects: {joy: {quantity: 1, value: joy, accrues_to: residents}}
                """);
        Cell net = tables(report).stream()
                .filter(table -> table.caption().startsWith("Per stakeholder"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.cells().get(0).text().equals("Residents"))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(4);
        assertThat(net.text()).isEqualTo("+520");
        assertThat(net.details().get(0)).isEqualTo("expected 200");
        assertThat(net.details().get(1)).matches("2\\d.to 3[78]\\d");
        assertThat(String.join(" ", paragraphs(section(report, "summary"))))
                .contains("Expected to gain: Residents (€200). Expected to lose: City (€400).");
    }

    /** Who gets the benefit is nothing to society; its cost is 900 to 1,100 euros a year, and an hour of it 9 to 11. */
    @Test
    void onlyWhatMovesTheNetIsInTheChartAndAmountsOfMoneyLookLikeIt() {
        Document report = report("""
                parameters:
                  wage: {value: 10, unit: EUR/hour, distribution: {uniform: [9, 11]}}
                  hours: {value: 100, unit: 1/year, distribution: {uniform: [90, 110]}}
                  share: {value: 50%, unit: "1", distribution: {uniform: [0, 1]}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: wage * hours}}
                    effects: {joy: {quantity: 1, value: 50, accrues_to: {city: share, residents: 1 - share}}}
                """);
        Chart tornado = charts(report, "research", ChartKind.TORNADO).get(0);
        List<?> rows = (List<?>) ((Map<?, ?>) tornado.data()).get("rows");
        List<Object> said = new ArrayList<>();
        for (Object row : rows) {
            said.add(((Map<?, ?>) row).get("name") + " " + ((Map<?, ?>) row).get("lowText"));
        }
        assertThat(said).containsExactlyInAnyOrder("wage €9.2", "hours 92");
        assertThat(blocks(section(report, "what-if").blocks())
                        .filter(Document.WhatIf.class::isInstance)
                        .flatMap(block -> ((Document.WhatIf) block).sliders().stream())
                        .map(slider -> new Page.Voice(report, "EUR").value(slider)))
                .containsExactlyInAnyOrder("€10 per hour", "100 per year");
    }

    /** A value with a noun behind it would need the noun's plural, which no file gives. */
    @Test
    void aUnitThatIsAThingStandsBehindTheNameOfASlider() {
        Document report = report("""
                parameters:
                  hours: {value: 10, unit: hour/person, distribution: {uniform: [9, 11]}}
                  people: {value: 20, unit: person, distribution: {uniform: [10, 30]}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: people * hours}}
                """);
        assertThat(blocks(section(report, "what-if").blocks())
                        .filter(Document.WhatIf.class::isInstance)
                        .flatMap(block -> ((Document.WhatIf) block).sliders().stream())
                        .map(slider -> slider.label() + ": " + new Page.Voice(report, "EUR").value(slider)))
                .containsExactlyInAnyOrder("hours (hour/person): 10", "people (person): 20");
    }

    private static List<Chart> charts(Document report, String section, ChartKind kind) {
        return blocks(section(report, section).blocks())
                .filter(block -> block instanceof Chart chart && chart.kind() == kind)
                .map(Chart.class::cast)
                .toList();
    }

    @Test
    void ofASingleInterventionThereIsNoTableOfOneRow() {
        Document report = report("""
                interventions:
                  talk:
                    costs: {wages: {paid_by: city, amount: 50}}
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                alternatives:
                  both: {name: Both, interventions: [talk, work]}
                  one: {name: One, interventions: [talk]}
                """);
        assertThat(charts(report, "measures", ChartKind.BARS)).hasSize(1);
        assertThat(paragraphs(section(report, "measures")))
                .contains("“talk” is the only intervention: its result is that of the whole.");
    }

    /** Orange is a loss and blue a gain on the whole page: costs may not be blue beside benefits in orange. */
    @Test
    void costsAndBenefitsHaveTheColoursOfALossAndAGain() {
        Document report = report("""
                interventions:
                  talk:
                    costs: {wages: {paid_by: city, amount: 50}}
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                """);
        assertThat(charts(report, "measures", ChartKind.BARS))
                .extracting(chart -> (Object) ((Map<?, ?>) chart.data()).get("tones"))
                .containsExactly(List.of("loss", "gain", "total"));
    }

    @Test
    void aColumnThatRepeatsTheNetOrHasNoFiguresIsLeftOut() {
        String file = """
                optimism_bias: {weak: {effects: -20%}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                    effects: {joy: {quantity: 1, value: 60, accrues_to: residents EVIDENCE}}
                """;
        assertThat(headings(report(file.replace(" EVIDENCE", ", evidence: weak"))))
                .contains("Net without optimism bias")
                .doesNotContain("Internal rate of return");
        assertThat(headings(report(file.replace(" EVIDENCE", ""))))
                .contains("Net per year", "Earned back")
                .doesNotContain("Net without optimism bias", "Internal rate of return");
    }

    private static List<String> headings(Document report) {
        return blocks(section(report, "return").blocks())
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).columns().stream())
                .map(Document.Column::heading)
                .toList();
    }

    @Test
    void anEffectOfWhichThereIsNoneIsNamedAndNotInTheTable() {
        Document report = report("""
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: 100}}
                    effects:
                      joy: {name: Joy, quantity: 2, unit: day, value: 60, accrues_to: residents}
                      calm: {name: Calm, quantity: 0, unit: night, value: 60, accrues_to: residents}
                """);
        assertThat(tables(report).stream()
                        .filter(table -> table.caption().startsWith("Units"))
                        .flatMap(table -> table.rows().stream())
                        .map(row -> row.cells().get(0).text()))
                .contains("Joy")
                .doesNotContain("Calm");
        assertThat(paragraphs(section(report, "units")))
                .contains("Not shown here, because the central estimate has none of them: Calm.");
    }

    /** Centrally nothing happens after 2026; in the draws the residents gain until 2028, and the interval with them. */
    @Test
    void theBalanceIsShownAsLongAsItChangesInTheDraws() {
        Document report = report("""
                parameters: {joy: {value: 0, distribution: {uniform: [0, 100]}}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: 100, when: {from: 2026, to: 2026}}}
                    effects: {joy: {quantity: 1, value: joy, accrues_to: residents, when: {from: 2027, to: 2028}}}
                """);
        assertThat(charts(report, "balance", ChartKind.FAN))
                .extracting(chart -> (Object) ((Map<?, ?>) chart.data()).get("years"))
                .containsExactly(List.of(2026, 2027, 2028));
    }

    @Test
    void theReportOfTwoFilesShowsEveryOutlook() {
        Findings first = findings(GRANT + "outlooks: {mild: {name: Mild, set: {joy: 45}}}\n");
        Findings second = findings(GRANT + "outlooks: {harsh: {name: Harsh, set: {joy: 20}}}\n");
        Repetition repetition = new Repetition("", "", List.of("one.yaml", "other.yaml"), List.of(), Departures.NONE);
        Document report = Documents.comparing(first, second, repetition, Language.EN);
        List<String> names = tables(report).stream()
                .filter(table -> table.caption().contains("The result in every outlook"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.cells().get(0).text())
                .toList();
        assertThat(names)
                .containsExactly("The file without an outlook", "Mild", "The file without an outlook", "Harsh");
    }

    @Test
    void aLineEndsWithinAUnitOrAnIdBehindAStrokeOnly() {
        assertThat(Cell.breakable("EUR/household/year")).containsExactly("EUR/", "household/", "year");
        assertThat(Cell.breakable("cost_per_visit")).containsExactly("cost_", "per_", "visit");
        assertThat(Cell.breakable("1/2")).containsExactly("1/2");
        assertThat(Cell.breakable("a word")).containsExactly("a word");
    }
}
