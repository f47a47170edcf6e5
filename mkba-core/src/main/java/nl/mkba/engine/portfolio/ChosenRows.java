package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Prices;

/** A choice of places within a budget. Immutable. */
public final class ChosenRows implements ChoiceResult {

    /** By how much more a budget is raised, to see what that would buy. */
    private static final double MORE = 1_000_000;

    private final Optional<String> outlook;
    private final List<String> alternatives;
    private final ChoiceRequest request;
    private final ChoiceLimits limits;
    private final Options options;
    private final Ranking ranked;
    private final BudgetChoice choice;
    private final List<BudgetChoice> more;
    private final List<Step> ranking;

    /**
     * A choice that was made.
     *
     * @param outlook its id, if any
     * @param alternatives ids of the alternatives, in the order of the options
     * @param request what was asked
     * @param limits those of the request
     * @param options what could be chosen
     * @param choice what is chosen
     * @param more for each budget what would be chosen with a million more of it; empty without a choice
     */
    public ChosenRows(
            Optional<String> outlook,
            List<String> alternatives,
            ChoiceRequest request,
            ChoiceLimits limits,
            Options options,
            BudgetChoice choice,
            List<BudgetChoice> more) {
        this.outlook = outlook;
        this.alternatives = List.copyOf(alternatives);
        this.request = request;
        this.limits = limits;
        this.options = options;
        this.ranked = Ranking.of(options);
        this.choice = choice;
        this.more = List.copyOf(more);
        List<Step> steps = new ArrayList<>();
        double cumulative = ranked.beginCost();
        for (Ranking.Step step : ranked.steps()) {
            cumulative += step.cost();
            steps.add(new Step(step.place(), id(step.from()), id(step.to()), step.cost(), step.value(), cumulative));
        }
        this.ranking = List.copyOf(steps);
    }

    /**
     * {@return the best choice of options, and what a million more would buy}
     *
     * @param outlook the outlook's id; empty for none
     * @param alternatives their ids, in the order of the options
     * @param request the budget, and what to have the most of
     * @param limits what the choice keeps to
     * @param options what can be chosen
     * @throws InvalidScenarioException if the amounts of all options together are beyond the largest number
     */
    public static ChosenRows of(
            Optional<String> outlook,
            List<String> alternatives,
            ChoiceRequest request,
            ChoiceLimits limits,
            Options options) {
        requireSums(options, request);
        Ranking ranked = Ranking.of(options);
        BudgetChoice choice = BudgetChoice.of(options, ranked, limits);
        List<BudgetChoice> more = new ArrayList<>();
        for (int budget = 0; choice.isFeasible() && budget < limits.budgets(); budget++) {
            BudgetChoice richer =
                    BudgetChoice.near(choice, options, ranked, limits.raised(budget, MORE), BudgetChoice.MOST_STEPS);
            // the same choice where none was found that is better
            more.add(richer.value() > choice.value() ? richer : choice);
        }
        return new ChosenRows(outlook, alternatives, request, limits, options, choice, more);
    }

    private static void requireSums(Options options, ChoiceRequest request) {
        double value = 0;
        double cost = 0;
        for (int place = 0; place < options.places(); place++) {
            for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                value += Math.abs(options.value(place, alternative));
                for (int budget = 0; budget < options.budgets(); budget++) {
                    cost += Math.abs(options.cost(budget, place, alternative));
                }
            }
        }
        if (!Double.isFinite(value) || !Double.isFinite(cost)) {
            String figure = Double.isFinite(value) ? "cost" : request.objective();
            throw new InvalidScenarioException(Problem.of(ProblemCode.OVERFLOW, Problem.NO_PATH, figure, "choices"));
        }
    }

    /**
     * {@return what a request needs of every line}
     *
     * @param request the budget, and what to have the most of
     * @throws IllegalArgumentException if there is no such objective
     */
    public static ChoiceFigures figures(ChoiceRequest request) {
        return new ChoiceFigures(
                Objective.of(request.objective())
                        .orElseThrow(() -> new IllegalArgumentException("The objective (" + request.objective()
                                + ") must be npv, weighted_npv, units:INTERVENTION.EFFECT or net:STAKEHOLDER")),
                request.stakeholder(),
                List.copyOf(request.years().keySet()),
                request.prices() == Prices.NOMINAL);
    }

    /**
     * {@return the choices, one for each outlook}
     *
     * @param rows with the {@link #figures} of the request
     * @param request the budget, and what to have the most of
     * @throws InvalidScenarioException with the problems of every row that is refused: what it costs is not known
     * @throws IllegalArgumentException if there is not a group for each row, or a group has too few rows
     */
    public static List<ChoiceResult> of(EvaluatedRows rows, ChoiceRequest request) {
        requireFigures(rows);
        ChoiceLimits limits = limits(request, rows.rows());
        Portfolio portfolio = rows.portfolio();
        List<ChoiceResult> choices = new ArrayList<>();
        portfolio
                .casesByOutlook()
                .forEach((outlook, cases) -> choices.add(of(
                        outlook,
                        cases.stream().map(portfolio::alternative).toList(),
                        request,
                        limits,
                        options(rows, cases))));
        return List.copyOf(choices);
    }

    private static void requireFigures(EvaluatedRows rows) {
        List<Problem> refused = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            String place = "[" + row + "]";
            rows.problems(row)
                    .forEach(problem -> refused.add(
                            problem.at(problem.path().equals(Problem.NO_PATH) ? place : place + "." + problem.path())));
        }
        if (!refused.isEmpty()) {
            throw new InvalidScenarioException(refused);
        }
    }

    /**
     * {@return what a choice may take: the one amount, or that of each year}
     *
     * @param request the budget, and what to have the most of
     */
    public static ChoiceLimits ceilings(ChoiceRequest request) {
        double[] ofYears = request.years().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return ChoiceLimits.of(
                request.amount().isPresent() ? new double[] {request.amount().getAsDouble()} : ofYears);
    }

    private static ChoiceLimits limits(ChoiceRequest request, int rows) {
        ChoiceLimits limits = ceilings(request);
        if (request.atLeast() == 0) {
            return limits;
        }
        if (request.groups().size() != rows) {
            throw new IllegalArgumentException(
                    "There are groups for " + request.groups().size() + " rows, and " + rows + " rows");
        }
        ChoiceLimits.sizes(request.groups()).forEach((group, size) -> {
            if (size < request.atLeast()) {
                throw new IllegalArgumentException("The least number of places (" + request.atLeast()
                        + ") must not be above the rows of group " + group + " (" + size + ")");
            }
        });
        return limits.atLeast(request.atLeast(), request.groups());
    }

    private static Options options(EvaluatedRows rows, List<Integer> cases) {
        Portfolio portfolio = rows.portfolio();
        int[] costs = portfolio.choiceCosts();
        int value = portfolio.choiceValue();
        Options options = new Options(rows.rows(), cases.size(), costs.length);
        double[] cost = new double[costs.length];
        for (int row = 0; row < rows.rows(); row++) {
            for (int alternative = 0; alternative < cases.size(); alternative++) {
                int theCase = cases.get(alternative);
                for (int budget = 0; budget < costs.length; budget++) {
                    cost[budget] = rows.figure(theCase, costs[budget], row);
                }
                options.set(row, alternative, cost, portfolio.worth(rows.figure(theCase, value, row)));
            }
        }
        return options;
    }

    /** An alternative by its index; absent for {@link BudgetChoice#NONE}. */
    private Optional<String> id(int alternative) {
        return alternative == BudgetChoice.NONE ? Optional.empty() : Optional.of(alternatives.get(alternative));
    }

    private OptionalDouble ifFeasible(double figure) {
        return choice.isFeasible() ? OptionalDouble.of(figure) : OptionalDouble.empty();
    }

    @Override
    public ChoiceRequest request() {
        return request;
    }

    @Override
    public Optional<String> outlook() {
        return outlook;
    }

    @Override
    public int rows() {
        return options.places();
    }

    @Override
    public Optional<String> alternative(int row) {
        return id(choice.alternative(row));
    }

    @Override
    public double cost(int row) {
        return options.cost(row, choice.alternative(row));
    }

    @Override
    public double value(int row) {
        return options.value(row, choice.alternative(row));
    }

    @Override
    public OptionalDouble cost() {
        return ifFeasible(choice.cost());
    }

    @Override
    public Map<Integer, Double> years() {
        return choice.isFeasible() ? ofYears(choice::cost) : Map.of();
    }

    @Override
    public Map<Integer, Double> years(int row) {
        return ofYears(budget -> options.cost(budget, row, choice.alternative(row)));
    }

    private Map<Integer, Double> ofYears(IntToDoubleFunction cost) {
        Map<Integer, Double> years = new LinkedHashMap<>();
        for (int year : request.years().keySet()) {
            years.put(year, cost.applyAsDouble(years.size()));
        }
        return Collections.unmodifiableMap(years);
    }

    @Override
    public OptionalDouble value() {
        return ifFeasible(choice.value());
    }

    @Override
    public OptionalDouble bound() {
        return ifFeasible(choice.bound());
    }

    @Override
    public OptionalDouble gap() {
        return ifFeasible(choice.gap());
    }

    @Override
    public List<Step> ranking() {
        return ranking;
    }

    @Override
    public List<Raise> nextMillion() {
        List<Integer> years = List.copyOf(request.years().keySet());
        List<Raise> raises = new ArrayList<>();
        for (BudgetChoice richer : more) {
            List<Change> changes = new ArrayList<>();
            for (int row = 0; row < rows(); row++) {
                if (richer.alternative(row) != choice.alternative(row)) {
                    changes.add(new Change(row, alternative(row), id(richer.alternative(row))));
                }
            }
            raises.add(new Raise(
                    years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.get(raises.size())),
                    richer.cost() - choice.cost(),
                    richer.value() - choice.value(),
                    changes));
        }
        return List.copyOf(raises);
    }

    /** {@return the ids of the alternatives, in the order of the options} */
    public List<String> alternatives() {
        return alternatives;
    }

    /** {@return what the choice keeps to} */
    public ChoiceLimits limits() {
        return limits;
    }

    /** {@return what could be chosen} */
    public Options options() {
        return options;
    }

    /** {@return the ranking by the numbers of places and alternatives} */
    public Ranking ranked() {
        return ranked;
    }

    /** {@return what is chosen, by the numbers of places and alternatives} */
    public BudgetChoice choice() {
        return choice;
    }

    /**
     * {@return for each budget what would be chosen with a million more of it; the same choice where none was found that is
     * better}
     */
    public List<BudgetChoice> more() {
        return more;
    }
}
