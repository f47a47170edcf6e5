package nl.mkba.engine.cooperation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Check;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.plan.Plan;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import nl.mkba.uncertainty.Cancellation;

/**
 * The net present value of every part of a package of interventions, all 2ⁿ, by one plan in which whether each intervention is
 * carried out is an input. The members of a part are the bits of its number. Immutable.
 */
final class SubsetValues {

    /** Rows that are evaluated together: few enough to stay in the processor's cache. */
    private static final int ROWS = 256;

    private final Case whole;
    private final List<String> interventions;
    private final Evaluator evaluator;

    /** @param uncertain ids of the parameters that differ from draw to draw; none for the central estimate */
    SubsetValues(Case whole, Set<String> uncertain) {
        this.whole = whole;
        this.interventions =
                whole.interventions().stream().map(Intervention::id).toList();
        this.evaluator = Plan.inParts(whole, uncertain).evaluator();
    }

    /** How many parts there are, the whole and the empty one among them. */
    int count() {
        return 1 << interventions.size();
    }

    /** The ids of the uncertain parameters, in the order of the columns that are asked for. */
    List<String> uncertain() {
        return evaluator.inputs();
    }

    /** Working memory for the other methods; for one thread. */
    Evaluator.DrawBlock block() {
        return evaluator.block(ROWS);
    }

    /**
     * What each part is worth in the central estimate.
     *
     * @param cancellation asked between rows
     * @throws InvalidScenarioException if the format refuses a subset on its own; it is named
     */
    CharacteristicFunction central(Cancellation cancellation) {
        Outside outside = new Outside();
        double[] values = values(block(), new double[0][], 0, 1, outside, cancellation);
        for (int part : outside.parts) {
            cancellation.throwIfCancelled();
            values[part] = compiled(part);
        }
        return new CharacteristicFunction(values, interventions.size(), 1);
    }

    /** The value of a part in which the plan saw something out of range: this may be rounding, which is let pass. */
    private double compiled(int part) {
        Set<String> members = new HashSet<>(members(part));
        try {
            Plan plan = Plan.of(whole.only(members::contains), Set.of());
            return plan.value(plan.society().npv());
        } catch (InvalidScenarioException refused) {
            List<Problem> problems = new ArrayList<>(refused.problems());
            problems.add(refusedPart(problems.get(0).path(), part));
            throw new InvalidScenarioException(problems);
        }
    }

    /**
     * What each part is worth in each of some draws. Fractions are clamped as in a simulation.
     *
     * @param columns the values of the uncertain parameters in all draws
     * @param from the first draw
     * @param draws how many
     * @param cancellation asked between rows
     * @throws InvalidScenarioException if a part is refused in a draw; the lowest of both are named
     */
    CharacteristicFunction drawn(
            Evaluator.DrawBlock block, double[][] columns, int from, int draws, Cancellation cancellation) {
        Refused refused = new Refused(draws, new FirstRefusal(count() * draws), count());
        double[] values = values(block, columns, from, draws, refused, cancellation);
        if (refused.byDraw.isAny()) {
            throw refused(refused.byDraw, columns, from);
        }
        return new CharacteristicFunction(values, interventions.size(), draws);
    }

    private InvalidScenarioException refused(FirstRefusal byDraw, double[][] columns, int from) {
        int draw = from + byDraw.row() / count();
        Problem problem = byDraw.problem(byDraw.row());
        return new InvalidScenarioException(List.of(
                problem,
                FirstRefusal.ofDraw(problem, draw, whole.alternative().id(), uncertain(), p -> columns[p][draw]),
                refusedPart(problem.path(), byDraw.row() % count())));
    }

    private Problem refusedPart(String path, int part) {
        return Problem.of(ProblemCode.REFUSED_PART, path, whole.alternative().id(), String.join(", ", members(part)));
    }

    private List<String> members(int part) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < interventions.size(); i++) {
            if (isMember(i, part)) {
                members.add(interventions.get(i));
            }
        }
        return members;
    }

    private static boolean isMember(int intervention, int part) {
        return (part >> intervention & 1) == 1;
    }

    /** A row for each part and draw. */
    private double[] values(
            Evaluator.DrawBlock block,
            double[][] columns,
            int from,
            int draws,
            RowSink sink,
            Cancellation cancellation) {
        double[] values = new double[count() * draws];
        for (int first = 0; first < values.length; first += ROWS) {
            cancellation.throwIfCancelled();
            int n = Math.min(ROWS, values.length - first);
            for (int row = 0; row < n; row++) {
                int part = (first + row) / draws;
                int draw = from + (first + row) % draws;
                for (int p = 0; p < columns.length; p++) {
                    block.input(p)[row] = columns[p][draw];
                }
                for (int i = 0; i < interventions.size(); i++) {
                    block.carriedOut(i)[row] = isMember(i, part) ? 1 : 0;
                }
            }
            sink.first = first;
            block.evaluate(n, sink);
            block.copy(Evaluator.NPV, values, first, n);
        }
        return values;
    }

    /** Knows which row of all the rows of the block are. */
    private abstract static class RowSink implements Evaluator.Sink {
        int first;
    }

    /** Remembers which parts have something out of range. */
    private static final class Outside extends RowSink {
        private final Set<Integer> parts = new TreeSet<>();

        @Override
        public void clamped(Check check, int row, double value) {
            parts.add(first + row);
        }

        @Override
        public void refused(Check check, int row, double value) {
            parts.add(first + row);
        }
    }

    /** Remembers what is refused draw by draw, and in a draw part by part: the other way round than rows are evaluated. */
    private static final class Refused extends RowSink {
        private final int draws;
        private final FirstRefusal byDraw;
        private final int parts;

        Refused(int draws, FirstRefusal byDraw, int parts) {
            this.draws = draws;
            this.byDraw = byDraw;
            this.parts = parts;
        }

        @Override
        public void clamped(Check check, int row, double value) {
            // Clamped, as in every simulation; what the whole package has of it, its own simulation counts.
        }

        @Override
        public void refused(Check check, int inBlock, double value) {
            int row = first + inBlock;
            byDraw.refused(check, row % draws * parts + row / draws, value);
        }
    }
}
