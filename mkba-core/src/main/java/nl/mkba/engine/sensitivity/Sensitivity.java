package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.sensitivity.SensitivityResult.Coefficient;
import nl.mkba.sensitivity.SensitivityResult.Frontier;
import nl.mkba.sensitivity.SensitivityResult.RankIndex;
import nl.mkba.sensitivity.SensitivityResult.Regression;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.sensitivity.SensitivityResult.VarianceShares;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Sensitivity analysis: which parameters decide the net present value, where it turns, and what it is worth to know more. The
 * figures are the same bits for any number of threads.
 */
public final class Sensitivity {

    private static final VarianceShares NO_SHARES = new VarianceShares(false, List.of(), List.of(), List.of());

    private final Scenario scenario;
    private final SensitivityRequest request;
    private final Workers workers;
    private final List<UncertainCase> cases;
    private final @Nullable KeptDraws draws;
    private final Problems warnings = new Problems();

    /** The rank indices of the cases that have correlated parameters. */
    private final Map<Integer, List<RankIndex>> ranks = new HashMap<>();

    private final List<Optional<Regression>> regressions = new ArrayList<>();

    private Sensitivity(Scenario scenario, Selection selection, SensitivityRequest request, Workers workers) {
        this.scenario = scenario;
        this.request = request;
        this.workers = workers;
        boolean simulates = wants(Analysis.VALUE_OF_INFORMATION)
                || wants(Analysis.REGRESSION)
                || (wants(Analysis.SOBOL)
                        && scenario.correlations().stream().anyMatch(correlation -> correlation.rank() != 0));
        List<UncertainCase> compiled = UncertainCase.of(scenario, selection, false, workers);
        checkSize(compiled, new Limits(selection.limitsTimes()));
        if (simulates) {
            SimulationRequest simulation =
                    SimulationRequest.of(request.simulation()).withoutRankCorrelations();
            this.draws = KeptDraws.of(MonteCarlo.run(scenario, selection, compiled, simulation, workers));
            this.cases = draws.cases();
        } else {
            this.draws = null;
            this.cases = compiled;
        }
    }

    /** Refuses what would take too much, case by case. */
    private void checkSize(List<UncertainCase> compiled, Limits limits) {
        Problems problems = new Problems();
        double steps = 0;
        for (UncertainCase each : compiled) {
            double parameters = each.parameters().size();
            double evaluation = parameters + 1.0 * each.central().streams().size() * scenario.horizon();
            if (wants(Analysis.SOBOL)) {
                // Both samples, and for every parameter and group one that is a mixture of them, are kept at once.
                double samples = (2 + 2 * parameters) * request.baseSample();
                limits.check(Limits.Size.NUMBERS, samples, Problem.NO_PATH, problems);
                steps += samples * evaluation;
            }
            if (wants(Analysis.REGRESSION)) {
                steps += parameters * parameters * request.simulation().draws();
            }
        }
        limits.check(Limits.Size.STEPS, steps, Problem.NO_PATH, problems);
        problems.throwIfErrors();
    }

    /**
     * {@return an analysis of what is selected}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param request which analyses to do, and with which draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused, or the values of some
     *     variation are
     */
    public static SensitivityResult run(
            Scenario scenario, Selection selection, SensitivityRequest request, Workers workers) {
        return new Sensitivity(scenario, selection, request, workers).result();
    }

    private Sensitivity(SimulationResult simulated, SensitivityRequest request, Workers workers) {
        this.scenario = simulated.scenario();
        this.request = request.withSimulation(simulated.request().settings());
        this.workers = workers;
        this.draws = KeptDraws.of(simulated);
        this.cases = draws.cases();
    }

    /**
     * {@return an analysis of what was simulated, with the draws of that simulation; the request's own draws and seed do not
     * matter}
     *
     * @param simulated of every case that is wanted
     * @param request which analyses to do; with the draws of the simulation
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws nl.mkba.problem.InvalidScenarioException if the values of some variation are refused
     */
    public static SensitivityResult of(SimulationResult simulated, SensitivityRequest request, Workers workers) {
        return new Sensitivity(simulated, request, workers).result();
    }

    private SensitivityResult result() {
        if (wants(Analysis.SOBOL)) {
            findRanks();
        }
        if (wants(Analysis.REGRESSION)) {
            regressions.addAll(regressions());
        }
        List<SensitiveCase> results = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            results.add(result(c));
        }
        List<ValueOfInformation> information = draws != null && wants(Analysis.VALUE_OF_INFORMATION)
                ? new ValueOfInformationAnalysis(
                                scenario, draws, wants(Analysis.VALUE_OF_INFORMATION_OF_GROUPS), workers, warnings)
                        .all()
                : List.of();
        return new SensitivityResult(scenario, request, results, information, warnings.all());
    }

    private boolean wants(Analysis part) {
        return request.parts().contains(part);
    }

    private SensitiveCase result(int c) {
        VariedCase varied = new VariedCase(cases.get(c));
        Tornado tornado = new Tornado(varied, workers);
        List<TornadoBar> bars = wants(Analysis.TORNADO) || wants(Analysis.FRONTIER) || wants(Analysis.SOBOL)
                ? tornado.parameters()
                : List.of();
        VarianceShares shares = wants(Analysis.SOBOL) ? shares(c, varied, bars) : NO_SHARES;
        Switching switching = new Switching(varied, workers);
        return new SensitiveCase(
                cases.get(c).alternative(),
                cases.get(c).outlook(),
                varied.npv(),
                wants(Analysis.TORNADO) ? bars : List.of(),
                wants(Analysis.TORNADO) ? tornado.groups() : List.of(),
                shares,
                wants(Analysis.SWITCHING_VALUES) ? switching.values() : List.<SwitchingValue>of(),
                wants(Analysis.FRONTIER) ? frontier(switching, bars, shares) : Optional.empty(),
                wants(Analysis.REGRESSION) ? regressions.get(c) : Optional.empty());
    }

    /** Whether two uncertain parameters of a case are correlated. */
    private boolean isCorrelated(UncertainCase theCase) {
        return scenario.correlations().stream()
                .anyMatch(correlation -> correlation.rank() != 0
                        && theCase.parameters().contains(correlation.first())
                        && theCase.parameters().contains(correlation.second()));
    }

    private VarianceShares shares(int c, VariedCase varied, List<TornadoBar> bars) {
        List<RankIndex> fromRanks = ranks.get(c);
        return fromRanks == null ? fromVariance(cases.get(c), varied, bars) : fromRanks(fromRanks);
    }

    private VarianceShares fromVariance(UncertainCase theCase, VariedCase varied, List<TornadoBar> bars) {
        List<String> parameters = varied.uncertainParameters();
        // What matters most first: the first dimensions of a Sobol sequence are the most even.
        List<String> order = bars.stream().map(TornadoBar::name).toList();
        Map<String, List<String>> groups = varied.groups();
        List<String> names = new ArrayList<>(parameters);
        List<int[]> subsets = new ArrayList<>();
        for (String id : parameters) {
            subsets.add(new int[] {order.indexOf(id)});
        }
        groups.forEach((group, members) -> {
            names.add(group);
            subsets.add(members.stream().mapToInt(order::indexOf).toArray());
        });
        List<SobolIndices.Indices> found = parameters.isEmpty()
                ? List.of()
                : SobolIndices.estimate(
                        new CaseModel(theCase, order),
                        subsets,
                        request.baseSample(),
                        request.simulation().seed(),
                        request.replicates(),
                        workers);
        List<SobolIndex> indices = new ArrayList<>();
        for (int s = 0; s < subsets.size(); s++) {
            SobolIndices.Indices each = found.isEmpty() ? SobolIndices.NO_SPREAD : found.get(s);
            indices.add(new SobolIndex(
                    names.get(s), each.firstOrder(), each.firstOrderHalfWidth(), each.total(), each.totalHalfWidth()));
        }
        return new VarianceShares(
                false,
                largestFirst(indices.subList(0, parameters.size())),
                largestFirst(indices.subList(parameters.size(), indices.size())),
                List.of());
    }

    private static List<SobolIndex> largestFirst(List<SobolIndex> indices) {
        return indices.stream()
                .sorted(Comparator.comparingDouble(SobolIndex::total).reversed())
                .toList();
    }

    private VarianceShares fromRanks(List<RankIndex> indices) {
        warnings.add(Problem.of(ProblemCode.CORRELATED_PARAMETERS, "correlations"));
        List<RankIndex> sorted = indices.stream()
                .sorted(Comparator.comparingDouble(RankIndex::firstOrder).reversed())
                .toList();
        return new VarianceShares(true, List.of(), List.of(), sorted);
    }

    /** The indices of the cases with correlated parameters; the draws are put in the order of each input once. */
    private void findRanks() {
        List<Integer> correlated = IntStream.range(0, cases.size())
                .filter(c -> isCorrelated(cases.get(c)))
                .boxed()
                .toList();
        if (correlated.isEmpty()) {
            return;
        }
        KeptDraws drawn = drawn();
        DrawnInputs inputs = new DrawnInputs(drawn, scenario.parameters().keySet());
        RankIndex[][] found = new RankIndex[cases.size()][inputs.count()];
        workers.run(inputs.count(), cancellation -> p -> {
            RankIndices order = null;
            for (int c : correlated) {
                if (inputs.of(c).contains(p)) {
                    order = order == null ? new RankIndices(inputs.values(p, cancellation), cancellation) : order;
                    RankIndices.Index index = order.of(drawn.column(c, Evaluator.NPV), cancellation);
                    found[c][p] = cases.get(c).tells(inputs.parameter(p))
                            ? new RankIndex(inputs.parameter(p), index.firstOrder(), index.halfWidth())
                            : new RankIndex(
                                    inputs.parameter(p),
                                    0,
                                    index.halfWidth().isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty());
                }
            }
        });
        for (int c : correlated) {
            ranks.put(c, inputs.of(c).stream().map(p -> found[c][p]).toList());
        }
    }

    private KeptDraws drawn() {
        if (draws == null) {
            throw new IllegalStateException("There are no draws");
        }
        return draws;
    }

    /** Of the two with the largest total index, or else with the largest spread. */
    private static Optional<Frontier> frontier(Switching switching, List<TornadoBar> bars, VarianceShares shares) {
        List<String> ranked = shares.indices().isEmpty()
                ? bars.stream()
                        .filter(bar -> bar.spread() > 0)
                        .map(TornadoBar::name)
                        .toList()
                : shares.indices().stream()
                        .filter(index -> index.total() > 0)
                        .map(SobolIndex::name)
                        .toList();
        return ranked.size() < 2 ? Optional.empty() : Optional.of(switching.frontier(ranked.get(0), ranked.get(1)));
    }

    private List<Optional<Regression>> regressions() {
        KeptDraws drawn = drawn();
        List<double[]> results = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            results.add(drawn.column(c, Evaluator.NPV));
        }
        List<Optional<Regression>> found =
                LinearRegression.of(new DrawnInputs(drawn, scenario.parameters().keySet()), results, workers);
        List<Optional<Regression>> cleaned = new ArrayList<>();
        for (int c = 0; c < found.size(); c++) {
            UncertainCase theCase = cases.get(c);
            cleaned.add(found.get(c).map(regression -> withoutNoise(regression, theCase)));
        }
        return cleaned;
    }

    /** Coefficients of parameters that tell nothing are 0. */
    private static Regression withoutNoise(Regression regression, UncertainCase theCase) {
        List<Coefficient> coefficients = regression.coefficients().stream()
                .map(each -> theCase.tells(each.parameter()) ? each : new Coefficient(each.parameter(), 0, 0))
                .sorted(Comparator.comparingDouble((Coefficient each) -> Math.abs(each.rank()))
                        .reversed())
                .toList();
        return new Regression(regression.rSquared(), regression.rankRSquared(), coefficients);
    }
}
