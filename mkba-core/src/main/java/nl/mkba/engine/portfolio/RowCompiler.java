package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.engine.plan.YearCosts;
import nl.mkba.engine.uncertainty.CommonDraws;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** Compiles one alternative in one outlook for rows of a table. */
final class RowCompiler {

    private static final String ROW = Case.ROW + ".";
    private static final String VALUE = ".value";

    private final Scenario scenario;
    private final Selection selection;
    private final Case theCase;
    private final List<String> columns;
    private final List<String> units;
    private final @Nullable ChoiceFigures choice;
    private final int[] shaping;
    private final @Nullable CommonDraws draws;

    /**
     * @param central the case without a row
     * @param units effects whose units are figures, of this case or another, as {@code INTERVENTION.EFFECT}
     * @param choice what a choice needs, or null
     */
    RowCompiler(
            Scenario scenario,
            Selection selection,
            Plan central,
            List<String> columns,
            List<String> units,
            @Nullable ChoiceFigures choice) {
        this(scenario, selection, central.compiled(), columns, units, choice, shaping(central, columns), null);
    }

    private RowCompiler(
            Scenario scenario,
            Selection selection,
            Case theCase,
            List<String> columns,
            List<String> units,
            @Nullable ChoiceFigures choice,
            int[] shaping,
            @Nullable CommonDraws draws) {
        this.scenario = scenario;
        this.selection = selection;
        this.theCase = theCase;
        this.columns = columns;
        this.units = units;
        this.choice = choice;
        this.shaping = shaping;
        this.draws = draws;
    }

    private static int[] shaping(Plan central, List<String> columns) {
        return central.shaping().stream()
                .mapToInt(columns::indexOf)
                .filter(column -> column >= 0)
                .sorted()
                .toArray();
    }

    /** The same, with draws; null for none. */
    RowCompiler drawing(@Nullable CommonDraws common) {
        return new RowCompiler(scenario, selection, theCase, columns, units, choice, shaping, common);
    }

    String alternative() {
        return theCase.alternative().id();
    }

    Optional<String> outlook() {
        return theCase.outlook().map(Outlook::id);
    }

    /** The columns on whose values the years depend, in ascending order. */
    int[] shaping() {
        return shaping.clone();
    }

    /** The ids of the parameters that stay uncertain, whatever a row says. */
    Set<String> uncertain() {
        return of(new double[shaping.length]).distributions().keySet();
    }

    /** Compiles for rows with these values in the shaping columns. */
    RowPlan compile(double[] shape) {
        Case ofRow = of(shape);
        try {
            Set<String> inputs = new LinkedHashSet<>(ofRow.fromRow());
            for (int column : shaping) {
                inputs.remove(columns.get(column));
            }
            RowPlan.BoundEvaluator central = part(ofRow, inputs, null, units);
            if (draws == null) {
                return RowPlan.of(central, null);
            }
            Map<String, Distribution> uncertain = ofRow.distributions();
            inputs.addAll(uncertain.keySet());
            return RowPlan.of(central, part(ofRow, inputs, uncertain, unitsOfChoice()));
        } catch (InvalidScenarioException e) {
            return RowPlan.refused(
                    e.problems().stream().map(RowCompiler::ofColumn).toList());
        }
    }

    /** The case of a row; the values of columns that shape nothing do not matter. */
    private Case of(double[] shape) {
        Map<String, Double> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, 0.0));
        for (int s = 0; s < shape.length; s++) {
            row.put(columns.get(shaping[s]), shape[s]);
        }
        return Case.of(scenario, theCase.alternative(), theCase.outlook().orElse(null), selection, row);
    }

    private RowPlan.BoundEvaluator part(
            Case ofRow, Set<String> inputs, @Nullable Map<String, Distribution> drawn, List<String> unitsOf) {
        Plan plan = Plan.ofRows(ofRow, inputs, yearCosts());
        List<Scalar> further = new ArrayList<>();
        // Of an effect that the case does not have there are no units.
        for (String effect : unitsOf) {
            Scalar units = plan.units().get(effect);
            if (units != null) {
                further.add(units);
            }
        }
        // Draws are measured by the row's own amounts.
        List<Scalar> sizes = drawn == null ? sizes(plan) : List.of();
        further.addAll(sizes);
        further.addAll(choiceCosts(plan));
        Evaluator evaluator = plan.evaluator(further);
        Iterator<Evaluator.Figure> figures = evaluator.further().iterator();
        List<Evaluator.@Nullable Figure> units = new ArrayList<>();
        for (String effect : unitsOf) {
            units.add(plan.units().containsKey(effect) ? figures.next() : null);
        }
        List<Evaluator.Figure> measured = new ArrayList<>();
        for (int k = 0; k < sizes.size(); k++) {
            measured.add(figures.next());
        }
        List<Evaluator.Figure> costs = new ArrayList<>();
        figures.forEachRemaining(costs::add);
        Map<String, Distribution> uncertain = drawn == null ? Map.of() : drawn;
        List<RowPlan.Input> bound = new ArrayList<>();
        for (String id : evaluator.inputs()) {
            Distribution distribution = uncertain.get(id);
            bound.add(
                    distribution == null || draws == null
                            ? RowPlan.Input.ofColumn(columns.indexOf(id))
                            : RowPlan.Input.drawn(drawn(draws, id, distribution)));
        }
        return new RowPlan.BoundEvaluator(evaluator, bound, RowPlan.Sizes.of(measured), units, costs);
    }

    /** What costs, benefits, the weighted net and then the net of every stakeholder are made of; itself where that is not sized. */
    private static List<Scalar> sizes(Plan plan) {
        Plan.Society society = plan.society();
        List<Scalar> sizes = new ArrayList<>(
                List.of(size(plan, society.costs()), size(plan, society.benefits()), plan.weightedSize()));
        plan.stakeholders().values().forEach(account -> sizes.add(size(plan, account.net())));
        return sizes;
    }

    private static Scalar size(Plan plan, Scalar sum) {
        return plan.sizeRegister(sum).orElse(sum);
    }

    private YearCosts yearCosts() {
        return choice == null ? YearCosts.NONE : new YearCosts(choice.stakeholder(), choice.years(), choice.nominal());
    }

    private List<String> unitsOfChoice() {
        return choice != null && choice.objective() instanceof Objective.Units wanted
                ? List.of(wanted.effect())
                : List.of();
    }

    /** The costs that a choice needs. */
    private List<Scalar> choiceCosts(Plan plan) {
        if (choice == null) {
            return List.of();
        }
        if (!choice.years().isEmpty()) {
            return plan.yearCosts();
        }
        return choice.stakeholder().map(plan.stakeholders()::get).map(Plan.Account::costs).stream()
                .toList();
    }

    private static double[] drawn(CommonDraws draws, String parameter, Distribution distribution) {
        synchronized (draws) {
            return draws.of(parameter, distribution);
        }
    }

    /** The same problem with the column as its path, if it is about a row's value. */
    static Problem ofColumn(Problem problem) {
        String path = problem.path();
        return path.startsWith(ROW)
                ? problem.at(path.substring(ROW.length(), path.length() - (path.endsWith(VALUE) ? VALUE.length() : 0)))
                : problem;
    }
}
