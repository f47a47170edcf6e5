package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.cooperation.ShapleyResult.ShapleyCase;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.testkit.ScenarioArbitraries;

/** What holds for every package, found from appraisals of its parts. */
class ShapleyRulesTest {

    private static final String PART = "part";

    @Property(tries = 50)
    void rules(@ForAll @IntRange(max = 1_000_000) int seed) {
        Scenario scenario = ScenarioArbitraries.ofSeed(seed);
        ShapleyResult found;
        try {
            found = Mkba.shapley(scenario, Selection.ALL);
        } catch (InvalidScenarioException refused) {
            Assume.that(false);
            throw refused;
        }
        List<AlternativeResult> appraised = Mkba.appraise(scenario).results();
        for (int i = 0; i < appraised.size(); i++) {
            check(scenario, found.results().get(i), appraised.get(i));
        }
    }

    private static void check(Scenario scenario, ShapleyCase found, AlternativeResult result) {
        double size = result.streams().stream()
                        .mapToDouble(stream -> Math.abs(stream.pv().value()))
                        .sum()
                + 1;
        List<String> ids = List.copyOf(result.interventions().keySet());
        assertThat(found.npv()).isEqualTo(result.npv());
        assertThat(found.interventions().keySet()).containsExactlyElementsOf(ids);
        Map<Set<String>, Double> worth = new HashMap<>();
        Function<Set<String>, Double> npv =
                members -> worth.computeIfAbsent(members, part -> npv(scenario, found.alternative(), part));
        double sum = 0;
        for (String id : ids) {
            ShapleyResult.Contribution each = found.interventions().get(id);
            sum += each.shapley().value();
            // to the last bit, since it is the same arithmetic
            assertThat(each.last())
                    .isEqualTo(result.interventions().get(id).last().orElseThrow());
            assertThat(each.alone().value()).isEqualTo(npv.apply(Set.of(id)));
            assertThat(each.shapley().value()).isCloseTo(meanOverAllOrders(ids, id, npv), within(1e-9 * size));
        }
        assertThat(sum).isCloseTo(found.npv().value(), within(1e-9 * size));
    }

    /** What an intervention adds to those before it, in every order in which all could be added. */
    private static double meanOverAllOrders(List<String> ids, String id, Function<Set<String>, Double> npv) {
        List<List<String>> orders = orders(ids);
        double sum = 0;
        for (List<String> order : orders) {
            int before = order.indexOf(id);
            sum += npv.apply(Set.copyOf(order.subList(0, before + 1)))
                    - npv.apply(Set.copyOf(order.subList(0, before)));
        }
        return sum / orders.size();
    }

    private static List<List<String>> orders(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : ids) {
            List<String> rest = ids.stream().filter(id -> !id.equals(first)).toList();
            for (List<String> order : orders(rest)) {
                List<String> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    /** Of an alternative with only these interventions, appraised by itself. */
    private static double npv(Scenario scenario, String alternative, Set<String> members) {
        Alternative whole = scenario.alternatives().get(alternative);
        Scenario.Builder copy = scenario.toBuilder();
        copy.alternative(PART, part -> {
            part.interventions(
                    whole.interventions().stream().filter(members::contains).toList());
            whole.set().forEach(part::set);
        });
        return Mkba.appraise(copy.build(), Selection.ALL.alternatives(PART))
                .result(PART)
                .npv()
                .value();
    }
}
