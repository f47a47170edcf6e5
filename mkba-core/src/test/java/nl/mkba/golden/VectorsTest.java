package nl.mkba.golden;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector of public test suites that a scenario can say; sources in the README beside them. */
class VectorsTest {

    private static final List<String> FILES =
            List.of("npv.json", "irr.json", "green_book.json", "timing.json", "payback.json");

    @Test
    void everyCaseIsRunOrExcludedWithAReason() {
        Set<String> all = new TreeSet<>();
        Set<String> accountedFor = new TreeSet<>(Vectors.excluded());
        for (String file : FILES) {
            Vectors.cases(file).forEach(node -> all.add(node.get("id").asText()));
            Vectors.run(file).forEach(node -> accountedFor.add(node.get("id").asText()));
        }
        assertThat(accountedFor).isEqualTo(all);
    }

    private static Stream<DynamicTest> tests(String file, Consumer<JsonNode> test) {
        return Vectors.run(file).stream()
                .map(node -> DynamicTest.dynamicTest(node.get("id").asText(), () -> test.accept(node)));
    }

    private static AlternativeResult result(Scenario scenario) {
        return Mkba.appraise(scenario).result(Alternative.ALL);
    }

    private static AlternativeResult result(double[] flows, DiscountPolicy policy, FlowTiming timing) {
        return result(CashFlows.scenario(flows, policy, timing));
    }

    private static Offset<Double> tolerance(JsonNode node) {
        return within(Math.max(1e-12, node.get("tol").asDouble()));
    }

    @TestFactory
    Stream<DynamicTest> netPresentValues() {
        return tests("npv.json", node -> {
            double rate = node.get("rate").asDouble();
            double[] flows = Vectors.numbers(node.get("cashflows"));
            FlowTiming timing = node.get("timing").asText().equals("t0") ? FlowTiming.START : FlowTiming.END;
            if (node.get("expected").isNull()) {
                assertThatThrownBy(() -> result(flows, DiscountPolicy.flat(rate), timing))
                        .isInstanceOf(InvalidScenarioException.class);
                return;
            }
            double npv = result(flows, DiscountPolicy.flat(rate), timing).npv().value();
            assertThat(npv).isCloseTo(node.get("expected").asDouble(), tolerance(node));
            double recomputed = node.get("recomputed").asDouble();
            assertThat(npv).isCloseTo(recomputed, within(1e-9 * Math.abs(recomputed)));
        });
    }

    @TestFactory
    Stream<DynamicTest> internalRatesOfReturn() {
        return tests("irr.json", node -> {
            double[] flows = Vectors.numbers(node.get("cashflows"));
            InternalRate found =
                    result(flows, DiscountPolicy.flat(0.03), FlowTiming.START).internalRate();
            double[] roots = Arrays.stream(Vectors.numbers(node.get("all_real_roots_gt_minus1")))
                    .filter(root -> root > -0.5 && root <= 10)
                    .toArray();
            if (roots.length == 1) {
                assertThat(found.absent()).isEmpty();
                assertThat(found.rate().getAsDouble()).isCloseTo(roots[0], within(1e-11));
                assertThat(found.rate().getAsDouble())
                        .isCloseTo(node.get("expected").asDouble(), tolerance(node));
            } else {
                InternalRate.Reason reason = node.get("sign_changes").asInt() == 0
                        ? InternalRate.Reason.NO_SIGN_CHANGE
                        : roots.length == 0 ? InternalRate.Reason.NO_ROOT : InternalRate.Reason.MULTIPLE_ROOTS;
                assertThat(found.rate()).isEmpty();
                assertThat(found.absent()).contains(reason);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> paybackYears() {
        return tests("payback.json", node -> {
            double[] flows = Vectors.numbers(node.get("cashflows"));
            DiscountPolicy policy =
                    DiscountPolicy.flat(node.get("discount_rate").asDouble());
            Payback found = result(flows, policy, FlowTiming.START).payback();
            JsonNode years = node.get("recomputed");
            if (years.isNull()) {
                assertThat(found.absent()).contains(Payback.Reason.NEVER);
            } else if (years.asDouble() == 0) {
                assertThat(found.absent()).contains(Payback.Reason.NEVER_BELOW);
            } else {
                assertThat(found.year()).hasValue(BASE_YEAR + (int) Math.ceil(years.asDouble()));
                assertThat(Math.ceil(node.get("expected").asDouble())).isEqualTo(Math.ceil(years.asDouble()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> timingWithinTheYear() {
        return tests("timing.json", node -> {
            DiscountPolicy policy = DiscountPolicy.flat(node.get("rate").asDouble());
            double found;
            if (node.get("fn").asText().equals("PV_MID_PERIOD")) {
                found = result(Vectors.numbers(node.get("cashflows")), policy, FlowTiming.MID)
                        .npv()
                        .value();
            } else {
                double[] flows = new double[node.get("years").asInt()];
                Arrays.fill(flows, node.get("amount").asDouble());
                FlowTiming timing = switch (node.get("timing").asText()) {
                    case "begin" -> FlowTiming.START;
                    case "mid" -> FlowTiming.MID;
                    default -> FlowTiming.END;
                };
                found = result(flows, policy, timing).npv().value();
            }
            assertThat(found).isCloseTo(node.get("expected").asDouble(), tolerance(node));
        });
    }

    @TestFactory
    Stream<DynamicTest> greenBook() {
        return tests("green_book.json", node -> {
            switch (node.get("fn").asText()) {
                case "STPR_RATE" -> rate(node);
                case "DISCOUNT_FACTOR" ->
                    assertThat(factor(node, node.get("year").asInt()))
                            .isCloseTo(
                                    node.get("expected").asDouble(),
                                    within(1e-12 * node.get("expected").asDouble()));
                case "NPV" ->
                    assertThat(result(Vectors.numbers(node.get("cashflows")), policy(node), FlowTiming.START)
                                    .npv()
                                    .value())
                            .isCloseTo(node.get("expected").asDouble(), tolerance(node));
                case "ANNUITY_FACTOR" -> annuity(node);
                case "EANC" -> equivalentAnnual(node);
                case "OPTIMISM_BIAS" -> optimismBias(node);
                case "DIST_WEIGHT" -> weight(node);
                default -> throw new AssertionError("not excluded: " + node);
            }
        });
    }

    private static DiscountPolicy policy(JsonNode node) {
        return switch (node.get("schedule").asText()) {
            case "standard" -> DiscountPolicy.published("uk_green_book");
            case "health" -> DiscountPolicy.published("uk_green_book_health");
            case "reduced_no_pure_time_preference" -> withoutPureTimePreference();
            default -> throw new AssertionError("not excluded: " + node);
        };
    }

    private static DiscountPolicy withoutPureTimePreference() {
        Map<Integer, String> rates =
                Map.of(0, "3%", 30, "2.57%", 75, "2.14%", 125, "1.71%", 200, "1.29%", 300, "0.86%");
        TreeMap<Integer, Expression> steps = new TreeMap<>();
        rates.forEach((step, rate) -> steps.put(step, Expression.parse(rate)));
        return new DiscountPolicy(null, new RateSchedule(steps), Map.of());
    }

    /** A measure of nothing, so that the yearly table shows the discount factors. */
    private static double factor(JsonNode node, int year) {
        Scenario scenario = CashFlows.empty(1, policy(node))
                .firstYear(BASE_YEAR + year)
                .intervention("nothing", i -> {})
                .build();
        return result(scenario).years().get(0).discountFactor();
    }

    private static void rate(JsonNode node) {
        int year = node.get("year").asInt();
        assertThat(factor(node, year - 1) / factor(node, year) - 1)
                .isCloseTo(node.get("expected").asDouble(), tolerance(node));
    }

    private static Scenario.Builder yearly(JsonNode node, String value, Profile when) {
        int years = node.get("years").asInt();
        return CashFlows.empty(years, policy(node))
                .firstYear(BASE_YEAR + 1)
                .intervention(
                        "annuity",
                        i -> i.effect(
                                "gain",
                                e -> e.quantity(1)
                                        .value(value)
                                        .accruesTo("society")
                                        .when(when)));
    }

    private static void annuity(JsonNode node) {
        assertThat(result(yearly(node, "1", Profile.ALWAYS).build()).npv().value())
                .isCloseTo(node.get("expected").asDouble(), tolerance(node));
    }

    private static void equivalentAnnual(JsonNode node) {
        String value = node.get("npv").asText() + " * 1.035";
        AlternativeResult result =
                result(yearly(node, value, Profile.of(w -> w.in(0))).build());
        assertThat(result.npv().value()).isCloseTo(node.get("npv").asDouble(), within(1e-12));
        assertThat(result.equivalentAnnualValue().orElseThrow().value())
                .isCloseTo(node.get("expected").asDouble(), tolerance(node));
    }

    private static void optimismBias(JsonNode node) {
        double[] costs = Vectors.numbers(node.get("costs"));
        Intervention.Builder works = Intervention.builder("works");
        for (int y = 0; y < costs.length; y++) {
            int year = y;
            works.cost(
                    "year_" + year,
                    c -> c.paidBy("society")
                            .amount(costs[year])
                            .when(w -> w.in(year))
                            .evidence("B"));
        }
        String part =
                node.get("ob").asText() + " * (1 - " + node.get("mitigation").asText() + ")";
        Scenario scenario = CashFlows.empty(costs.length, DiscountPolicy.flat(0.035))
                .optimismBias("B", b -> b.costs(part).effects(0))
                .intervention(works.build())
                .build();
        double[] corrected = result(scenario).years().stream()
                .mapToDouble(year -> year.costs().value())
                .toArray();
        assertThat(corrected).containsExactly(Vectors.numbers(node.get("expected")), tolerance(node));
    }

    private static void weight(JsonNode node) {
        String weight = "pow(%s / %s, %s)"
                .formatted(
                        node.get("reference").asText(),
                        node.get("income").asText(),
                        node.get("eta").asText());
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0.035))
                .stakeholder("poor", s -> s.name("Poor").sector("households").weight(weight))
                .intervention(
                        "gift",
                        i -> i.effect("gain", e -> e.quantity(1).value(1).accruesTo("poor")))
                .build();
        assertThat(result(scenario).weightedNpv().value())
                .isCloseTo(node.get("expected").asDouble(), tolerance(node));
    }
}
