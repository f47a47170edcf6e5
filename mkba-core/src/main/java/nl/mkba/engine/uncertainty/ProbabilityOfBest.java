package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/**
 * Counts in how many draws each alternative has the highest net present value, doing nothing (0) being one of them. What is lower by
 * rounding alone is as high.
 */
final class ProbabilityOfBest {

    private ProbabilityOfBest() {}

    static List<SimulationResult.ProbabilityBest> of(KeptDraws draws, Workers workers) {
        Set<Optional<String>> distinct = new LinkedHashSet<>();
        draws.cases().forEach(each -> distinct.add(each.outlook()));
        List<Optional<String>> outlooks = List.copyOf(distinct);
        SimulationResult.ProbabilityBest[] results = new SimulationResult.ProbabilityBest[outlooks.size()];
        workers.run(results.length, cancellation -> k -> results[k] = of(draws, outlooks.get(k), cancellation));
        return List.of(results);
    }

    private static SimulationResult.ProbabilityBest of(
            KeptDraws draws, Optional<String> outlook, Cancellation cancellation) {
        List<String> alternatives = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<double[][]> parts = new ArrayList<>();
        for (int c = 0; c < draws.cases().size(); c++) {
            if (draws.cases().get(c).outlook().equals(outlook)) {
                alternatives.add(draws.cases().get(c).alternative());
                columns.add(draws.column(c, Evaluator.NPV));
                parts.add(new double[][] {
                    draws.column(c, Evaluator.COSTS),
                    draws.column(c, Evaluator.BENEFITS),
                    draws.column(c, Evaluator.GAINS)
                });
            }
        }
        double[] won = new double[columns.size()];
        double reference = 0;
        for (int i = 0; i < draws.count(); i++) {
            cancellation.ask(i);
            double best = 0;
            for (double[] column : columns) {
                best = Math.max(best, column[i]);
            }
            double size = 0;
            for (double[][] part : parts) {
                size = Math.max(size, size(part[0][i], part[1][i], part[2][i]));
            }
            double least = best - Rounding.of(size);
            int tied = least <= 0 ? 1 : 0;
            for (double[] column : columns) {
                tied += column[i] >= least ? 1 : 0;
            }
            reference += least <= 0 ? 1.0 / tied : 0;
            for (int a = 0; a < won.length; a++) {
                won[a] += columns.get(a)[i] >= least ? 1.0 / tied : 0;
            }
        }
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int a = 0; a < won.length; a++) {
            probabilities.put(alternatives.get(a), won[a] / draws.count());
        }
        return new SimulationResult.ProbabilityBest(outlook, probabilities, reference / draws.count());
    }

    /** The absolute costs, benefits and transfers that a net present value is made of, added up. */
    private static double size(double costs, double benefits, double gains) {
        return Math.abs(costs) + Math.abs(benefits) + Math.abs(gains - benefits);
    }
}
