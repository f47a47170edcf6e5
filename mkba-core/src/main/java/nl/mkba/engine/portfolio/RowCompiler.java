package nl.mkba.engine.portfolio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.YearCosts;
import nl.mkba.engine.uncertainty.CommonDraws;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
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
        // Draws are measured by the row's own amounts.
        int[] sizes = drawn == null ? sizes(plan) : new int[0];
        int[] units = unitsOf(plan, unitsOf);
        Evaluator evaluator = plan.evaluator(Stream.of(units, sizes, choiceCosts(plan))
                .flatMapToInt(IntStream::of)
                .toArray());
        Map<String, Distribution> uncertain = drawn == null ? Map.of() : drawn;
        List<String> ids = evaluator.inputs();
        int[] places = new int[ids.size()];
        double[][] values = new double[ids.size()][];
        for (int i = 0; i < places.length; i++) {
            Distribution distribution = uncertain.get(ids.get(i));
            places[i] = distribution == null ? columns.indexOf(ids.get(i)) : -1;
            values[i] = distribution == null || draws == null ? new double[0] : drawn(draws, ids.get(i), distribution);
        }
        return new RowPlan.BoundEvaluator(evaluator, places, values, evaluator.figures() + units.length);
    }

    /** What costs, benefits, the weighted net and then the net of every stakeholder are made of; itself where that is not sized. */
    private static int[] sizes(Plan plan) {
        Plan.Society society = plan.society();
        return IntStream.concat(
                        IntStream.of(size(plan, society.costs()), size(plan, society.benefits()), plan.weightedSize()),
                        plan.stakeholders().values().stream().mapToInt(account -> size(plan, account.net())))
                .toArray();
    }

    private static int size(Plan plan, int sum) {
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

    /** The units of effects, of those that the case has. */
    private static int[] unitsOf(Plan plan, List<String> effects) {
        return effects.stream()
                .map(plan.units()::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The costs that a choice needs. */
    private int[] choiceCosts(Plan plan) {
        if (choice == null) {
            return new int[0];
        }
        if (!choice.years().isEmpty()) {
            return plan.yearCosts();
        }
        return choice.stakeholder().map(plan.stakeholders()::get).stream()
                .mapToInt(Plan.Account::costs)
                .toArray();
    }

    private Set<String> ownEffects() {
        Set<String> own = new HashSet<>();
        for (Intervention intervention : theCase.interventions()) {
            for (Effect effect : intervention.effects()) {
                own.add(intervention.id() + "." + effect.id());
            }
        }
        return own;
    }

    /** For each effect whose units are figures, its place among the evaluator's further figures; −1 where the case lacks it. */
    int[] unitPlaces() {
        Set<String> own = ownEffects();
        int[] places = new int[units.size()];
        int next = 0;
        for (int u = 0; u < places.length; u++) {
            places[u] = own.contains(units.get(u)) ? next++ : -1;
        }
        return places;
    }

    /** Whether the case has the effect that a choice is to have the most of. */
    boolean hasUnitsOfChoice() {
        return unitsOfChoice().stream().allMatch(ownEffects()::contains);
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
