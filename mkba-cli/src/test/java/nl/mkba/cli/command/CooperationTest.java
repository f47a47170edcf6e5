package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mkba coalition} and {@code mkba shapley}, run in this process on small scenarios whose answers stand in them. */
class CooperationTest {

    private static final Path FOLDER = Path.of(
            System.getProperty("mkba.root"), "mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios");

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    /** Runs a command on a scenario of the folder, named as the second word. */
    private static Run run(String command, String scenario, String... options) {
        String[] words = Stream.concat(
                        Stream.of(command, FOLDER.resolve(scenario).toString()), Arrays.stream(options))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void looksLike(String golden, Run run) throws IOException {
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
        try (InputStream in = CooperationTest.class.getResourceAsStream("/nl/mkba/cli/" + golden)) {
            assertThat(run.out)
                    .isEqualTo(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theTextSaysWhoPaysWhomAndWhatIsMissing() throws IOException {
        looksLike("coalition_nl.txt", run("coalition", "coalition.yaml"));
    }

    /**
     * The cost is 60 or 140, each in half of the draws, in the central case 100. The side payments of 80 leave the city at +40 or
     * −40. Gains of 120 cover the loss of 120 just; in money the loss is 130. With the corporation's 90 alone both fall short.
     */
    @Test
    void withDrawsTheTextSaysHowCertainThatIs() throws IOException {
        looksLike(
                "coalition_en.txt",
                run(
                        "coalition",
                        "coalition.yaml",
                        "--alternative",
                        "plain",
                        "--set",
                        "cost={distribution: {discrete: {values: [60, 140]}}}",
                        "--draws",
                        "1000",
                        "--lang",
                        "en"));
    }

    /**
     * Coach: 200 without clean, whole and safe, 700 with it, which comes first in half of the orders: 450. Debt service: 700 or
     * 900: 800. Clean, whole and safe: −300, and in half of the orders each 500 and 200 by what it does for the others: 50.
     */
    @Test
    void theTextDividesThePackage() throws IOException {
        looksLike("shapley_nl.txt", run("shapley", "interactions.yaml"));
        looksLike(
                "shapley_en.txt",
                run(
                        "shapley",
                        "interactions.yaml",
                        "--alternative",
                        "package",
                        "--draws",
                        "100",
                        "--seed",
                        "7",
                        "--lang",
                        "en"));
    }

    @Test
    void csvHasWelfareAndMoneyBesideEachOther() {
        Run run = run("coalition", "coalition.yaml", "--alternative", "plain", "--format", "csv", "--draws", "10");
        assertThat(run.out.lines().toList())
                .startsWith("scenario,alternative,outlook,section,item,figure,value")
                .contains(
                        "coalition,plain,,result,,net_feasible,true",
                        "coalition,plain,,side_payments,corporation.city,net,60.0",
                        "coalition,plain,,side_payments,corporation.city,cash,67.5",
                        "coalition,plain,,stakeholders,city,costs,100.0",
                        "coalition,plain,,stakeholders,city,cash_after,0.0",
                        "coalition,plain,,stakeholders,insurer,net_in_smallest_coalition,false",
                        "coalition,plain,,stakeholders,city,net_probability_whole_after,1.0",
                        "coalition,plain,,cash_chances,,probability_all_whole_before,0.0");
        assertThat(run("shapley", "interactions.yaml", "--format", "csv").out)
                .contains("interactions,package,,interventions,debt_service,alone,700.0\n");
    }

    @Test
    void jsonHasTheDrawsOnlyIfTheyWereAskedFor() {
        String central = run("shapley", "interactions.yaml", "--format", "json").out;
        String drawn = run("shapley", "interactions.yaml", "--format", "json", "--draws", "50").out;

        assertThat(central)
                .startsWith(
                        "{\"id\":\"interactions\",\"results\":[{\"alternative\":\"coach_alone\",\"outlook\":null,"
                                + "\"npv\":200.0,\"interventions\":{\"coach\":{\"alone\":200.0,\"last\":200.0,\"shapley\":200.0}}}")
                .doesNotContain("draws", "spread");
        assertThat(drawn)
                .contains("\"spread\":{\"alone\":{\"mean\":200.0,\"sd\":0.0,")
                .contains("\"draws\":50,\"seed\":1,\"sampling\":\"latin_hypercube\"");
        assertThat(run("coalition", "coalition.yaml", "--format", "json").out).doesNotContain("chances");
    }

    @ParameterizedTest
    @CsvSource({
        "coalition, --seed, 3, --seed",
        "shapley, --sampling, sobol, --draws",
        "coalition, --draws, 0, --draws",
        "shapley, --alternative, packages, package"
    })
    void whatIsWrongOnTheCommandLineIsSaid(String command, String option, String value, String named) {
        String scenario = command.equals("coalition") ? "coalition.yaml" : "interactions.yaml";
        Run run = run(command, scenario, option, value, "--lang", "en");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains(named).doesNotContain("Exception");
    }

    @Test
    void tooManyDrawsAreRefusedWithTheMostThereCanBe() {
        Run run = run("shapley", "interactions.yaml", "--draws", "5000000", "--lang", "en");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err)
                .contains("interactions.yaml:")
                .contains(
                        "alternatives.package: too many draws for `package`, which has 8 subsets of interventions: at most 4194304");
    }
}
