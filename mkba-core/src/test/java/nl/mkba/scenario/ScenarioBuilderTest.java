package nl.mkba.scenario;

import static nl.mkba.scenario.Stream.Per.PARTICIPANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.Test;

/** What the builders take, what they refuse, and that there is no way round the check. */
class ScenarioBuilderTest {

    private static Scenario.Builder debtHelp() {
        return Scenario.builder("debt_help")
                .title("Debt help near home")
                .baseYear(2026)
                .priceLevel(2025)
                .horizon(10)
                .discounting("nl_2026")
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("family", s -> s.name("Families").sector("households"))
                .parameter("families", p -> p.value(50).unit("family").source("plan of the city"))
                .parameter("success", p -> p.value("40%").distribution(Distribution.pert(0.30, 0.40, 0.55)))
                .intervention(
                        "debt_help",
                        i -> i.participants(n -> n.count("families").when(w -> w.years(4)))
                                .cost(
                                        "staff",
                                        c -> c.paidBy("city").amount(60_000).when(w -> w.years(4)))
                                .effect(
                                        "health",
                                        e -> e.quantity("success")
                                                .value(6_000)
                                                .per(PARTICIPANT)
                                                .accruesTo("family")
                                                .deadweight("20%")
                                                .when(w -> w.delay(1).years(8).dropOff("10%"))));
    }

    private static List<Problem> refused(Scenario.Builder scenario) {
        return catchThrowableOfType(InvalidScenarioException.class, scenario::build)
                .problems();
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code().id() + " " + problem.path())
                .toList();
    }

    /**
     * Costs: 60,000 · (1 + 1/1.028 + 1/1.028² + 1/1.028³). Benefits: of each of four cohorts of 50, in year k of 0 … 7 after a
     * year's delay, 50 · 40 % · 6,000 · 80 % · 90 %^(k+1) = 96,000 · 0.9^(k+1), as far as the ten years go.
     */
    @Test
    void theExampleIsCalculatedAsWritten() {
        AlternativeResult result = Mkba.appraise(debtHelp().build()).result("all");
        double costs = 0;
        double benefits = 0;
        for (int entry = 0; entry < 4; entry++) {
            costs += 60_000 / Math.pow(1.028, entry);
            for (int k = 0; k < 8 && entry + 1 + k < 10; k++) {
                benefits += 96_000 * Math.pow(0.9, k) / Math.pow(1.028, entry + 1 + k);
            }
        }
        assertThat(result.pvCosts().value()).isCloseTo(costs, within(1e-6));
        assertThat(result.pvBenefits().value()).isCloseTo(benefits, within(1e-6));
    }

    @Test
    void aNumberATextAndAnExpressionSayTheSame() {
        Cost number = Cost.builder("c").paidBy("city").amount(0.5).build();
        for (Consumer<Cost.Builder> keys : List.<Consumer<Cost.Builder>>of(
                c -> c.paidBy("city", 1).amount("0.5"),
                c -> c.paidBy("city", "1").amount(Expression.parse(".5")))) {
            Cost other =
                    Intervention.builder("i").cost("c", keys).build().costs().get(0);
            assertThat(other).isEqualTo(number).hasSameHashCodeAs(number);
        }
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(texts(refused(Scenario.builder("empty"))))
                .containsExactly(
                        "missing_key title",
                        "missing_key base_year",
                        "missing_key horizon",
                        "missing_key discounting",
                        "missing_key stakeholders",
                        "empty interventions");
    }

    @Test
    void everyFaultOfEveryPartIsNamedWithItsPath() {
        Scenario.Builder scenario = debtHelp()
                .stakeholder("bank", s -> s.weight("1 +"))
                .parameter("nothing", p -> p.unit("EUR"))
                .parameter("disorder", p -> p.value(1).distribution(Distribution.uniform(3, 2)))
                .outcome(
                        "nuisance",
                        o -> o.baseline(Double.NaN)
                                .value(Double.POSITIVE_INFINITY)
                                .borneBy("citi"))
                .intervention(
                        "more",
                        i -> i.start("2026 +")
                                .cost("unpaid", c -> c.amount("60.000,5"))
                                .cost(
                                        "nobody",
                                        c -> c.paidBy(new Shares(Map.of())).amount(1))
                                .cost("both", c -> c.paidBy("city").amount(1).total(2))
                                .effect("neither", e -> e.deadweight(Double.NaN))
                                .effect(
                                        "reduced",
                                        e -> e.reduces("nuisance").by("10%").quantity(1))
                                .transfer("alone", t -> t.from("city").amount(1))
                                .unpriced(u -> u.name("trust"))
                                .interaction(x -> x.times(2)))
                .alternative("none", a -> a.name("Nothing chosen"))
                .outlook("odd", o -> o.discounting("1 ++").set("families", r -> {}))
                .correlation(c -> c.rank(0.5))
                .expect(x -> x.figure("npv").value(Double.NaN).within(-1))
                .simulation(s -> s.draws(0))
                .priceIndex("nl_cpj");

        List<String> found = texts(refused(scenario));
        assertThat(found)
                .contains(
                        "expression_incomplete stakeholders.bank.weight",
                        "missing_key parameters.nothing.value",
                        "distribution_order parameters.disorder",
                        "not_finite outcomes.nuisance.baseline",
                        "not_finite outcomes.nuisance.value",
                        "unknown_stakeholder outcomes.nuisance.borne_by.citi",
                        "missing_key interventions.more.costs.unpaid.paid_by",
                        "empty interventions.more.costs.nobody.paid_by",
                        "not_with interventions.more.costs.both.total",
                        "one_of interventions.more.effects.neither.quantity",
                        "not_finite interventions.more.effects.neither.deadweight",
                        "not_with interventions.more.effects.reduced.quantity",
                        "missing_key interventions.more.transfers.alone.to",
                        "missing_key interventions.more.unpriced[0].sign",
                        "missing_key interventions.more.unpriced[0].stakeholder",
                        "one_of interventions.more.interactions[0].with",
                        "missing_key alternatives.none.interventions",
                        "empty outlooks.odd.set.families",
                        "missing_key correlations[0].between",
                        "not_finite expect[0].value",
                        "out_of_range expect[0].within",
                        "out_of_range simulation.draws",
                        "unknown_price_index price_index")
                .doesNotHaveDuplicates();
        // Nothing is said twice, under another code, of what is missing.
        assertThat(found).doesNotContain("missing_key interventions.more.effects.neither.quantity");
    }

    @Test
    void anUnknownPolicyIsNotTakenForAParameter() {
        List<Problem> problems = refused(debtHelp().discounting("nl_2027"));
        assertThat(texts(problems)).containsExactly("unknown_policy discounting");
        assertThat(problems.get(0).suggestions()).isNotEmpty();
        assertThat(debtHelp()
                        .parameter("rate", "3%")
                        .discounting("rate")
                        .build()
                        .discounting()
                        .standard()
                        .isFlat())
                .isTrue();
    }

    @Test
    void stepsBeginInYearZero() {
        assertThat(texts(refused(debtHelp().discounting(d -> d.standard(s -> s.steps(30, "3%"))))))
                .containsExactly("missing_key discounting.standard.steps.0");
        assertThat(texts(refused(debtHelp()
                        .discounting(d -> d.standard(s -> s.steps(0, "3%").steps(-1, 0.02))
                                .classes("standard", 0.01)
                                .classes("late", s -> s.steps(3, 0.01))))))
                .containsExactly(
                        "standard_as_class discounting.classes.standard",
                        "out_of_range discounting.standard.steps.-1",
                        "missing_key discounting.classes.late.steps.0");
    }

    @Test
    void aPlaceholderIsNoValue() {
        assertThat(texts(refused(debtHelp()
                        .intervention(
                                "more",
                                i -> i.cost("staff", c -> c.paidBy("city").amount(Expression.UNKNOWN))))))
                .containsExactly("missing_key interventions.more.costs.staff.amount");
    }

    @Test
    void aPartByItselfReportsWhenItIsBuilt() {
        Cost.Builder cost = Cost.builder("staff").paidBy("city", "1/").amount("x y");
        assertThat(texts(catchThrowableOfType(InvalidScenarioException.class, cost::build)
                        .problems()))
                .extracting(text -> text.substring(text.indexOf(' ') + 1))
                .containsExactly("paid_by.city", "amount");
    }

    /** The price level is not stated, and matters: a warning, also for a scenario that is built in Java. */
    @Test
    void warningsReachTheCheckAndTheResults() {
        Scenario scenario = Scenario.builder("growing")
                .title("Growing")
                .baseYear(2026)
                .horizon(3)
                .discounting(0.03)
                .stakeholder("city", s -> s.sector("public"))
                .intervention(
                        "works",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(1).growth("1%")))
                .build();
        assertThat(texts(scenario.warnings())).containsExactly("price_level_taken price_level");
        assertThat(texts(Mkba.check(scenario))).contains("price_level_taken price_level");
        assertThat(texts(Mkba.appraise(scenario).warnings())).contains("price_level_taken price_level");
    }

    /** Read as nine euros, and as the greatest of 1, 5 and 2: a text that reaches a builder is doubted as one in a file is. */
    @Test
    void aTextThatMayMeanAnotherNumberIsDoubtedInABuilderToo() {
        Scenario scenario = debtHelp()
                .parameter("thousands", "9.000")
                .intervention(
                        "more",
                        i -> i.cost("a", c -> c.paidBy("city").amount("max(1,5,2)"))
                                .cost("b", c -> c.paidBy("city").amount("max(1, 5, 2)")))
                .build();
        assertThat(texts(Mkba.check(scenario)))
                .contains(
                        "perhaps_thousands parameters.thousands.value",
                        "perhaps_decimals interventions.more.costs.a.amount")
                .doesNotContain("perhaps_decimals interventions.more.costs.b.amount");
        assertThat(texts(Mkba.appraise(scenario).warnings()))
                .contains(
                        "perhaps_thousands parameters.thousands.value",
                        "perhaps_decimals interventions.more.costs.a.amount");
    }

    @Test
    void noPublicConstructorGoesRoundTheCheck() {
        for (Class<?> kind : List.of(
                Scenario.class, Intervention.class, Cost.class, Transfer.class, Parameter.class, Stream.Terms.class)) {
            assertThat(kind.getConstructors()).as(kind.getName()).isEmpty();
        }
    }

    @Test
    void anExceptionThatWasSentStillHasItsProblems() throws Exception {
        InvalidScenarioException refused =
                catchThrowableOfType(InvalidScenarioException.class, Scenario.builder("empty")::build);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refused);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            InvalidScenarioException received = (InvalidScenarioException) in.readObject();
            assertThat(received.problems()).isEqualTo(refused.problems()).hasSize(6);
            assertThat(received.problems().get(0).message(Locale.ENGLISH))
                    .isEqualTo(refused.problems().get(0).message(Locale.ENGLISH));
        }
    }
}
