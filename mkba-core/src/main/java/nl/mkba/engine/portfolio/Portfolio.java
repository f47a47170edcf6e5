package nl.mkba.engine.portfolio;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.UnitsColumns;
import nl.mkba.engine.uncertainty.CommonDraws;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A scenario for many places, each of which has values of its own for some parameters: the columns of a table, in which a
 * place is a row. A row's value replaces the scenario's value and its distribution; then come the alternative, the outlook
 * and the selection. Every alternative and outlook is compiled once, and once more for each new set of values that shapes
 * its years.
 *
 * <p>Safe for any number of threads, each with its own {@link RowEvaluator}. It can be sent to another machine, where it
 * evaluates what was {@link #prepare prepared}: columns that shape no years need no preparing.
 */
public final class Portfolio implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String OBJECTIVE = "budget.objective";

    private final List<String> columns;
    private final List<RowCase> cases;
    private final List<String> figures;
    private final int firstUnits;
    private final int units;
    private final int draws;
    private final @Nullable Objective objective;
    private final int[] choiceCosts;

    private Portfolio(
            List<String> columns,
            List<RowCase> cases,
            List<String> figures,
            int firstUnits,
            int units,
            int draws,
            @Nullable ChoiceFigures choice) {
        this.columns = columns;
        this.cases = cases;
        this.figures = figures;
        this.firstUnits = firstUnits;
        this.units = units;
        this.draws = draws;
        this.objective = choice == null ? null : choice.objective();
        this.choiceCosts = choice == null
                ? new int[0]
                : choice.costs().stream().mapToInt(figures::indexOf).toArray();
    }

    /**
     * {@return a scenario made ready for a table}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param columns ids of the parameters that the rows give a value
     * @param simulation how to draw for each row, or null for the central estimate only; draws are common to all rows
     * @throws InvalidScenarioException if the scenario or the selection is refused, or a column is not a parameter
     */
    public static Portfolio of(
            Scenario scenario, Selection selection, List<String> columns, @Nullable Simulation simulation) {
        return of(scenario, selection, columns, simulation, false, null);
    }

    /**
     * {@return the same, if asked for with more figures per line}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param columns ids of the parameters that the rows give a value
     * @param simulation how to draw
     * @param units whether to give the units of every effect over the horizon: {@code units_INTERVENTION_EFFECT}
     * @param choice what a choice of places needs, or null: {@code costs_STAKEHOLDER}, the present value of what a stakeholder
     *     pays, or {@code costs_YEAR} and {@code costs_STAKEHOLDER_YEAR}
     * @throws InvalidScenarioException if the scenario or the selection is refused, a column is not a parameter, there is no
     *     such stakeholder, effect or year, or the units of two effects would have the same name
     */
    public static Portfolio of(
            Scenario scenario,
            Selection selection,
            List<String> columns,
            @Nullable Simulation simulation,
            boolean units,
            @Nullable ChoiceFigures choice) {
        return of(scenario, selection, columns, simulation, units, choice, Workers.callerOnly());
    }

    /**
     * {@return the same, with the cases compiled by several threads}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param columns ids of the parameters that the rows give a value
     * @param simulation how to draw
     * @param units whether to give the units of every effect over the horizon
     * @param choice what a choice of places needs, or null
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above
     */
    public static Portfolio of(
            Scenario scenario,
            Selection selection,
            List<String> columns,
            @Nullable Simulation simulation,
            boolean units,
            @Nullable ChoiceFigures choice,
            Workers workers) {
        Problems problems = new Problems();
        columns.forEach(id -> known(ProblemCode.UNKNOWN_COLUMN, id, id, scenario.parameters(), problems));
        if (choice != null) {
            known(choice, scenario, problems);
        }
        List<CentralCase> central = CentralCase.of(scenario, selection, Map.of(), problems, workers);
        problems.throwIfErrors();
        Set<String> effects = new LinkedHashSet<>();
        boolean hasUnits = units || (choice != null && choice.objective() instanceof Objective.Units);
        if (hasUnits) {
            central.forEach(each -> effects.addAll(each.plan().units().keySet()));
        }
        List<String> unitsOf = inOrder(effects, scenario);
        List<String> unitNames = UnitsColumns.of(unitsOf);
        if (choice != null && choice.objective() instanceof Objective.Units wanted) {
            known(ProblemCode.UNKNOWN_EFFECT, OBJECTIVE, wanted.effect(), asKeys(unitsOf), problems);
            problems.throwIfErrors();
        }
        List<RowCompiler> compilers = new ArrayList<>();
        Set<String> uncertain = new LinkedHashSet<>();
        for (CentralCase each : central) {
            RowCompiler compiler = new RowCompiler(scenario, selection, each.plan(), columns, unitsOf, choice);
            compilers.add(compiler);
            uncertain.addAll(compiler.uncertain());
        }
        if (simulation != null) {
            // The common draws, and what one thread makes of the rows in its hands.
            double columnsKept = uncertain.size() + 2.0 * RowEvaluator.DRAWN_ROWS * central.size();
            new Limits(selection.limitsTimes())
                    .check(Limits.Size.NUMBERS, columnsKept * simulation.draws(), "simulation.draws", problems);
            problems.throwIfErrors();
        }
        CommonDraws common = simulation == null
                ? null
                : new CommonDraws(
                        scenario,
                        simulation,
                        scenario.parameters().keySet().stream()
                                .filter(uncertain::contains)
                                .toList());
        RowCase[] cases = new RowCase[compilers.size()];
        workers.run(
                cases.length, () -> c -> cases[c] = new RowCase(compilers.get(c).drawing(common)));
        List<String> figures = Figures.names(
                scenario.stakeholders().keySet(),
                unitNames,
                choice == null ? List.of() : choice.names(),
                simulation != null);
        return new Portfolio(
                List.copyOf(columns),
                List.of(cases),
                figures,
                figures.size()
                        - unitNames.size()
                        - (choice == null ? 0 : choice.names().size()),
                unitNames.size(),
                simulation == null ? 0 : simulation.draws(),
                choice);
    }

    private static void known(ChoiceFigures choice, Scenario scenario, Problems problems) {
        Map<String, ?> stakeholders = scenario.stakeholders();
        choice.stakeholder()
                .ifPresent(payer ->
                        known(ProblemCode.UNKNOWN_STAKEHOLDER, "budget.budget-of", payer, stakeholders, problems));
        if (choice.objective() instanceof Objective.Net net) {
            known(ProblemCode.UNKNOWN_STAKEHOLDER, OBJECTIVE, net.stakeholder(), stakeholders, problems);
        }
        int last = scenario.lastYear();
        for (int year : choice.years()) {
            if (year < scenario.firstYear() || year > last) {
                problems.add(Problem.of(
                        ProblemCode.OUT_OF_RANGE,
                        "budget.budget",
                        String.valueOf(year),
                        scenario.firstYear() + " … " + last));
            }
        }
        problems.throwIfErrors();
    }

    private static Map<String, String> asKeys(List<String> ids) {
        Map<String, String> keys = new LinkedHashMap<>();
        ids.forEach(id -> keys.put(id, id));
        return keys;
    }

    /** The effects of all cases, in the scenario's order. */
    private static List<String> inOrder(Set<String> effects, Scenario scenario) {
        List<String> ordered = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            for (Effect effect : intervention.effects()) {
                String id = intervention.id() + "." + effect.id();
                if (effects.contains(id)) {
                    ordered.add(id);
                }
            }
        }
        return ordered;
    }

    private static void known(ProblemCode code, String path, String id, Map<String, ?> known, Problems problems) {
        if (!known.containsKey(id)) {
            problems.add(Problem.ofKey(code, path, id).suggesting(problems.nearest(id, known.keySet())));
        }
    }

    /**
     * {@return the same problem with the parameter's id as its path, if it is about a value that is given for it}
     *
     * @param problem what is wrong
     */
    public static Problem ofColumn(Problem problem) {
        return RowCompiler.ofColumn(problem);
    }

    /** {@return the ids of the parameters that the rows give a value} */
    public List<String> columns() {
        return columns;
    }

    /** {@return how many lines a row gives: one for each alternative in the scenario's order, outlook by outlook} */
    public int cases() {
        return cases.size();
    }

    /**
     * {@return the id of the alternative of a case}
     *
     * @param theCase the case's number, from 0
     */
    public String alternative(int theCase) {
        return cases.get(theCase).alternative();
    }

    /**
     * {@return the id of the outlook of a case, if any}
     *
     * @param theCase the case's number, from 0
     */
    public Optional<String> outlook(int theCase) {
        return cases.get(theCase).outlook();
    }

    /** {@return the cases of each outlook, in their order} */
    public Map<Optional<String>, List<Integer>> casesByOutlook() {
        Map<Optional<String>, List<Integer>> byOutlook = new LinkedHashMap<>();
        for (int c = 0; c < cases.size(); c++) {
            byOutlook.computeIfAbsent(outlook(c), outlook -> new ArrayList<>()).add(c);
        }
        return byOutlook;
    }

    /**
     * {@return the names of a line's figures: {@code pv_costs}, {@code pv_benefits}, {@code npv}, {@code bcr} and {@code
     * net_STAKEHOLDER} for every stakeholder; with draws also {@code npv_mean}, {@code npv_p5}, {@code npv_p50}, {@code
     * npv_p95} and {@code probability_positive}; {@code units_INTERVENTION_EFFECT} of every effect and the costs of a choice
     * last, if they were asked for} The units of an effect that an alternative does not have are absent.
     */
    public List<String> figures() {
        return figures;
    }

    /** The first of the figures that are units; if there are none, where they would be. */
    int firstUnits() {
        return firstUnits;
    }

    /** Whether a figure is the units of an effect. */
    boolean isUnits(int figure) {
        return figure >= firstUnits && figure < firstUnits + units;
    }

    /** {@return what a choice is to have the most of; null if no choice was asked for} */
    public @Nullable Objective objective() {
        return objective;
    }

    /** {@return the figure of what an option is worth in a choice} */
    public int choiceValue() {
        if (objective == null) {
            throw new IllegalStateException("No choice was asked for");
        }
        return figures.indexOf(objective.figure());
    }

    /**
     * {@return what an option is worth by that figure: an alternative without the effect that is counted has none of its units}
     *
     * @param figure NaN where it is absent
     */
    public double worth(double figure) {
        return Double.isNaN(figure) && objective instanceof Objective.Units ? 0 : figure;
    }

    /** {@return the figures of what an option takes of each budget; none if no choice was asked for} */
    public int[] choiceCosts() {
        return choiceCosts.clone();
    }

    /** {@return how many draws a row gets; 0 for the central estimate only} */
    public int draws() {
        return draws;
    }

    /** {@return the places, in {@link #columns}, of the columns that shape years, in ascending order} */
    public int[] shaping() {
        Set<Integer> shaping = new TreeSet<>();
        for (RowCase each : cases) {
            for (int column : each.shaping()) {
                shaping.add(column);
            }
        }
        return shaping.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Compiles what these rows need, to be kept and sent along to another machine.
     *
     * @param rows values in the order of {@link #columns}; those of columns that shape no years do not matter
     */
    public void prepare(Collection<double[]> rows) {
        for (RowCase each : cases) {
            rows.forEach(each::prepare);
        }
    }

    /** {@return what evaluates rows, for one thread} */
    public RowEvaluator evaluator() {
        return evaluator(false, Cancellation.NEVER);
    }

    /** {@return the same, which also keeps what a choice needs of every draw} */
    public RowEvaluator evaluatorKeepingDraws() {
        return evaluator(true, Cancellation.NEVER);
    }

    /**
     * {@return the same, for work that can be cancelled}
     *
     * @param keepsDraws whether to keep what a choice needs of every draw
     * @param cancellation asked within a row too, every few draws
     */
    public RowEvaluator evaluator(boolean keepsDraws, Cancellation cancellation) {
        if (keepsDraws && objective == null) {
            throw new IllegalStateException("Draws are kept for a choice, and none was asked for");
        }
        return new RowEvaluator(this, cases, keepsDraws, cancellation);
    }
}
