package nl.mkba.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.NaiveFigure;
import nl.mkba.testkit.naive.NaiveResult;
import nl.mkba.testkit.naive.Tally;

/** The laws of {@link FinancialRules}. */
final class Laws {

    private static final List<String> ACCOUNT = List.of("costs", "benefits", "transfers", "net", "cash");

    private static final Pattern LABEL = Pattern.compile(
            "labels\\.([^\\[]+)\\[.*]\\.((?:stakeholders\\.[^.]+\\.)?(?:costs|benefits|transfers|net|cash))");

    /** Ratios, shares, factors and numbers of what happens. */
    private static final Pattern WITHOUT_CURRENCY = Pattern.compile(
            "(.*\\.)?bcr|mvpf|irr|quality\\..*|.*\\.(discount_factor|participants|units|units_discounted|units_per_year\\.\\d+)");

    private Laws() {}

    /** Figures whose paths match agree with the naive evaluation. */
    static Law agreesOn(String paths) {
        Pattern pattern = Pattern.compile(paths);
        return new Law("the figures agree with the naive evaluation", (held, violations) -> {
            List<NaiveResult> naive = held.naive();
            if (held.results().size() != naive.size()) {
                violations.add(held.results().size() + " results instead of " + naive.size());
                return;
            }
            for (int i = 0; i < naive.size(); i++) {
                EngineResult found = held.results().get(i);
                violations.in(found);
                naive.get(i).figures().forEach((path, figure) -> {
                    if (pattern.matcher(path).matches()) {
                        Agreement.differs(path, figure, found.figures().get(path))
                                .ifPresent(violations::add);
                    }
                });
            }
        });
    }

    static Law internalRate() {
        return new Law("the rate is where the present value is 0, or absent for its reason", (held, violations) -> {
            for (int i = 0; i < held.naive().size(); i++) {
                EngineResult found = held.results().get(i);
                violations.in(found);
                Figure rate = found.figure("irr");
                held.naive()
                        .get(i)
                        .internalRate()
                        .difference(rate.number(), rate.text())
                        .ifPresent(violations::add);
            }
        });
    }

    /** What holds for each result. */
    private static Law each(String says, BiConsumer<EngineResult, Violations> check) {
        return each(says, (scenario, result, violations) -> check.accept(result, violations));
    }

    private interface Check {
        void accept(Scenario scenario, EngineResult result, Violations violations);
    }

    private static Law each(String says, Check check) {
        return new Law(says, (held, violations) -> {
            for (EngineResult result : held.results()) {
                violations.in(result);
                check.accept(held.scenario(), result, violations);
            }
        });
    }

    /** What holds between each result and that of a changed scenario. */
    private static Law change(String says, UnaryOperator<Scenario> change, Comparison comparison) {
        return new Law(says, (held, violations) -> {
            Optional<List<EngineResult>> after = held.after(change.apply(held.scenario()));
            for (int i = 0; after.isPresent() && i < held.results().size(); i++) {
                violations.in(held.results().get(i));
                comparison.accept(held.results().get(i), after.get().get(i), violations);
            }
        });
    }

    private interface Comparison {
        void accept(EngineResult before, EngineResult after, Violations violations);
    }

    // Discounting

    static Law withoutDiscountingAPlainSum() {
        return change(
                "at 0 % a present value is the sum of the flows",
                ScenarioChanges::undiscounted, (before, after, violations) -> {
                    double rounding = HeldScenario.rounding(after);
                    double sum = 0;
                    for (Map.Entry<String, Figure> entry : after.figures().entrySet()) {
                        String path = entry.getKey();
                        if (path.startsWith("streams.") && path.endsWith(".pv")) {
                            double undiscounted = after.number(path.substring(0, path.length() - 2) + "undiscounted");
                            violations.close(path, after.number(path), undiscounted, rounding);
                        } else if (path.matches("years\\.\\d+\\.net")) {
                            sum += after.number(path);
                        }
                    }
                    violations.close("npv", after.number("npv"), sum, rounding);
                });
    }

    // Flows

    static Law linearInAmounts() {
        return sameResults(
                "2.5 times every amount is 2.5 times every result",
                scenario -> ScenarioChanges.multiplied(scenario, "2.5"),
                2.5);
    }

    static Law splittingChangesNothing() {
        return sameResults("a stream in two parts is the same stream", ScenarioChanges::split, 1);
    }

    static Law orderChangesNothing() {
        return sameResults("the order of streams and interventions changes nothing", ScenarioChanges::reversed, 1);
    }

    /** All results of the one are those of the other, times a factor; an increment is rounded as both its results are. */
    private static Law sameResults(String says, UnaryOperator<Scenario> change, double factor) {
        return new Law(says, (held, violations) -> {
            Optional<List<EngineResult>> after = held.after(change.apply(held.scenario()));
            double rounding = factor
                    * held.results().stream()
                            .mapToDouble(HeldScenario::rounding)
                            .sum();
            for (int i = 0; after.isPresent() && i < held.results().size(); i++) {
                violations.in(held.results().get(i));
                same(held.results().get(i), after.get().get(i), factor, rounding, violations);
            }
        });
    }

    private static void same(
            EngineResult before, EngineResult after, double factor, double rounding, Violations violations) {
        before.figures().forEach((path, expected) -> {
            // split streams have other names, and rounding of the nets moves a rate
            if (path.startsWith("streams.") || path.equals("irr")) {
                return;
            }
            Figure found = after.figure(path);
            OptionalDouble number = found.number();
            if (expected.value() == null || number.isEmpty()) {
                violations.unless(found.equals(expected), path + " is " + found + ", expected " + expected);
            } else if (path.startsWith("quality.")) {
                violations.close(path, number.getAsDouble(), expected.value(), 1e-6);
            } else if (path.endsWith(".participants")) {
                violations.close(path, number.getAsDouble(), expected.value(), rounding);
            } else if (!WITHOUT_CURRENCY.matcher(path).matches()) {
                violations.close(path, number.getAsDouble(), expected.value() * factor, rounding);
            }
        });
    }

    /** By a power of two, so that an engine that calculates in binary numbers has the same digits. */
    static Law sizeOfTheCurrencyChangesNothing() {
        String factor = "1125899906842624";
        double size = 0x1p50;
        return sameResults(
                "in another unit of the currency every amount is as much larger, and nothing else changes",
                scenario -> ScenarioChanges.multiplied(scenario, factor),
                size);
    }

    // From gross to net

    static Law grossToNetAddsUp() {
        return each("the steps add up to the benefits", (result, violations) -> {
            double sum = 0;
            for (Map.Entry<String, Figure> entry : result.figures().entrySet()) {
                if (entry.getKey().startsWith("gross_to_net.")) {
                    sum += result.number(entry.getKey());
                }
            }
            violations.close(
                    "the sum of gross_to_net", sum, result.number("pv_benefits"), HeldScenario.rounding(result));
        });
    }

    // After the horizon

    static Law cumulativeEndsWithoutTheTail() {
        return each(
                "the cumulative balance ends at the net present value without the tail",
                (scenario, result, violations) -> {
                    int last = scenario.firstYear() + scenario.horizon() - 1;
                    violations.close(
                            "years." + last + ".cumulative_npv",
                            result.number("years." + last + ".cumulative_npv"),
                            result.number("npv") - result.number("residual_value"),
                            HeldScenario.rounding(result));
                });
    }

    // Results

    static Law interventionsAddUp() {
        return each("the interventions add up to the alternative", (scenario, result, violations) -> {
            Map<String, String> sums = Map.of("costs", "pv_costs", "benefits", "pv_benefits", "npv", "npv");
            sums.forEach((part, whole) -> {
                double sum = 0;
                for (Map.Entry<String, Figure> entry : result.figures().entrySet()) {
                    if (entry.getKey().matches("interventions\\.[^.]+\\." + part)) {
                        sum += result.number(entry.getKey());
                    }
                }
                violations.close(
                        "the sum of interventions' " + part, sum, result.number(whole), HeldScenario.rounding(result));
            });
        });
    }

    static Law ratioAboveOne() {
        return each(
                "there is a ratio if there are costs, above 1 if and only if the balance is above 0",
                (result, violations) -> {
                    double costs = result.number("pv_costs");
                    double npv = result.number("npv");
                    OptionalDouble ratio = result.figure("bcr").number();
                    boolean isRounding = ratio.isEmpty() && Math.abs(costs) <= HeldScenario.rounding(result);
                    violations.unless(
                            isRounding || ratio.isPresent() == costs > 0,
                            "bcr is " + ratio + " with costs of " + costs);
                    if (ratio.isPresent() && Math.abs(npv) > HeldScenario.rounding(result)) {
                        violations.unless(
                                ratio.getAsDouble() > 1 == npv > 0,
                                "bcr is " + ratio.getAsDouble() + " with npv " + npv);
                    }
                });
    }

    static Law stakeholdersAddUp() {
        return each("stakeholders that count add up to society, in every year too", (scenario, result, violations) -> {
            double rounding = HeldScenario.rounding(result);
            Map.of("costs", "pv_costs", "benefits", "pv_benefits", "net", "npv")
                    .forEach((part, whole) -> violations.close(
                            "the sum of stakeholders' " + part,
                            counting(scenario)
                                    .mapToDouble(each -> result.number("stakeholders." + each.id() + "." + part))
                                    .sum(),
                            result.number(whole),
                            rounding));
            for (int year = scenario.firstYear(); year < scenario.firstYear() + scenario.horizon(); year++) {
                String path = "years." + year + ".";
                violations.close(
                        "the sum of the stakeholders' nets of " + year,
                        counting(scenario)
                                .mapToDouble(each -> result.number(path + "stakeholders." + each.id() + ".net"))
                                .sum(),
                        result.number(path + "net"),
                        rounding);
            }
        });
    }

    private static Stream<Stakeholder> counting(Scenario scenario) {
        return scenario.stakeholders().values().stream().filter(Stakeholder::counts);
    }

    static Law accountsBalance() {
        return each(
                "net is benefits − costs + transfers, of a sector too, and all transfers are 0",
                (scenario, result, violations) -> {
                    double rounding = HeldScenario.rounding(result);
                    double transfers = 0;
                    for (String path : result.figures().keySet()) {
                        if (path.matches("(stakeholders|sectors)\\.[^.]+\\.net")) {
                            String account = path.substring(0, path.length() - 3);
                            violations.close(
                                    path,
                                    result.number(path),
                                    result.number(account + "benefits")
                                            - result.number(account + "costs")
                                            + result.number(account + "transfers"),
                                    rounding);
                            transfers += path.startsWith("stakeholders.") ? result.number(account + "transfers") : 0;
                        }
                    }
                    violations.close("the sum of all transfers", transfers, 0, rounding);
                });
    }

    static Law sectorsAddUp() {
        return each("a sector is the sum of its stakeholders", (scenario, result, violations) -> {
            Map<String, Double> sums = new HashMap<>();
            for (Stakeholder each : scenario.stakeholders().values()) {
                String sector = each.sector();
                if (sector != null) {
                    for (String part : ACCOUNT) {
                        sums.merge(
                                "sectors." + sector + "." + part,
                                result.number("stakeholders." + each.id() + "." + part),
                                Double::sum);
                    }
                }
            }
            sums.forEach(
                    (path, sum) -> violations.close(path, result.number(path), sum, HeldScenario.rounding(result)));
        });
    }

    static Law transfersNetToZero() {
        return change(
                "transfers within society are nothing to society",
                ScenarioChanges::withoutTransfersWithinSociety,
                (before, after, violations) -> {
                    double rounding = HeldScenario.rounding(before);
                    for (String path : List.of("npv", "pv_costs", "pv_benefits", "residual_value")) {
                        violations.close(path, after.number(path), before.number(path), rounding);
                    }
                    violations.unless(
                            after.figure("discounted_payback_year").equals(before.figure("discounted_payback_year")),
                            "discounted_payback_year depends on them");
                });
    }

    static Law unweightedIsPlain() {
        return change(
                "with weight 1 for all, the weighted balance is the balance",
                ScenarioChanges::unweighted,
                (before, after, violations) -> violations.close(
                        "weighted_npv",
                        after.number("weighted_npv"),
                        after.number("npv"),
                        HeldScenario.rounding(after)));
    }

    static Law qualitiesAddUp() {
        return each("the shares of all qualities add up to 1, or to 0 where there is nothing", (result, violations) -> {
            for (String part : List.of("costs", "benefits")) {
                double sum = 0;
                for (String path : result.figures().keySet()) {
                    if (path.startsWith("quality.") && path.endsWith("." + part)) {
                        double share = result.number(path);
                        violations.unless(share >= 0 && share <= 1, path + " is " + share);
                        sum += share;
                    }
                }
                violations.close("the sum of the shares of " + part, sum, sum > 0 ? 1 : 0, 1e-12);
            }
        });
    }

    static Law incrementIsADifference() {
        return new Law("an increment is the difference between two alternatives", (held, violations) -> {
            for (EngineResult result : held.results()) {
                violations.in(result);
                Alternative alternative = held.scenario().alternatives().get(result.alternative());
                String other = alternative == null ? null : alternative.comparedWith();
                if (other == null) {
                    violations.unless(
                            !result.figures().containsKey("incremental.npv"), "incremental without compared_with");
                    continue;
                }
                for (EngineResult compared : held.results()) {
                    if (compared.alternative().equals(other)
                            && compared.outlook().equals(result.outlook())) {
                        double rounding = HeldScenario.rounding(result) + HeldScenario.rounding(compared);
                        for (String path : List.of("npv", "pv_costs", "pv_benefits")) {
                            violations.close(
                                    "incremental." + path,
                                    result.number("incremental." + path),
                                    result.number(path) - compared.number(path),
                                    rounding);
                        }
                    }
                }
            }
        });
    }

    static Law theOnlyOneIsTheLast() {
        return each("without its only intervention an alternative is worth nothing", (result, violations) -> {
            List<String> last = result.figures().keySet().stream()
                    .filter(path -> path.matches("interventions\\.[^.]+\\.last"))
                    .toList();
            if (last.size() == 1) {
                violations.close(
                        last.get(0), result.number(last.get(0)), result.number("npv"), HeldScenario.rounding(result));
            }
        });
    }

    // What happens, before it is money

    static Law onlyUnitsCostAnything() {
        return each("there are costs per unit and a value to break even if there are units", (result, violations) -> {
            for (String path : result.figures().keySet()) {
                if (path.endsWith(".units_discounted")) {
                    String stream = path.substring(0, path.length() - "units_discounted".length());
                    boolean any = result.number(path) > 0;
                    for (String figure : List.of("cost_per_unit", "break_even_value")) {
                        violations.unless(
                                result.figure(stream + figure).number().isPresent() == any,
                                stream + figure + " is " + result.figure(stream + figure) + " with units of "
                                        + result.number(path));
                    }
                }
            }
        });
    }

    static Law labelsAddUp() {
        return each("for every label the texts add up to society and to every account", (result, violations) -> {
            Map<String, Double> sums = new HashMap<>();
            for (String path : result.figures().keySet()) {
                Matcher label = LABEL.matcher(path);
                if (label.matches()) {
                    sums.merge(label.group(1) + " " + label.group(2), result.number(path), Double::sum);
                }
            }
            Map<String, String> wholes = Map.of("costs", "pv_costs", "benefits", "pv_benefits", "net", "npv");
            sums.forEach((keyAndPart, sum) -> {
                String part = keyAndPart.substring(keyAndPart.indexOf(' ') + 1);
                String whole = part.startsWith("stakeholders.") ? part : wholes.get(part);
                if (whole != null) {
                    violations.close(
                            "the sum of " + keyAndPart, sum, result.number(whole), HeldScenario.rounding(result));
                }
            });
        });
    }

    /** The net of a stakeholder's budget in constant prices is its cash of that year, in the naive evaluation and in the engine. */
    static Law budgetIsCash() {
        return each("a budget's net in constant prices is the cash of the year", (scenario, result, violations) -> {
            Alternative alternative = scenario.alternatives().get(result.alternative());
            if (alternative == null || !result.outlook().isEmpty()) {
                return;
            }
            for (String stakeholder : scenario.stakeholders().keySet()) {
                NaiveAppraisal.budget(scenario, alternative, stakeholder, null, false)
                        .values()
                        .forEach(row -> budget(scenario, stakeholder, row, result, violations));
            }
        });
    }

    private static void budget(
            Scenario scenario,
            String stakeholder,
            Map<String, Tally[]> row,
            EngineResult result,
            Violations violations) {
        Tally[] nets = row.getOrDefault("net", new Tally[0]);
        for (int i = 0; i < nets.length; i++) {
            String path = "years." + (scenario.firstYear() + i) + ".stakeholders." + stakeholder + ".cash";
            Agreement.differs(
                            path,
                            new NaiveFigure(nets[i].value(), nets[i].size(), ""),
                            result.figures().get(path))
                    .ifPresent(violations::add);
        }
    }
}
