package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.text.Text;

/** A scenario that is written is read as the same scenario, whatever is in it. */
class RoundTripRulesTest {

    /** For what generated scenarios may be refused: it depends on values. */
    private static final Set<ProblemCode> BY_VALUE =
            Set.of(ProblemCode.REDUCTION_OUT_OF_RANGE, ProblemCode.DOES_NOT_CONVERGE, ProblemCode.NOT_AT_FULL_STRENGTH);

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.alsoRefused();
    }

    @Property(tries = 300)
    void writingAndReadingChangesNothing(@ForAll("scenarios") Scenario scenario) {
        assertThat(reread(scenario)).isEqualTo(scenario);
    }

    private static Scenario reread(Scenario scenario) {
        try {
            return Rereading.of(scenario);
        } catch (InvalidScenarioException refused) {
            Assume.that(refused.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .anyMatch(problem -> !BY_VALUE.contains(problem.code())));
            throw refused;
        }
    }

    @Property(tries = 500)
    void textsAreKeptLetterByLetter(@ForAll String title, @ForAll String notes, @ForAll List<String> authors) {
        Scenario scenario = Scenario.builder("texts")
                .title(Text.of(title, notes))
                .description(notes + "\n" + title)
                .authors(authors)
                .notes(notes)
                .baseYear(2024)
                .horizon(1)
                .discounting(0.03)
                .stakeholder("city", s -> s.name(title))
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(1).name(notes)))
                .build();

        assertThat(Rereading.of(scenario)).isEqualTo(scenario);
    }
}
