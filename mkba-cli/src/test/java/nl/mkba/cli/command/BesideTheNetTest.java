package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a net is made of adds up in every text: transfers across society's border, and what comes after the horizon. */
class BesideTheNetTest {

    /**
     * Four years at 0%. Only A: costs 400, benefits 720, 40 from elsewhere: a net of 360. Only B: costs 200, benefits 400, and 120 to
     * elsewhere: a net of 80. Nothing happens in C.
     */
    private static final String SCENARIO = """
            mkba: 1
            id: beside
            title: Beside the net
            base_year: 2026
            price_level: 2026
            horizon: 4
            discounting: 0%
            stakeholders: {city: {name: City}, people: {name: People}, fund: {name: Fund, counts: false}}
            parameters:
              a: {value: 180, distribution: {uniform: [170, 190]}, unit: EUR/year, quality: practice, source: Books}
            interventions:
              x:
                costs: {k: {paid_by: city, amount: 100}}
                effects: {e: {quantity: 1, value: a, accrues_to: people}}
                transfers: {t: {from: fund, to: city, amount: 10}}
              y:
                costs: {k: {paid_by: city, amount: 50}}
                effects: {e: {quantity: 1, value: 100, accrues_to: people}}
                transfers: {t: {from: city, to: fund, amount: 30}}
            alternatives:
              a: {name: Only A, interventions: [x]}
              b: {name: Only B, interventions: [y], compared_with: a}
              c: {name: Only C, interventions: []}
            """;

    /** At 25% over 4 years, 40 a year for ever is 40/(1 − 0.8) = 200, of which 200 × 0.8⁴ = 81.92 after the horizon. */
    private static final String AFTER = """
            mkba: 1
            id: after
            title: After the horizon
            base_year: 2026
            price_level: 2026
            horizon: 4
            discounting: 25%
            stakeholders: {city: {name: City}, people: {name: People}}
            parameters:
              a: {value: 40, distribution: {uniform: [30, 50]}, unit: EUR/year, quality: practice, source: Books}
            interventions:
              plan:
                costs: {work: {paid_by: city, amount: 150, when: {years: 1}}}
                effects: {rest: {quantity: 1, value: a, accrues_to: people, beyond_horizon: continue}}
            """;

    @TempDir
    Path folder;

    private String scenario = "";
    private String after = "";

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("beside.yaml"), SCENARIO).toString();
        after = Files.writeString(folder.resolve("after.yaml"), AFTER).toString();
    }

    /** The output, with every run of blanks as one, and lines kept. */
    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
    }

    /** The same as one line. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void transfersFromOutsideStandBesideCostsAndBenefits() {
        assertThat(run("run", scenario, "--lang", "en"))
                .contains(
                        "Alternative Per euro Net Costs Benefits Transfers from outside Earned back",
                        "Only A 1.90 360 400 720 40 at once",
                        "Only B 1.40 80 200 400 -120 at once",
                        "Doing nothing – 0 0 0 0 –");
        assertThat(run("run", scenario, "--full", "--lang", "nl"))
                .contains(
                        "Alternatief Baten per euro Saldo Kosten Baten Overdrachten van buiten",
                        "Only A 1,90 360 400 720 40",
                        "Baten en overdrachten van buiten de samenleving, per euro kosten 1,90",
                        "Overdrachten van buiten de samenleving € -160");
        assertThat(run("simulate", scenario, "--draws", "256", "--lang", "en"))
                .contains("Transfers from outside society €40 €40 – – –");
    }

    @Test
    void theComparisonSaysWhatIsReceivedFromOutside() {
        // Costs −200, benefits −320, transfers −120 − 40 = −160: together −280.
        assertThat(flat(run("run", scenario, "--lang", "en")))
                .contains("Compared with “Only A”, “Only B” costs €200 less, brings €320 less in benefits and receives"
                        + " €160 less in transfers from outside society; the net present value falls by €280");
        assertThat(flat(run("run", scenario, "--lang", "nl")))
                .contains("Vergeleken met “Only A” kost “Only B” € 200 minder, levert het € 320 minder aan baten op en"
                        + " ontvangt het € 160 minder aan overdrachten van buiten de samenleving; het saldo daalt met"
                        + " € 280");
    }

    /** Of 500 that goes to who does not count nothing is a benefit; of 80 shared half and half, 40. Costs 100, benefits 150 + 40. */
    @Test
    void benefitsPerEffectAreSocietys() throws IOException {
        String outside = Files.writeString(folder.resolve("outside.yaml"), """
                        mkba: 1
                        id: outside
                        title: Outside
                        base_year: 2026
                        price_level: 2026
                        horizon: 1
                        discounting: 0%
                        stakeholders: {city: {name: City}, people: {name: People}, abroad: {name: Abroad, counts: false}}
                        interventions:
                          x:
                            costs: {k: {paid_by: city, amount: 100}}
                            effects:
                              far: {name: Far, quantity: 1, value: 500, accrues_to: abroad}
                              near: {name: Near, quantity: 1, value: 150, accrues_to: people}
                              both: {name: Both, quantity: 1, value: 80, accrues_to: {people: 50%, abroad: 50%}}
                        """).toString();
        assertThat(flat(run("run", outside, "--lang", "en")))
                .contains("All interventions 1.90 90 100 190")
                .contains("Benefits per effect: Near (€150), Both (€40).")
                .doesNotContain("Far (");
        assertThat(run("run", outside, "--format", "json"))
                .contains("\"id\":\"far\",\"pv\":500.0,\"pv_society\":0.0,")
                .contains("\"id\":\"both\",\"pv\":80.0,\"pv_society\":40.0,");
    }

    @Test
    void whereNothingHappensThereIsNothingToEarnBack() {
        assertThat(run("run", scenario, "--full", "--alternative", "c", "--lang", "en"))
                .contains("Payback (discounted) –", "No payback year: there is nothing to earn back.")
                .doesNotContain("Earned back at once");
    }

    @Test
    void theHintForTheYearsGivesTheYears() {
        String text = run("run", scenario, "--full", "--lang", "en");
        assertThat(text).contains("--full --alternative a\n").doesNotContain("2029 100 180");
        assertThat(run("run", scenario, "--full", "--alternative", "a", "--lang", "en"))
                .contains("2029 100 180");
    }

    @Test
    void whatComesAfterTheHorizonIsSaidInEveryText() {
        String english = "In the central estimate €82 comes after the horizon (after 2029): without it the net present"
                + " value would not be €50 but -€32.";
        String dutch = "In de centrale raming valt € 82 na de zichtperiode (na 2029): zonder dat zou het saldo niet"
                + " € 50 zijn, maar € -32.";
        assertThat(flat(run("run", after, "--lang", "en"))).contains(english);
        assertThat(flat(run("run", after, "--lang", "nl"))).contains(dutch);
        assertThat(flat(run("simulate", after, "--draws", "256", "--lang", "en")))
                .contains(english);
        assertThat(flat(run("simulate", after, "--draws", "256", "--lang", "nl")))
                .contains(dutch);
        assertThat(run("run", after, "--full", "--lang", "en"))
                .contains("Net present value €50\n Of which residual value (after 2029) €82\n");
        assertThat(run("explain", after, "plan.rest", "--lang", "en"))
                .contains("Present value 200.00\n Of which residual value 81.92");
    }

    @Test
    void oneDrawIsNoExpectedValueToGoBy() {
        assertThat(flat(run("simulate", after, "--draws", "1", "--lang", "en")))
                .contains("Read this first: the expected value", "is that of one draw", ", that of one draw.")
                .doesNotContain("In the central estimate, every euro");
    }

    @Test
    void anotherCurrencyIsNamedWhereATextSpeaksOfEachEuro() throws IOException {
        String pounds = Files.writeString(
                        folder.resolve("pounds.yaml"),
                        SCENARIO.replace("discounting:", "currency: GBP\ndiscounting:")
                                .replace("EUR/", "GBP/"))
                .toString();
        for (String language : new String[] {"en", "nl"}) {
            for (String text : new String[] {
                run("run", pounds, "--lang", language),
                run("run", pounds, "--full", "--lang", language),
                run("simulate", pounds, "--draws", "64", "--lang", language),
                run("report", pounds, "--draws", "64", "--format", "md", "--lang", language)
            }) {
                assertThat(text).containsIgnoringCase("per GBP").doesNotContainPattern("(?i)\\beuro|€");
            }
        }
    }
}
