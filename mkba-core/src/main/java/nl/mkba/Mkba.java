package nl.mkba;

import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.engine.appraisal.Appraisals;
import nl.mkba.engine.budget.Budgets;
import nl.mkba.engine.cooperation.Coalitions;
import nl.mkba.engine.cooperation.ShapleyAnalysis;
import nl.mkba.engine.explain.CaseComparer;
import nl.mkba.engine.explain.Explainer;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.ValueCheck;
import nl.mkba.engine.sensitivity.Sensitivity;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.explain.Comparison;
import nl.mkba.explain.Explanation;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;

/**
 * The engine: hand it a scenario, get its results. Every method is a pure function, safe for any number of threads.
 *
 * <pre>{@code
 * double npv = Mkba.appraise(scenario).result("all").npv().value();
 * Model model = Mkba.compile(scenario);
 * double dearer = model.appraise(Map.of("wages", 120.0)).result("all").npv().value();
 * }</pre>
 */
public final class Mkba {

    private Mkba() {}

    /**
     * Appraises every alternative of the scenario, without an outlook.
     *
     * @param scenario the analysis
     * @return the central estimate of each of them
     * @throws InvalidScenarioException with every problem, if the scenario is refused
     */
    public static Appraisal appraise(Scenario scenario) {
        return appraise(scenario, Selection.ALL);
    }

    /**
     * Appraises the alternatives and outlooks that are selected.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @return the central estimate of each of them
     * @throws InvalidScenarioException with every problem, if the scenario or the selection is refused
     */
    public static Appraisal appraise(Scenario scenario, Selection selection) {
        return Appraisals.of(scenario, selection);
    }

    /**
     * {@return the net present value of every alternative and outlook that is selected, and nothing else: quicker than {@link
     * #appraise(Scenario, Selection)}, and a case that is refused leaves the others be}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @throws InvalidScenarioException if the selection as a whole is refused: it has too many cases, or names what is not there
     */
    public static List<NetResult> nets(Scenario scenario, Selection selection) {
        return Appraisals.nets(scenario, selection);
    }

    /**
     * Compiles a scenario, to be calculated for many values of its parameters.
     *
     * @param scenario the analysis
     * @return what calculates every alternative, without an outlook
     * @throws InvalidScenarioException with every problem, if the scenario is refused
     */
    public static Model compile(Scenario scenario) {
        return compile(scenario, Selection.ALL);
    }

    /**
     * Compiles what is selected of a scenario, to be calculated for many values of its parameters.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @return what calculates them
     * @throws InvalidScenarioException with every problem, if the scenario or the selection is refused
     */
    public static Model compile(Scenario scenario, Selection selection) {
        return Model.of(scenario, selection);
    }

    /**
     * {@return the central estimate for many places, each of which has values of its own for the same parameters}
     *
     * @param scenario the analysis of one place
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param rows values by the parameters' ids, as written: see {@link Model}
     * @throws InvalidScenarioException if the scenario or the selection is refused, an id is unknown, a value is not a number, or a
     *     row lacks an id that another one has; a row that the scenario is refused for says so in its result
     */
    public static PortfolioResult portfolio(Scenario scenario, Selection selection, List<Map<String, Double>> rows) {
        return compile(scenario, selection).portfolio(rows);
    }

    /**
     * {@return the same, with how the net present value of each place spreads over the draws; see {@link Model#portfolio(List,
     * Simulation, Workers)}}
     *
     * @param scenario the analysis of one place
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param rows values by the parameters' ids, as written
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above, or if there are too many draws; a row whose values are refused in some draw says
     *     so in its result
     */
    public static PortfolioResult portfolio(
            Scenario scenario,
            Selection selection,
            List<Map<String, Double>> rows,
            Simulation simulation,
            Workers workers) {
        return compile(scenario, selection).portfolio(rows, simulation, workers);
    }

    /**
     * Chooses an alternative for each place within a budget, by the central estimate; see {@link Model#choose}.
     *
     * @param scenario the analysis of one place
     * @param selection which of its alternatives and outlooks to choose from, and with what changed
     * @param rows values by the parameters' ids, as written, of every place
     * @param request the budget, and what to have the most of
     * @return a choice for each outlook
     * @throws InvalidScenarioException if the scenario, the selection or a row is refused, or there is no such stakeholder, effect
     *     or year
     */
    public static List<ChoiceResult> choose(
            Scenario scenario, Selection selection, List<Map<String, Double>> rows, ChoiceRequest request) {
        return compile(scenario, selection).choose(rows, request);
    }

    /**
     * {@return what differs in the input of two alternatives, of one scenario or of two, and what each difference alone does to
     * the net present value}
     *
     * @param before the case to start from
     * @param after the other case
     * @throws InvalidScenarioException if one of the two is refused
     */
    public static Comparison compare(Comparison.Side before, Comparison.Side after) {
        return CaseComparer.compare(before, after, Mkba::netPresentValue);
    }

    /** Of a scenario with one alternative, in its outlook if it has one. */
    private static double netPresentValue(Scenario scenario) {
        Selection selection = scenario.outlooks().isEmpty()
                ? Selection.ALL
                : Selection.ALL.inOutlooks(
                        scenario.outlooks().keySet().iterator().next());
        return appraise(scenario, selection).results().get(0).npv().value();
    }

    /**
     * {@return every step of one stream, for each alternative and outlook that is selected and has it}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param intervention the intervention's id
     * @param stream the stream's id
     * @throws InvalidScenarioException if the scenario or the selection is refused, or no such stream is in it
     */
    public static List<Explanation> explain(
            Scenario scenario, Selection selection, String intervention, String stream) {
        return Explainer.explain(scenario, selection, intervention, stream);
    }

    /**
     * Simulates what is selected: many evaluations with values drawn from the parameters' distributions.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param request how to draw, and what is asked of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @return how the figures spread, for every alternative and outlook that is selected
     * @throws InvalidScenarioException if the scenario or the selection is refused, or the values of some draw are
     */
    public static SimulationResult simulate(
            Scenario scenario, Selection selection, SimulationRequest request, Workers workers) {
        return MonteCarlo.run(scenario, selection, request, workers);
    }

    /**
     * {@return which parameters the result depends on, where it turns, and what it is worth to know more}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param request which analyses to do, and with which draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if the scenario or the selection is refused, or values that are tried are
     */
    public static SensitivityResult sensitivity(
            Scenario scenario, Selection selection, SensitivityRequest request, Workers workers) {
        return Sensitivity.run(scenario, selection, request, workers);
    }

    /**
     * {@return the same of what was simulated, with the draws of that simulation}
     *
     * @param simulated of every case that is wanted
     * @param request which analyses to do; its own draws and seed do not matter
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if values that are tried are refused
     */
    public static SensitivityResult sensitivity(
            SimulationResult simulated, SensitivityRequest request, Workers workers) {
        return Sensitivity.of(simulated, request, workers);
    }

    /**
     * {@return who pays, who gains, and who would have to compensate whom, in the central estimate of what is selected}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @throws InvalidScenarioException if the scenario or the selection is refused
     */
    public static CoalitionResult coalition(Scenario scenario, Selection selection) {
        return Coalitions.of(scenario, selection);
    }

    /**
     * {@return the same, with the chances that what is agreed on in the central estimate turns out well}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if the scenario or the selection is refused, or the values of some draw are
     */
    public static CoalitionResult coalition(
            Scenario scenario, Selection selection, Simulation simulation, Workers workers) {
        return Coalitions.of(scenario, selection, simulation, workers);
    }

    /**
     * {@return the same of what was simulated, with the draws of that simulation}
     *
     * @param simulated of every case that is wanted
     */
    public static CoalitionResult coalition(SimulationResult simulated) {
        return Coalitions.of(simulated);
    }

    /**
     * {@return what each intervention adds to the net present value of the package of its alternative, in the central estimate
     * of what is selected}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @throws InvalidScenarioException if the scenario or the selection is refused, an alternative has more than {@value
     *     ShapleyAnalysis#MOST_INTERVENTIONS} interventions, or the scenario would be refused with only a part of them
     */
    public static ShapleyResult shapley(Scenario scenario, Selection selection) {
        return ShapleyAnalysis.of(scenario, selection);
    }

    /**
     * {@return the same, with how each figure varies over the draws}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above, if the values of some draw are refused, or if there are too many draws for the number of interventions
     */
    public static ShapleyResult shapley(
            Scenario scenario, Selection selection, Simulation simulation, Workers workers) {
        return ShapleyAnalysis.of(scenario, selection, simulation, workers);
    }

    /**
     * {@return the budget of one stakeholder, its cash year by year and not discounted, in the central estimate of what is
     * selected}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param request whose budget, of which years, cut by which labels and in which prices
     * @throws InvalidScenarioException if the scenario or the selection is refused, there is no such stakeholder or label, or a
     *     year lies outside the horizon
     */
    public static BudgetResult budget(Scenario scenario, Selection selection, BudgetRequest request) {
        return Budgets.of(scenario, selection, request);
    }

    /**
     * {@return the same, with how the total net of each year spreads over the draws}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to calculate, and with what changed
     * @param request whose budget, of which years, cut by which labels and in which prices
     * @param simulation how to draw
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException as above, or if the values of some draw are refused
     */
    public static BudgetResult budget(
            Scenario scenario, Selection selection, BudgetRequest request, Simulation simulation, Workers workers) {
        return Budgets.of(scenario, selection, request, simulation, workers);
    }

    /**
     * {@return what is wrong with the scenario, or deserves attention, in any alternative, with or without any outlook}
     *
     * @param scenario the analysis
     */
    public static List<Problem> check(Scenario scenario) {
        Problems problems = new Problems();
        scenario.warnings().forEach(problems::add);
        ValueCheck.run(scenario, Limits.STANDARD, problems, Workers.callerOnly());
        return problems.all();
    }

    /**
     * {@return what is wrong with the alternatives and outlooks that are selected, or deserves attention, with what the
     * selection changes: all that {@link #appraise(Scenario, Selection)} would refuse or warn of}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks to look at, and with what changed
     * @throws InvalidScenarioException if results cannot be given
     */
    public static List<Problem> check(Scenario scenario, Selection selection) {
        return Appraisals.check(scenario, selection);
    }
}
