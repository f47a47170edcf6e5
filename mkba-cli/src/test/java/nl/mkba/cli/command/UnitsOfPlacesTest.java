package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units of effects in a table of places: of an effect that an alternative does not have there are none. */
class UnitsOfPlacesTest {

    private static final String SCENARIO = """
            mkba: 1
            id: two
            title: Two
            base_year: 2026
            price_level: 2026
            horizon: 5
            discounting: nl_2026
            stakeholders: {city: {name: City, sector: public}}
            parameters: {n: {value: 3, unit: thing, quality: choice}}
            interventions:
              a: {effects: {visits: {quantity: n, value: 10, accrues_to: city, unit: visit}}}
              b: {effects: {jobs: {quantity: n, value: 20, accrues_to: city, unit: job}}}
            alternatives: {only_a: {interventions: [a]}, only_b: {interventions: [b]}}
            """;

    @TempDir
    private Path folder;

    private List<String> lines(String out) throws IOException {
        Files.writeString(folder.resolve("two.yaml"), SCENARIO);
        Files.writeString(folder.resolve("places.csv"), "id,n\np,4\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, false);
        int status = new Program(console)
                .run(
                        "portfolio",
                        folder.resolve("two.yaml").toString(),
                        "--table",
                        folder.resolve("places.csv").toString(),
                        "--out",
                        folder.resolve(out).toString(),
                        "--units");
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readAllLines(folder.resolve(out));
    }

    /** 4 things in each of 5 years: 20 visits, or 20 jobs. No costs, so no ratio either. */
    @Test
    void anEffectThatAnAlternativeLacksHasAnEmptyCell() throws IOException {
        List<String> lines = lines("out.csv");
        assertThat(lines.get(0)).endsWith(",units_a_visits,units_b_jobs");
        assertThat(lines.get(1)).startsWith("p,only_a,").endsWith(",20.0,");
        assertThat(lines.get(2)).startsWith("p,only_b,").endsWith(",,20.0");
    }

    @Test
    void inJsonItIsNull() throws IOException {
        List<String> lines = lines("out.jsonl");
        assertThat(lines.get(0)).contains("\"bcr\":null").endsWith("\"units_a_visits\":20.0,\"units_b_jobs\":null}");
        assertThat(lines.get(1)).endsWith("\"units_a_visits\":null,\"units_b_jobs\":20.0}");
    }
}
