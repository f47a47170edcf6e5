package nl.mkba.engine.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.Amount;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.engine.appraisal.CashFlows;
import nl.mkba.engine.appraisal.LabelAppraiser;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.engine.uncertainty.YearlyStatistics;
import nl.mkba.label.Labels;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stream;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/** Makes the budget of one stakeholder. */
public final class Budgets {

    /** What the paths of problems with the request begin with; the rest is what stands in it. */
    public static final String PATH = "budget.";

    private final Scenario scenario;
    private final BudgetRequest request;
    private final int first;
    private final int last;

    private Budgets(Scenario scenario, BudgetRequest request) {
        this.scenario = scenario;
        this.request = request;
        this.first = request.years().map(BudgetRequest.Years::first).orElse(scenario.firstYear());
        this.last = request.years().map(BudgetRequest.Years::last).orElse(scenario.lastYear());
    }

    /**
     * {@return the budgets of the central estimates of a selection}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param request whose budget, of which years, cut by which labels and in which prices
     * @throws InvalidScenarioException if the scenario or the selection is refused, there is no such
     *     stakeholder or label, or a year lies outside the horizon
     */
    public static BudgetResult of(Scenario scenario, Selection selection, BudgetRequest request) {
        Problems problems = new Problems();
        Budgets budgets = new Budgets(scenario, request);
        List<CentralCase> cases = budgets.cases(selection, problems);
        List<BudgetResult.Budget> results = new ArrayList<>();
        for (CentralCase central : cases) {
            results.add(budgets.budget(central.plan(), List.of()));
        }
        return new BudgetResult(scenario, request, Optional.empty(), results, problems.warnings());
    }

    /**
     * {@return the same, with how the total net of each year spreads over the draws}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param request whose budget, of which years, cut by which labels and in which prices
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above, or if the values of some draw are refused
     */
    public static BudgetResult of(
            Scenario scenario, Selection selection, BudgetRequest request, Simulation simulation, Workers workers) {
        Problems problems = new Problems();
        Budgets budgets = new Budgets(scenario, request);
        budgets.cases(selection, problems);
        SimulationResult simulated = MonteCarlo.run(
                scenario, selection, SimulationRequest.of(simulation).withoutRankCorrelations(), workers);
        simulated.warnings().forEach(problems::add);
        KeptDraws draws = KeptDraws.of(simulated);
        List<List<Statistics>> nets =
                YearlyStatistics.ofCash(draws, request.stakeholder(), request.prices() == Prices.NOMINAL, workers);
        List<BudgetResult.Budget> results = new ArrayList<>();
        for (int c = 0; c < nets.size(); c++) {
            results.add(budgets.budget(draws.cases().get(c).central(), nets.get(c)));
        }
        return new BudgetResult(scenario, request, Optional.of(simulation), results, problems.warnings());
    }

    /**
     * {@return the budget of a case that was compiled before}
     *
     * @param plan a compiled case
     * @param request which the case's scenario can answer
     */
    public static BudgetResult.Budget of(Plan plan, BudgetRequest request) {
        return new Budgets(plan.compiled().scenario(), request).budget(plan, List.of());
    }

    private List<CentralCase> cases(Selection selection, Problems problems) {
        known(
                ProblemCode.UNKNOWN_STAKEHOLDER,
                PATH + "stakeholder",
                request.stakeholder(),
                scenario.stakeholders().keySet(),
                problems);
        request.label()
                .ifPresent(key ->
                        known(ProblemCode.UNKNOWN_LABEL, PATH + "label", key, LabelAppraiser.keys(scenario), problems));
        for (int year : new int[] {first, last}) {
            if (year < scenario.firstYear() || year > scenario.lastYear()) {
                problems.add(Problem.of(
                        ProblemCode.OUT_OF_RANGE,
                        PATH + "years",
                        String.valueOf(year),
                        scenario.firstYear() + " … " + scenario.lastYear()));
            }
        }
        List<CentralCase> cases = CentralCase.of(scenario, selection, problems);
        problems.throwIfErrors();
        return cases;
    }

    private static void known(ProblemCode code, String path, String id, Set<String> known, Problems problems) {
        if (!known.contains(id)) {
            problems.add(Problem.of(code, path, id).suggesting(Spelling.nearest(id, known)));
        }
    }

    /** @param net how the total net of each year of the horizon spreads; empty without draws */
    private BudgetResult.Budget budget(Plan plan, List<Statistics> net) {
        boolean nominal = request.prices() == Prices.NOMINAL;
        double[] factors = nominal ? plan.years(plan.inflated()) : new double[0];
        Map<String, Sums> rows = new LinkedHashMap<>();
        Sums total = new Sums();
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                String text = request.label()
                        .map(key -> stream.labels(scenario, part).text(key))
                        .orElse(Labels.NONE_TEXT);
                Sums row = rows.computeIfAbsent(text, unseen -> new Sums());
                Scalar share = part.shares().get(request.stakeholder());
                if (share != null) {
                    double cash = plan.value(share) * plan.value(part.cashable());
                    double[] flow = priced(plan.years(part.flow()), factors);
                    row.add(stream.stream().kind(), cash, flow);
                    total.add(stream.stream().kind(), cash, flow);
                }
            }
        }
        Sums without = rows.remove(Labels.NONE_TEXT);
        List<BudgetResult.Row> results = new ArrayList<>();
        rows.forEach((text, sums) -> results.add(sums.row(text)));
        if (without != null || request.label().isEmpty()) {
            results.add((without == null ? new Sums() : without).row(Labels.NONE_TEXT));
        }
        List<Integer> years = new ArrayList<>();
        List<BudgetResult.Interval> intervals = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            years.add(year);
            if (!net.isEmpty()) {
                Statistics spread = net.get(year - scenario.firstYear());
                intervals.add(new BudgetResult.Interval(amount(spread.p5()), amount(spread.p95())));
            }
        }
        return new BudgetResult.Budget(
                plan.compiled().alternative().id(),
                plan.compiled().outlook().map(outlook -> outlook.id()),
                years,
                results,
                total.row(Labels.NONE_TEXT),
                intervals);
    }

    /** The flow in prices of each year, if there are factors. */
    private static double[] priced(double[] flow, double[] factors) {
        double[] priced = flow.clone();
        for (int y = 0; y < factors.length; y++) {
            priced[y] *= factors[y];
        }
        return priced;
    }

    private Amount amount(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.NOT_FINITE, "inflation", Problem.number(value)));
        }
        return new Amount(value, scenario.currency());
    }

    /** Cash of some streams, for every year of the horizon. */
    private final class Sums {
        private final CashFlows expenditure = new CashFlows(scenario.horizon());
        private final CashFlows income = new CashFlows(scenario.horizon());
        private final CashFlows net = new CashFlows(scenario.horizon());

        /** @param cash the stakeholder's part of the flow that is cash; of a transfer below 0 if it pays */
        void add(Stream.Kind kind, double cash, double[] flow) {
            boolean paid = kind == Stream.Kind.TRANSFER && cash < 0;
            if (kind == Stream.Kind.COST || paid) {
                double spent = paid ? -cash : cash;
                expenditure.add(spent, flow);
                net.add(-spent, flow);
            } else {
                income.add(cash, flow);
                net.add(cash, flow);
            }
        }

        BudgetResult.Row row(String label) {
            return new BudgetResult.Row(label, amounts(expenditure), amounts(income), amounts(net));
        }

        private List<Amount> amounts(CashFlows flows) {
            List<Amount> amounts = new ArrayList<>();
            for (int year = first; year <= last; year++) {
                amounts.add(amount(flows.of(year - scenario.firstYear())));
            }
            return amounts;
        }
    }
}
