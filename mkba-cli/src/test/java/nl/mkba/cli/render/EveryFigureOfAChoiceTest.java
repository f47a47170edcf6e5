package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.ChosenRows;
import nl.mkba.engine.portfolio.Options;
import nl.mkba.engine.portfolio.Ranking;
import nl.mkba.file.ScenarioFile;
import nl.mkba.json.tree.ChoiceTree;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every number of a choice of places in the text and in the JSON is the one that its name says. The options are such that all
 * figures differ, so that an exchange of two of them is seen.
 */
class EveryFigureOfAChoiceTest {

    private static final Messages ENGLISH = new Messages(Language.EN);
    private static final int NONE = BudgetChoice.NONE;

    private final Scenario scenario = ScenarioFile.read(Path.of(System.getProperty("mkba.root"))
            .resolve("mkba-scenarios/src/test/resources/faults/everything.yaml"));
    private final Numbers numbers = new Numbers(Language.EN, scenario.currency());
    private final Labels labels = new Labels(scenario, ENGLISH);

    /** The scenario's alternatives, of which the first is called {@code both} in the file, and the second {@code only}. */
    private static final List<String> ALTERNATIVES = List.of("both", "only");

    /**
     * Three places. In order of net present value per euro the steps are
     *
     * <pre>
     * p both   1.0 million for 3.0: 3
     * p only   1.0 more    for 1.5: 1.5   (instead of both)
     * q both   0.8         for 1.0: 1.25
     * r both   2.0         for 2.3: 1.15
     * q only   0.7 more    for 0.28: 0.4
     * r only   1.5 more    for 0.3: 0.2
     * </pre>
     */
    private static Options options() {
        Options options = new Options(3, 2);
        options.set(0, 0, 1_000_000, 3_000_000);
        options.set(0, 1, 2_000_000, 4_500_000);
        options.set(1, 0, 800_000, 1_000_000);
        options.set(1, 1, 1_500_000, 1_280_000);
        options.set(2, 0, 2_000_000, 2_300_000);
        options.set(2, 1, 3_500_000, 2_600_000);
        return options;
    }

    /**
     * With 3.1 million: p only and q both, for 2.8 million and 5.5 million net. What is left, 0.3 million, would buy 0.345 million net at
     * the next step's 1.15 per euro, so that no choice exceeds 5.845 million. With 4.1 million: p only and r both, for 4.0 and 6.8.
     */
    private static ChoiceOfPlaces withinOneBudget() {
        Options options = options();
        Ranking ranking = Ranking.of(options);
        ChoiceLimits limits = ChoiceLimits.of(3_100_000);
        BudgetChoice choice = BudgetChoice.of(options, ranking, limits, 0);
        return new ChoiceOfPlaces(
                new ChosenRows(
                        Optional.of("low"),
                        ALTERNATIVES,
                        ChoiceRequest.within(3_100_000).paidBy("city"),
                        limits,
                        options,
                        choice,
                        List.of(BudgetChoice.of(options, ranking, limits.raised(0, 1_000_000)))),
                new ChoiceTree.Places(
                        List.of("p", "q", "r"),
                        Optional.empty(),
                        ALTERNATIVES,
                        10,
                        0,
                        List.of(List.of(2, 7), List.of(5, 1), List.of(0, 0))));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, @Nullable Object> step(
            String id, String to, @Nullable String from, double cost, double npv, double perEuro, double cumulative) {
        return map(
                "id",
                id,
                "alternative",
                to,
                "instead_of",
                from,
                "cost",
                cost,
                "npv",
                npv,
                "npv_per_euro",
                perEuro,
                "cumulative_cost",
                cumulative);
    }

    @Test
    void theJsonOfAChoiceWithinOneBudget() {
        ChoiceOfPlaces choice = withinOneBudget();
        Map<String, @Nullable Object> tree = ChoiceTree.of(choice.result(), choice.places());
        // The bound is a sum of quotients: to the last digits it is the library's.
        assertThat(choice.choice().bound()).isBetween(5_844_999.99, 5_845_000.01);
        assertThat(choice.choice().gap()).isBetween(0.345 / 5.845 - 1e-9, 0.345 / 5.845 + 1e-9);
        Map<String, @Nullable Object> expected = map(
                "outlook",
                "low",
                "objective",
                "npv",
                "budget",
                3_100_000.0,
                "budget_of",
                "city",
                "cost",
                2_800_000.0,
                "npv",
                5_500_000.0,
                "bound",
                choice.choice().bound(),
                "gap",
                choice.choice().gap(),
                "count",
                2,
                "places",
                List.of(
                        map(
                                "id",
                                "p",
                                "alternative",
                                "only",
                                "cost",
                                2_000_000.0,
                                "npv",
                                4_500_000.0,
                                "chosen_in_draws",
                                0.9,
                                "alternatives_in_draws",
                                map("both", 0.2, "only", 0.7)),
                        map(
                                "id",
                                "q",
                                "alternative",
                                "both",
                                "cost",
                                800_000.0,
                                "npv",
                                1_000_000.0,
                                "chosen_in_draws",
                                0.6,
                                "alternatives_in_draws",
                                map("both", 0.5, "only", 0.1))),
                "ranking",
                List.of(
                        step("p", "both", null, 1_000_000, 3_000_000, 3, 1_000_000),
                        step("p", "only", "both", 1_000_000, 1_500_000, 1.5, 2_000_000),
                        step("q", "both", null, 800_000, 1_000_000, 1.25, 2_800_000),
                        step("r", "both", null, 2_000_000, 2_300_000, 1.15, 4_800_000),
                        step("q", "only", "both", 700_000, 280_000, 0.4, 5_500_000),
                        step("r", "only", "both", 1_500_000, 300_000, 0.2, 7_000_000)),
                "next_million",
                map(
                        "npv",
                        1_300_000.0,
                        "cost",
                        1_200_000.0,
                        "changes",
                        List.of(
                                map("id", "q", "alternative", null, "instead_of", "both"),
                                map("id", "r", "alternative", "both", "instead_of", null))));
        assertThat(tree).isEqualTo(expected);
    }

    private List<String> row(
            String place,
            String to,
            String from,
            double cost,
            double npv,
            double perEuro,
            double cumulative,
            double draws) {
        return List.of(
                place,
                label(to),
                label(from),
                numbers.money(cost),
                numbers.money(npv),
                numbers.ratio(perEuro),
                numbers.money(cumulative),
                numbers.percentage(draws));
    }

    private String label(String alternative) {
        return alternative.equals("-") ? "-" : labels.alternative(alternative);
    }

    @Test
    void theTextOfAChoiceWithinOneBudget() {
        String text = ChoiceText.of(withinOneBudget(), scenario, ENGLISH);
        assertThat(text)
                .contains("Choice within a budget of " + numbers.money(3_100_000) + " (present value of what C pays)")
                .contains("Outlook: L")
                .contains("No choice is more than " + numbers.decimal(34.5 / 5.845, 4) + "% better")
                .contains("A million more: " + numbers.money(1_300_000)
                        + " more net present value, with no longer q, r (" + label("both") + ").");
        line(text, "Places with a programme", "2 / 3");
        line(text, "Spent of the budget", numbers.money(2_800_000));
        line(text, "Net present value", numbers.money(5_500_000));
        line(text, "Net present value per euro of the budget", numbers.ratio(5.5 / 2.8));
        ShownTable ranking = table(text, "Where to start");
        assertThat(ranking.headings())
                .containsExactly(
                        "Place",
                        "Alternative",
                        "Instead of",
                        "Costs",
                        "Net",
                        "Net per euro",
                        "Costs so far",
                        "In draws");
        assertThat(ranking.rows())
                .containsExactly(
                        row("p", "both", "-", 1_000_000, 3_000_000, 3, 1_000_000, 0.9),
                        row("p", "only", "both", 1_000_000, 1_500_000, 1.5, 2_000_000, 0.9),
                        row("q", "both", "-", 800_000, 1_000_000, 1.25, 2_800_000, 0.6),
                        row("r", "both", "-", 2_000_000, 2_300_000, 1.15, 4_800_000, 0),
                        row("q", "only", "both", 700_000, 280_000, 0.4, 5_500_000, 0.6),
                        row("r", "only", "both", 1_500_000, 300_000, 0.2, 7_000_000, 0));
    }

    private static ShownTable table(String text, String title) {
        return ShownTable.of(text).stream()
                .filter(each -> each.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static void line(String text, String name, String value) {
        assertThat(text.lines().map(String::strip))
                .as(name)
                .anyMatch(line -> line.startsWith(name + "  ") && line.endsWith(" " + value));
    }

    /**
     * Two years and another objective. With 2.0 million in the first and 1.9 in the second: p only and q both, which take 2.0 and 1.25, and
     * are worth 5.0. A million more in the first year: both only, for 2.5 and 1.75, worth 5.5; in the second year nothing.
     */
    private static ChoiceOfPlaces withinYears() {
        Options options = new Options(2, 2, 2);
        options.set(0, 0, new double[] {1_000_000, 500_000}, 3_000_000);
        options.set(0, 1, new double[] {1_500_000, 1_000_000}, 4_000_000);
        options.set(1, 0, new double[] {500_000, 250_000}, 1_000_000);
        options.set(1, 1, new double[] {1_000_000, 750_000}, 1_500_000);
        ChoiceLimits limits = ChoiceLimits.of(2_000_000, 1_900_000).atLeast(1, 0, 1);
        Ranking ranking = Ranking.of(options);
        List<BudgetChoice> more = new ArrayList<>();
        for (int budget = 0; budget < 2; budget++) {
            more.add(BudgetChoice.of(options, ranking, limits.raised(budget, 1_000_000)));
        }
        return new ChoiceOfPlaces(
                new ChosenRows(
                        Optional.empty(),
                        ALTERNATIVES,
                        ChoiceRequest.within(Map.of(2026, 2_000_000.0, 2027, 1_900_000.0))
                                .most("net:home")
                                .atLeast(1, List.of("north", "south")),
                        limits,
                        options,
                        BudgetChoice.of(options, ranking, limits),
                        more),
                new ChoiceTree.Places(
                        List.of("p", "q"),
                        Optional.of("district"),
                        ALTERNATIVES,
                        8,
                        3,
                        List.of(List.of(1, 6), List.of(4, 0))));
    }

    private static Map<String, @Nullable Object> ofYears(@Nullable Object first, @Nullable Object second) {
        return map("2026", first, "2027", second);
    }

    @Test
    void theJsonOfAChoiceWithinYears() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(
                ChoiceTree.of(withinYears().result(), withinYears().places()));
        tree.remove("ranking");
        assertThat(tree)
                .isEqualTo(map(
                        "outlook",
                        null,
                        "objective",
                        "net:home",
                        "budget",
                        ofYears(2_000_000.0, 1_900_000.0),
                        "budget_of",
                        null,
                        "prices",
                        "nominal",
                        "at_least",
                        1,
                        "per",
                        "district",
                        "cost",
                        ofYears(2_000_000.0, 1_250_000.0),
                        "value",
                        5_000_000.0,
                        "bound",
                        5_000_000.0,
                        "gap",
                        0.0,
                        "count",
                        2,
                        "places",
                        List.of(
                                map(
                                        "id",
                                        "p",
                                        "alternative",
                                        "only",
                                        "cost",
                                        ofYears(1_500_000.0, 1_000_000.0),
                                        "value",
                                        4_000_000.0,
                                        "chosen_in_draws",
                                        0.875,
                                        "alternatives_in_draws",
                                        map("both", 0.125, "only", 0.75)),
                                map(
                                        "id",
                                        "q",
                                        "alternative",
                                        "both",
                                        "cost",
                                        ofYears(500_000.0, 250_000.0),
                                        "value",
                                        1_000_000.0,
                                        "chosen_in_draws",
                                        0.5,
                                        "alternatives_in_draws",
                                        map("both", 0.5, "only", 0.0))),
                        "next_million",
                        ofYears(
                                map(
                                        "value",
                                        500_000.0,
                                        "cost",
                                        1_000_000.0,
                                        "changes",
                                        List.of(map("id", "q", "alternative", "only", "instead_of", "both"))),
                                map("value", 0.0, "cost", 0.0, "changes", List.of())),
                        "draws_without_choice",
                        3));
    }

    @Test
    void theTextOfAChoiceWithinYears() {
        String text = ChoiceText.of(withinYears(), scenario, ENGLISH);
        assertThat(text)
                .contains("At least 1 place in each `district`")
                .contains("The choice with the most: Net of H")
                .contains("In 3 of 8 draws no choice keeps within the budget");
        line(text, "Places with a programme", "2 / 2");
        line(text, "Net of H", numbers.money(5_000_000));
        ShownTable years = ShownTable.of(text).stream()
                .filter(each -> each.headings().contains("Taken"))
                .findFirst()
                .orElseThrow();
        assertThat(years.headings()).containsExactly("Year", "Budget", "Taken", "A million more yields");
        assertThat(years.rows())
                .containsExactly(
                        List.of("2026", numbers.money(2_000_000), numbers.money(2_000_000), numbers.money(500_000)),
                        List.of("2027", numbers.money(1_900_000), numbers.money(1_250_000), numbers.money(0)));
    }

    /** The figures of one choice would tell an exchange of any two of them. */
    @Test
    void noTwoFiguresOfTheChoiceAreAlike() {
        ChoiceOfPlaces choice = withinOneBudget();
        double[] figures = {
            choice.limits().ceiling(0),
            choice.choice().cost(),
            choice.choice().value(),
            choice.choice().bound(),
            choice.choice().gap(),
            choice.choice().count(),
            choice.result().nextMillion().get(0).value(),
            choice.result().nextMillion().get(0).cost()
        };
        assertThat(Arrays.stream(figures).distinct().count()).isEqualTo(figures.length);
        assertThat(choice.choice().alternative(2)).isEqualTo(NONE);
    }
}
