package nl.mkba.engine.cooperation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.uncertainty.ColumnStatistics;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/** What each intervention adds in every draw: all parts of the package are evaluated for the draws of its simulation. */
final class DrawnShapley {

    /** Values of parts that are kept together, for one thread: 8 MB. */
    private static final int KEPT = 1 << 20;

    private static final int MOST_DRAWS = 256;

    private final Case whole;
    private final SubsetValues parts;
    private final double[][] columns;
    private final int count;
    private final int batch;
    private final double[][] alone;
    private final double[][] last;
    private final double[][] shapley;

    private DrawnShapley(Case whole, KeptDraws draws, int theCase, Cancellation cancellation) {
        List<String> uncertain = draws.cases().get(theCase).parameters();
        this.whole = whole;
        this.parts = new SubsetValues(whole, Set.copyOf(uncertain));
        this.columns = parts.uncertain().stream()
                .map(id -> draws.values(theCase, uncertain.indexOf(id), cancellation))
                .toArray(double[][]::new);
        this.count = draws.count();
        this.batch = Math.min(MOST_DRAWS, KEPT / parts.count());
        int interventions = whole.interventions().size();
        this.alone = new double[interventions][count];
        this.last = new double[interventions][count];
        this.shapley = new double[interventions][count];
    }

    /**
     * The statistics of each intervention, by id.
     *
     * @param theCase the index of the case in the draws
     */
    static Map<String, ShapleyResult.Contribution.Spread> spreads(
            Case whole, KeptDraws draws, int theCase, Workers workers) {
        DrawnShapley drawn = new DrawnShapley(whole, draws, theCase, workers);
        workers.run((drawn.count + drawn.batch - 1) / drawn.batch, drawn::worker);
        int interventions = whole.interventions().size();
        ShapleyResult.Contribution.Spread[] found = new ShapleyResult.Contribution.Spread[interventions];
        workers.run(interventions, cancellation -> i -> found[i] = drawn.spread(i, cancellation));
        Map<String, ShapleyResult.Contribution.Spread> spreads = new LinkedHashMap<>();
        for (int i = 0; i < interventions; i++) {
            spreads.put(whole.interventions().get(i).id(), found[i]);
        }
        return spreads;
    }

    private ShapleyResult.Contribution.Spread spread(int intervention, Cancellation cancellation) {
        return new ShapleyResult.Contribution.Spread(
                finite(alone, intervention, "alone", cancellation),
                finite(last, intervention, "last", cancellation),
                finite(shapley, intervention, "shapley", cancellation));
    }

    private Statistics finite(double[][] columns, int intervention, String name, Cancellation cancellation) {
        Statistics statistics = ColumnStatistics.of(columns[intervention], cancellation);
        if (!statistics.isFinite()) {
            throw new InvalidScenarioException(Overflow.problem(
                    whole,
                    "interventions." + whole.interventions().get(intervention).id() + "." + name));
        }
        return statistics;
    }

    private IntConsumer worker(Cancellation cancellation) {
        Evaluator.DrawBlock block = parts.block();
        return task -> {
            int from = task * batch;
            int n = Math.min(batch, count - from);
            CharacteristicFunction worth = parts.drawn(block, columns, from, n, cancellation);
            for (int i = 0; i < alone.length; i++) {
                cancellation.throwIfCancelled();
                System.arraycopy(worth.alone(i), 0, alone[i], from, n);
                System.arraycopy(worth.last(i), 0, last[i], from, n);
                System.arraycopy(worth.shapley(i), 0, shapley[i], from, n);
            }
        };
    }
}
