package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.mkba.Mkba;
import nl.mkba.file.ScenarioFile;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A choice of places within a budget for each year, with floors and other objectives. Two years of 50,000 + 500 a household;
 * with inflation of 2% the second year of 100 households, a, is 102,000 nominal. The places a to e have 100, 200, 50, 300 and
 * 120 households and so cost 100, 150, 75, 200 and 110 thousand a year; each visit in four years is a unit.
 */
class YearlyBudgetTest {

    private static final String SCENARIO = """
            mkba: 1
            id: coach
            title: Coach
            base_year: 2026
            price_level: 2026
            horizon: 5
            inflation: 2%
            discounting: nl_2026
            stakeholders:
              city: {name: City, sector: public}
              families: {name: Families, sector: households}
            parameters:
              households: {value: 100, unit: household, quality: choice}
              gain: {value: 900, unit: EUR, quality: illustrative, distribution: {pert: [600, 900, 1500]}}
            interventions:
              coach:
                costs:
                  staff: {amount: 50000 + 500 * households, paid_by: city, when: {years: 2}}
                effects:
                  health:
                    quantity: households
                    value: gain
                    accrues_to: families
                    unit: visit
                    when: {delay: 1, years: 4}
            """;

    private static final String TABLE =
            "id,district,households\na,north,100\nb,north,200\nc,south,50\nd,south,300\ne,west,120\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("coach.yaml"), SCENARIO);
        Files.writeString(folder.resolve("places.csv"), TABLE);
    }

    /** A column that is neither a parameter nor asked for is refused. */
    private void withoutDistricts() throws IOException {
        Files.writeString(folder.resolve("places.csv"), TABLE.replaceAll("(?m)^(\\w+),\\w+,", "$1,"));
    }

    private record Run(int status, String out, String err) {}

    private Run choice(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "portfolio",
                folder.resolve("coach.yaml").toString(),
                "--table",
                folder.resolve("places.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString(),
                "--lang",
                "en"));
        words.addAll(Arrays.asList(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(new ByteArrayInputStream(new byte[0]), out, err, false))
                .run(words.toArray(String[]::new));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** One place in each district: a, c and e cost 100 + 75 + 110 = 285, times 1.02 in 2027; with b or d it is above 300. */
    @Test
    void everyDistrictGetsSomething() throws IOException {
        Run run = choice(
                "--budget", "2026=300000,2027=400000", "--at-least", "1", "--per", "district", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"budget\":{\"2026\":300000.0,\"2027\":400000.0},\"budget_of\":null,\"prices\":\"nominal\"")
                .contains("\"at_least\":1,\"per\":\"district\",\"cost\":{\"2026\":285000.0,\"2027\":290700.0}")
                .contains("\"gap\":0.0,\"count\":3,\"places\":[{\"id\":\"a\"");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(0)).endsWith(",costs_2026,costs_2027");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(1)).endsWith(",100000.0,102000.0");
    }

    private static final List<Map<String, Double>> ROWS = List.of(
            Map.of("households", 100.0),
            Map.of("households", 200.0),
            Map.of("households", 50.0),
            Map.of("households", 300.0),
            Map.of("households", 120.0));

    /** A choice in Java is that of the command, to the bit: what it costs and yields, the bound, the places and the ranking. */
    @Test
    void theLibraryChoosesTheSame() {
        ChoiceResult choice = Mkba.choose(
                        ScenarioFile.read(SCENARIO),
                        Selection.ALL,
                        ROWS,
                        ChoiceRequest.within(Map.of(2026, 300_000.0, 2027, 400_000.0))
                                .atLeast(1, List.of("north", "north", "south", "south", "west")))
                .get(0);
        String out = choice(
                        "--budget",
                        "2026=300000,2027=400000",
                        "--at-least",
                        "1",
                        "--per",
                        "district",
                        "--format",
                        "json")
                .out();
        assertThat(out)
                .contains("\"cost\":{\"2026\":" + choice.years().get(2026) + ",\"2027\":"
                        + choice.years().get(2027)
                        + "},\"npv\":" + choice.value().getAsDouble() + ",\"bound\":"
                        + choice.bound().getAsDouble() + ",\"gap\":"
                        + choice.gap().getAsDouble() + ",\"count\":3,");
        String places = out.substring(out.indexOf("\"places\""), out.indexOf("\"ranking\""));
        for (int row = 0; row < ROWS.size(); row++) {
            String id = "{\"id\":\"" + "abcde".charAt(row) + "\"";
            if (choice.alternative(row).isPresent()) {
                assertThat(places)
                        .contains(id + ",\"alternative\":\""
                                + choice.alternative(row).get() + "\"")
                        .contains("\"npv\":" + choice.value(row));
            } else {
                assertThat(places).doesNotContain(id);
            }
        }
        assertThat(choice.ranking()).hasSize(5);
        String ranking = out.substring(out.indexOf("\"ranking\""));
        for (ChoiceResult.Step step : choice.ranking()) {
            String shown = "{\"id\":\"" + "abcde".charAt(step.row()) + "\",\"alternative\":\""
                    + step.alternative().orElseThrow() + "\",\"instead_of\":null,\"cost\":" + step.cost() + ",\"npv\":"
                    + step.value() + ",\"npv_per_euro\":" + step.valuePerEuro();
            assertThat(ranking).contains(shown);
            ranking = ranking.substring(ranking.indexOf(shown));
        }
    }

    /** So are the figures of places with draws. */
    @Test
    void theLibraryDrawsTheSame() throws IOException {
        withoutDistricts();
        PortfolioResult places = Mkba.portfolio(
                ScenarioFile.read(SCENARIO),
                Selection.ALL,
                ROWS,
                new Simulation(100, 5, Simulation.Sampling.LATIN_HYPERCUBE),
                Workers.callerOnly());
        assertThat(choice("--draws", "100", "--seed", "5").err()).isEmpty();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        List<String> columns = List.of(lines.get(0).split(",", -1));
        assertThat(columns).containsAll(places.figures()).contains("npv_mean", "npv_p5", "probability_positive");
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> cells = List.of(lines.get(1 + row).split(",", -1));
            for (String figure : places.figures()) {
                assertThat(cells.get(columns.indexOf(figure)))
                        .as(figure)
                        .isEqualTo(String.valueOf(
                                places.result(row, "all").figure(figure).orElseThrow()));
            }
        }
    }

    /** Without the floor a and d, 100 + 200, have 400 + 1,200 visits; b and e have 800 + 480 for 260. */
    @Test
    void theMostUnitsWithinEachYear() throws IOException {
        withoutDistricts();
        Run run =
                choice("--budget", "2027=306000,2026=300000", "--objective", "units:coach.health", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"objective\":\"units:coach.health\",\"budget\":{\"2026\":300000.0,\"2027\":306000.0}")
                .contains("\"value\":1600.0,\"bound\":1600.0,\"gap\":0.0,\"count\":2");
        assertThat(choice("--budget", "2026=300000,2027=305000", "--objective", "units:coach.health")
                        .out())
                .contains("Units of health          1,400")
                .contains("No choice is better: proven.");
    }

    /**
     * All five take 635,000 in 2026 and 647,700 in 2027, 1,282,700 together: less than the budgets together, of which that of 2027
     * is too small. None of it is a present value.
     */
    @Test
    void thePageNamesTheCostsOfTheYearsAndTheYearThatBinds() throws IOException {
        withoutDistricts();
        String page = folder.resolve("page.html").toString();
        Run run = choice("--budget", "2026=2000000,2027=300000", "--report", page);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(page)))
                .contains(
                        "Everything that adds something takes €1,282,700 in 2026–2027 together, and the budget of 2027"
                                + " is too small for that.")
                .contains("Costs in 2026–2027 (in prices of each year)")
                .doesNotContain("Costs (present value)");
        choice("--budget", "2026=2000000,2027=2000000", "--budget-of", "city", "--prices", "real", "--report", page);
        assertThat(Files.readString(Path.of(page)))
                .contains("Everything that adds something takes €1,270,000 in 2026–2027 together. The last step is")
                .contains("What City pays in 2026–2027 (in constant prices)");
    }

    /** What the city pays in constant prices is the same in both years. */
    @Test
    void theBudgetIsOneStakeholdersInConstantPrices() throws IOException {
        withoutDistricts();
        Run run = choice("--budget", "2026=300000,2027=300000", "--budget-of", "city", "--prices", "real");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("(what City pays in the year, in constant prices)");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(4)).endsWith(",200000.0,200000.0");
    }

    /** Families gain what they gain, whoever pays: with room for all, all places are chosen. */
    @Test
    void withDrawsEachDrawHasAChoice() {
        Run run = choice(
                "--budget",
                "2026=1e6,2027=1e6",
                "--objective",
                "net:families",
                "--draws",
                "20",
                "--at-least",
                "1",
                "--per",
                "district",
                "--format",
                "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"count\":5")
                .contains("\"chosen_in_draws\":1.0")
                .contains("\"draws_without_choice\":0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --budget 2026=300000,2027=x                                       | it must be an amount of 0 or more
            --budget 2026=300000,27=4                                         | 2026=10e6,2027=12e6
            --budget 2026=1,2026=2                                            | gives the year 2026 twice
            --budget 2026=1.234.567                                           | 1234567
            --budget 600000 --per district                                    | option --per can only be used with --at-least
            --budget 600000 --at-least 1                                      | option --at-least can only be used with --per
            --budget 600000 --at-least 0 --per district                       | whole number of 1 or more
            --budget 600000 --at-least 1 --per distict                        | Maybe `district`?
            --budget 600000 --at-least 2 --per district                       | `west` has only 1 place with figures
            --budget 600000 --at-least 3 --per district                       | 3 groups have fewer places with figures (column `district`): `north` (2), `south` (2), `west` (1)
            --budget 2026=300000,2027=290699.9 --at-least 1 --per district    | at least €290,700.00 in 2027
            --budget 2026=300000,2027=250000 --at-least 1 --per district      | at least €290,700 in 2027
            --budget 250000 --at-least 1 --per district                       | takes at least €562,237
            --budget 600000 --prices real                                     | goes with a budget for each year
            --at-least 1 --per district                                       | option --at-least can only be used with --budget
            --objective npv                                                   | option --objective can only be used with --budget
            """)
    void whatCannotBeChosenIsRefusedAndNothingIsWritten(String words, String message) {
        Run run = choice(words.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**out*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --budget 2040=300000                                | --budget: 2040 is outside the allowed range: 2026 … 2030
            --budget 600000 --objective units:coach.helth       | Maybe `coach.health`?
            --budget 600000 --objective units:coach.helth       | --objective: the intervention has no effect `coach.helth`
            --budget 600000 --objective net:familie             | Maybe `families`?
            --budget 600000 --objective net:familie             | --objective: there is no stakeholder `familie`
            --budget 600000 --budget-of familie                 | --budget-of: there is no stakeholder `familie`
            --budget 600000 --objective profit                  | write npv, weighted_npv, units:INTERVENTION.EFFECT or net:STAKEHOLDER
            """)
    void anUnknownYearEffectOrStakeholderIsRefused(String words, String message) throws IOException {
        withoutDistricts();
        Run run = choice(words.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
