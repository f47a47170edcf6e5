package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.text.Text;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/**
 * Every number in the tables of the texts is that of the library's result, under the heading and beside the name where a reader looks
 * for it. The headings are written out here, so that an exchange of two columns is seen, and of every two columns that could be
 * exchanged some row differs.
 */
class EveryFigureInTextTest {

    private static final Simulation DRAWS = new Simulation(50, 3, Simulation.Sampling.RANDOM);
    private static final Messages ENGLISH = new Messages(Language.EN);
    private static final String FILE = "everything.yaml";

    private final Scenario scenario = ScenarioFile.read(Path.of(System.getProperty("mkba.root"))
            .resolve("mkba-scenarios/src/test/resources/faults/everything.yaml"));
    private final Numbers numbers = new Numbers(Language.EN, scenario.currency());
    private final Labels labels = new Labels(scenario, ENGLISH);

    private String whole(Amount amount) {
        return numbers.whole(amount.value());
    }

    private static List<String> headings(String line) {
        return List.of(line.split("\\|", -1));
    }

    /** The tables under a title. */
    private static List<ShownTable> titled(String text, String title) {
        List<ShownTable> found = ShownTable.of(text).stream()
                .filter(table -> table.title().startsWith(title))
                .toList();
        assertThat(found).as(title).isNotEmpty();
        return found;
    }

    /** Holds tables to what they should show, and this to being different from column to column. */
    private static void shows(List<ShownTable> tables, String headings, List<List<List<String>>> rows) {
        assertThat(tables).extracting(ShownTable::headings).containsOnly(headings(headings));
        assertThat(tables)
                .extracting(table -> table.rows().stream()
                        .filter(row -> !row.get(0).startsWith(MORE))
                        .toList())
                .containsExactlyElementsOf(rows);
        List<List<String>> all = new ArrayList<>();
        rows.forEach(all::addAll);
        for (int a = 0; a < all.get(0).size(); a++) {
            for (int b = 0; b < a; b++) {
                int one = a;
                int other = b;
                assertThat(all)
                        .as("columns %d and %d of %s", b, a, headings)
                        .anyMatch(row -> !row.get(one).equals(row.get(other)));
            }
        }
    }

    private String stakeholder(String id) {
        return labels.stakeholder(id) + (scenario.stakeholders().get(id).counts() ? "" : " *");
    }

    private List<String> row(String name, Account account) {
        return List.of(
                name,
                whole(account.costs()),
                whole(account.benefits()),
                whole(account.transfers()),
                whole(account.net()),
                whole(account.cash()));
    }

    @Test
    void theTablesOfRun() {
        Appraisal appraisal = Mkba.appraise(scenario);
        String text = RunText.of(appraisal, Selection.ALL, FILE, ENGLISH);
        List<List<String>> compared = new ArrayList<>();
        List<List<List<String>>> units = new ArrayList<>();
        List<List<List<String>>> stakeholders = new ArrayList<>();
        List<List<List<String>>> sectors = new ArrayList<>();
        List<List<List<String>>> measures = new ArrayList<>();
        for (AlternativeResult result : appraisal.results()) {
            compared.add(List.of(
                    labels.run(result),
                    numbers.ratio(result.bcr().orElseThrow()),
                    whole(result.npv()),
                    whole(result.pvCosts()),
                    whole(result.pvBenefits())));
            List<List<String>> effects = new ArrayList<>();
            for (StreamResult stream : result.streams()) {
                stream.units()
                        .ifPresent(each -> effects.add(List.of(
                                labels.intervention(stream.intervention()),
                                labels.effect(stream.intervention(), stream.id()),
                                each.unit().map(unit -> unit.in(Locale.ENGLISH)).orElse(""),
                                numbers.rounded(each.units()),
                                each.costPerUnit().map(this::perUnit).orElse("–"))));
            }
            units.add(effects);
            List<List<String>> accounts = new ArrayList<>();
            result.stakeholders().forEach((id, account) -> accounts.add(row(stakeholder(id), account)));
            accounts.add(List.of(
                    "Society",
                    whole(result.pvCosts()),
                    whole(result.pvBenefits()),
                    "0",
                    whole(result.npv()),
                    numbers.whole(result.stakeholders().entrySet().stream()
                            .filter(each ->
                                    scenario.stakeholders().get(each.getKey()).counts())
                            .mapToDouble(each -> each.getValue().cash().value())
                            .sum())));
            stakeholders.add(accounts);
            sectors.add(result.sectors().entrySet().stream()
                    .map(each -> row(labels.sector(each.getKey()), each.getValue()))
                    .toList());
            List<List<String>> interventions = new ArrayList<>();
            for (InterventionResult each : result.interventions().values()) {
                interventions.add(List.of(
                        labels.intervention(each.id()),
                        whole(each.costs()),
                        whole(each.benefits()),
                        whole(each.npv()),
                        whole(each.last().orElseThrow())));
            }
            measures.add(interventions);
        }
        shows(titled(text, "Alternatives side by side"), "Alternative|Per euro|Net|Costs|Benefits", List.of(compared));
        shows(titled(text, ENGLISH.text("section.units")), unitsHeadings(text), units);
        shows(titled(text, start("section.stakeholders")), accounts("column.stakeholder"), stakeholders);
        shows(titled(text, start("section.sectors")), accounts("column.sector"), sectors);
        shows(
                titled(text, start("section.interventions")),
                ENGLISH.text("column.intervention") + "|Costs|Benefits|Net|" + ENGLISH.text("column.last"),
                measures);
    }

    private String perUnit(Amount amount) {
        return Math.abs(amount.value()) < 100 ? numbers.moneyWithCents(amount.value()) : numbers.money(amount.value());
    }

    /** What a title begins with, up to its first detail. */
    private static String start(String key) {
        return ENGLISH.text(key).replaceAll("\\{0}.*", "");
    }

    private static String accounts(String first) {
        return ENGLISH.text(first) + "|Costs|Benefits|Transfers|Net|" + ENGLISH.text("column.cash");
    }

    private static String unitsHeadings(String text) {
        return String.join(
                        "|",
                        titled(text, ENGLISH.text("section.units"))
                                .get(0)
                                .headings()
                                .subList(0, 3)) + "|" + ENGLISH.text("column.units") + "|"
                + ENGLISH.text("column.cost_per_unit");
    }

    @Test
    void theLinesOfRun() {
        Appraisal appraisal = Mkba.appraise(scenario);
        String text = RunText.of(appraisal, Selection.ALL, FILE, ENGLISH);
        for (AlternativeResult result : appraisal.results()) {
            line(text, "Net present value", numbers.money(result.npv().value()));
            line(text, "Benefits", numbers.money(result.pvBenefits().value()));
            line(text, "Costs", numbers.money(result.pvCosts().value()));
            line(text, "Gross", numbers.money(result.grossToNet().gross().value()));
            line(
                    text,
                    ENGLISH.text("gross.deadweight"),
                    numbers.difference(result.grossToNet().deadweight().value()));
            line(
                    text,
                    ENGLISH.text("gross.due_to_others"),
                    numbers.difference(result.grossToNet().dueToOthers().value()));
            line(
                    text,
                    ENGLISH.text("gross.displacement"),
                    numbers.difference(result.grossToNet().displacement().value()));
            line(
                    text,
                    ENGLISH.text("figure.weighted_npv"),
                    numbers.money(result.weightedNpv().value()));
            line(
                    text,
                    ENGLISH.text("figure.mvpf"),
                    numbers.ratio(result.marginalValue().ratio().orElseThrow()));
            result.equivalentAnnualValue()
                    .ifPresent(value ->
                            line(text, ENGLISH.text("figure.equivalent_annual_value"), numbers.money(value.value())));
            result.npvWithoutOptimismBias()
                    .ifPresent(value ->
                            line(text, ENGLISH.text("figure.npv_without_optimism_bias"), numbers.money(value.value())));
        }
    }

    private static void line(String text, String name, String value) {
        assertThat(text.lines().map(String::strip))
                .as(name)
                .anyMatch(line -> line.startsWith(name + "  ") && line.endsWith(" " + value));
    }

    private List<String> amounts(String name, double central, Statistics statistics, String chance) {
        return List.of(
                name,
                numbers.money(central),
                numbers.money(statistics.mean()),
                numbers.money(statistics.p5()),
                numbers.money(statistics.p50()),
                numbers.money(statistics.p95()),
                chance);
    }

    @Test
    void theTablesOfSimulate() {
        SimulationResult simulation = Mkba.simulate(
                scenario, Selection.ALL, SimulationRequest.of(DRAWS).withUnits(), Workers.callerOnly());
        List<AlternativeResult> central = Mkba.appraise(scenario).results();
        String text = SimulationText.of(simulation, Selection.ALL, FILE, ENGLISH);
        List<List<List<String>>> figures = new ArrayList<>();
        List<List<List<String>>> stakeholders = new ArrayList<>();
        List<List<String>> compared = new ArrayList<>();
        for (int c = 0; c < central.size(); c++) {
            SimulatedCase drawn = simulation.results().get(c);
            AlternativeResult result = central.get(c);
            Statistics bcr = drawn.bcr().statistics().orElseThrow();
            compared.add(List.of(
                    labels.run(result),
                    numbers.ratio(drawn.expected().bcr().orElseThrow()),
                    numbers.whole(drawn.expected().npv()),
                    numbers.whole(drawn.npv().p5()),
                    numbers.whole(drawn.npv().p95()),
                    numbers.percentage(drawn.npv().probabilityPositive()),
                    numbers.whole(result.npv().value())));
            figures.add(List.of(
                    List.of(
                            ENGLISH.text("figure.bcr"),
                            numbers.ratio(result.bcr().orElseThrow()),
                            numbers.ratio(drawn.expected().bcr().orElseThrow()),
                            numbers.ratio(bcr.p5()),
                            numbers.ratio(bcr.p50()),
                            numbers.ratio(bcr.p95()),
                            "> 1: "
                                    + numbers.percentage(
                                            drawn.bcr().probabilityAboveOne().orElseThrow())),
                    amounts(
                            "Net present value",
                            result.npv().value(),
                            drawn.npv(),
                            "> 0: " + numbers.percentage(drawn.npv().probabilityPositive())),
                    amounts("Benefits", result.pvBenefits().value(), drawn.pvBenefits(), ""),
                    amounts("Costs", result.pvCosts().value(), drawn.pvCosts(), ""),
                    amounts(
                            ENGLISH.text("figure.weighted_npv"),
                            result.weightedNpv().value(),
                            drawn.weightedNpv(),
                            "> 0: " + numbers.percentage(drawn.weightedNpv().probabilityPositive()))));
            List<List<String>> accounts = new ArrayList<>();
            for (Map.Entry<String, SimulationResult.StakeholderStatistics> each :
                    drawn.stakeholders().entrySet()) {
                Statistics net = each.getValue().net();
                Statistics cash = each.getValue().cash();
                accounts.add(List.of(
                        stakeholder(each.getKey()),
                        numbers.whole(net.mean()),
                        numbers.whole(net.p5()),
                        numbers.whole(net.p95()),
                        numbers.percentage(net.probabilityPositive()),
                        numbers.whole(cash.mean()),
                        numbers.whole(cash.p5()),
                        numbers.whole(cash.p95()),
                        numbers.percentage(cash.probabilityPositive())));
            }
            accounts.add(List.of(
                    "Society",
                    numbers.whole(drawn.npv().mean()),
                    numbers.whole(drawn.npv().p5()),
                    numbers.whole(drawn.npv().p95()),
                    numbers.percentage(drawn.npv().probabilityPositive()),
                    "",
                    "",
                    "",
                    ""));
            stakeholders.add(accounts);
        }
        List<ShownTable> unnamed = ShownTable.of(text).stream()
                .filter(table -> table.headings().contains(ENGLISH.text("column.central"))
                        && table.headings().get(0).isEmpty())
                .toList();
        shows(unnamed, "|Central|Mean|5%|Median|95%|Chance", figures);
        String cash = ENGLISH.text("column.cash");
        String gains = ENGLISH.text("column.gains");
        shows(
                titled(text, start("simulate.stakeholders")),
                ENGLISH.text("column.stakeholder") + "|Net|5%|95%|" + gains + "|" + cash + "|5%|95%|" + gains,
                stakeholders);
        ShownTable side = titled(text, "Alternatives side by side").get(0);
        assertThat(side.headings()).isEqualTo(headings("Alternative|Per euro|Expected net|5%|95%|Chance > 0|Central"));
        assertThat(side.rows().subList(0, compared.size())).isEqualTo(compared);
    }

    @Test
    void theTablesOfShapley() {
        ShapleyResult shapley = Mkba.shapley(scenario, Selection.ALL, DRAWS, Workers.callerOnly());
        String text = ShapleyText.of(shapley, Selection.ALL, ENGLISH);
        List<List<List<String>>> divided = new ArrayList<>();
        List<List<List<String>>> drawn = new ArrayList<>();
        String last = ENGLISH.text("column.as_last");
        String share = ENGLISH.text("column.shapley");
        for (ShapleyResult.ShapleyCase result : shapley.results()) {
            List<List<String>> rows = new ArrayList<>();
            List<List<String>> spreads = new ArrayList<>();
            result.interventions().forEach((id, each) -> {
                rows.add(List.of(
                        labels.intervention(id), whole(each.alone()), whole(each.last()), whole(each.shapley())));
                ShapleyResult.Contribution.Spread spread = each.spread().orElseThrow();
                spreads.add(spread(labels.intervention(id), "Alone", spread.alone()));
                spreads.add(spread("", last, spread.last()));
                spreads.add(spread("", share, spread.shapley()));
            });
            rows.add(List.of(ENGLISH.text("shapley.package"), "–", "–", whole(result.npv())));
            divided.add(rows);
            drawn.add(spreads);
        }
        String measure = ENGLISH.text("column.intervention");
        shows(titled(text, start("shapley.division")), measure + "|Alone|" + last + "|" + share, divided);
        shows(titled(text, start("shapley.spread")), measure + "||Mean|5%|95%|Chance > 0", drawn);
    }

    private List<String> spread(String name, String figure, Statistics statistics) {
        return List.of(
                name,
                figure,
                numbers.whole(statistics.mean()),
                numbers.whole(statistics.p5()),
                numbers.whole(statistics.p95()),
                numbers.percentage(statistics.probabilityPositive()));
    }

    /** With stakeholders who can all pay, so that there are side payments, and an "after". */
    @Test
    void theTablesOfCoalition() {
        Scenario paying = ScenarioFile.read(
                Path.of(System.getProperty("mkba.root")).resolve("examples/euro_anderhalf/euro_anderhalf.yaml"));
        Labels names = new Labels(paying, ENGLISH);
        CoalitionResult coalition = Mkba.coalition(paying, Selection.ALL, DRAWS, Workers.callerOnly());
        String text = CoalitionText.of(coalition, Selection.ALL, ENGLISH);
        List<List<List<String>>> positions = new ArrayList<>();
        List<List<List<String>>> chances = new ArrayList<>();
        for (int c = 0; c < coalition.results().size(); c += 2) {
            Coalition welfare = coalition.results().get(c);
            Coalition money = coalition.results().get(c + 1);
            List<List<String>> rows = new ArrayList<>();
            List<List<String>> chanceRows = new ArrayList<>();
            for (String id : welfare.after().keySet()) {
                boolean canPay = paying.stakeholders().get(id).canPay();
                rows.add(List.of(
                        names.stakeholder(id) + (canPay ? "" : " *"),
                        whole(welfare.costs(id)),
                        whole(welfare.before(id)),
                        welfare.feasible() ? whole(welfare.after(id)) : "–",
                        whole(money.before(id)),
                        money.feasible() ? whole(money.after(id)) : "–",
                        welfare.costSharesByBenefit()
                                .map(shares -> whole(shares.get(id)))
                                .orElse("–")));
            }
            Coalition.Chances inWelfare = welfare.chances().orElseThrow();
            Coalition.Chances inMoney = money.chances().orElseThrow();
            inWelfare
                    .stakeholders()
                    .forEach((id, each) -> chanceRows.add(List.of(
                            names.stakeholder(id),
                            numbers.percentage(each.before()),
                            welfare.feasible() ? numbers.percentage(each.after()) : "–",
                            numbers.percentage(inMoney.stakeholders().get(id).before()),
                            money.feasible()
                                    ? numbers.percentage(
                                            inMoney.stakeholders().get(id).after())
                                    : "–")));
            chanceRows.add(List.of(
                    ENGLISH.text("coalition.everybody"),
                    numbers.percentage(inWelfare.allWholeBefore()),
                    welfare.feasible() ? numbers.percentage(inWelfare.allWholeAfter()) : "–",
                    numbers.percentage(inMoney.allWholeBefore()),
                    money.feasible() ? numbers.percentage(inMoney.allWholeAfter()) : "–"));
            positions.add(rows);
            chances.add(chanceRows);
        }
        String after = ENGLISH.text("column.after");
        List<ShownTable> shown = titled(text, start("coalition.stakeholders"));
        assertThat(shown)
                .extracting(ShownTable::headings)
                .containsOnly(headings(ENGLISH.text("column.stakeholder") + "|" + ENGLISH.text("column.pays") + "|"
                        + ENGLISH.text("column.welfare") + "|" + after + "|" + ENGLISH.text("column.money") + "|"
                        + after + "|"
                        + ENGLISH.text("column.by_benefit")));
        assertThat(shown).extracting(ShownTable::rows).containsExactlyElementsOf(positions);
        assertThat(titled(text, ENGLISH.text("coalition.chances")))
                .extracting(ShownTable::rows)
                .containsExactlyElementsOf(chances);
    }

    @Test
    void theTablesOfBudget() {
        for (String stakeholder : List.of("city", "home")) {
            BudgetResult budget =
                    Mkba.budget(scenario, Selection.ALL, BudgetRequest.of(stakeholder), DRAWS, Workers.callerOnly());
            List<List<List<String>>> years = new ArrayList<>();
            for (BudgetResult.Budget each : budget.results()) {
                years.add(IntStream.range(0, each.years().size())
                        .mapToObj(y -> List.of(
                                String.valueOf(each.years().get(y)),
                                whole(each.total().expenditure().get(y)),
                                whole(each.total().income().get(y)),
                                whole(each.total().net().get(y)),
                                whole(each.net().get(y).p5()),
                                whole(each.net().get(y).p95())))
                        .toList());
            }
            shows(
                    titled(BudgetText.of(budget, Selection.ALL, ENGLISH), start("budget.heading")),
                    "Year|" + ENGLISH.text("column.expenditure") + "|" + ENGLISH.text("column.income") + "|Net|5%|95%",
                    years);
        }
    }

    /** Society's part under every label, if the scenario has labels. */
    @Test
    void theTablesOfLabels() {
        Appraisal appraisal = Mkba.appraise(scenario);
        String text = RunText.of(appraisal, Selection.ALL, FILE, ENGLISH);
        for (AlternativeResult result : appraisal.results()) {
            result.labels().forEach((key, texts) -> {
                List<List<String>> rows = new ArrayList<>();
                for (Map.Entry<String, LabelResult> each : texts.entrySet()) {
                    rows.add(row(
                            labels.label(key, each.getKey()), each.getValue().society()));
                }
                assertThat(titled(text, start("section.labels")))
                        .extracting(table -> table.rows().stream()
                                .map(r -> r.subList(1, r.size()))
                                .toList())
                        .contains(rows.stream().map(r -> r.subList(1, r.size())).toList());
            });
        }
    }

    /** Year by year, with the discount factor and the cumulative balance: where there is one result only. */
    @Test
    void theYearsOfRun() {
        for (String alternative : scenario.alternatives().keySet()) {
            Selection one = new Selection(
                    List.of(alternative), List.of(), true, Selection.ALL.set(), Selection.ALL.discounting());
            Appraisal appraisal = Mkba.appraise(scenario, one);
            shows(
                    titled(RunText.of(appraisal, one, FILE, ENGLISH), start("section.years")),
                    "Year|Costs|Benefits|Net|" + ENGLISH.text("column.discount_factor") + "|"
                            + ENGLISH.text("column.cumulative"),
                    List.of(appraisal.results().get(0).years().stream()
                            .map(year -> List.of(
                                    String.valueOf(year.year()),
                                    whole(year.costs()),
                                    whole(year.benefits()),
                                    whole(year.net()),
                                    numbers.decimal(year.discountFactor(), 4),
                                    whole(year.cumulativeNpv())))
                            .toList()));
        }
    }

    private static Scenario example(String name) {
        return ScenarioFile.read(Path.of(System.getProperty("mkba.root"))
                .resolve("examples")
                .resolve(name)
                .resolve(name + ".yaml"));
    }

    /** One scenario without correlations, whose spread is divided by Sobol, and one with them, whose spread is not. */
    @Test
    void theTablesOfSensitivity() {
        assertThat(sensitivity(example("inbraakpreventie"))).isFalse();
        assertThat(sensitivity(example("achter_de_voordeur"))).isTrue();
    }

    /** What stands under a table that shows the first rows only. */
    private static final String MORE = "… and ";

    /** Holds what a scenario depends on to its text; whether its parameters are correlated. */
    private static boolean sensitivity(Scenario study) {
        SensitivityResult sensitivity = Mkba.sensitivity(
                study,
                Selection.ALL,
                SensitivityRequest.of(study)
                        .withSimulation(new Simulation(200, 3, Simulation.Sampling.RANDOM))
                        .withBaseSample(64),
                Workers.callerOnly());
        SensitivityRows rows = new SensitivityRows(study);
        String text = SensitivityText.of(sensitivity, Selection.ALL, ENGLISH);
        List<List<List<String>>> bars = new ArrayList<>();
        List<List<List<String>>> shares = new ArrayList<>();
        List<List<List<String>>> coefficients = new ArrayList<>();
        List<List<List<String>>> frontiers = new ArrayList<>();
        for (SensitivityResult.SensitiveCase each : sensitivity.results()) {
            assertThat(text)
                    .contains(ENGLISH.text("sensitivity.central", rows.numbers.money(each.npv())))
                    .contains(rows.explained(each.regression().orElseThrow()));
            rows.switching(each).forEach(line -> assertThat(text).contains(line));
            bars.add(rows.bars(each));
            shares.add(rows.shares(each));
            coefficients.add(rows.coefficients(each));
            each.frontier().ifPresent(frontier -> frontiers.add(rows.frontier(frontier)));
        }
        boolean isCorrelated = sensitivity.results().get(0).sobol().correlated();
        String parameter = ENGLISH.text("column.parameter");
        List<ShownTable> tornado = titled(text, "One parameter at a time");
        assertThat(tornado)
                .allSatisfy(table -> assertThat(table.headings().subList(0, 5))
                        .isEqualTo(headings(parameter + "|10%|90%|Net at 10%|Net at 90%")));
        assertThat(tornado)
                .extracting(table -> table.rows().stream()
                        .filter(row -> !row.get(0).startsWith(MORE))
                        .map(row -> table.headings().contains("Extreme at") ? row.subList(0, 7) : row.subList(0, 5))
                        .toList())
                .containsExactlyElementsOf(bars);
        if (isCorrelated) {
            shows(titled(text, ENGLISH.text("sensitivity.ranks")), parameter + "|Alone|±", shares);
        } else {
            shows(titled(text, ENGLISH.text("sensitivity.sobol")), parameter + "|Alone|±|With others|±", shares);
        }
        shows(titled(text, ENGLISH.text("sensitivity.regression")), parameter + "|Of values|Of ranks", coefficients);
        assertThat(titled(text, "Two at once")).extracting(ShownTable::rows).containsExactlyElementsOf(frontiers);
        for (SensitivityResult.ValueOfInformation information : sensitivity.valueOfInformation()) {
            rows.information(information, text);
        }
        return isCorrelated;
    }

    /** What the tables of a sensitivity analysis should show. */
    private static final class SensitivityRows {
        private static final int MOST = 10;
        private static final int STRIDE = 5;

        private final Scenario study;
        private final Numbers numbers;
        private final Labels labels;

        SensitivityRows(Scenario study) {
            this.study = study;
            this.numbers = new Numbers(Language.EN, study.currency());
            this.labels = new Labels(study, ENGLISH);
        }

        private static <T> List<T> first(List<T> all) {
            return all.subList(0, Math.min(MOST, all.size()));
        }

        /** A part as a percentage, anything else with four digits that matter. */
        private String value(String id, double value) {
            Text unit = study.parameters().get(id).unit();
            return unit != null && unit.says("1")
                    ? numbers.percentage(value)
                    : numbers.precise(new BigDecimal(String.valueOf(value))
                            .round(new MathContext(4))
                            .doubleValue());
        }

        private static String signed(String number) {
            return number.startsWith("-") ? number : "+" + number;
        }

        List<List<String>> bars(SensitivityResult.SensitiveCase of) {
            List<SensitivityResult.TornadoBar> shown = new ArrayList<>(first(of.tornado()));
            shown.addAll(of.groupTornado());
            boolean bends = shown.stream().anyMatch(bar -> bar.extreme().isPresent());
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                SensitivityResult.TornadoBar bar = shown.get(i);
                boolean isGroup = i >= first(of.tornado()).size();
                List<String> row = new ArrayList<>();
                row.add(isGroup ? ENGLISH.text("sensitivity.group", bar.name()) : labels.shortParameter(bar.name()));
                row.add(isGroup ? "" : value(bar.name(), bar.low().orElseThrow()));
                row.add(isGroup ? "" : value(bar.name(), bar.high().orElseThrow()));
                row.add(numbers.whole(bar.npvLow()));
                row.add(numbers.whole(bar.npvHigh()));
                if (bends) {
                    row.add(bar.extreme()
                            .map(extreme -> numbers.whole(extreme.npv()))
                            .orElse(""));
                    row.add(bar.extreme()
                            .map(extreme -> isGroup
                                    ? extreme.percentile() + "%"
                                    : value(bar.name(), extreme.value().orElseThrow()) + " (" + extreme.percentile()
                                            + "%)")
                            .orElse(""));
                }
                rows.add(row);
            }
            return rows;
        }

        List<String> switching(SensitivityResult.SensitiveCase of) {
            return first(of.switchingValues().stream()
                            .filter(each -> each.value().isPresent())
                            .toList())
                    .stream()
                    .map(each -> labels.parameter(each.parameter()) + ": 0 at "
                            + value(each.parameter(), each.value().orElseThrow()) + ", now "
                            + value(each.parameter(), each.central())
                            + (each.central() == 0
                                    ? ""
                                    : ": "
                                            + signed(numbers.percentage(
                                                    each.value().orElseThrow() / each.central() - 1))))
                    .toList();
        }

        List<List<String>> shares(SensitivityResult.SensitiveCase of) {
            List<List<String>> rows = new ArrayList<>();
            if (of.sobol().correlated()) {
                for (SensitivityResult.RankIndex index : first(of.sobol().firstOrderFromRanks())) {
                    rows.add(List.of(
                            labels.shortParameter(index.parameter()),
                            numbers.percentage(index.firstOrder()),
                            numbers.percentage(index.halfWidth().orElseThrow())));
                }
                return rows;
            }
            first(of.sobol().indices()).forEach(index -> rows.add(share(labels.shortParameter(index.name()), index)));
            of.sobol()
                    .groupIndices()
                    .forEach(index -> rows.add(share(ENGLISH.text("sensitivity.group", index.name()), index)));
            return rows;
        }

        private List<String> share(String name, SensitivityResult.SobolIndex index) {
            return List.of(
                    name,
                    numbers.percentage(index.firstOrder()),
                    numbers.percentage(index.firstOrderHalfWidth()),
                    numbers.percentage(index.total()),
                    numbers.percentage(index.totalHalfWidth()));
        }

        List<List<String>> coefficients(SensitivityResult.SensitiveCase of) {
            return first(of.regression().orElseThrow().coefficients()).stream()
                    .map(each -> List.of(
                            labels.shortParameter(each.parameter()),
                            signed(numbers.decimal(each.standardised(), 2)),
                            signed(numbers.decimal(each.rank(), 2))))
                    .toList();
        }

        String explained(SensitivityResult.Regression regression) {
            assertThat(regression.rSquared()).isNotEqualTo(regression.rankRSquared());
            return "A linear model explains " + numbers.percentage(regression.rSquared()) + " of the variance, and "
                    + numbers.percentage(regression.rankRSquared()) + " of that of the ranks.";
        }

        List<List<String>> frontier(SensitivityResult.Frontier frontier) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < frontier.points().size(); i += STRIDE) {
                SensitivityResult.FrontierPoint point = frontier.points().get(i);
                rows.add(List.of(
                        value(frontier.first(), point.first()),
                        point.second().isPresent()
                                ? value(frontier.second(), point.second().getAsDouble())
                                : point.npv() > 0 ? "always above 0" : "always below 0"));
            }
            return rows;
        }

        void information(SensitivityResult.ValueOfInformation information, String text) {
            if (information.evpi() <= 0) {
                assertThat(text).contains(ENGLISH.text("sensitivity.evpi.none"));
                return;
            }
            assertThat(text)
                    .contains("Knowing everything before choosing is worth " + numbers.money(information.evpi())
                            + " (standard error "
                            + numbers.money(information.evpiStandardError().orElseThrow()) + ")");
            List<List<String>> rows = new ArrayList<>();
            first(information.parameters())
                    .forEach(each -> rows.add(worth(labels.shortParameter(each.name()), each, information)));
            information
                    .groups()
                    .forEach(
                            each -> rows.add(worth(ENGLISH.text("sensitivity.group", each.name()), each, information)));
            ShownTable shown = ShownTable.of(text).stream()
                    .filter(table -> table.headings().equals(headings("To know|Worth at most|Share")))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.rows().stream()
                            .filter(row -> !row.get(0).startsWith(MORE))
                            .toList())
                    .isEqualTo(rows);
        }

        private List<String> worth(
                String name,
                SensitivityResult.PartialInformation partial,
                SensitivityResult.ValueOfInformation information) {
            return List.of(
                    name, numbers.money(partial.value()), numbers.percentage(partial.value() / information.evpi()));
        }
    }
}
