package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stream.Per;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.source.Quality;
import nl.mkba.source.QualityLevel;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.time.Profile;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a result rests on: the weakest parameter behind each stream. */
class QualityRulesTest {

    private static Parameter of(Quality quality, String id, String value) {
        return Parameter.builder(id).value(value).unit("1").quality(quality).build();
    }

    private static double sum(List<QualityShare> shares, ToDoubleFunction<QualityShare> part) {
        return shares.stream().mapToDouble(part).sum();
    }

    private static QualityLevel only(List<QualityShare> shares) {
        return shares.stream()
                .filter(share -> share.benefits() == 1)
                .findFirst()
                .orElseThrow()
                .quality();
    }

    @Property(tries = 150)
    void sharesAddUpToOne(@ForAll("scenarios") Scenario scenario) {
        for (AlternativeResult result : Appraised.everything(scenario)) {
            assertThat(result.quality()).extracting(QualityShare::quality).containsExactly(QualityLevel.values());
            boolean costs = sum(result.quality(), QualityShare::costs) > 0;
            boolean benefits = sum(result.quality(), QualityShare::benefits) > 0;
            assertThat(sum(result.quality(), QualityShare::costs)).isCloseTo(costs ? 1 : 0, within(1e-12));
            assertThat(sum(result.quality(), QualityShare::benefits)).isCloseTo(benefits ? 1 : 0, within(1e-12));
            assertThat(result.quality()).allSatisfy(share -> {
                assertThat(share.costs()).isBetween(0.0, 1.0);
                assertThat(share.benefits()).isBetween(0.0, 1.0);
                assertThat(share.parameters()).isNotNegative();
                assertThat(share.variance()).isEmpty();
            });
        }
    }

    /** A weak parameter makes the effect weak, wherever it stands among what its flows depend on. */
    private enum Place {
        QUANTITY,
        VALUE,
        DEADWEIGHT,
        WHEN,
        GROWTH,
        START,
        PARTICIPANTS,
        ENTRY,
        TIMES,
        GRADE,
        INFLATION,
        FORMULA
    }

    private static Scenario weakAt(Place place) {
        String weak = "weak";
        boolean each = place == Place.PARTICIPANTS || place == Place.ENTRY;
        Effect.Builder effect = Effect.builder("gain")
                .quantity(place == Place.QUANTITY ? weak : place == Place.FORMULA ? "product" : "strong")
                .value(place == Place.VALUE ? weak : "strong")
                .accruesTo("society")
                .deadweight(place == Place.DEADWEIGHT ? weak + " * 0" : "0")
                .growth(place == Place.GROWTH ? weak + " * 0" : "0")
                .prices(place == Place.INFLATION ? Prices.NOMINAL : Prices.REAL)
                .per(each ? Per.PARTICIPANT : null)
                .evidence("B");
        if (place == Place.WHEN) {
            effect.when(w -> w.years(weak));
        }
        return CashFlows.empty(4, DiscountPolicy.flat(0))
                .parameter(of(Quality.OFFICIAL, "strong", "1"))
                .parameter(of(Quality.PRESS, weak, "1"))
                .parameter("product", "strong * weak")
                .inflation(weak + " * 0")
                .optimismBias("B", b -> b.costs("illustrative").effects(place == Place.GRADE ? weak + " * 0" : "0"))
                .parameter(of(Quality.ILLUSTRATIVE, "illustrative", "0"))
                .intervention(
                        "measure",
                        i -> i.start(place == Place.START ? Expression.parse(weak) : null)
                                .participants(n -> n.count(place == Place.PARTICIPANTS ? weak : "1")
                                        .when(w -> w.years(place == Place.ENTRY ? weak : "1")))
                                .effect(effect.build())
                                .interaction(x -> x.without("other").times(place == Place.TIMES ? weak : "1")))
                .intervention("other", i -> {})
                .build();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void theWeakestParameterCountsWhereverItStands(Place place) {
        assertThat(only(Appraised.only(weakAt(place)).quality())).isEqualTo(QualityLevel.PRESS);
    }

    /** Shares, cashable, discounting, weights, and inflation and participants where they do not matter, are none of its flows. */
    @Test
    void whatDividesAndDiscountsIsNoEvidenceOfAFlow() {
        Scenario scenario = CashFlows.empty(4, DiscountPolicy.flat(Expression.parse("weak * 0")))
                .parameter(of(Quality.OFFICIAL, "strong", "1"))
                .parameter(of(Quality.PRESS, "weak", "1"))
                .inflation("weak")
                .intervention(
                        "measure",
                        i -> i.participants(n -> n.count("weak").when(Profile.ALWAYS))
                                .effect(
                                        "gain",
                                        e -> e.quantity("strong")
                                                .value(1)
                                                .accruesTo(new Shares(Map.of("society", Expression.parse("weak"))))
                                                .cashable("weak")))
                .build();
        assertThat(only(Appraised.only(scenario).quality())).isEqualTo(QualityLevel.OFFICIAL);
        assertThat(Appraised.only(scenario).quality().get(3).parameters()).isZero();
    }

    /** An outcome's baseline, trend and values count; what others do about the outcome does not. */
    @Test
    void aReductionRestsOnItsOutcomeAndNotOnOtherReductions() {
        Outcome outcome = Outcome.builder("burglary")
                .baseline("practice")
                .value("strong")
                .borneBy("society")
                .build();
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .parameter(of(Quality.OFFICIAL, "strong", "10"))
                .parameter(of(Quality.PRACTICE, "practice", "100"))
                .parameter(of(Quality.ILLUSTRATIVE, "guess", "0.5"))
                .outcome(outcome)
                .intervention(
                        "lamps",
                        i -> i.effect("fewer", e -> e.reduces("burglary").by(0.5)))
                .intervention(
                        "locks",
                        i -> i.effect("fewer", e -> e.reduces("burglary").by("guess")))
                .build();
        List<QualityShare> shares = Appraised.only(scenario).quality();
        // both take half: each is credited half of the benefit
        assertThat(shares.get(2).benefits()).isCloseTo(0.5, within(1e-12));
        assertThat(shares.get(5).benefits()).isCloseTo(0.5, within(1e-12));
        assertThat(shares.get(2).parameters()).isEqualTo(1);
    }

    /** A formula without a quality claims nothing; with one it counts beside what it is computed from. */
    @Test
    void aFormulaClaimsOnlyWhatItSays() {
        for (Quality own : new Quality[] {null, Quality.ILLUSTRATIVE, Quality.CHOICE}) {
            Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                    .parameter(of(Quality.STUDY, "a", "2"))
                    .parameter(of(own, "twice", "2 * a"))
                    .intervention(
                            "measure",
                            i -> i.effect(
                                    "gain", e -> e.quantity("twice").value(1).accruesTo("society")))
                    .build();
            AlternativeResult result = Appraised.only(scenario);
            assertThat(only(result.quality()))
                    .isEqualTo(own == Quality.ILLUSTRATIVE ? QualityLevel.ILLUSTRATIVE : QualityLevel.STUDY);
            assertThat(sum(result.quality(), QualityShare::parameters)).isEqualTo(own == null ? 1 : 2);
        }
    }

    /** What the alternative sets is in force: a formula there leads to what it names. */
    @Test
    void whatASetMakesOfAParameterCounts() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .parameter(of(Quality.ILLUSTRATIVE, "guess", "3"))
                .parameter("a", "2")
                .intervention(
                        "measure",
                        i -> i.effect("gain", e -> e.quantity("a").value(1).accruesTo("society")))
                .build();
        assertThat(only(Appraised.only(scenario).quality())).isEqualTo(QualityLevel.NONE);
        AlternativeResult set = Mkba.appraise(scenario, Selection.ALL.with("a", Replacement.by("guess * 2")))
                .results()
                .get(0);
        assertThat(only(set.quality())).isEqualTo(QualityLevel.ILLUSTRATIVE);
        AlternativeResult times = Mkba.appraise(scenario, Selection.ALL.with("a", Replacement.times("guess")))
                .results()
                .get(0);
        // `a` says nothing itself: none is weaker than illustrative
        assertThat(only(times.quality())).isEqualTo(QualityLevel.NONE);
        assertThat(sum(times.quality(), QualityShare::parameters)).isEqualTo(2);
    }

    /**
     * NPV = 3 a + b with a and b uniform on 0 … 1: the squared rank correlations are nearly as 9 to 1, so that a's part is about 0.9.
     */
    @Test
    void theVarianceIsDividedBySquaredRankCorrelations() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .parameter(of(Quality.OFFICIAL, "a", "0.5").toBuilder()
                        .distribution(Distribution.uniform(0, 1))
                        .build())
                .parameter(of(Quality.ILLUSTRATIVE, "b", "0.5").toBuilder()
                        .distribution(Distribution.uniform(0, 1))
                        .build())
                .parameter("unused", p -> p.value(1).distribution(Distribution.uniform(0, 2)))
                .intervention(
                        "measure",
                        i -> i.cost("c", c -> c.paidBy("society").amount(1))
                                .effect(
                                        "gain",
                                        e -> e.quantity("3 * a + b").value(1).accruesTo("society")))
                .build();
        SimulationResult.SimulatedCase result = Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(scenario.simulation()), Workers.callerOnly())
                .results()
                .get(0);
        Map<String, Double> squares = new HashMap<>();
        result.rankCorrelations().forEach((id, r) -> squares.put(id, r.orElse(0) * r.orElse(0)));
        double all = squares.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(result.quality().get(0).variance().orElseThrow()).isCloseTo(squares.get("a") / all, within(1e-12));
        assertThat(result.quality().get(5).variance().orElseThrow()).isCloseTo(squares.get("b") / all, within(1e-12));
        assertThat(result.quality().get(0).variance().orElseThrow()).isCloseTo(0.9, within(0.02));
        assertThat(sum(result.quality(), share -> share.variance().orElse(0))).isCloseTo(1, within(1e-12));
        // E[3 a + b] = 2 and costs are 1: a ratio of expected values of 2
        assertThat(result.expected().bcr().orElseThrow()).isCloseTo(2, within(0.01));
        assertThat(result.expected().npv()).isEqualTo(result.npv().mean());
        assertThat(result.expected().pvCosts()).isEqualTo(1);
    }

    /** What is decided may be drawn, with a warning; what is true by definition cannot, not even from the command line. */
    @Test
    void aDefinitionIsNeverUncertainAndAChoiceNeedNotBe() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .parameter(of(Quality.DEFINITION, "months", "12"))
                .parameter(of(Quality.CHOICE, "coaches", "2"))
                .parameter(of(Quality.OFFICIAL, "wage", "7").toBuilder()
                        .distribution(Distribution.uniform(1, 20))
                        .build())
                .intervention(
                        "measure",
                        i -> i.cost("c", c -> c.paidBy("society").amount("months * coaches"))
                                .effect("gain", e -> e.quantity("wage").value(3).accruesTo("society")))
                .build();
        Replacement uncertain = new Replacement.Value(null, Distribution.uniform(1, 3));
        assertThatThrownBy(() -> Mkba.appraise(scenario, Selection.ALL.with("months", uncertain)))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code, Problem::path)
                                .containsExactly(
                                        Tuple.tuple(ProblemCode.UNCERTAIN_DEFINITION, "set.months.distribution")));
        assertThat(Mkba.appraise(scenario, Selection.ALL.with("coaches", uncertain))
                        .warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNCERTAIN_CHOICE);
        var sensitivity = Mkba.sensitivity(
                        scenario,
                        Selection.ALL,
                        SensitivityRequest.of(scenario)
                                .only(
                                        SensitivityRequest.Analysis.TORNADO,
                                        SensitivityRequest.Analysis.SWITCHING_VALUES),
                        Workers.callerOnly())
                .results()
                .get(0);
        assertThat(sensitivity.switchingValues())
                .extracting(SwitchingValue::parameter)
                .containsExactlyInAnyOrder("coaches", "wage");
        assertThat(sensitivity.tornado()).extracting(TornadoBar::name).containsExactly("wage");
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
