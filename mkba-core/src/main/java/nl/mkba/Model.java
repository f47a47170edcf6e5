package nl.mkba;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.engine.appraisal.Appraisals;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.CompiledCase;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.ChosenRows;
import nl.mkba.engine.portfolio.EvaluatedRows;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A scenario compiled once, to be calculated for many values of its parameters: behind a web service, a slider, or a search.
 * It gives the same bits as {@link Mkba} does for a scenario with those values. Immutable, and safe for any number of
 * threads.
 *
 * <p>Values are given by the ids of parameters, as they are written in a scenario: before a {@code price_year}, a percentage
 * as a fraction. A value replaces the scenario's own and its distribution, also of a parameter that is a formula; then come the
 * alternative, the outlook and the selection, which may replace it in turn. What depends on the set of parameters that are
 * given, and on the values of those that decide in which years something happens, is compiled when it is first needed and
 * kept, up to {@value #MOST_SHAPES} of them.
 */
public final class Model {

    /** How many sets of compiled cases are kept; the one that was not used for longest goes first. */
    static final int MOST_SHAPES = 64;

    private final Scenario scenario;
    private final Selection selection;
    private final List<Case> cases;
    private final int wanted;
    private final Set<String> shaping;
    private final Map<Shape, Object> compiled = recentlyUsed();
    private final Map<Table, Portfolio> portfolios = recentlyUsed();
    /** The cases to simulate, without and with the units of their effects; null until they are needed. */
    private final AtomicReferenceArray<@Nullable List<UncertainCase>> uncertain = new AtomicReferenceArray<>(2);

    /** What compiled cases depend on: which parameters are given, and the values of those that shape years. */
    private record Shape(Set<String> given, Map<String, Double> shaping) {}

    /** What the evaluation of rows depends on: which parameters they give a value, and what a choice needs of each. */
    private record Table(List<String> columns, @Nullable ChoiceFigures choice) {}

    private Model(Scenario scenario, Selection selection, List<Case> cases, int wanted, Set<String> shaping) {
        this.scenario = scenario;
        this.selection = selection;
        this.cases = cases;
        this.wanted = wanted;
        this.shaping = shaping;
    }

    /** @throws InvalidScenarioException if the scenario or the selection is refused */
    static Model of(Scenario scenario, Selection selection) {
        Problems problems = new Problems();
        List<CentralCase> central = CentralCase.of(scenario, selection, problems);
        problems.throwIfErrors();
        List<Case> cases = new ArrayList<>();
        Set<String> shaping = new LinkedHashSet<>();
        for (CentralCase each : central) {
            cases.add(each.plan().compiled());
            shaping.addAll(each.plan().shaping());
        }
        int wanted = cases.size();
        for (CentralCase each : central) {
            String other = each.plan().compiled().alternative().comparedWith();
            if (other != null && central.stream().noneMatch(one -> one.isOf(other, each))) {
                each.of(other, selection, Map.of()).ifPresent(reference -> {
                    cases.add(reference.plan().compiled());
                    shaping.addAll(reference.plan().shaping());
                });
            }
        }
        return new Model(scenario, selection, List.copyOf(cases), wanted, Collections.unmodifiableSet(shaping));
    }

    private static <K, V> Map<K, V> recentlyUsed() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_SHAPES;
            }
        });
    }

    /** {@return the scenario} */
    public Scenario scenario() {
        return scenario;
    }

    /** {@return which of its alternatives and outlooks are calculated, and with what changed} */
    public Selection selection() {
        return selection;
    }

    /**
     * {@return the ids of the parameters that decide in which years something happens} For new values of these a call takes as
     * long as {@link Mkba#appraise}, the first time.
     */
    public Set<String> shaping() {
        return shaping;
    }

    /**
     * {@return the central estimate, with the scenario's own values}
     *
     * @throws InvalidScenarioException never, but for a scenario that cannot be calculated after all
     */
    public Appraisal appraise() {
        return appraise(Map.of());
    }

    /**
     * {@return the central estimate with other values of parameters}
     *
     * @param values by the parameters' ids, as written
     * @throws InvalidScenarioException if an id is unknown, a value is not a number, or the scenario would be refused with these
     *     values; the path of a problem with a value is the parameter's id
     */
    public Appraisal appraise(Map<String, Double> values) {
        require(values);
        List<CompiledCase> ready = compiled(values);
        List<CompiledCase.Evaluation> evaluations = new ArrayList<>();
        try {
            List<CentralCase> central = new ArrayList<>();
            Problems problems = new Problems();
            scenario.warnings().forEach(problems::add);
            for (int c = 0; c < ready.size(); c++) {
                CompiledCase.Evaluation evaluation = ready.get(c).begin();
                evaluations.add(evaluation);
                if (!evaluation.run(values)) {
                    return refused(values);
                }
                central.add(evaluation.central());
                if (c < wanted) {
                    evaluation.warn(problems);
                }
            }
            return Appraisals.of(scenario, central, wanted, problems.warnings());
        } finally {
            evaluations.forEach(CompiledCase.Evaluation::close);
        }
    }

    /** Calculates the long way, which says what is wrong, if anything is. */
    private Appraisal refused(Map<String, Double> values) {
        try {
            return Appraisals.of(scenario, selection, values);
        } catch (InvalidScenarioException e) {
            throw new InvalidScenarioException(
                    e.problems().stream().map(Portfolio::ofColumn).toList());
        }
    }

    private void require(Map<String, Double> values) {
        Problems problems = new Problems();
        values.forEach((id, value) -> {
            if (!scenario.parameters().containsKey(id)) {
                problems.add(Problem.ofKey(ProblemCode.UNKNOWN_PARAMETER, id, id)
                        .suggesting(problems.nearest(id, scenario.parameters().keySet())));
            } else {
                CheckedNumber.refusal(value, String.valueOf(value)).ifPresent(problem -> problems.add(problem.at(id)));
            }
        });
        problems.throwIfErrors();
    }

    private List<CompiledCase> compiled(Map<String, Double> values) {
        Map<String, Double> shaped = new LinkedHashMap<>();
        for (String id : shaping) {
            Double value = values.get(id);
            if (value != null) {
                shaped.put(id, value);
            }
        }
        Shape shape = new Shape(Set.copyOf(values.keySet()), shaped);
        Object known = compiled.get(shape);
        if (known == null) {
            // Outside the lock: two threads may now and then compile the same, but none waits for another's compiling.
            known = compile(shape);
            compiled.put(shape, known);
        }
        if (known instanceof InvalidScenarioException refused) {
            throw new InvalidScenarioException(refused.problems());
        }
        return ((Compiled) known).cases();
    }

    /** How many sets of compiled cases are kept now. */
    int kept() {
        return compiled.size();
    }

    /** What was compiled for a shape. */
    private record Compiled(List<CompiledCase> cases) {}

    /** The cases, or why values of this shape are refused. */
    private Object compile(Shape shape) {
        Map<String, Double> row = new LinkedHashMap<>();
        shape.given().forEach(id -> row.put(id, 0.0));
        row.putAll(shape.shaping());
        List<CompiledCase> made = new ArrayList<>();
        try {
            for (Case each : cases) {
                Alternative alternative = each.alternative();
                Case ofRow = Case.of(scenario, alternative, each.outlook().orElse(null), selection, row);
                Set<String> inputs = new LinkedHashSet<>(ofRow.fromRow());
                inputs.removeAll(shape.shaping().keySet());
                made.add(CompiledCase.of(ofRow, inputs));
            }
        } catch (InvalidScenarioException e) {
            return new InvalidScenarioException(
                    e.problems().stream().map(Portfolio::ofColumn).toList());
        }
        return new Compiled(List.copyOf(made));
    }

    /**
     * Simulates: many evaluations with values drawn from the parameters' distributions.
     *
     * @param request how to draw, and what is asked of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @return how the figures spread, for every alternative and outlook of the model
     * @throws InvalidScenarioException if the values of some draw are refused
     */
    public SimulationResult simulate(SimulationRequest request, Workers workers) {
        int kind = request.units() ? 1 : 0;
        List<UncertainCase> ready = uncertain.get(kind);
        if (ready == null) {
            ready = UncertainCase.of(scenario, selection, request.units(), workers);
            uncertain.set(kind, ready);
        }
        return MonteCarlo.run(scenario, selection, ready, request, workers);
    }

    /**
     * {@return the central estimate for many places, each of which has values of its own}
     *
     * @param rows values by the parameters' ids, as written; the same ids in each
     * @throws InvalidScenarioException if an id is unknown, a value is not a number, or a row lacks an id that another one has; a
     *     row that the scenario is refused for says so in its result
     */
    public PortfolioResult portfolio(List<Map<String, Double>> rows) {
        return EvaluatedRows.of(portfolioOf(columns(rows), null), rows, Workers.callerOnly());
    }

    /**
     * {@return the central estimate for many places, and how the net present value of each spreads over the draws: with the
     * figures {@code npv_mean}, {@code npv_p5}, {@code npv_p50}, {@code npv_p95} and {@code probability_positive}} What the
     * rows give no value is drawn, and the draws are the same for every row.
     *
     * @param rows values by the parameters' ids, as written; the same ids in each
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above, or if there are too many draws; a row whose values are refused in some draw says
     *     so in its result
     */
    public PortfolioResult portfolio(List<Map<String, Double>> rows, Simulation simulation, Workers workers) {
        Simulation settings = SimulationRequest.of(simulation).settings();
        return EvaluatedRows.of(Portfolio.of(scenario, selection, columns(rows), settings), rows, workers);
    }

    /**
     * Chooses within a budget: for each place one alternative at most, so that together they have the most of what is wanted, by
     * the central estimate. With a budget of 0 there is still the ranking.
     *
     * @param rows values by the parameters' ids, as written, of every place; the same ids in each
     * @param request the budget, and what to have the most of
     * @return a choice for each outlook
     * @throws InvalidScenarioException if the rows are refused as a whole, as above; if the scenario is refused for a row, with the
     *     row in the path of each problem; if there is no such stakeholder or effect, a year lies outside the horizon,
     *     or the amounts of all places together are beyond the largest number
     * @throws IllegalArgumentException if there is no such objective, there is not a group for each row, or a group has too few
     *     rows
     */
    public List<ChoiceResult> choose(List<Map<String, Double>> rows, ChoiceRequest request) {
        Portfolio portfolio = portfolioOf(columns(rows), ChosenRows.figures(request));
        return ChosenRows.of(EvaluatedRows.of(portfolio, rows, Workers.callerOnly()), request);
    }

    /** The ids that the rows give a value; none without rows. */
    private List<String> columns(List<Map<String, Double>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<String> ids = rows.get(0).keySet();
        for (int row = 0; row < rows.size(); row++) {
            require(rows.get(row));
            if (!rows.get(row).keySet().equals(ids)) {
                throw new InvalidScenarioException(Problem.of(
                        ProblemCode.WRONG_NUMBER_OF_CELLS,
                        "[" + row + "]",
                        String.valueOf(rows.get(row).size()),
                        String.valueOf(ids.size())));
            }
        }
        return List.copyOf(ids);
    }

    private Portfolio portfolioOf(List<String> columns, @Nullable ChoiceFigures choice) {
        Table table = new Table(columns, choice);
        Portfolio known = portfolios.get(table);
        if (known == null) {
            known = Portfolio.of(scenario, selection, columns, null, false, choice);
            portfolios.put(table, known);
        }
        return known;
    }
}
