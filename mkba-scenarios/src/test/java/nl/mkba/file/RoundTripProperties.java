package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.generated.ScenarioMaker;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Severity;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.StreamTerms;
import nl.mkba.text.Text;

/** A scenario that is written is read as the same scenario, whatever is in it. */
class RoundTripProperties {

    /** For what generated scenarios may be refused: it depends on values. */
    private static final Set<ProblemCode> BY_VALUE =
            Set.of(ProblemCode.REDUCTION_OUT_OF_RANGE, ProblemCode.DOES_NOT_CONVERGE, ProblemCode.NOT_AT_FULL_STRENGTH);

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioMaker.scenarios();
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
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .anyMatch(problem -> !BY_VALUE.contains(problem.code())));
            throw refused;
        }
    }

    @Property(tries = 500)
    void textsAreKeptLetterByLetter(@ForAll String title, @ForAll String notes, @ForAll List<String> authors) {
        Scenario scenario = Scenario.builder("texts", Text.of(title, notes))
                .texts(new Scenario.Texts(Text.of(notes + "\n" + title), authors, Text.of(notes)))
                .baseYear(2024)
                .horizon(1)
                .discounting(DiscountPolicy.flat(0.03))
                .stakeholder(new Stakeholder("city", Text.of(title), null, true, null, true, null, null))
                .intervention(Intervention.builder("coach")
                        .cost(Cost.perYear("staff", Shares.of("city"), "1", StreamTerms.DEFAULT.named(notes)))
                        .build())
                .build();

        assertThat(Rereading.of(scenario)).isEqualTo(scenario);
    }
}
