package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mkba.Mkba;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.text.Text;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a file is what the scenario says, character by character, and is what is written again. */
class ExactTextTest {

    @TempDir
    private Path folder;

    private Path file(String more) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), """
                mkba: 1
                id: s
                title: s
                base_year: 2026
                price_level: 2026
                horizon: 50
                stakeholders: {city: {sector: public}}
                interventions:
                  m: {costs: {c: {paid_by: city, amount: x}}}
                """ + more);
    }

    private Scenario read(String more) throws IOException {
        Scenario scenario = ScenarioFile.read(file(more));
        assertThat(Rereading.of(scenario)).isEqualTo(scenario);
        return scenario;
    }

    private static List<Problem> problems(ThrowingCallable work) {
        return catchThrowableOfType(InvalidScenarioException.class, work).problems();
    }

    @Test
    void thereIsOneZero() throws IOException {
        Scenario scenario = read("""
                discounting: {standard: {steps: {0: -0, 10: -0%}}}
                inflation: -0.0
                parameters:
                  x: -0
                  y: {value: -0e3, distribution: {pert: [0%, -0, 30%]}}
                  z: {value: 0, distribution: {discrete: {values: [-0, 1], weights: [1, -0]}}}
                  u: {value: 0, distribution: {normal: {mean: -0, sd: 1, min: -0}}}
                correlations: [{between: [y, u], rank: -0}]
                expect: [{figure: npv, value: -0}]
                """);
        assertThat(scenario.parameters().get("x").value()).isEqualTo(Expression.ZERO);
        assertThat(ScenarioFile.write(scenario)).doesNotContain("pert: [0, -0");
        assertThat(Mkba.appraise(scenario).results().get(0).npv().value()).isZero();
    }

    /** Each of them ends a line in YAML 1.1; what stands behind it in a comment is no key, and in a text it is a character. */
    @Test
    void whatEndsALineInNoEditorEndsNone() throws IOException {
        Scenario scenario = read("discounting: 0% # \u0085inflation: 9%\u2028first_year: 1900\u2029horizon: 2\n"
                + "parameters: {x: 5}\n"
                + "description: one\u2028two\u2029three\u0085four\n"
                + "notes: \"five\u2028six\\u2028\ue000\"\n");
        assertThat(scenario.statedInflation()).isNull();
        assertThat(scenario.texts().description()).isEqualTo(Text.of("one\u2028two\u2029three\u0085four"));
        assertThat(scenario.texts().notes()).isEqualTo(Text.of("five\u2028six\u2028\ue000"));
    }

    @Test
    void linesEndWithAReturnToo() throws IOException {
        Path file = file("");
        Files.writeString(
                file,
                Files.readString(file).replace("\n", "\r")
                        + "discounting: 0%\rparameters: {x: 5} # \u2028\rsurplus: 1\r");
        assertThat(problems(() -> ScenarioFile.read(file)))
                .extracting(problem ->
                        problem.location() == null ? "" : problem.location().line() + ":" + problem.path())
                .containsExactly("12:surplus");
    }

    @Test
    void aParameterMayBeCalledNull() throws IOException {
        Scenario scenario = read("""
                discounting: 0%
                parameters:
                  null: {value: 5, distribution: {uniform: [4, 6]}}
                  x: 'null'
                  y: {value: 2, distribution: {uniform: [1, 3]}}
                correlations: [{between: [null, y], rank: 0.5}]
                alternatives: {all: {interventions: [m], set: {null: 7}}}
                """);
        assertThat(Mkba.appraise(scenario).results().get(0).pvCosts().value()).isEqualTo(350);
    }

    @Test
    void calendarYearsOfStepsAreWrittenAsTheyStand() throws IOException {
        Scenario scenario = read("""
                discounting: {standard: {steps: {2026: 5%, 2040: 1%}}, classes: {slow: {steps: {2026: 2%}}}}
                parameters: {x: 5}
                """);
        assertThat(scenario.discounting().standard().steps()).containsOnlyKeys(2026, 2040);
        assertThat(ScenarioFile.write(scenario)).contains("steps: {2026: 5%, 2040: 1%}", "slow: {steps: {2026: 2%}}");
        Scenario offsets = read("""
                discounting: {standard: {steps: {0: 5%, 14: 1%}}, classes: {slow: 2%}}
                parameters: {x: 5}
                """);
        assertThat(Mkba.appraise(scenario).results().get(0).pvCosts())
                .isEqualTo(Mkba.appraise(offsets).results().get(0).pvCosts());
    }

    @Test
    void inflationOfZeroThatIsStatedStaysStated() throws IOException {
        Scenario scenario = read("discounting: 0%\nparameters: {x: 5}\ninflation: 0\n");
        assertThat(ScenarioFile.write(scenario)).contains("inflation: 0");
        assertThat(ScenarioFile.write(read("discounting: 0%\nparameters: {x: 5}\n")))
                .doesNotContain("inflation");
    }

    @Test
    void anOptionsStepsAreCountedFromTheBaseYearToo() throws IOException {
        Scenario scenario = read("discounting: 0%\nparameters: {x: 5}\n");
        DiscountPolicy policy = ScenarioFile.parseDiscounting("{standard: {steps: {0: 5%, 2020: 1%}}}");
        assertThat(problems(() -> Mkba.appraise(scenario, new Selection(List.of(), List.of(), true, Map.of(), policy))))
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple(ProblemCode.YEAR_BEFORE_BASE, "selection.discounting.standard.steps.2020"));
    }
}
