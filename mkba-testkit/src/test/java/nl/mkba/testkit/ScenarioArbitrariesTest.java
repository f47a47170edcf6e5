package nl.mkba.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.Shrinkable;
import nl.mkba.Mkba;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Transfer;
import nl.mkba.testkit.report.ScenarioAsYaml;
import nl.mkba.text.Text;

/** What the random scenarios are, and what they shrink to. */
class ScenarioArbitrariesTest {

    @Provide
    Arbitrary<Scenario> any() {
        return ScenarioArbitraries.any();
    }

    @Provide
    Arbitrary<Scenario> small() {
        return ScenarioArbitraries.small();
    }

    @Provide
    Arbitrary<Scenario> withOutcomes() {
        return ScenarioArbitraries.withOutcomes();
    }

    @Provide
    Arbitrary<Scenario> withParticipants() {
        return ScenarioArbitraries.withParticipants();
    }

    @Provide
    Arbitrary<Scenario> withTransfers() {
        return ScenarioArbitraries.withTransfers();
    }

    @Provide
    Arbitrary<Scenario> beyondHorizon() {
        return ScenarioArbitraries.beyondHorizon();
    }

    @Provide
    Arbitrary<Scenario> uncertain() {
        return ScenarioArbitraries.uncertain();
    }

    @Property(tries = 50)
    void noneIsRefused(@ForAll("any") Scenario scenario) {
        assertThat(Mkba.appraise(scenario).results()).isNotEmpty();
    }

    @Property(tries = 50)
    void smallOnesAreSmall(@ForAll("small") Scenario scenario) {
        assertThat(scenario.interventions()).hasSizeLessThanOrEqualTo(2);
        assertThat(scenario.horizon()).isLessThanOrEqualTo(7);
    }

    @Property(tries = 20)
    void eachKindHasWhatItIsNamedAfter(
            @ForAll("withOutcomes") Scenario outcomes,
            @ForAll("withParticipants") Scenario participants,
            @ForAll("withTransfers") Scenario transfers,
            @ForAll("beyondHorizon") Scenario tails,
            @ForAll("uncertain") Scenario uncertain) {
        assertThat(effects(outcomes)).anyMatch(Effect.Reduction.class::isInstance);
        assertThat(participants.interventions().values())
                .anyMatch(each -> each.streams().stream()
                        .anyMatch(stream -> stream.terms().perParticipant()));
        assertThat(transfers(transfers)).isNotEmpty();
        assertThat(tails.interventions().values())
                .anyMatch(each -> each.streams().stream()
                        .anyMatch(stream -> stream.terms().continues()));
        assertThat(uncertain.parameters().values()).anyMatch(parameter -> parameter.distribution() != null);
    }

    @Example
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> ScenarioArbitraries.using("effects.magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("effects.magic");
    }

    /** What a property that no transfer satisfies is left with: what a file must have, one intervention, and one transfer. */
    @Example
    void aCounterexampleShrinksToWhatItFailsFor() {
        Scenario least = least(
                ScenarioArbitraries.withTransfers(),
                scenario -> !transfers(scenario).isEmpty());
        assertThat(transfers(least)).hasSize(1);
        assertThat(least.interventions()).hasSize(1);
        assertThat(least.stakeholders()).hasSize(2);
        assertThat(effects(least)).isEmpty();
        assertThat(least.parameters()).isEmpty();
        assertThat(least.outcomes()).isEmpty();
        assertThat(least.outlooks()).isEmpty();
        assertThat(least.horizon()).isEqualTo(1);
        assertThat(least.title()).isEqualTo(Text.of("Made at random"));
        assertThat(least.baseYear()).isBetween(2018, 2026);
        assertThat(ScenarioFile.write(least).lines().count()).isLessThan(25);
    }

    @Example
    void whatIsShrunkStaysOfItsKind() {
        Scenario least = least(ScenarioArbitraries.withOutcomes(), scenario -> true);
        assertThat(effects(least)).hasSize(1);
        assertThat(least.outcomes()).hasSize(1);
    }

    /** What jqwik prints is a file again. */
    @Property(tries = 20)
    void aCounterexampleIsPrintedAsAFile(@ForAll("any") Scenario scenario) {
        String printed = new ScenarioAsYaml().report(scenario).toString();
        assertThat(ScenarioFile.read(printed)).isEqualTo(scenario);
    }

    @Example
    void jqwikFindsTheFormByItself() {
        assertThat(ServiceLoader.load(SampleReportingFormat.class))
                .anyMatch(format -> format instanceof ScenarioAsYaml && format.appliesTo(ScenarioArbitraries.ofSeed(1)))
                .noneMatch(format -> format instanceof ScenarioAsYaml && format.appliesTo("a text"));
    }

    /** As jqwik shrinks: the first smaller one that still fails, until there is none. */
    private static Scenario least(Arbitrary<Scenario> arbitrary, Predicate<Scenario> fails) {
        Random random = new Random(7);
        Shrinkable<Scenario> least = arbitrary.generator(100).next(random);
        Optional<Shrinkable<Scenario>> smaller = Optional.of(least);
        while (smaller.isPresent()) {
            least = smaller.get();
            Shrinkable<Scenario> current = least;
            smaller = current.shrink()
                    .filter(candidate -> candidate.distance().compareTo(current.distance()) < 0)
                    .filter(candidate -> fails.test(candidate.value()))
                    .findFirst();
        }
        return least.value();
    }

    private static List<Effect> effects(Scenario scenario) {
        List<Effect> effects = new ArrayList<>();
        scenario.interventions().values().forEach(each -> effects.addAll(each.effects()));
        return effects;
    }

    private static List<Transfer> transfers(Scenario scenario) {
        List<Transfer> transfers = new ArrayList<>();
        scenario.interventions().values().forEach(each -> transfers.addAll(each.transfers()));
        return transfers;
    }
}
