package nl.mkba.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ratio does not show stands beside it in every output: unpriced items, units without a value, transfers and harm. */
class WhatIsNotInTheRatioTest {

    private static final String HEAD = """
            mkba: 1
            id: beside
            title: Beside the ratio
            base_year: 2026
            price_level: 2025
            horizon: 3
            discounting: 0%
            stakeholders:
              city: {name: City, sector: public}
              people: {name: People, sector: households, can_pay: false}
              absent: {name: Absent, sector: households, can_pay: false}
            """;

    /** The lonely fewer are worth nothing in euros, and trust has no price; nothing happens to those who are absent. */
    private static final String UNPRICED = HEAD + """
            parameters:
              k: {value: 100, distribution: {uniform: [90, 110]}, unit: EUR/year, quality: practice, source: Books}
            interventions:
              plan:
                costs: {k: {name: Work, paid_by: city, amount: k}}
                effects: {a: {name: Less lonely, quantity: 10, value: 0, accrues_to: people}}
                unpriced: [{name: Trust, sign: positive, stakeholder: people}]
            """;

    /** City pays 100 a year and receives 500 of people, who also suffer 10 noisy days of €1 a year. */
    private static final String TRANSFERS = HEAD + """
            interventions:
              plan:
                costs: {k: {name: Work, paid_by: city, amount: 100}}
                effects:
                  free: {name: Free time, quantity: 5, value: 30, accrues_to: people}
                  noise: {name: Noise, quantity: 10, value: -1, unit: days, accrues_to: people}
                transfers: {benefit: {name: Benefit, from: people, to: city, amount: 500}}
            """;

    @TempDir
    Path folder;

    private String unpriced = "";
    private String transfers = "";

    @BeforeEach
    void write() throws IOException {
        unpriced = Files.writeString(folder.resolve("unpriced.yaml"), UNPRICED).toString();
        transfers =
                Files.writeString(folder.resolve("transfers.yaml"), TRANSFERS).toString();
    }

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        assertEquals(0, status, () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String report(String file, String lang) throws IOException {
        Path page = folder.resolve("page.md");
        run("report", file, "--draws", "100", "--lang", lang, "--out", page.toString());
        return Files.readString(page);
    }

    @Test
    void everyResultListsTheUnpricedItems() {
        assertTrue(run("run", unpriced, "--lang", "en").contains("Not in money: + Trust."));
        assertTrue(run("simulate", unpriced, "--draws", "100", "--lang", "en").contains("Not in money: + Trust."));
        assertTrue(run("coalition", unpriced, "--lang", "en").contains("Not in money: + Trust."));
        String json = run("simulate", unpriced, "--draws", "100", "--format", "json", "--lang", "en");
        assertTrue(
                json.replace(" ", "")
                        .contains("\"unpriced\":[{\"intervention\":\"plan\",\"name\":\"Trust\",\"sign\":\"positive\","
                                + "\"stakeholder\":\"people\"}]"),
                json);
    }

    @Test
    void nothingChangesOnlyForThoseToWhomNothingHappens() throws IOException {
        assertTrue(report(unpriced, "en").contains("Nothing changes for: Absent."));
        assertTrue(report(unpriced, "nl").contains("Er verandert niets voor: Absent."));
    }

    @Test
    void nobodyGainsInEuros() {
        assertTrue(run("run", unpriced, "--lang", "en").contains("Nobody in society gains in euros."));
        assertTrue(run("run", unpriced, "--lang", "nl").contains("Niemand in de samenleving wint in euro's."));
    }

    @Test
    void transfersBeyondTheCostsAreSaidInEveryText() {
        for (String text : new String[] {
            run("run", transfers, "--lang", "nl"),
            run("run", transfers, "--full", "--lang", "nl"),
            run("simulate", transfers, "--lang", "nl")
        }) {
            assertTrue(
                    text.replaceAll("\\s+", " ").contains("Binnen de samenleving gaat meer aan overdrachten om"), text);
        }
    }

    @Test
    void neverBelowZeroIsAtOnceAndNotNever() {
        // 150 − 10 − 100 = 40 a year, from the first year on.
        String text = run("run", transfers, "--lang", "en");
        assertTrue(text.lines().anyMatch(line -> line.endsWith("at once")), text);
        // City gets 500 a year for 100; People pay 500 and get 150 − 10.
        assertTrue(
                text.replaceAll("\\s+", " ")
                        .contains("City €5.00 (earned back at once), People €0.28 (not earned back)"),
                text);
        assertTrue(run("run", unpriced, "--lang", "nl").lines().anyMatch(line -> line.endsWith("–")));
    }

    /** Where it was drawn, what each of them expects stands beside: City 3 × (500 − 90), People 3 × (150 − 10 − 500). */
    @Test
    void whatThosePayingExpectStandsBesideWhatTheyGetBack() throws IOException {
        String uncertain = transfers.replace(".yaml", "_drawn.yaml");
        Files.writeString(
                Path.of(uncertain),
                TRANSFERS
                        .replace(
                                "interventions:",
                                "parameters: {k: {value: 100, distribution: {uniform: [70, 110]}}}\ninterventions:")
                        .replace("amount: 100", "amount: k"));
        String text = run("simulate", uncertain, "--sampling", "sobol", "--draws", "1024", "--lang", "en")
                .replaceAll("\\s+", " ");
        assertTrue(
                text.contains("the expected net follows): City €5.00 (expected net €1,230), People €0.28 (expected net"
                        + " -€1,080)."),
                text);
    }

    @Test
    void othersWhoLoseAreSaidToLose() {
        // People: 150 − 10 − 500 = −360 a year, while City gains 400.
        assertTrue(run("run", transfers, "--full", "--lang", "en")
                .contains("costs governments nothing, and others lose."));
    }

    @Test
    void harmHasNoCostsPerUnit() {
        String text = run("run", transfers, "--full", "--lang", "en");
        assertTrue(
                text.lines().anyMatch(line -> line.contains("Noise") && line.contains("days") && line.endsWith("–")),
                text);
    }

    @Test
    void noParametersAreNotCounted() {
        assertFalse(run("run", transfers, "--lang", "en").contains("no source"));
        assertTrue(run("run", unpriced, "--lang", "en")
                .replaceAll("\\s+", " ")
                .contains("Every parameter that needs a source has one."));
    }
}
