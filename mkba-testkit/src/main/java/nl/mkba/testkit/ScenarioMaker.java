package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Stream.BeyondHorizon;
import nl.mkba.scenario.Stream.Per;
import nl.mkba.scenario.Transfer;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Makes random scenarios. They are valid but for what depends on values: now and then reductions add up to more than
 * all there is, or a flow beyond the horizon has no finite value. Then the format refuses them.
 */
final class ScenarioMaker {

    private static final List<String> GRADES = List.of("A", "B", "C");
    private static final List<String> CLASSES = List.of("fixed_costs", "travel_time");

    private final Random random;
    private final int baseYear;
    private final int firstYear;
    private final int horizon;
    private int texts;
    private final PriceIndex index;
    private final boolean graded;
    private final List<String> stakeholders = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> interventions = new ArrayList<>();
    private List<String> classes = CLASSES;

    private ScenarioMaker(Random random) {
        this.random = random;
        baseYear = between(2018, 2026);
        firstYear = chance(60) ? baseYear : baseYear + between(-3, 5);
        horizon = chance(60) ? between(1, 7) : chance(75) ? between(8, 18) : between(19, 40);
        index = chance(60) ? PriceIndex.nlCpi() : ownIndex();
        graded = chance(60);
    }

    /** The scenario of a seed. */
    static Scenario scenario(long seed) {
        return scenario(new Random(seed));
    }

    /** The next scenario. */
    static Scenario scenario(Random random) {
        return new ScenarioMaker(random).make();
    }

    // Chance

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    private String percent(double least, double most) {
        return decimal(least + (most - least) * random.nextDouble(), pick(0, 1, 2)) + "%";
    }

    /** A text in every language, in two, or in one of them. */
    private Text words(String english) {
        return switch (texts++ % 4) {
            case 0 -> Text.of(english);
            case 1 -> Text.of("Nederlands: " + english, english);
            case 2 -> new Text(null, Map.of(Text.DUTCH, english));
            default -> new Text(null, Map.of(Text.ENGLISH, english));
        };
    }

    private static Expression expression(String text) {
        return Expression.parse(text);
    }

    // Formulas by what they stand for

    private String share() {
        return switch (between(0, 9)) {
            case 0 -> "share_a";
            case 1 -> "share_b";
            case 2 -> "1 - share_a";
            case 3 -> "share_a * share_c";
            case 4 -> "min(share_a, share_b, 60%)";
            case 5 -> pick("0", "1", "100%", "0.5", ".25", "1/3");
            default -> percent(1, 99);
        };
    }

    private String money() {
        String sign = chance(15) ? "-" : "";
        return switch (between(0, 9)) {
            case 0 -> sign + "amount_a";
            case 1 -> sign + "amount_b";
            case 2 -> sign + "formula_a";
            case 3 -> sign + "formula_b / 3";
            case 4 -> sign + "amount_a * share_b";
            case 5 -> "amount_a - amount_b";
            case 6 -> sign + pick("1e3", "2.5e2", "1200", "0.75", "0");
            default -> sign + decimal(10 + 9000 * random.nextDouble(), pick(0, 1, 2));
        };
    }

    private String moneyNotNegative() {
        return chance(30) ? "abs(" + money() + ")" : decimal(5000 * random.nextDouble(), 1);
    }

    /** A whole number, 1 or more. */
    private String years(int most) {
        return chance(25) ? pick("years_a", "years_b", "years_a + 1") : String.valueOf(between(1, most));
    }

    private String growth() {
        return chance(20) ? "growth_a" : decimal(-2 + 3.5 * random.nextDouble(), 2) + "%";
    }

    // The whole

    private Scenario make() {
        Scenario.Builder scenario = Scenario.builder("made")
                .title("Made at random")
                .baseYear(baseYear)
                .horizon(horizon)
                .priceIndex(index)
                .flowsAt(pick(FlowTiming.values()))
                .discounting(policy(true));
        if (firstYear != baseYear || chance(20)) {
            scenario.firstYear(firstYear);
        }
        if (chance(60)) {
            scenario.priceLevel(between(2010, 2025));
        }
        if (chance(50)) {
            scenario.inflation(expression(chance(30) ? "growth_a + 1%" : percent(0, 4)));
        }
        if (chance(20)) {
            scenario.currency(pick("EUR", "USD", "GBP"));
            scenario.description(words("what it is about"))
                    .authors("A. Analyst")
                    .notes(words("a remark"));
            scenario.simulation(new Simulation(between(10, 100), between(1, 9), pick(Simulation.Sampling.values())));
            scenario.expect(held -> held.figure("bcr").value(new Expectation.Value.Absent()));
        }
        stakeholders(scenario);
        parameters(scenario);
        if (graded) {
            optimismBias(scenario);
        }
        for (int i = between(0, 2); i > 0; i--) {
            outcomes.add("outcome_" + i);
            scenario.outcome(outcome("outcome_" + i));
        }
        for (int i = pick(1, 1, 2, 2, 3, 4); i > 0; i--) {
            interventions.add("intervention_" + i);
        }
        interventions.forEach(id -> scenario.intervention(intervention(id)));
        alternatives(scenario);
        for (int i = pick(0, 0, 1, 1, 2); i > 0; i--) {
            scenario.outlook("outlook_" + i, outlook -> {
                outlook.name(chance(20) ? words("An outlook") : null);
                replacements().forEach(outlook::set);
                outlook.discounting(chance(40) ? policy(false) : null);
            });
        }
        Scenario made = scenario.build();
        if (chance(40)) {
            incomes(made, scenario);
        }
        origins(made, scenario);
        if (!made.expectations().isEmpty()) {
            scenario.expect(held -> held.figure("npv")
                    .value(1000)
                    .within("1%")
                    .alternative(made.alternatives().keySet().iterator().next())
                    .outlook(made.outlooks().keySet().stream().findFirst().orElse(null)));
        }
        return scenario.build();
    }

    /** Of some stakeholders an income, which some scenarios turn into weights; and who is government. */
    private void incomes(Scenario made, Scenario.Builder scenario) {
        boolean weighted = chance(70);
        if (weighted) {
            scenario.incomeWeights(weights -> weights.reference(pick("36000", "20000 + 10000 * share_a"))
                    .elasticity(pick("1.3", "0", "1", "2 * share_c")));
        }
        for (Stakeholder stakeholder : made.stakeholders().values()) {
            Expression income =
                    chance(60) ? expression(pick("18000", "72000", "1500 * 12", "20000 + amount_a * 0")) : null;
            scenario.stakeholder(stakeholder.toBuilder()
                    .weight(weighted && income != null ? null : stakeholder.statedWeight())
                    .income(income)
                    .government(
                            switch (between(0, 3)) {
                                case 0, 1 -> null;
                                case 2 -> true;
                                default -> false;
                            })
                    .build());
        }
    }

    /** What parameters rest on. */
    private void origins(Scenario made, Scenario.Builder scenario) {
        for (Parameter each : made.parameters().values()) {
            if (chance(70)) {
                boolean varied = each.distribution() != null
                        || List.of("share_a", "share_b", "amount_a", "amount_b").contains(each.id());
                Quality quality = pick(Quality.values());
                scenario.parameter(each.toBuilder()
                        .source(chance(50) ? "a report" : each.provenance().source())
                        .quality(chance(30) || (quality == Quality.DEFINITION && varied) ? null : quality)
                        .build());
            }
        }
    }

    private PriceIndex ownIndex() {
        Map<Integer, Double> numbers = new TreeMap<>();
        double number = 80;
        for (int year = 2008; year <= 2026; year++) {
            numbers.put(year, Math.rint(number * 100) / 100);
            number *= 0.99 + 0.05 * random.nextDouble();
        }
        return PriceIndex.of(numbers);
    }

    // Discounting

    private DiscountPolicy policy(boolean ofScenario) {
        return switch (between(0, 6)) {
            case 0 -> DiscountPolicy.flat(expression(pick("0", "0%", "rate_a", "rate_a + 0.5%", "-0.5%")));
            case 1 -> DiscountPolicy.published(pick("nl_2021", "nl_2026", "uk_green_book"));
            case 2 -> {
                if (ofScenario) {
                    classes = List.of("public_physical_investment");
                }
                yield DiscountPolicy.published("nl_2016");
            }
            case 3 -> new DiscountPolicy(null, steps(), Map.of());
            case 4, 5 -> {
                Map<String, RateSchedule> byClass = new LinkedHashMap<>();
                for (String name : CLASSES) {
                    byClass.put(name, chance(60) ? RateSchedule.flat(expression(percent(0.5, 5))) : steps());
                }
                yield new DiscountPolicy(null, RateSchedule.flat(expression(percent(0.5, 6))), byClass);
            }
            default -> DiscountPolicy.flat(expression(percent(1, 7)));
        };
    }

    private RateSchedule steps() {
        SortedMap<Integer, Expression> steps = new TreeMap<>();
        steps.put(chance(80) ? 0 : baseYear, expression(chance(30) ? "rate_a" : percent(2, 6)));
        steps.put(between(1, 12) + (chance(20) ? baseYear : 0), expression(percent(2, 5)));
        if (chance(50)) {
            steps.put(between(13, 60), expression(percent(1.5, 3)));
        }
        return new RateSchedule(steps);
    }

    // Stakeholders and parameters

    private void stakeholders(Scenario.Builder scenario) {
        for (int i = between(2, 5); i > 0; i--) {
            String id = "stakeholder_" + i;
            stakeholders.add(id);
            String weight = chance(75) ? "1" : pick("2", "0.5", "1 + share_a", "pow(2.5, 1.3)");
            String sector = pick("public", "private", "households", "volunteers", "");
            scenario.stakeholder(
                    id,
                    stakeholder -> stakeholder
                            .name(chance(20) ? words("A stakeholder") : null)
                            .sector(sector.isEmpty() ? null : sector)
                            .counts(!chance(20))
                            .weight(weight)
                            .canPay(!chance(20)));
        }
    }

    private void parameters(Scenario.Builder scenario) {
        scenario.parameter("years_a", String.valueOf(between(1, 4)));
        scenario.parameter("years_b", chance(50) ? String.valueOf(between(1, 3)) : "years_a + 1");
        boolean uncertain = chance(60);
        for (String id : List.of("share_a", "share_b", "share_c")) {
            Expression value = expression(percent(2, 98));
            if (uncertain && chance(60)) {
                scenario.parameter(parameter(id, chance(50) ? value : null, fraction(), false));
            } else {
                scenario.parameter(parameter(id, value, null, false));
            }
        }
        for (String id : List.of("amount_a", "amount_b")) {
            Expression value = expression((chance(10) ? "-" : "") + decimal(8000 * random.nextDouble(), 2));
            if (uncertain && chance(60)) {
                scenario.parameter(parameter(id, chance(50) ? value : null, sum(), chance(50)));
            } else {
                scenario.parameter(parameter(id, value, null, chance(50)));
            }
        }
        scenario.parameter("formula_a", formula());
        scenario.parameter("formula_b", pick("formula_a + 100", "formula_a * share_a - amount_b", "-(formula_a)"));
        scenario.parameter("rate_a", percent(1.5, 5));
        scenario.parameter("growth_a", chance(50) ? percent(0, 1) : "-0.8%");
        if (uncertain && chance(50)) {
            scenario.parameter(parameter("drawn_a", expression("3"), fraction(), false));
            scenario.parameter(parameter("drawn_b", expression("3"), sum(), false));
            scenario.correlation(new Correlation("drawn_a", "drawn_b", 0.4));
        }
    }

    private Parameter parameter(
            String id, @Nullable Expression value, @Nullable Distribution distribution, boolean priced) {
        boolean told = chance(20);
        Parameter.Builder parameter =
                Parameter.builder(id).value(value).distribution(distribution).priceYear(priced ? priceYear() : null);
        if (told) {
            parameter
                    .name(words("A parameter"))
                    .unit(words("EUR/year"))
                    .group("group_a")
                    .source("a study")
                    .note(words("a note"))
                    .url("https://example.org")
                    .licence("CC0")
                    .quality(Quality.STUDY);
        }
        return parameter.build();
    }

    private Integer priceYear() {
        return between(2010, 2025);
    }

    private String formula() {
        return pick(
                "amount_a + amount_b * 2 - 10",
                "amount_a - amount_b - 25",
                "amount_a / 4 / (1 + share_a)",
                "max(amount_a, amount_b, 300) * 12.5%",
                "min(amount_a, 2e4) + abs(amount_b)",
                "sqrt(abs(amount_a)) * 10",
                "exp(share_a) * 500",
                "ln(1 + abs(amount_b)) * 100",
                "pow(1.02, years_a) * amount_a",
                "pow(1 + abs(amount_a), share_b)",
                "-amount_a + -2 * -amount_b",
                "(amount_a + 100) * (share_a - share_b * 2)");
    }

    private Distribution fraction() {
        return switch (between(0, 8)) {
            case 0 -> Distribution.uniform(0.1, 0.6);
            case 1 -> Distribution.triangular(0.05, 0.2, 0.7);
            case 2 -> Distribution.pert(0.1, 0.4, 0.5);
            case 3 -> Distribution.beta(2, 5);
            case 4 -> Distribution.beta(1.5, 2.5, 0.1, 0.9);
            case 5 -> Distribution.discrete(List.of(0.1, 0.4, 0.8), List.of(1.0, 2.0, 1.0));
            case 6 -> Distribution.discrete(List.of(0.2, 0.3), null);
            case 7 -> Distribution.empirical(0.11, 0.17, 0.31);
            default -> Distribution.normal(0.4, 0.3, 0.0, 1.0);
        };
    }

    private Distribution sum() {
        return switch (between(0, 6)) {
            case 0 -> Distribution.normal(4000, 700);
            case 1 -> Distribution.normal(1000, 900, 0.0, null);
            case 2 -> Distribution.normal(2000, 500, null, 2500.0);
            case 3 -> Distribution.lognormal(3000, 1200);
            case 4 -> Distribution.lognormalInterval(800, 6000);
            case 5 -> Distribution.gamma(3, 700);
            default -> Distribution.uniform(-500, 4000);
        };
    }

    private void optimismBias(Scenario.Builder scenario) {
        Map<String, OptimismBias> grades = new LinkedHashMap<>();
        grades.put("A", new OptimismBias(Expression.ZERO, Expression.ZERO));
        grades.put("B", new OptimismBias(expression("10%"), expression("-" + percent(1, 40))));
        grades.put("C", new OptimismBias(expression("share_a"), expression(pick("-share_b", "-100%", "-25%"))));
        grades.put("only costs", new OptimismBias(expression("5%"), Expression.ZERO));
        scenario.optimismBias(grades);
    }

    private Map<String, Replacement> replacements() {
        Map<String, Replacement> set = new LinkedHashMap<>();
        if (chance(40)) {
            set.put("years_a", chance(70) ? Replacement.by("" + between(1, 4)) : Replacement.times("2"));
        }
        if (chance(20)) {
            set.put("years_b", Replacement.by("years_a * 2"));
        }
        for (String id : List.of("share_a", "share_b")) {
            if (chance(30)) {
                set.put(
                        id,
                        switch (between(0, 3)) {
                            case 0 -> Replacement.by(percent(5, 95));
                            case 1 -> Replacement.times(chance(50) ? percent(20, 100) : "share_c");
                            case 2 -> new Replacement.Value(chance(50) ? null : expression("35%"), fraction());
                            default -> Replacement.by("share_c * 0.9");
                        });
            }
        }
        for (String id : List.of("amount_a", "amount_b")) {
            if (chance(30)) {
                set.put(
                        id,
                        switch (between(0, 3)) {
                            case 0 -> Replacement.by(decimal(6000 * random.nextDouble(), 1));
                            case 1 -> Replacement.times(chance(50) ? percent(50, 200) : "1 + share_c");
                            case 2 -> new Replacement.Value(chance(50) ? null : expression("1500"), sum());
                            default -> Replacement.by("2000 + 100 * share_c");
                        });
            }
        }
        if (chance(15)) {
            set.put("formula_a", Replacement.times("0.8"));
        }
        if (chance(15)) {
            set.put("rate_a", Replacement.by(percent(1.5, 4)));
        }
        return set;
    }

    private void alternatives(Scenario.Builder scenario) {
        int count = pick(0, 0, 1, 2, 3);
        for (int i = 1; i <= count; i++) {
            List<String> chosen = new ArrayList<>();
            for (String id : interventions) {
                if (chance(75)) {
                    chosen.add(id);
                }
            }
            if (chosen.isEmpty() && chance(80)) {
                chosen.add(pick(interventions));
            }
            String other = count > 1 && chance(60) ? "alternative_" + (i == 1 ? count : i - 1) : null;
            scenario.alternative("alternative_" + i, alternative -> {
                alternative.name(chance(20) ? words("An alternative") : null).interventions(chosen);
                replacements().forEach(alternative::set);
                alternative.comparedWith(other);
            });
        }
    }

    // Outcomes

    private Outcome outcome(String id) {
        Outcome.Builder outcome = Outcome.builder(id);
        if (chance(40)) {
            SortedMap<Integer, Expression> levels = new TreeMap<>();
            if (chance(50)) {
                levels.put(firstYear - between(0, 3), expression(decimal(50 * random.nextDouble(), 1)));
                levels.put(firstYear + between(1, 9), expression("20 * share_a"));
                if (chance(50)) {
                    levels.put(firstYear + between(12, 30), expression("15"));
                }
            } else {
                levels.put(between(0, 2), expression("10"));
                levels.put(between(4, 15), expression("40 * share_b"));
            }
            levels.forEach(outcome::baseline);
        } else {
            outcome.baseline(chance(30) ? "years_a * 12.5" : decimal(60 * random.nextDouble(), 1))
                    .trend(chance(50) ? "0" : growth());
        }
        if (chance(60)) {
            outcome.values(Outcome.SINGLE_VALUE, this::outcomeValue);
        } else {
            outcome.values("care", this::outcomeValue).values("police", this::outcomeValue);
        }
        return outcome.name(chance(20) ? words("An outcome") : null)
                .unit(chance(20) ? words("case") : null)
                .build();
    }

    private void outcomeValue(Outcome.Value.Builder value) {
        value.value(moneyNotNegative())
                .borneBy(shares())
                .cashable(chance(50) ? "0" : share())
                .growth(chance(60) ? "0" : growth())
                .prices(chance(80) ? Prices.REAL : Prices.NOMINAL)
                .rateClass(rateClass())
                .labels(labels());
    }

    private Labels labels() {
        if (chance(70)) {
            return Labels.NONE;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (chance(60)) {
            texts.put("taakveld", pick("6.3", "6.3 Inkomensregelingen", "1.2", "0.4 Overhead"));
        }
        if (chance(60)) {
            texts.put("track", pick("a", "b", "the third"));
        }
        return new Labels(texts);
    }

    private @Nullable String rateClass() {
        return chance(75) ? null : pick(classes);
    }

    private Shares shares() {
        String first = pick(stakeholders);
        String second = other(first);
        return switch (between(0, 5)) {
            case 0 -> shares(first, "share_a", second, "1 - share_a");
            case 1 -> shares(first, "25%", second, "75%");
            case 2 -> shares(first, "1/3", second, "0.6666666666");
            case 3 -> {
                Map<String, Expression> three = new LinkedHashMap<>();
                three.put(stakeholders.get(0), expression("20%"));
                three.put(stakeholders.get(1), expression("0.3"));
                three.merge(stakeholders.get(stakeholders.size() - 1), expression("0.5"), (a, b) -> expression("0.8"));
                yield new Shares(three);
            }
            default -> Shares.of(first);
        };
    }

    private static Shares shares(String first, String firstShare, String second, String secondShare) {
        Map<String, Expression> two = new LinkedHashMap<>();
        two.put(first, expression(firstShare));
        two.put(second, expression(secondShare));
        return new Shares(two);
    }

    private String other(String stakeholder) {
        return pick(stakeholders.stream().filter(id -> !id.equals(stakeholder)).toList());
    }

    // Interventions

    private Intervention intervention(String id) {
        Intervention.Builder intervention = Intervention.builder(id)
                .name(chance(20) ? words("An intervention") : null)
                .labels(labels());
        if (chance(50)) {
            intervention.start(
                    expression(pick("0", "1", "years_a", "" + (firstYear + between(0, 3)), firstYear + " + years_a")));
        }
        if (chance(30)) {
            intervention.active(profile(false, Use.ACTIVE));
        }
        boolean participants = chance(45);
        if (participants) {
            intervention.participants(
                    entering -> entering.count(pick("10", "25.5", "years_a * 10", "40 * share_a", "0"))
                            .when(profile(false, Use.PARTICIPANTS))
                            .unit(chance(30) ? words("household") : null));
        }
        for (int i = pick(0, 1, 1, 2); i > 0; i--) {
            intervention.cost(cost("cost_" + i, participants));
        }
        List<String> effects = new ArrayList<>();
        for (int i = pick(0, 1, 1, 2, 3); i > 0; i--) {
            effects.add("effect_" + i);
            intervention.effect(effect("effect_" + i, participants));
        }
        for (int i = pick(0, 0, 0, 1, 2); i > 0; i--) {
            intervention.transfer(transfer("transfer_" + i, participants, effects));
        }
        if (chance(20)) {
            intervention.unpriced(item -> item.name(words("Cohesion"))
                    .sign(pick(UnpricedItem.Sign.values()))
                    .stakeholder(pick(stakeholders))
                    .note(words("a note"))
                    .labels(labels()));
        }
        for (int i = pick(0, 0, 0, 1, 1, 2); i > 0 && interventions.size() > 1; i--) {
            String other =
                    pick(interventions.stream().filter(one -> !one.equals(id)).toList());
            String times = pick("50%", "0.8", "1.25", "110%", "share_b", "0");
            Interaction.Condition condition = chance(50) ? Interaction.Condition.WITH : Interaction.Condition.WITHOUT;
            intervention.interaction(new Interaction(condition, other, expression(times)));
        }
        return intervention.build();
    }

    private Cost cost(String id, boolean participants) {
        boolean total = chance(30);
        Cost.Builder cost = Cost.builder(id);
        terms(cost, participants, total ? Use.TOTAL : Use.STREAM);
        cost.paidBy(shares());
        return (total ? cost.total(money()) : cost.amount(money())).build();
    }

    private Effect effect(String id, boolean participants) {
        Effect.Builder effect = Effect.builder(id)
                .deadweight(chance(50) ? share() : "0")
                .dueToOthers(chance(30) ? share() : "0")
                .displacement(chance(30) ? share() : "0");
        if (!outcomes.isEmpty() && chance(50)) {
            boolean each = terms(effect, participants, Use.STREAM);
            String by = each
                    ? pick("0.1%", "0.002", "share_b / 200", "3%")
                    : pick("20%", "0.35", "share_b * 0.4", "80%", "5%", "0");
            return effect.growth(0)
                    .prices(Prices.REAL)
                    .rateClass(null)
                    .beyondHorizon(null)
                    .cashable((Expression) null)
                    .reduces(pick(outcomes))
                    .by(by)
                    .build();
        }
        effect.quantity(pick("1", "years_a", "12.5", "share_a * 10", "-3", "0"))
                .value(money())
                .accruesTo(shares());
        terms(effect, participants, Use.STREAM);
        return effect.unit(chance(40) ? words("case") : null).build();
    }

    private Transfer transfer(String id, boolean participants, List<String> effects) {
        String from = pick(stakeholders);
        Transfer.Builder transfer = Transfer.builder(id).from(from).to(other(from));
        int kind = between(0, 2);
        if (kind == 0 && !effects.isEmpty()) {
            terms(transfer, false, Use.FOLLOWER);
            return transfer.follows(pick(effects)).amount(money()).build();
        }
        terms(transfer, participants, kind == 1 ? Use.TOTAL : Use.STREAM);
        return (kind == 1 ? transfer.total(money()) : transfer.amount(money())).build();
    }

    /** What a time profile is for. */
    private enum Use {
        STREAM,
        TOTAL,
        FOLLOWER,
        ACTIVE,
        PARTICIPANTS
    }

    /** Says the terms of a stream; returns whether it is per participant. */
    private boolean terms(Stream.Builder<?> stream, boolean participants, Use use) {
        boolean each = use != Use.FOLLOWER && participants && chance(50);
        boolean continues = use == Use.STREAM && !each && chance(15);
        stream.per(each ? Per.PARTICIPANT : null)
                .when(use == Use.FOLLOWER ? Profile.ALWAYS : continues ? goingOn() : profile(each, use));
        if (chance(15)) {
            stream.name(words("A stream")).note(words("a note")).source("a source");
        }
        stream.growth(chance(65) ? "0" : growth())
                .prices(chance(85) ? Prices.REAL : Prices.NOMINAL)
                .rateClass(rateClass())
                .beyondHorizon(continues ? BeyondHorizon.CONTINUE : null)
                .evidence(chance(50) ? pick(GRADES) : null);
        if (!chance(65)) {
            stream.cashable(share());
        }
        stream.labels(labels());
        return each;
    }

    private Profile goingOn() {
        return Profile.of(run -> {
            boolean rampsUp = (horizon > 6 || chance(15)) && chance(40);
            if (rampsUp) {
                run.rampUp(between(1, 3));
            }
            if (horizon > 6 && chance(30)) {
                run.delay(1);
            }
            if (!rampsUp && chance(30)) {
                run.every(between(1, 4));
            } else if (chance(50)) {
                run.dropOff(pick("5%", "0", "share_a", "1"));
            }
        });
    }

    private Profile profile(boolean sinceEntry, Use use) {
        int form = between(0, 9);
        boolean ends = use == Use.TOTAL;
        if (form == 0 || (use == Use.PARTICIPANTS && form < 4)) {
            List<Expression> named = new ArrayList<>();
            for (int i = between(1, 3); i > 0; i--) {
                named.add(expression(year(sinceEntry)));
            }
            return new Profile.Years(named);
        }
        if (form == 1) {
            SortedMap<Integer, Expression> strengths = new TreeMap<>();
            int first = sinceEntry || chance(60) ? 0 : firstYear;
            for (int i = between(1, 4); i >= 0; i--) {
                strengths.put(first + between(0, 5), expression(pick("1", "0.5", "30%", "share_c")));
            }
            if (use != Use.TOTAL && chance(30)) {
                strengths.put(first + 7, expression(use == Use.ACTIVE ? "0" : pick("0", "1.5")));
            }
            return new Profile.Series(strengths);
        }
        return Profile.of(run -> run(run, sinceEntry, ends));
    }

    private void run(Profile.Builder run, boolean sinceEntry, boolean ends) {
        boolean fromKnown = chance(35);
        if (fromKnown) {
            int from = between(0, 3);
            boolean calendar = !sinceEntry && chance(40);
            run.from(calendar ? firstYear + from : from);
        }
        int delay = 0;
        boolean delayKnown = true;
        if (chance(40)) {
            delayKnown = chance(60);
            delay = between(0, 3);
            run.delay(delayKnown ? "" + delay : "years_a");
        }
        boolean fades = false;
        if (ends || chance(60)) {
            if (delayKnown && !fromKnown && chance(50)) {
                run.to(delay + between(0, 6));
            } else {
                run.years(years(6));
            }
            fades = !ends && chance(40);
            if (fades) {
                run.fadeOut(pick("20%", "share_a", "0", "1"));
            }
        } else if (chance(10) && !sinceEntry) {
            run.to(firstYear + 60);
        }
        if (!fades && chance(20)) {
            run.every(years(4));
            return;
        }
        if (chance(30)) {
            run.rampUp(years(4));
        }
        if (chance(30)) {
            run.dropOff(share());
        }
    }

    private String year(boolean sinceEntry) {
        return switch (between(0, 4)) {
            case 0 -> "years_a";
            case 1 -> sinceEntry ? "0" : "" + (firstYear + between(0, 5));
            case 2 -> sinceEntry ? "years_b" : firstYear + " + years_b";
            default -> "" + between(0, 5);
        };
    }
}
