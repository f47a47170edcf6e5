package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.appraisal.QualityShares;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.plan.Sizes;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * Monte Carlo simulation: every alternative and outlook is evaluated for the same draws of the uncertain parameters (common
 * random numbers), so that their differences are not noise. The figures are the same bits for any number of threads.
 */
public final class MonteCarlo {

    /** Draws that are evaluated together: few enough to stay in the processor's cache. */
    private static final int BLOCK = 256;

    private static final String DRAWS = "simulation.draws";

    /** For more cases than this the ranks of a parameter are worth making. */
    private static final int FEW_CASES = 2;

    private final Scenario scenario;
    private final SimulationRequest request;
    private final Workers workers;
    private final KeptDraws draws;
    private final Map<String, Integer> clamped = new TreeMap<>();

    private MonteCarlo(Scenario scenario, SimulationRequest request, Workers workers, List<UncertainCase> cases) {
        this.scenario = scenario;
        this.request = request;
        this.workers = workers;
        List<String> parameters = UncertainCase.parameters(scenario, cases);
        Uniforms uniforms = CorrelatedUniforms.of(request.settings(), scenario, parameters, workers);
        this.draws = new KeptDraws(request.settings().draws(), parameters, uniforms, cases, workers);
    }

    /**
     * {@return a simulation of what is selected}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param request how to draw, and what is asked of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if the scenario or the selection is refused, or the values of some draw are; then
     *     the lowest such draw is named, with its parameter values
     */
    public static SimulationResult run(
            Scenario scenario, Selection selection, SimulationRequest request, Workers workers) {
        checkSize(scenario, selection, request);
        return run(scenario, UncertainCase.of(scenario, selection, request.units(), workers), request, workers);
    }

    /**
     * {@return a simulation of cases of this selection that are compiled already}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param cases with figures for units if the request asks for them
     * @param request how to draw, and what is asked of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if more is asked for than the selection allows, or the values of some draw are refused;
     *     then the lowest such draw is named, with its parameter values
     */
    public static SimulationResult run(
            Scenario scenario,
            Selection selection,
            List<UncertainCase> cases,
            SimulationRequest request,
            Workers workers) {
        checkSize(scenario, selection, request);
        return run(scenario, cases, request, workers);
    }

    private static void checkSize(Scenario scenario, Selection selection, SimulationRequest request) {
        Problems problems = new Problems();
        double figures = Sizes.figures(scenario, selection) + (request.units() ? Sizes.units(scenario, selection) : 0);
        double numbers = figures * request.settings().draws();
        new Limits(selection.limitsTimes()).check(Limits.Size.NUMBERS, numbers, DRAWS, problems);
        problems.throwIfErrors();
    }

    private static SimulationResult run(
            Scenario scenario, List<UncertainCase> cases, SimulationRequest request, Workers workers) {
        MonteCarlo simulation = new MonteCarlo(scenario, request, workers, cases);
        simulation.draw();
        return simulation.result();
    }

    private void draw() {
        int blocks = (draws.count() + BLOCK - 1) / BLOCK;
        workers.run(blocks, Drawer::new);
        draws.shareConstants();
    }

    /** Draws and evaluates blocks; one for each thread. */
    private final class Drawer implements IntConsumer {
        private final List<Evaluator.DrawBlock> blocks = new ArrayList<>();
        private final InputColumns inputs;

        Drawer() {
            List<Integer> cases = new ArrayList<>();
            for (UncertainCase each : draws.cases()) {
                cases.add(blocks.size());
                blocks.add(each.evaluator().block(BLOCK));
            }
            inputs = new InputColumns(draws, cases, blocks, BLOCK);
        }

        @Override
        public void accept(int block) {
            int from = block * BLOCK;
            int n = Math.min(BLOCK, draws.count() - from);
            inputs.fill(from, n);
            int lowest = 0;
            List<BlockCheck> checks = new ArrayList<>();
            for (int c = 0; c < blocks.size(); c++) {
                BlockCheck check = new BlockCheck(n);
                blocks.get(c).evaluate(n, check);
                checks.add(check);
                if (check.refusedDraw() < checks.get(lowest).refusedDraw()) {
                    lowest = c;
                }
            }
            if (!checks.isEmpty()) {
                checks.get(lowest).throwIfRefused(draws.cases().get(lowest), blocks.get(lowest), from);
            }
            for (int c = 0; c < blocks.size(); c++) {
                count(checks.get(c));
                for (Evaluator.Figure figure : draws.figures(c)) {
                    blocks.get(c).copy(figure, draws.column(c, figure), from, n);
                    Rounding.clean(
                            draws.column(c, figure),
                            from,
                            n,
                            draws.cases().get(c).rounding(figure));
                }
            }
        }
    }

    private synchronized void count(BlockCheck check) {
        check.clamped().forEach((path, times) -> clamped.merge(path, times, Integer::sum));
    }

    private SimulationResult result() {
        int cases = draws.cases().size();
        SimulationResult.Ratio[] ratios = new SimulationResult.Ratio[cases];
        int[][] npvRanks = new int[cases][];
        Statistics[][] statistics = statistics(ratios, npvRanks);
        requireFinite(statistics, ratios);
        List<Map<String, OptionalDouble>> correlations = rankCorrelations(npvRanks);
        Problems warnings = new Problems();
        List<SimulationResult.SimulatedCase> results = new ArrayList<>();
        for (int c = 0; c < draws.cases().size(); c++) {
            SimulationResult.SimulatedCase result = result(c, statistics[c], ratios[c], correlations.get(c));
            results.add(result);
            centralWithin(draws.cases().get(c), result.npv(), warnings);
            preciseEnough(result, warnings);
        }
        clamped.forEach(
                (path, times) -> warnings.add(Problem.of(ProblemCode.FRACTION_CLAMPED, path, String.valueOf(times))));
        return new SimulationResult(
                scenario, request, results, ProbabilityOfBest.of(draws, workers), clamped, warnings.all(), draws);
    }

    /** Every figure of every case, each column a task; the longest tasks, ranks and ratios, come first. */
    private Statistics[][] statistics(SimulationResult.Ratio[] ratios, int[][] npvRanks) {
        int cases = draws.cases().size();
        Statistics[][] statistics = new Statistics[cases][];
        List<Consumer<Cancellation>> ranking = new ArrayList<>();
        List<Consumer<Cancellation>> dividing = new ArrayList<>();
        List<Consumer<Cancellation>> counting = new ArrayList<>();
        for (int k = 0; k < cases; k++) {
            int c = k;
            List<Evaluator.Figure> figures = draws.figures(c);
            statistics[c] = new Statistics[figures.size()];
            ranking.add(cancellation -> npvRanks[c] = Ranks.doubled(draws.column(c, Evaluator.NPV), cancellation));
            dividing.add(cancellation -> ratios[c] = ratio(c, cancellation));
            for (Evaluator.Figure figure : figures) {
                if (!figure.equals(Evaluator.GAINS)) {
                    counting.add(cancellation ->
                            statistics[c][figure.index()] = ColumnStatistics.of(draws.column(c, figure), cancellation));
                }
            }
        }
        List<Consumer<Cancellation>> tasks = new ArrayList<>();
        if (request.rankCorrelations()) {
            tasks.addAll(ranking);
        }
        tasks.addAll(dividing);
        tasks.addAll(counting);
        workers.run(tasks.size(), cancellation -> task -> tasks.get(task).accept(cancellation));
        return statistics;
    }

    /** Figures of draws that are too large for a number are refused, and so is what the draws together say. */
    private void requireFinite(Statistics[][] statistics, SimulationResult.Ratio[] ratios) {
        for (int c = 0; c < statistics.length; c++) {
            UncertainCase theCase = draws.cases().get(c);
            for (Evaluator.Figure figure : draws.figures(c)) {
                if (!figure.equals(Evaluator.GAINS) && !statistics[c][figure.index()].isFinite()) {
                    throw overflow(theCase, theCase.name(figure), draws.column(c, figure));
                }
            }
            if (!ratios[c].statistics().map(Statistics::isFinite).orElse(true)) {
                throw overflow(theCase, "bcr", bcr(c));
            }
        }
    }

    private double[] bcr(int theCase) {
        double[] ratios = draws.column(theCase, Evaluator.GAINS).clone();
        double[] costs = draws.column(theCase, Evaluator.COSTS);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = costs[i] > 0 ? ratios[i] / costs[i] : 0;
        }
        return ratios;
    }

    private InvalidScenarioException overflow(UncertainCase theCase, String figure, double[] column) {
        Problem problem = Overflow.problem(theCase.central().compiled(), figure);
        for (int draw = 0; draw < column.length && !theCase.parameters().isEmpty(); draw++) {
            if (!Double.isFinite(column[draw])) {
                double[] value = new double[1];
                int which = draw;
                return new InvalidScenarioException(List.of(
                        problem, FirstRefusal.ofDraw(problem, draw, theCase.alternative(), theCase.parameters(), p -> {
                            draws.fill(draws.cases().indexOf(theCase), p, which, 1, value);
                            return value[0];
                        })));
            }
        }
        return new InvalidScenarioException(problem);
    }

    private SimulationResult.Ratio ratio(int theCase, Cancellation cancellation) {
        double[] costs = draws.column(theCase, Evaluator.COSTS);
        double[] gains = draws.column(theCase, Evaluator.GAINS);
        double[] ratios = new double[costs.length];
        int count = 0;
        int aboveOne = 0;
        for (int i = 0; i < costs.length; i++) {
            cancellation.ask(i);
            if (costs[i] > 0) {
                double ratio = gains[i] / costs[i];
                ratios[count++] = ratio;
                if (ratio > 1) {
                    aboveOne++;
                }
            }
        }
        if (count == 0) {
            return new SimulationResult.Ratio(Optional.empty(), OptionalDouble.empty(), costs.length);
        }
        double[] present = count == ratios.length ? ratios : Arrays.copyOf(ratios, count);
        return new SimulationResult.Ratio(
                Optional.of(ColumnStatistics.of(present, cancellation)),
                OptionalDouble.of(aboveOne / (double) count),
                costs.length - count);
    }

    /** Spearman's rank correlation of each uncertain parameter with the net present value, case by case. */
    private List<Map<String, OptionalDouble>> rankCorrelations(int[][] npvRanks) {
        int cases = draws.cases().size();
        List<Map<String, OptionalDouble>> correlations = new ArrayList<>();
        for (int c = 0; c < cases; c++) {
            correlations.add(new LinkedHashMap<>());
        }
        if (!request.rankCorrelations()) {
            return correlations;
        }
        double[] squares = new double[cases];
        for (int c = 0; c < cases; c++) {
            squares[c] = Ranks.squares(npvRanks[c], workers);
        }
        double[][] found = new double[cases][draws.parameters().size()];
        workers.run(draws.parameters().size(), cancellation -> {
            RankProducts products = new RankProducts(draws.count(), cancellation);
            return p -> correlate(p, products, npvRanks, squares, found, cancellation);
        });
        for (int c = 0; c < cases; c++) {
            for (int p = 0; p < draws.parameters().size(); p++) {
                if (draws.cases()
                        .get(c)
                        .parameters()
                        .contains(draws.parameters().get(p))) {
                    correlations
                            .get(c)
                            .put(
                                    draws.parameters().get(p),
                                    Double.isNaN(found[c][p])
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(found[c][p]));
                }
            }
        }
        return correlations;
    }

    private void correlate(
            int parameter,
            RankProducts products,
            int[][] npvRanks,
            double[] squares,
            double[][] found,
            Cancellation cancellation) {
        // A continuous quantile function keeps the order, so the ranks of its uniforms serve every case.
        int[] continuous = null;
        for (int c = 0; c < npvRanks.length; c++) {
            UncertainCase theCase = draws.cases().get(c);
            int own = theCase.parameters().indexOf(draws.parameters().get(parameter));
            if (own < 0) {
                continue;
            }
            if (!theCase.tells(draws.parameters().get(parameter))) {
                found[c][parameter] = squares[c] > 0 ? 0 : Double.NaN;
                continue;
            }
            Distribution distribution = theCase.distribution(own);
            if (distribution.possibleValues().isPresent()) {
                found[c][parameter] = Ranks.spearman(
                        Ranks.doubled(draws.values(c, own, cancellation), cancellation), npvRanks[c], cancellation);
            } else if (npvRanks.length <= FEW_CASES) {
                found[c][parameter] = products.correlation(draws.uniforms(), parameter, npvRanks[c], squares[c]);
            } else {
                continuous = continuous == null
                        ? Ranks.doubled(uniforms(parameter, cancellation), cancellation)
                        : continuous;
                found[c][parameter] = Ranks.spearman(continuous, npvRanks[c]);
            }
        }
    }

    private double[] uniforms(int parameter, Cancellation cancellation) {
        double[] uniforms = new double[draws.count()];
        draws.uniforms().fill(parameter, uniforms, cancellation);
        return uniforms;
    }

    private SimulationResult.SimulatedCase result(
            int c,
            Statistics[] statistics,
            SimulationResult.Ratio ratio,
            Map<String, OptionalDouble> rankCorrelations) {
        UncertainCase theCase = draws.cases().get(c);
        Map<String, SimulationResult.StakeholderStatistics> stakeholders = new LinkedHashMap<>();
        List<String> ids = theCase.evaluator().stakeholders();
        for (int p = 0; p < ids.size(); p++) {
            stakeholders.put(
                    ids.get(p),
                    new SimulationResult.StakeholderStatistics(
                            statistics[Evaluator.net(p).index()],
                            statistics[Evaluator.cash(p).index()]));
        }
        return new SimulationResult.SimulatedCase(
                theCase.alternative(),
                theCase.outlook(),
                theCase.centralNpv(),
                statistics[Evaluator.NPV.index()],
                statistics[Evaluator.WEIGHTED_NPV.index()],
                expected(c, statistics),
                ratio,
                statistics[Evaluator.COSTS.index()],
                statistics[Evaluator.BENEFITS.index()],
                stakeholders,
                units(theCase, statistics),
                rankCorrelations,
                request.rankCorrelations()
                        ? QualityShares.of(theCase.central(), rankCorrelations)
                        : QualityShares.of(theCase.central()),
                request.precision().isPresent()
                        ? Optional.of(replicate(theCase, statistics[Evaluator.NPV.index()]))
                        : Optional.empty());
    }

    private static Map<String, Statistics> units(UncertainCase theCase, Statistics[] statistics) {
        Map<String, Statistics> units = new LinkedHashMap<>();
        List<String> effects = theCase.unitsOf();
        List<Evaluator.Figure> figures = theCase.evaluator().further();
        for (int u = 0; u < effects.size(); u++) {
            units.put(effects.get(u), statistics[figures.get(u).index()]);
        }
        return units;
    }

    private SimulationResult.Expected expected(int c, Statistics[] statistics) {
        double costs = statistics[Evaluator.COSTS.index()].mean();
        OptionalDouble ratio = OptionalDouble.empty();
        if (costs > draws.cases().get(c).rounding(Evaluator.COSTS)) {
            double gains = ColumnStatistics.mean(draws.column(c, Evaluator.GAINS), workers);
            Overflow.require(draws.cases().get(c).central().compiled(), gains / costs, "expected.bcr");
            ratio = OptionalDouble.of(gains / costs);
        }
        return new SimulationResult.Expected(
                statistics[Evaluator.NPV.index()].mean(), ratio, costs, statistics[Evaluator.BENEFITS.index()].mean());
    }

    private static void centralWithin(UncertainCase theCase, Statistics npv, Problems warnings) {
        if (theCase.centralNpv() < npv.p5() || theCase.centralNpv() > npv.p95()) {
            warnings.add(Problem.of(
                    ProblemCode.CENTRAL_OUTSIDE_INTERVAL,
                    "alternatives." + theCase.alternative(),
                    theCase.alternative(),
                    theCase.outlook().orElse("-")));
        }
    }

    private void preciseEnough(SimulationResult.SimulatedCase result, Problems warnings) {
        result.replication().ifPresent(replication -> {
            if (replication.halfWidth() > wanted(result.npv())) {
                warnings.add(Problem.of(
                        ProblemCode.PRECISION_NOT_REACHED,
                        "alternatives." + result.alternative(),
                        result.alternative(),
                        result.outlook().orElse("-"),
                        String.valueOf(replication.replicates())));
            }
        });
    }

    /** The half width of the 95 % interval of the mean that was asked for. */
    private double wanted(Statistics npv) {
        return request.precision().orElse(1) * npv.sd().orElse(0);
    }

    /** Adds independent replicates until the mean is known well enough. */
    private SimulationResult.Replication replicate(UncertainCase theCase, Statistics npv) {
        return Replicates.run(theCase, request.settings(), scenario, npv.mean(), wanted(npv), workers);
    }

    /** The settings of a replicate: another seed, picked by the first. */
    static Simulation replicate(Simulation settings, int number) {
        return new Simulation(
                settings.draws(), RandomStream.key(settings.seed(), "replicate " + number), settings.sampling());
    }
}
