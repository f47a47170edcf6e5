package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units that a budget buys stand per million in text and page, and say so; JSON has them per euro. */
class UnitsPerMillionTest {

    /** A home costs 100 and is worth 150. Two places of 10 and 20 homes: 0.01 home per euro, 10,000 per million. */
    private static final String SCENARIO = """
            mkba: 1
            id: homes
            title: Homes
            base_year: 2026
            price_level: 2025
            horizon: 1
            discounting: 0%
            stakeholders: {city: {sector: public}, household: {sector: households}}
            parameters: {homes: 10}
            interventions:
              m:
                costs: {c: {paid_by: city, amount: 100 * homes}}
                effects: {e: {unit: home, quantity: homes, value: 150, accrues_to: household}}
            """;

    @TempDir
    Path folder;

    private String run(String... words) throws IOException {
        Path scenario = Files.writeString(folder.resolve("homes.yaml"), SCENARIO);
        Path table = Files.writeString(folder.resolve("homes.csv"), "id,homes\nP1,10\nP2,20\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[words.length + 8];
        all[0] = "portfolio";
        all[1] = scenario.toString();
        all[2] = "--table";
        all[3] = table.toString();
        all[4] = "--report";
        all[5] = folder.resolve("page.html").toString();
        all[6] = "--budget";
        all[7] = "2500";
        System.arraycopy(words, 0, all, 8, words.length);
        int status = new Program(new Console(out, err, false)).run(all);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
    }

    @Test
    void unitsStandPerMillionAndSaySo() throws IOException {
        assertThat(run("--objective", "units:m.e", "--lang", "en"))
                .contains("Units of e per million euro of the budget 10,000")
                .contains("Where to start (Units of e per million euro, highest first)")
                .contains("Units of e Per million euro Costs so far")
                .doesNotContain("er euro");
        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("per million euro of the budget")
                .contains("at 10,000 per million euro.")
                .contains("Per million euro")
                .contains("met 10.000 per miljoen euro.")
                .doesNotContain("10,000 per euro")
                .doesNotContain("units of m.e per euro");
        assertThat(run("--objective", "units:m.e", "--lang", "nl"))
                .contains("per miljoen euro van het budget 10.000")
                .doesNotContain("er euro");
        assertThat(run("--objective", "units:m.e", "--format", "json")).contains("\"value_per_euro\":0.01,");
    }

    /** P1 gains 1,500 − 1,000 for 1,000: 0.50 per euro. */
    @Test
    void moneyStandsPerEuro() throws IOException {
        assertThat(run("--objective", "npv", "--lang", "en"))
                .contains("Net present value per euro of the budget 0.50")
                .contains("Net per euro")
                .doesNotContain("per million");
        assertThat(run("--objective", "net:household", "--lang", "en"))
                .contains("per euro of the budget 1.50")
                .contains("Per euro Costs so far");
    }
}
