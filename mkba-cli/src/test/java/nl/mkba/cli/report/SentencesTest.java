package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.Departures;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sentences of the first sheet, as they should read. The scenarios are so small that every amount can be found by hand: four years
 * at a discount rate of 0, so that an amount a year counts four times.
 */
class SentencesTest {

    private static final String FOLDER = "/nl/mkba/cli/sentences/";

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSentencesReadAsWritten(Language language) throws Exception {
        Map<String, List<String>> expected = expected(language.id());
        assertThat(expected).hasSizeGreaterThan(8);
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (String name : expected.keySet()) {
            said.put(name, said(name, language));
        }
        assertThat(said).isEqualTo(expected);
    }

    /** Later sections follow the expectation as the first sheet does, and say so where they are of the central estimate. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void laterSectionsReadAsWritten(Language language) throws Exception {
        Map<String, List<String>> expected = expected("later_" + language.id());
        assertThat(expected).hasSizeGreaterThan(8);
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (String name : expected.keySet()) {
            String id = name.substring(name.indexOf('/') + 1);
            List<String> lines = new ArrayList<>();
            document(name.substring(0, name.indexOf('/')), language).sections().stream()
                    .filter(section -> section.id().equals(id))
                    .forEach(section -> texts(section.blocks(), lines));
            if (List.of("return", "bridge", "stakeholders", "coalition").contains(id)) {
                lines.remove(Messages.ofReport(language).text(id + ".intro"));
            }
            said.put(name, lines);
        }
        assertThat(said).isEqualTo(expected);
    }

    /** Of two files beside each other it is said by what they were discounted, where that differs, and what is central. */
    @Test
    void twoFilesThatAreDiscountedDifferentlyAreSaidToBe() throws Exception {
        String file = Files.readString(file("break_even"));
        List<String> lines = new ArrayList<>();
        compared(file, file.replace("discounting: 0%", "discounting: 3%\nflows_at: mid"))
                .sections()
                .forEach(section -> texts(section.blocks(), lines));
        assertThat(lines)
                .contains(
                        "The discount rates differ, so the present values cannot simply be compared. The first file: 0%. The second:"
                                + " 3%.",
                        "Amounts fall at different moments of the year in the two files: the present values cannot simply"
                                + " be compared.",
                        "Per stakeholder, central estimate (present value, €)");
        lines.clear();
        compared(file, file.replace("value: 100", "value: 90"))
                .sections()
                .forEach(section -> texts(section.blocks(), lines));
        assertThat(lines).noneMatch(line -> line.contains("cannot simply be compared"));
    }

    private static Document compared(String one, String other) {
        List<Findings> both = new ArrayList<>();
        for (String text : List.of(one, other)) {
            Scenario scenario = ScenarioFile.read(text);
            both.add(Findings.of(scenario, Selection.ALL, scenario.simulation(), Workers.callerOnly()));
        }
        Repetition repetition = new Repetition("", "", List.of("one.yaml", "other.yaml"), List.of(), Departures.NONE);
        return new Comparison(both.get(0), both.get(1), repetition, Language.EN).document();
    }

    /** Every paragraph, and what stands above every chart and table. */
    private static void texts(List<Block> blocks, List<String> lines) {
        for (Block block : blocks) {
            if (block instanceof Document.Paragraph paragraph) {
                lines.add(plain(paragraph.text()));
            } else if (block instanceof Document.AlternativePart part) {
                lines.add("[" + part.name() + "]");
                texts(part.blocks(), lines);
            } else if (block instanceof Document.Chart chart) {
                lines.add(plain(chart.caption()));
                chart.tables().forEach(table -> lines.add(plain(table.caption())));
            } else if (block instanceof Document.Table table) {
                lines.add(plain(table.caption()));
            }
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** What a report must not claim, and what it says instead; every section counts. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theReportClaimsNoMoreThanItKnows(Language language) throws Exception {
        Document report = document("all_lose", language);
        List<String> lines = new ArrayList<>();
        report.sections().forEach(section -> sentences(section.blocks(), lines));
        List<String> bullets = new ArrayList<>();
        report.sections()
                .forEach(section -> section.blocks().forEach(block -> {
                    if (block instanceof Document.Bullets list) {
                        bullets.addAll(list.items());
                    }
                }));
        // Here no parameter can change the choice: what is said where one can is looked at by itself.
        String research = Messages.ofReport(language).text("research.first", "x", "1", "2");
        String text = String.join(" ", lines) + " " + String.join(" ", bullets) + " " + research;
        // An average below 1 says nothing of continuing; who can pay is no part of Kaldor and Hicks.
        if (language == Language.NL) {
            assertThat(text)
                    .contains("hangt af van wat de volgende euro toevoegt")
                    .contains("Een gemiddelde onder 1,00 zegt niet dat doorgaan verlies geeft")
                    .contains("De toets van Kaldor en Hicks vraagt minder")
                    .contains("met deze bandbreedtes, hoogstens")
                    .doesNotContain("moet niet doorgaan")
                    .doesNotContainPattern("(?i)kengetal|schadeloos|contant gemaakt|rendement|verdisconteer");
        } else {
            assertThat(text)
                    .contains("depends on what the next euro adds")
                    .contains("An average below 1.00 does not make continuing loss-making")
                    .contains("The Kaldor–Hicks test asks less")
                    .contains("For this choice, with these distributions")
                    .doesNotContainPattern("(?i)\\bpart(y|ies)\\b|settling up");
        }
    }

    /** Of many alternatives those that never are the best are counted, not listed. */
    @Test
    void manyAlternativesThatAreNeverBestAreCounted() {
        StringBuilder file = new StringBuilder("""
                mkba: 1
                id: many
                title: Many
                base_year: 2026
                price_level: 2026
                horizon: 4
                discounting: 0%
                simulation: {draws: 100, seed: 1, sampling: sobol}
                stakeholders: {city: {name: City}}
                parameters: {cost: {value: 10}, gain: {value: 12, distribution: {uniform: [11, 13]}}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: cost}}
                    effects: {order: {quantity: 1, value: gain, accrues_to: city}}
                alternatives:
                """);
        for (int i = 1; i <= 5; i++) {
            // The first has a net of 4 to 12 and is always the best; the others cost more.
            file.append("  a%d: {name: 'Plan %d', interventions: [work], set: {cost: %d}}%n".formatted(i, i, 9 + i));
        }
        Scenario scenario = ScenarioFile.read(file.toString());
        Findings findings = Findings.of(scenario, Selection.ALL, scenario.simulation(), Workers.callerOnly());
        Repetition repetition = new Repetition("", "", List.of(), List.of(), Departures.NONE);
        List<String> lines = new ArrayList<>();
        sentences(
                Documents.of(findings, repetition, Language.EN)
                        .sections()
                        .get(0)
                        .blocks(),
                lines);
        assertThat(lines.get(0))
                .isEqualTo(
                        "Of the 5 alternatives, “Plan 1” has the highest expected net present value. Chance of being the"
                                + " best choice: Plan 1 (100%); doing nothing (0%); the other 4 (0%).");
    }

    /** Centrally nobody is helped; in a draw the owners gain 0 to 5. The neighbours have no part in it. */
    @Test
    void aStakeholderThatGainsInSomeDrawIsNotSaidToHaveNothing() {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: some
                title: Some
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%
                simulation: {draws: 100, seed: 1, sampling: sobol}
                stakeholders: {city: {name: City}, owners: {name: Owners}, neighbours: {name: Neighbours}}
                parameters: {gain: {value: 0, distribution: {uniform: [0, 5]}}}
                interventions:
                  work:
                    costs: {wages: {paid_by: city, amount: 10}}
                    effects: {price: {quantity: 1, value: gain, accrues_to: owners}}
                """);
        Findings findings = Findings.of(scenario, Selection.ALL, scenario.simulation(), Workers.callerOnly());
        Document report =
                Documents.of(findings, new Repetition("", "", List.of(), List.of(), Departures.NONE), Language.EN);
        String stakeholders = report.sections().stream()
                .filter(section -> section.id().equals("stakeholders"))
                .findFirst()
                .orElseThrow()
                .blocks()
                .toString();
        assertThat(stakeholders).contains("Nothing changes for: Neighbours.").contains("text=Owners");
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SentencesTest.class.getResource(FOLDER + name + ".yaml"))
                .toURI());
    }

    private static Document document(String name, Language language) throws URISyntaxException {
        Scenario scenario = ScenarioFile.read(file(name));
        Findings findings = Findings.of(scenario, Selection.ALL, scenario.simulation(), Workers.callerOnly());
        Repetition repetition = new Repetition("", "", List.of(), List.of(), Departures.NONE);
        return Documents.of(findings, repetition, language);
    }

    /** What the first sheet says, and what is said of public funds below the table of stakeholders. */
    private static List<String> said(String name, Language language) throws URISyntaxException {
        Document report = document(name, language);
        List<String> lines = new ArrayList<>();
        sentences(report.sections().get(0).blocks(), lines);
        List<String> ofStakeholders = new ArrayList<>();
        report.sections().stream()
                .filter(section -> section.id().equals("stakeholders"))
                .forEach(section -> sentences(section.blocks(), ofStakeholders));
        String introduction = Messages.ofReport(language).text("stakeholders.intro");
        ofStakeholders.removeIf(line -> line.equals(introduction) || line.startsWith("["));
        lines.addAll(ofStakeholders);
        return lines;
    }

    private static void sentences(List<Block> blocks, List<String> lines) {
        for (Block block : blocks) {
            if (block instanceof Document.Paragraph paragraph && paragraph.tone() != Document.Tone.NOTE) {
                lines.add(paragraph.text().replace('\u00a0', ' '));
            } else if (block instanceof Document.AlternativePart part) {
                lines.add("[" + part.name() + "]");
                sentences(part.blocks(), lines);
            } else if (block instanceof Document.Tiles tiles) {
                tiles.tiles()
                        .forEach(tile -> lines.add(("- " + tile.label() + ": " + tile.value() + "; " + tile.detail())
                                .replace('\u00a0', ' ')));
            }
        }
    }

    /** By the name of the scenario, which stands behind a # in the file. */
    private static Map<String, List<String>> expected(String file) throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        try (InputStream in = SentencesTest.class.getResourceAsStream(FOLDER + file + ".txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (line.startsWith("# ")) {
                    lines = new ArrayList<>();
                    expected.put(line.substring(2), lines);
                } else if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return expected;
    }
}
