package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ranking of places without a step in it says why. */
class EmptyRankingTest {

    @TempDir
    private Path folder;

    private String ranking(String perHome, String budgetOf, String language) throws IOException {
        Path scenario = Files.writeString(folder.resolve("wijk.yaml"), """
                mkba: 1
                id: wijk
                title: Wijk
                base_year: 2026
                price_level: 2025
                horizon: 1
                discounting: 0%
                stakeholders:
                  city: {sector: public}
                  landlord: {sector: private}
                parameters:
                  homes: 100
                interventions:
                  green:
                    costs:
                      trees: {paid_by: city, amount: 10 * homes}
                    effects:
                      shade: {quantity: homes, value: PER_HOME, accrues_to: landlord}
                """.replace("PER_HOME", perHome));
        Path table = Files.writeString(folder.resolve("places.csv"), "id,homes\nnorth,100\nsouth,200\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false))
                .run(
                        "portfolio",
                        scenario.toString(),
                        "--table",
                        table.toString(),
                        "--out",
                        folder.resolve("out.csv").toString(),
                        "--budget",
                        "5000",
                        "--budget-of",
                        budgetOf,
                        "--lang",
                        language);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    /** A home costs 10 and brings 9: the programme loses 1 a home everywhere. */
    @Test
    void whereNothingAddsTheBudgetIsNotTheReason() throws IOException {
        assertThat(ranking("9", "city", "nl"))
                .contains("Niets te rangschikken: in geen enkele buurt voegt een alternatief hieraan iets toe (Saldo)");
        assertThat(ranking("9", "city", "en"))
                .contains("Nothing to rank: in no place does an alternative add to this (Net present value)");
    }

    /** The landlord pays nothing, and a home brings 11 for 10. */
    @Test
    void whatAddsAndTakesNothingOfTheBudgetIsSaid() throws IOException {
        assertThat(ranking("11", "landlord", "nl"))
                .contains("Niets te rangschikken: wat hieraan iets toevoegt (Saldo), kost niets van het budget");
        assertThat(ranking("11", "landlord", "en"))
                .contains("Nothing to rank: what adds to this (Net present value) takes nothing of the budget");
    }

    /** With a step there is no such sentence. */
    @Test
    void aRankingWithAStepIsShown() throws IOException {
        assertThat(ranking("11", "city", "en"))
                .contains("south")
                .doesNotContain("Nothing to rank")
                .contains("Where to start");
    }
}
