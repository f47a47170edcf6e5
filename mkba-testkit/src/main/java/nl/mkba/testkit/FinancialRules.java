package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the method about the central estimate, as checks of any engine: {@code docs/method} has each with its source.
 *
 * <p>What that page says of draws, sensitivity, cooperation and budgets for many places (U2 and further, S, V, C, B) is about other
 * functions than {@link Engine}, and is not here; {@link nl.mkba.testkit.conformance.ConformanceCases} has cases of some of them.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> anchors() {
 *     return FinancialRules.anchorTests(new MyEngine());
 * }
 *
 * @Property
 * void rules(@ForAll("scenarios") Scenario scenario) {
 *     FinancialRules.check(scenario, new MyEngine());
 * }
 * }</pre>
 */
public final class FinancialRules {

    private static final String UNDISCOUNTED = "streams\\..*\\.undiscounted";
    private static final String PRESENT_VALUE = "streams\\..*\\.pv";

    private static final List<FinancialRule> ALL = List.of(
            new FinancialRule(
                    "D1",
                    "Discount factor",
                    "d_t = (1 + r)^−x, x = (t − t_0) + s, s = 0, ½ or 1 for flows at the start, middle or end of the year",
                    Laws.withoutDiscountingAPlainSum()),
            new FinancialRule(
                    "D2",
                    "Steps are chained",
                    "d_t = ∏_{k=0}^{⌊x⌋−1} 1 / (1 + r(k)) · (1 + r(⌊x⌋))^−(x − ⌊x⌋); d_t = (1 + r(0))^−x for x < 0",
                    Laws.agreesOn("years\\..*\\.discount_factor")),
            new FinancialRule(
                    "D3",
                    "Classes",
                    "a stream in a class is discounted at the rate of that class; without the class at the standard rate",
                    Laws.agreesOn(PRESENT_VALUE)),
            new FinancialRule(
                    "D4",
                    "Present value of a stream",
                    "CW = ∑_{t=t_1}^{L} F_t d_t, plus the tail of T1",
                    Laws.agreesOn(PRESENT_VALUE)),
            new FinancialRule(
                    "F1",
                    "Plain stream",
                    "F_t = a · σ_t · g_t",
                    Laws.linearInAmounts(),
                    Laws.splittingChangesNothing(),
                    Laws.orderChangesNothing()),
            new FinancialRule(
                    "F2",
                    "Strength of a run",
                    "σ_t = min(1, (k + 1) / m) (1 − δ)^max(0, k + 1 − m) for b ≤ t ≤ e, k = t − b; σ_t = σ_e (1 − φ)^(t − e) for t > e",
                    Laws.agreesOn(UNDISCOUNTED)),
            new FinancialRule("F3", "Cohorts", "F_t = a · g_t ∑_{e ≤ t} N_e σ_{t−e}", Laws.agreesOn(UNDISCOUNTED)),
            new FinancialRule("F4", "Totals", "a = A / ∑σ over the whole profile", Laws.agreesOn(UNDISCOUNTED)),
            new FinancialRule("F5", "Constant prices", "times I_p / I_price year", Laws.agreesOn(UNDISCOUNTED)),
            new FinancialRule(
                    "F6",
                    "Relative prices and inflation",
                    "g_t = (1 + γ)^(t − p), divided by (1 + π)^(t − p) for a nominal amount",
                    Laws.agreesOn("years\\.\\d+\\.(costs|benefits)")),
            new FinancialRule(
                    "F7",
                    "A transfer that follows an effect",
                    "F_t = a · n_t · g_t",
                    Laws.agreesOn("streams\\..*\\.(undiscounted|units)")),
            new FinancialRule(
                    "G1",
                    "Corrections multiply",
                    "a = quantity · value · (1 − w)(1 − v)(1 − q)",
                    Laws.agreesOn("gross_to_net\\.(gross|deadweight|due_to_others|displacement)")),
            new FinancialRule(
                    "G2",
                    "Optimism bias never favours the project",
                    "a cost times 1 + c, a negative cost times 1 − c; an effect times 1 + f with f ≤ 0, a loss times 1 − f",
                    Laws.agreesOn("gross_to_net\\.optimism_bias|npv_without_optimism_bias")),
            new FinancialRule(
                    "G3",
                    "Shared outcomes",
                    "B_t = u_t (1 − ∏_i (1 − q_{i,t})) w g_t, of which effect i has q_{i,t} / ∑_j q_{j,t}",
                    Laws.agreesOn("gross_to_net\\.overlap")),
            new FinancialRule(
                    "G4",
                    "Interactions",
                    "1 + (θ − 1) α_t for with, θ + (1 − θ) α_t for without; several multiply",
                    Laws.agreesOn("gross_to_net\\.interactions")),
            new FinancialRule(
                    "G5",
                    "Gross to net adds up",
                    "gross + deadweight + due to others + displacement + optimism bias + interactions + overlap = benefits",
                    Laws.grossToNetAddsUp()),
            new FinancialRule(
                    "T1",
                    "An explicit tail",
                    "∑_{t>L} F_t d_t, a geometric series with ratio h / (1 + r), h = (1 + γ)(1 − δ) / (1 + π) < 1 + r",
                    Laws.agreesOn("residual_value|streams\\..*\\.residual_value")),
            new FinancialRule(
                    "T2",
                    "What a tail does not do",
                    "it belongs to no year: the cumulative balance ends at NCW without the tail",
                    Laws.cumulativeEndsWithoutTheTail()),
            new FinancialRule(
                    "R1", "Balance", "NCW = CW(B) − CW(K) + CW(O)", Laws.interventionsAddUp(), Laws.agreesOn("npv")),
            new FinancialRule(
                    "R2",
                    "Costs and benefits",
                    "costs are the means to carry out the intervention; negative effects lower the benefits",
                    Laws.agreesOn("pv_costs|pv_benefits|streams\\..*\\.pv_society")),
            new FinancialRule(
                    "R3",
                    "Return per euro",
                    "(CW(B) + CW(O)) / CW(K), undefined unless CW(K) > 0",
                    Laws.ratioAboveOne(),
                    Laws.agreesOn("bcr")),
            new FinancialRule(
                    "R4",
                    "Stakeholders add up",
                    "net = benefits − costs + transfers; ∑ net of those that count = NCW; a transfer between two of them is 0",
                    Laws.stakeholdersAddUp(),
                    Laws.accountsBalance(),
                    Laws.sectorsAddUp(),
                    Laws.transfersNetToZero()),
            new FinancialRule(
                    "R5", "Cash", "the net with every amount times its cashable part", Laws.agreesOn(".*\\.cash")),
            new FinancialRule(
                    "R6", "Weighted balance", "∑_i ω_i net_i over stakeholders that count", Laws.unweightedIsPlain()),
            new FinancialRule(
                    "R7",
                    "Equivalent annual value",
                    "NCW / ∑_t d_t over the horizon; with a tail over all years to come",
                    Laws.agreesOn("equivalent_annual_value")),
            new FinancialRule(
                    "R8",
                    "Internal rate of return",
                    "the rate at which society's yearly nets have present value 0, if exactly one lies in (−0.5, 10]",
                    Laws.internalRate()),
            new FinancialRule(
                    "R9",
                    "Discounted payback year",
                    "the first year at whose end the cumulative balance is 0 or more, having been below 0",
                    Laws.agreesOn("discounted_payback_year|below_again_until")),
            new FinancialRule(
                    "R10",
                    "Increment",
                    "differences between two alternatives; their ratio only if the costs rise",
                    Laws.incrementIsADifference(),
                    Laws.agreesOn("incremental.*")),
            new FinancialRule(
                    "R11",
                    "Last",
                    "by how much NCW falls without one intervention",
                    Laws.theOnlyOneIsTheLast(),
                    Laws.agreesOn("interventions\\..*\\.last")),
            new FinancialRule(
                    "R12",
                    "Zero",
                    "a yearly or cumulative net below 10^−12 of the absolute amounts it is made of is 0",
                    Laws.agreesOn("years\\..*\\.(net|cumulative_npv)")),
            new FinancialRule("R13", "Rounding", "nothing is rounded before it is added"),
            new FinancialRule("R14", "Weights from incomes", "ω_i = (y_0 / y_i)^η", Laws.agreesOn("weighted_npv")),
            new FinancialRule(
                    "R15",
                    "Marginal value of public funds",
                    "MVPF = W / C, C = −∑_{i∈gov} cash_i, W = ∑_{i∉gov} net_i, if C > 0",
                    Laws.agreesOn("mvpf")),
            new FinancialRule(
                    "R16",
                    "What a result rests on",
                    "a stream has the quality of the weakest parameter that its flows depend on; shares are those of ∑|PV|",
                    Laws.qualitiesAddUp(),
                    Laws.agreesOn("quality\\..*")),
            new FinancialRule(
                    "R17",
                    "Size",
                    "in another unit of the currency every amount is as much larger, every ratio, rate and year the same",
                    Laws.sizeOfTheCurrencyChangesNothing()),
            new FinancialRule(
                    "N1",
                    "Units",
                    "N = ∑_t n_t, Ñ = ∑_t n_t d_t over the horizon, at the standard rate",
                    Laws.agreesOn("streams\\..*\\.units(_discounted|_per_year\\.\\d+)?")),
            new FinancialRule(
                    "N2",
                    "Costs per unit",
                    "CW(K) / Ñ, with society's costs of the intervention within the horizon, if Ñ > 0",
                    Laws.onlyUnitsCostAnything(),
                    Laws.agreesOn("streams\\..*\\.cost_per_unit")),
            new FinancialRule(
                    "N3",
                    "Value to break even",
                    "(CW(b) − NCW) / Ñ, society's part of the effect and of its intervention within the horizon",
                    Laws.agreesOn("streams\\..*\\.break_even_value")),
            new FinancialRule(
                    "N4",
                    "Participants",
                    "how many enter over the horizon",
                    Laws.agreesOn("interventions\\..*\\.participants")),
            new FinancialRule(
                    "N5",
                    "Labels",
                    "for every key the texts add up to society and to every stakeholder's account",
                    Laws.labelsAddUp(),
                    Laws.agreesOn("labels\\..*")),
            new FinancialRule(
                    "N6",
                    "Budget",
                    "expenditure = ∑ cash costs + ∑ transfers paid, income = ∑ cash benefits + ∑ transfers received, a year",
                    Laws.budgetIsCash()),
            new FinancialRule(
                    "U1",
                    "Central value",
                    "as written, or else the mean of the distribution",
                    Laws.agreesOn("npv|pv_costs|pv_benefits")));

    private FinancialRules() {}

    /** {@return every rule, in the order of {@code docs/method}} */
    public static List<FinancialRule> all() {
        return ALL;
    }

    /**
     * {@return a rule by its number}
     *
     * @param number as in {@code docs/method}: {@code D2}
     * @throws IllegalArgumentException if there is none of that number
     */
    public static FinancialRule rule(String number) {
        return ALL.stream()
                .filter(rule -> rule.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The rule (" + number + ") must be one of "
                        + ALL.stream().map(FinancialRule::number).toList()));
    }

    /**
     * {@return what an engine's results of a scenario violate of all rules, in words; empty if all of them hold} Faster than
     * rule by rule: the scenario is calculated once.
     *
     * @param scenario any, such as one of {@link ScenarioArbitraries}
     * @param engine what is tried
     */
    public static List<String> violations(Scenario scenario, Engine engine) {
        HeldScenario held = new HeldScenario(scenario, engine);
        List<String> all = new ArrayList<>();
        ALL.forEach(rule -> all.addAll(rule.violations(held)));
        return all;
    }

    /**
     * Holds an engine to all rules.
     *
     * @param scenario any, such as one of {@link ScenarioArbitraries}
     * @param engine what is tried
     * @throws AssertionError if the results of the scenario violate one
     */
    public static void check(Scenario scenario, Engine engine) {
        List<String> violations = violations(scenario, engine);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    /**
     * {@return a test for each rule that has anchors: an engine must find their figures}
     *
     * @param engine what is tried
     */
    public static Stream<DynamicTest> anchorTests(Engine engine) {
        return ALL.stream()
                .filter(rule -> rule.anchors().stream()
                        .anyMatch(anchor -> anchor.command().equals("run")))
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> rule.checkAnchors(engine)));
    }

    /**
     * {@return a test for each rule that has laws: they must hold for all of some scenarios, each of which is calculated once}
     *
     * @param engine what is tried
     * @param scenarios any, such as those of {@link ScenarioArbitraries#ofSeed}
     */
    public static Stream<DynamicTest> lawTests(Engine engine, List<Scenario> scenarios) {
        List<HeldScenario> held =
                scenarios.stream().map(each -> new HeldScenario(each, engine)).toList();
        return ALL.stream()
                .filter(rule -> !rule.laws().isEmpty())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.toString(),
                        () -> held.forEach(each -> {
                            List<String> violations = rule.violations(each);
                            if (!violations.isEmpty()) {
                                throw new AssertionError(
                                        String.join("\n", violations) + "\n\n" + ScenarioFile.write(each.scenario()));
                            }
                        })));
    }
}
