package nl.mkba.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import nl.mkba.Mkba;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    /** In one year, that is not discounted: 150 for 100, so 50; with a gain of 90, −10. */
    private static Scenario.Builder scenario() {
        return Scenario.builder("coach")
                .title("A coach")
                .baseYear(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.sector("public"))
                .parameter("gain", 150)
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100))
                                .effect(
                                        "skills",
                                        e -> e.quantity(1).value("gain").accruesTo("city")))
                .outlook("meagre", o -> o.set("gain", r -> r.value(90)));
    }

    private static List<Expectations.Checked> checked(Scenario scenario) {
        Selection selection = Expectations.selection(scenario, Selection.ALL);
        return Expectations.check(Mkba.appraise(scenario, selection), Locale.ENGLISH);
    }

    @Test
    void eachExpectationIsHeldAgainstTheResultThatItIsAbout() {
        List<Expectations.Checked> checked = checked(scenario()
                .expect(e -> e.figure("npv").value(50))
                .expect(e -> e.figure("stakeholders.city.net").value(-10).outlook("meagre"))
                .expect(e -> e.figure("years[0].costs").value(99))
                .build());
        assertThat(checked).extracting(Expectations.Checked::holds).containsExactly(true, true, false);
        assertThat(checked).extracting(Expectations.Checked::found).containsExactly("50", "-10", "100");
        assertThat(checked.get(1).outlook()).hasValue("meagre");
        assertThat(checked.get(2).index()).isEqualTo(2);
    }

    @Test
    void aFigureThatResultsDoNotHaveIsRefusedWithTheNearest() {
        Scenario scenario = scenario().expect(e -> e.figure("nvp").value(50)).build();
        assertThatThrownBy(() -> checked(scenario)).isInstanceOfSatisfying(InvalidScenarioException.class, refused -> {
            assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.UNKNOWN_FIGURE);
            assertThat(refused.problems().get(0).path()).isEqualTo("expect[0].figure");
            assertThat(refused.problems().get(0).suggestions()).containsExactly("npv");
        });
    }
}
