package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files with next to nothing in them: one year, one draw, one parameter, amounts of less than a euro. */
class SmallFilesTest {

    private static final String HEAD = """
            mkba: 1
            id: small
            title: Small
            base_year: 2026
            price_level: 2026
            horizon: %d
            discounting: 0%%
            stakeholders:
              city: {name: City, sector: public}
              people: {name: People, sector: households}
              outside: {name: Elsewhere, counts: false}
            """;

    /** Nothing is uncertain or taken off; the only parameter is a choice, and needs no source. */
    private static final String CERTAIN = HEAD.formatted(1) + """
            parameters:
              n: {value: 3, unit: home, quality: choice}
            interventions:
              plan:
                costs: {c: {name: Work, paid_by: city, amount: 1000}}
                effects: {e: {name: Joy, quantity: n, value: 200, accrues_to: people, unit: home}}
                unpriced: [{name: Trust, sign: positive, stakeholder: people}]
              other:
                costs: {c: {name: Other work, paid_by: city, amount: 10}}
                effects: {e: {name: Ease, quantity: 1, value: 20, accrues_to: city}}
            alternatives:
              a: {name: With trust, interventions: [plan]}
              b: {name: Without trust, interventions: [other]}
            """;

    /** Over two years 0.04 to 0.08 gains on costs of 0.1. */
    private static final String CENTS = HEAD.formatted(2) + """
            parameters:
              g: {value: 0.03, distribution: {uniform: [0.02, 0.04]}, unit: EUR/year, quality: practice, source: s}
            interventions:
              plan:
                costs: {c: {name: Work, paid_by: city, amount: 0.05}}
                effects: {e: {name: Joy, quantity: 1, value: g, accrues_to: people}}
            """;

    @TempDir
    Path folder;

    private String run(String yaml, String command, String... options) throws IOException {
        String file = Files.writeString(folder.resolve("small.yaml"), yaml).toString();
        String[] words = new String[options.length + 2];
        words[0] = command;
        words[1] = file;
        System.arraycopy(options, 0, words, 2, options.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void aParameterThatNeedsNoSourceIsNotSaidToHaveOne() throws IOException {
        assertThat(run(CERTAIN, "run", "--lang", "en")).contains("Every parameter that needs a source has one.");
        assertThat(run(CERTAIN, "run", "--lang", "nl"))
                .contains("Elk invoergegeven dat een bron nodig heeft, heeft er een.");
    }

    @Test
    void theFullTextSaysWhatTheMarginalValueOfPublicFundsLeavesOut() throws IOException {
        String inKind = CERTAIN.replace("accrues_to: city", "accrues_to: city, cashable: 0%");
        assertThat(run(inKind, "run", "--full", "--lang", "en"))
                .contains("leaves out what governments gain or lose other than in cash.");
        assertThat(run(inKind, "run", "--full", "--lang", "nl"))
                .contains("telt niet mee wat overheden anders dan in geld winnen of verliezen.");
        // With trust the city has cash alone.
        assertThat(run(inKind, "run", "--full", "--alternative", "a", "--lang", "en"))
                .contains("Marginal value of public funds 0.60")
                .doesNotContain("other than in cash");
    }

    @Test
    void aStepThatIsNotThereIsNotShown() throws IOException {
        assertThat(run(CERTAIN, "run", "--full", "--lang", "en")).doesNotContain("Benefits from gross to net");
        String report = run(CERTAIN, "report", "--format", "md", "--lang", "en");
        assertThat(report).doesNotContain("Gross benefits |", "Gross benefits**");
    }

    @Test
    void oneYearIsNoPeriod() throws IOException {
        assertThat(run(CERTAIN, "run", "--full", "--lang", "en")).contains("Horizon 1 year: 2026.");
        assertThat(run(CERTAIN, "run", "--full", "--lang", "nl")).contains("Zichtperiode 1 jaar: 2026.");
    }

    @Test
    void whatDoesNotVaryHasNoInterval() throws IOException {
        assertThat(run(CERTAIN, "simulate", "--draws", "100", "--lang", "en"))
                .contains("No parameter is uncertain, so all draws are the same.")
                .doesNotContain("90 of every 100");
        assertThat(run(CERTAIN, "simulate", "--draws", "100", "--lang", "nl"))
                .contains("Geen enkel invoergegeven is onzeker, dus alle trekkingen zijn gelijk.");
        assertThat(run(CENTS, "simulate", "--draws", "1", "--lang", "en"))
                .contains("1 uncertain parameter: too few for an interval.");
    }

    /** Costs of 0.10, gains of 0.04 to 0.08: between −0.06 and −0.02, and −0.04 in expectation. */
    @Test
    void amountsBelowAEuroKeepTheDigitsThatMatter() throws IOException {
        assertThat(run(CENTS, "simulate", "--draws", "1000", "--lang", "en"))
                .contains("The expected net present value is -€0.04")
                .doesNotContain("between €0 and")
                .doesNotContain("between -€0 and");
        assertThat(run(CENTS, "simulate", "--draws", "1000", "--lang", "nl")).contains("€ -0,04");
    }

    @Test
    void anAlternativeWithoutUnpricedItemsIsNotSaidToHaveThem() throws IOException {
        String report = run(CERTAIN, "report", "--format", "md", "--lang", "en");
        assertThat(report)
                .containsOnlyOnce("These items are not part of the net present value")
                .containsOnlyOnce("The file names no unpriced items for this alternative.");
        assertThat(run(CERTAIN, "report", "--format", "md", "--lang", "nl"))
                .containsOnlyOnce("Deze posten tellen niet mee")
                .containsOnlyOnce("Het bestand noemt geen PM-posten bij dit alternatief.");
    }

    /** Nothing happens to Elsewhere, which is named without a mark, so that there is no mark to explain. */
    @Test
    void aMarkThatIsNotOnThePageIsNotExplained() throws IOException {
        assertThat(run(CERTAIN, "report", "--format", "md", "--lang", "en")).doesNotContain("has no standing");
        String outside = CERTAIN.replace("accrues_to: people, unit", "accrues_to: {people: 50%, outside: 50%}, unit");
        assertThat(run(outside, "report", "--format", "md", "--lang", "en")).contains("has no standing");
    }

    /** The intervention loses 3 × 200 − 1000 = −400: the other benefits of it are 600 + 400 = 1000, its costs, over 3 homes. */
    @Test
    void aLossIsAddedRatherThanTakenOffWithASign() throws IOException {
        assertThat(run(CERTAIN, "explain", "plan.e", "--lang", "nl"))
                .contains("(600,00 (dit effect) + 400,00 (negatief saldo van de maatregel)) / 3,0000 = 333,33");
        assertThat(run(CERTAIN, "explain", "plan.e", "--lang", "en"))
                .contains("(600.00 (this effect) + 400.00 (net loss of the intervention)) / 3.0000 = 333.33");
    }
}
