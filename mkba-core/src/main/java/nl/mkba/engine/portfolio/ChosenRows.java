package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.budget.BudgetPrices;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;

/** A choice within a budget among rows that were evaluated. Immutable. */
public final class ChosenRows implements ChoiceResult {

    private final Optional<String> outlook;
    private final List<String> alternatives;
    private final List<Integer> budgetYears;
    private final Options options;
    private final BudgetChoice choice;
    private final List<Step> ranking;

    private ChosenRows(
            Optional<String> outlook,
            List<String> alternatives,
            ChoiceRequest request,
            Options options,
            ChoiceLimits limits) {
        Ranking ranked = Ranking.of(options);
        this.outlook = outlook;
        this.alternatives = alternatives;
        this.budgetYears = List.copyOf(request.years().keySet());
        this.options = options;
        this.choice = BudgetChoice.of(options, ranked, limits);
        this.ranking = ranked.steps().stream()
                .map(step -> new Step(step.place(), id(step.from()), id(step.to()), step.cost(), step.value()))
                .toList();
    }

    /**
     * What a request needs of every line.
     *
     * @throws IllegalArgumentException if there is no such objective
     */
    public static ChoiceFigures figures(ChoiceRequest request) {
        return new ChoiceFigures(
                Objective.of(request.objective())
                        .orElseThrow(() -> new IllegalArgumentException("The objective (" + request.objective()
                                + ") must be npv, weighted_npv, units:INTERVENTION.EFFECT or net:STAKEHOLDER")),
                request.stakeholder(),
                List.copyOf(request.years().keySet()),
                request.prices() == BudgetPrices.NOMINAL);
    }

    /**
     * The choices, one for each outlook.
     *
     * @param rows with the {@link #figures} of the request
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
                .forEach((outlook, cases) -> choices.add(new ChosenRows(
                        outlook,
                        cases.stream().map(portfolio::alternative).toList(),
                        request,
                        options(rows, cases),
                        limits)));
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

    private static ChoiceLimits limits(ChoiceRequest request, int rows) {
        double[] ceilings = request.years().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        ChoiceLimits limits = ChoiceLimits.of(
                request.amount().isPresent() ? new double[] {request.amount().getAsDouble()} : ceilings);
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
        Map<Integer, Double> years = new LinkedHashMap<>();
        for (int budget = 0; choice.isFeasible() && budget < budgetYears.size(); budget++) {
            years.put(budgetYears.get(budget), choice.cost(budget));
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
}
