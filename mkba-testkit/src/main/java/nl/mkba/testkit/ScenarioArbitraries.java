package nl.mkba.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import nl.mkba.Mkba;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/**
 * Random scenarios for properties: valid ones, over every key of the scenario file that bears on a figure.
 *
 * <p>One that a property fails for is shrunk to the smallest of its parts that it still fails for, and jqwik prints that one as a
 * scenario file, to be pasted into one:
 *
 * <pre>{@code
 * @Property
 * void costsAreNotNegative(@ForAll("scenarios") Scenario scenario) { … }
 *
 * @Provide
 * Arbitrary<Scenario> scenarios() {
 *     return ScenarioArbitraries.any();
 * }
 * }</pre>
 *
 * <p>A seed gives the same scenarios in one version of mkba. The next version may have more keys, and so other scenarios.
 */
public final class ScenarioArbitraries {

    private ScenarioArbitraries() {}

    /** {@return scenarios of every kind, none of which is refused} */
    public static Arbitrary<Scenario> any() {
        return scenarios(ScenarioArbitraries::isAccepted);
    }

    /**
     * {@return scenarios of every kind, of which some, though valid as they are written, are refused because of their values:
     * now and then reductions add up to more than all there is, or a flow beyond the horizon has no finite value}
     */
    public static Arbitrary<Scenario> alsoRefused() {
        return scenarios(scenario -> true);
    }

    /** {@return scenarios with at most two interventions, six streams, one alternative and seven years} */
    public static Arbitrary<Scenario> small() {
        return scenarios(scenario -> isSmall(scenario) && isAccepted(scenario));
    }

    /** {@return scenarios in which an effect reduces an outcome} */
    public static Arbitrary<Scenario> withOutcomes() {
        return using("effects.reduces");
    }

    /** {@return scenarios with an amount per participant} */
    public static Arbitrary<Scenario> withParticipants() {
        return using("streams.per");
    }

    /** {@return scenarios with a transfer} */
    public static Arbitrary<Scenario> withTransfers() {
        return scenarios(scenario -> scenario.interventions().values().stream()
                        .anyMatch(intervention -> !intervention.transfers().isEmpty())
                && isAccepted(scenario));
    }

    /** {@return scenarios with a flow that goes on beyond the horizon} */
    public static Arbitrary<Scenario> beyondHorizon() {
        return using("streams.beyond_horizon");
    }

    /** {@return scenarios with a parameter that has a distribution} */
    public static Arbitrary<Scenario> uncertain() {
        return using("parameters.distribution");
    }

    /**
     * {@return scenarios that use all of these keys}
     *
     * @param keys from {@link #keys}
     * @throws IllegalArgumentException if a key is not in that list
     */
    public static Arbitrary<Scenario> using(String... keys) {
        List<String> all = List.of(keys);
        for (String key : all) {
            if (!ScenarioKeys.ALL.contains(key)) {
                throw new IllegalArgumentException("The key (" + key + ") must be one of " + ScenarioKeys.ALL);
            }
        }
        return scenarios(scenario -> keysOf(scenario).containsAll(all) && isAccepted(scenario));
    }

    /**
     * {@return every key of the scenario file that bears on a figure, as {@code section.key}; where it matters with the kind of
     * value}
     */
    public static List<String> keys() {
        return ScenarioKeys.ALL;
    }

    /**
     * {@return the keys, from {@link #keys}, that a scenario uses}
     *
     * @param scenario any
     */
    public static Set<String> keysOf(Scenario scenario) {
        return ScenarioKeys.of(scenario);
    }

    /**
     * {@return the scenario of a seed, one of {@link #alsoRefused}: for a loop over seeds, without jqwik}
     *
     * @param seed any number; the same one gives the same scenario
     */
    public static Scenario ofSeed(long seed) {
        return ScenarioMaker.scenario(seed);
    }

    private static boolean isSmall(Scenario scenario) {
        long streams = scenario.interventions().values().stream()
                .mapToLong(intervention -> intervention.streams().size())
                .sum();
        return scenario.interventions().size() <= 2
                && streams <= 6
                && scenario.alternatives().size() <= 1
                && scenario.horizon() <= 7;
    }

    private static boolean isAccepted(Scenario scenario) {
        try {
            Mkba.appraise(
                    scenario,
                    Selection.ALL.withOutlooks(scenario.outlooks().keySet().toArray(String[]::new)));
            return true;
        } catch (InvalidScenarioException refused) {
            return false;
        }
    }

    private static Arbitrary<Scenario> scenarios(Predicate<Scenario> wanted) {
        return Arbitraries.fromGenerator(random -> {
            Scenario scenario = ScenarioMaker.scenario(random);
            while (!wanted.test(scenario)) {
                scenario = ScenarioMaker.scenario(random);
            }
            return new ShrinkableScenario(scenario, wanted);
        });
    }
}
