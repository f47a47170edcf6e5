package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bends, jumps, is drawn once or has an extreme size: said right, or refused, in both languages and as JSON. */
class ExtremesTest {

    private static final String HEAD = """
            mkba: 1
            id: t
            title: t
            base_year: 2026
            price_level: 2026
            horizon: %s
            discounting: %s
            stakeholders: {city: {sector: public}, home: {sector: households}}
            """;

    private static final String PAYBACK = HEAD.formatted("3", "3%") + """
            interventions:
              m:
                costs: {c: {paid_by: city, amount: 1, when: {series: {0: 100, 2: 100}}}}
                effects:
                  e: {quantity: 1, value: 1, accrues_to: city, when: {series: {1: 150}}}
            expect:
              - {figure: discounted_payback_year, value: 2027}
              - {figure: below_again_until, value: 2028}
            """;

    private static final String BENT = HEAD.formatted("1", "0%") + """
            parameters:
              z: {distribution: {uniform: [-0.1, 0.1]}}
              x: {distribution: {normal: {mean: 0, sd: 2}}}
            interventions:
              m:
                effects:
                  e: {quantity: 1, value: '100*x*x-50+z', accrues_to: city}
            """;

    private static final String UNCERTAIN = HEAD.formatted("3", "3%") + """
            parameters:
              x: {value: 500, distribution: {uniform: [100, 900]}}
            interventions:
              m:
                costs: {c: {paid_by: city, amount: 400}}
                effects:
                  e: {quantity: 1, value: x, accrues_to: city}
            """;

    private static final String TIED = HEAD.formatted("1", "0%") + """
            parameters:
              x: {distribution: {uniform: [0, 1]}}
              d: {distribution: {discrete: {values: [0, 1], weights: [99, 1]}}}
            interventions:
              m:
                effects:
                  e: {quantity: 1, value: 'x+d', accrues_to: city}
            correlations:
              - {between: [x, d], rank: 0.9}
            """;

    /** With the size of the amounts: the value of a and its upper bound, and the cost. */
    private static String sized(String discounting, String value, String distribution, String cost) {
        return HEAD.formatted("2", discounting) + """
                parameters:
                  a: {value: %s, distribution: %s, group: g}
                  b: {value: 1, distribution: {uniform: [0.5, 1.5]}}
                interventions:
                  m:
                    costs: {c: {paid_by: city, amount: %s}}
                    effects: {e: {quantity: a, value: b, accrues_to: home}}
                """.formatted(value, distribution, cost);
    }

    private record Run(int status, String out, String err) {}

    @TempDir
    Path folder;

    private Run run(String yaml, String command, String... options) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, yaml);
        List<String> words = new ArrayList<>(List.of(command, file.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** −100, 150/1.03, −100/1.03²: balances −100, 45.63 and −48.63. */
    @Test
    void aBalanceThatFallsBelowZeroAgainIsSaid() throws IOException {
        assertThat(run(PAYBACK, "run", "--lang", "en").out()).contains("2027; below 0 again until the end of 2028");
        assertThat(run(PAYBACK, "run", "--full", "--lang", "en").out())
                .contains("2027 (year 2); below 0 again until the end of 2028");
        assertThat(run(PAYBACK, "run", "--full", "--lang", "nl").out())
                .contains("2027 (jaar 2); daarna weer onder 0 tot eind 2028");
        assertThat(run(PAYBACK, "run", "--format", "json").out())
                .contains("\"discounted_payback_year\":2027,\"below_again_until\":2028,\"payback_absent\":null");
        assertThat(run(PAYBACK, "run", "--format", "csv").out()).contains("below_again_until");
        assertThat(run(PAYBACK, "test").status()).isZero();
        assertThat(run(PAYBACK.replace("value: 2028", "value: 2027"), "test").status())
                .isEqualTo(2);
        Path report = folder.resolve("r.md");
        assertThat(run(PAYBACK, "report", "--lang", "en", "--out", report.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(report)).contains("2027; below 0 again until the end of 2028");
        assertThat(run(UNCERTAIN, "run", "--format", "json").out()).contains("\"below_again_until\":null");
    }

    @Test
    void anExtremeInBetweenIsShownAndOrders() throws IOException {
        assertThat(run(BENT, "sensitivity", "--lang", "en").out())
                .containsPattern("x +-2\\.563 +2\\.563 +607 +607 +-50 +0 \\(50%\\)")
                .contains("Net at extreme", "Extreme at");
        assertThat(run(BENT, "sensitivity", "--lang", "nl").out())
                .containsPattern("x +-2,563 +2,563 +607 +607 +-50 +0 \\(50%\\)")
                .contains("Saldo bij uiterste", "Uiterste bij");
        assertThat(run(BENT, "sensitivity", "--format", "json").out())
                .containsPattern(
                        "\"tornado\":\\[\\{\"parameter\":\"x\",.*\"extreme_at\":0\\.0,\"npv_extreme\":-50\\.0,\"extreme_percentile\":50}")
                .contains("\"extreme_at\":null,\"npv_extreme\":null,\"extreme_percentile\":null");
        Path report = folder.resolve("r.md");
        assertThat(run(BENT, "report", "--draws", "500", "--lang", "en", "--out", report.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(report)).contains("| Extreme at | Net at extreme |");
    }

    @Test
    void aBarThatDoesNotBendHasNoMoreColumnsThanItNeeds() throws IOException {
        assertThat(run(UNCERTAIN, "sensitivity", "--lang", "en").out()).doesNotContain("Extreme at");
    }

    @Test
    void oneDrawHasNoSpread() throws IOException {
        Run json = run(UNCERTAIN, "simulate", "--draws", "1", "--format", "json");
        assertThat(json.out())
                .contains("\"sd\":null,\"standard_error\":null")
                .doesNotContain("\"sd\":0", "\"standard_error\":0");
        assertThat(run(UNCERTAIN, "simulate", "--draws", "1", "--lang", "en").out())
                .contains("One draw shows no spread")
                .doesNotContain("standard error");
        assertThat(run(UNCERTAIN, "simulate", "--draws", "1", "--lang", "nl").out())
                .contains("Eén trekking toont geen spreiding");
        assertThat(run(UNCERTAIN, "shapley", "--draws", "1", "--format", "json").out())
                .doesNotContain("\"sd\":0", "\"standard_error\":0");
        assertThat(run(UNCERTAIN, "sensitivity", "--draws", "1", "--format", "json")
                        .out())
                .contains("\"evpi_standard_error\":null");
    }

    /** Comonotone ranks of a 1 % chance would go together by √(3 · 0.01 · 0.99) = 0.172 at most. */
    @Test
    void aRankThatTheDrawsCannotReachIsWarnedOf() throws IOException {
        assertThat(run(TIED, "check", "--lang", "en").err())
                .contains(
                        "correlations[0].rank: warning: the draws of `x, d` cannot reach a rank correlation of 0.9, only 0.17");
        assertThat(run(TIED, "check", "--lang", "nl").err())
                .contains("de trekkingen van `x, d` kunnen geen rangcorrelatie van 0,9 bereiken, maar slechts 0,17");
        assertThat(run(TIED, "check", "--format", "json").out()).contains("\"code\":\"rank_out_of_reach\"");
        assertThat(run(TIED.replace("rank: 0.9", "rank: 0.01"), "check").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "simulate", "sensitivity", "coalition", "shapley", "explain", "report"})
    void whatIsTooLargeIsRefusedInEveryFormAlike(String command) throws IOException {
        String yaml = sized("3%", "1e200", "{uniform: [0, 2e200]}", "1e-200");
        for (String language : List.of("nl", "en")) {
            List<List<String>> forms = command.equals("report")
                    ? List.of(
                            List.of("--out", folder.resolve("r.html").toString()),
                            List.of("--out", folder.resolve("r.md").toString()),
                            List.of("--out", folder.resolve("r.xlsx").toString()))
                    : command.equals("explain")
                            ? List.of(List.of("m.e"), List.of("m.e", "--format", "json"))
                            : List.of(List.of(), List.of("--format", "json"), List.of("--format", "csv"));
            for (List<String> form : forms) {
                List<String> options = new ArrayList<>(form);
                options.addAll(List.of("--lang", language));
                Run run = run(yaml, command, options.toArray(String[]::new));
                assertThat(run.status()).as("%s %s", command, options).isEqualTo(2);
                assertThat(run.out()).isEmpty();
                assertThat(run.err())
                        .contains(language.equals("nl") ? "het cijfer `bcr` van `all`" : "the figure `bcr` of `all`");
                assertThat(run.err()).doesNotContain("Exception");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3%     | 1e160  | {uniform: [0, 2e160]}            | b",
                "3%     | 1e160  | {uniform: [0, 2e160]}            | 1e160 * b",
                "3%     | 1e307  | {uniform: [0, 2e307]}            | 1e307 * b",
                "1e308  | 90     | {uniform: [0, 180]}              | 60 * b",
                "3%     | 1e-10  | {uniform: [0, 2e-10]}            | b",
                "3%     | 1e-300 | {uniform: [0, 2e-300]}           | 1e-300 * b",
                "3%     | 0.5    | {beta: {alpha: 0.05, beta: 0.05}} | b",
                "3%     | 0.5    | {gamma: {shape: 0.05, scale: 10}} | b"
            })
    void whatIsNotTooLargeIsANumberEverywhere(String discounting, String value, String distribution, String cost)
            throws IOException {
        String yaml = sized(discounting, value, distribution, cost);
        for (String command : List.of("run", "simulate", "sensitivity", "coalition", "shapley")) {
            String[] draws = command.equals("run") ? new String[0] : new String[] {"--draws", "400"};
            for (String format : List.of("text", "json", "csv")) {
                List<String> options = new ArrayList<>(List.of(draws));
                options.addAll(List.of("--format", format, "--lang", "en"));
                Run run = run(yaml, command, options.toArray(String[]::new));
                assertThat(run.status())
                        .as("%s %s: %s", command, options, run.err())
                        .isZero();
                assertThat(run.out()).doesNotContain("Infinity", "NaN", "∞");
            }
        }
        Path report = folder.resolve("r.html");
        Run run = run(yaml, "report", "--draws", "400", "--out", report.toString());
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void aRowThatIsTooLargeIsNamedAndTheOthersAreNot() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "id,a\none,1\nlarge,1e300\n");
        Path out = folder.resolve("out.csv");
        String yaml = sized("3%", "1", "{uniform: [0, 2]}", "1e-200");
        Run refused = run(yaml, "portfolio", "--table", table.toString(), "--out", out.toString(), "--lang", "en");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("t.csv:3").contains("the figure `bcr` of `all` is too large");
        assertThat(out).doesNotExist();
        Run skipped = run(
                yaml,
                "portfolio",
                "--table",
                table.toString(),
                "--out",
                out.toString(),
                "--skip-bad-rows",
                "--lang",
                "en");
        assertThat(skipped.status()).isZero();
        assertThat(skipped.err()).contains("t.csv:3");
        assertThat(Files.readString(out)).contains("one,all").doesNotContain("large,", "Infinity");
    }
}
