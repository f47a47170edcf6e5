package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Check;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Surroundings;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.testkit.ScenarioArbitraries;

/** What a probe says that varies a few parameters. */
class SurroundingsRulesTest {

    private static final int ROWS = 6;
    private static final double[] TIMES = {1, 0, -1, 0.9, 2, 1e200};

    /** What an evaluator says of a block, row by row. */
    private static final class Told implements Evaluator.Sink {
        private final Set<Check> notCounted;
        private final List<Set<String>> clamped = new ArrayList<>();
        private final FirstRefusal refusal;

        Told(Set<Check> notCounted) {
            this.notCounted = notCounted;
            this.refusal = new FirstRefusal(ROWS);
            for (int row = 0; row < ROWS; row++) {
                clamped.add(new TreeSet<>());
            }
        }

        @Override
        public void clamped(Check check, int row, double value) {
            if (!notCounted.contains(check)) {
                clamped.get(row).add(check.path() + " " + value);
            }
        }

        @Override
        public void refused(Check check, int row, double value) {
            refusal.refused(check, row, value);
        }

        /** Per row the net present value, or the message of why it is refused, with what was clamped. */
        List<String> rows(Evaluator.DrawBlock block) {
            block.evaluate(ROWS, this);
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                rows.add(clamped.get(row) + " "
                        + (refusal.isRefused(row) ? refusal.problem(row) : block.value(Evaluator.NPV, row)));
            }
            return rows;
        }
    }

    /** The same bits, and the same refusals, as where every parameter is an input and most of them do not move. */
    @Property(tries = 200)
    void aProbeSaysWhatTheWholePlanSays(@ForAll @IntRange(max = 1_000_000) int seed, @ForAll long choice) {
        Scenario scenario = ScenarioArbitraries.ofSeed(seed);
        Problems problems = new Problems();
        List<CentralCase> cases = CentralCase.of(scenario, Selection.ALL, problems);
        Assume.that(!problems.hasErrors() && !cases.isEmpty());
        SplittableRandom random = new SplittableRandom(choice);
        Plan central = cases.get(random.nextInt(cases.size())).plan();
        Case theCase = central.compiled();
        Map<String, Double> point = new LinkedHashMap<>(theCase.centralValues());
        point.keySet().removeAll(central.shaping());
        Assume.that(!point.isEmpty());
        Surroundings surroundings = Surroundings.of(theCase, point);
        Evaluator whole = Plan.of(theCase, point.keySet()).evaluator();
        List<String> ids = List.copyOf(point.keySet());
        Set<String> varied = new TreeSet<>();
        for (int k = 0; k <= random.nextInt(3); k++) {
            varied.add(ids.get(random.nextInt(ids.size())));
        }
        Evaluator some = surroundings.varying(List.copyOf(varied));
        Evaluator.DrawBlock all = whole.block(ROWS);
        Evaluator.DrawBlock few = some.block(ROWS);
        point.forEach((id, value) -> {
            for (int row = 0; row < ROWS; row++) {
                double other = varied.contains(id) ? value * TIMES[random.nextInt(TIMES.length)] : value;
                all.input(whole.inputs().indexOf(id))[row] = other;
                if (varied.contains(id)) {
                    few.input(some.inputs().indexOf(id))[row] = other;
                }
            }
        });
        assertThat(new Told(surroundings.clamped()).rows(few)).isEqualTo(new Told(surroundings.clamped()).rows(all));
    }
}
