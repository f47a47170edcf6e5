package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether there are enough draws is said by the standard error; of a lognormal whose standard deviation is ten times its mean a few draws
 * make up most of the variance, so that the standard error is not known either. Of a normal one no draw makes up more than
 * 4.3²/10,000 = 0.2 % of it.
 */
class HeavyTailTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            normal: {mean: 100, sd: 10}      | en | There are enough draws
            lognormal: {mean: 100, sd: 50}   | en | There are enough draws
            lognormal: {mean: 100, sd: 1000} | en | Whether there are enough draws cannot be said: one draw makes up
            lognormal: {mean: 100, sd: 1000} | nl | Of er genoeg trekkingen zijn, is niet te zeggen: één trekking maakt
            """)
    void oneDrawThatMakesUpMuchOfTheVarianceLeavesTheVerdictOpen(String distribution, String language, String verdict)
            throws IOException {
        Path file = folder.resolve("tail.yaml");
        Files.writeString(file, """
                mkba: 1
                id: tail
                title: Tail
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 3%%
                stakeholders: {city: {sector: public}}
                parameters: {x: {distribution: {%s}}}
                interventions:
                  m:
                    costs: {c: {paid_by: city, amount: 1}}
                    effects: {e: {quantity: x, value: 10, accrues_to: city}}
                """.formatted(distribution));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false))
                .run("simulate", file.toString(), "--lang", language, "--draws", "10000");
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(verdict);
    }
}
