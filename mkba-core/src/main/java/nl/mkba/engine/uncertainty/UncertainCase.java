package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Plan;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.Workers;

/** One alternative in one outlook, compiled so that its uncertain parameters are the inputs. */
public final class UncertainCase {

    private final Plan central;
    private final Case theCase;
    private final double centralNpv;
    private final Evaluator evaluator;
    private final List<Distribution> distributions;
    private final List<Distribution.Table> tables;
    private final double[] rounding;
    private final Set<String> telling;

    private UncertainCase(CentralCase central, Evaluator evaluator, Map<Distribution, Distribution.Table> known) {
        this.central = central.plan();
        this.theCase = central.plan().compiled();
        this.centralNpv = central.plan().value(central.plan().society().npv());
        this.evaluator = evaluator;
        this.rounding = rounding(this.central, evaluator);
        this.telling = telling(evaluator, theCase.scenario());
        this.distributions = new ArrayList<>();
        this.tables = new ArrayList<>();
        Map<String, Distribution> uncertain = theCase.distributions();
        for (String id : evaluator.inputs()) {
            Distribution distribution = uncertain.get(id);
            if (distribution != null) {
                distributions.add(distribution);
                tables.add(known.computeIfAbsent(distribution, Distribution::table));
            }
        }
    }

    private static Set<String> telling(Evaluator evaluator, Scenario scenario) {
        Set<String> telling = new LinkedHashSet<>();
        boolean[] influential = evaluator.influential();
        for (int p = 0; p < influential.length; p++) {
            if (influential[p]) {
                telling.add(evaluator.inputs().get(p));
            }
        }
        boolean grows = !telling.isEmpty();
        while (grows) {
            grows = false;
            for (Correlation correlation : scenario.correlations()) {
                if (correlation.rank() != 0
                        && (telling.contains(correlation.first()) || telling.contains(correlation.second()))) {
                    grows |= telling.addAll(List.of(correlation.first(), correlation.second()));
                }
            }
        }
        return telling;
    }

    private static double[] rounding(Plan central, Evaluator evaluator) {
        double[] rounding = new double[evaluator.figures().size()];
        Plan.Society society = central.society();
        rounding[Evaluator.COSTS.index()] = central.rounding(society.costs());
        rounding[Evaluator.BENEFITS.index()] = central.rounding(society.benefits());
        rounding[Evaluator.GAINS.index()] =
                central.rounding(society.benefits()) + central.rounding(society.transfers());
        rounding[Evaluator.NPV.index()] = central.rounding(society.npv());
        rounding[Evaluator.WEIGHTED_NPV.index()] = central.rounding(society.weightedNpv());
        for (int stakeholder = 0; stakeholder < evaluator.stakeholders().size(); stakeholder++) {
            Plan.Account account =
                    central.stakeholders().get(evaluator.stakeholders().get(stakeholder));
            if (account != null) {
                rounding[Evaluator.net(stakeholder).index()] = central.rounding(account.net());
                rounding[Evaluator.cash(stakeholder).index()] = central.rounding(account.cash());
            }
        }
        return rounding;
    }

    /**
     * {@return the cases of a selection: of each alternative in the scenario's order, outlook by outlook} Plans are compiled
     * and tables of quantiles made by several threads.
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param units whether the units of every effect are further figures
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws nl.mkba.problem.InvalidScenarioException if the scenario or the selection is refused
     * @throws CancelledException if the work is cancelled
     */
    public static List<UncertainCase> of(Scenario scenario, Selection selection, boolean units, Workers workers) {
        Problems problems = new Problems();
        List<CentralCase> central = CentralCase.of(scenario, selection, Map.of(), problems, workers);
        problems.throwIfErrors();
        Set<Distribution> distinct = new LinkedHashSet<>();
        central.forEach(
                each -> distinct.addAll(each.plan().compiled().distributions().values()));
        List<Distribution> distributions = List.copyOf(distinct);
        Evaluator[] evaluators = new Evaluator[central.size()];
        Distribution.Table[] made = new Distribution.Table[distributions.size()];
        workers.run(evaluators.length + made.length, () -> task -> {
            if (task < evaluators.length) {
                Case theCase = central.get(task).plan().compiled();
                Plan plan = Plan.ofDraws(theCase, theCase.distributions().keySet());
                evaluators[task] =
                        units ? plan.evaluator(List.copyOf(plan.units().values())) : plan.evaluator();
            } else {
                int k = task - evaluators.length;
                made[k] = distributions.get(k).table();
            }
        });
        Map<Distribution, Distribution.Table> tables = new LinkedHashMap<>();
        for (int k = 0; k < made.length; k++) {
            tables.put(distributions.get(k), made[k]);
        }
        List<UncertainCase> cases = new ArrayList<>();
        for (int c = 0; c < evaluators.length; c++) {
            cases.add(new UncertainCase(central.get(c), evaluators[c], tables));
        }
        return cases;
    }

    /** The uncertain parameters of all cases together, in the scenario's order. */
    static List<String> parameters(Scenario scenario, List<UncertainCase> cases) {
        Set<String> named = new LinkedHashSet<>();
        for (String id : scenario.parameters().keySet()) {
            if (cases.stream().anyMatch(each -> each.parameters().contains(id))) {
                named.add(id);
            }
        }
        return new ArrayList<>(named);
    }

    /** {@return the id of the alternative} */
    public String alternative() {
        return theCase.alternative().id();
    }

    /** {@return the id of the outlook, if any} */
    public Optional<String> outlook() {
        return theCase.outlook().map(outlook -> outlook.id());
    }

    /** {@return the central estimate, from which it was made} */
    public Plan central() {
        return central;
    }

    /**
     * {@return what a figure of the evaluator cannot be told from 0 below: see {@link Plan#rounding}; 0 for figures that are no
     * account} Draws are held to the central estimate's where amounts of both signs are added up: to measure each would take as long as
     * to evaluate it.
     */
    double rounding(Evaluator.Figure figure) {
        return figure.index() < rounding.length ? rounding[figure.index()] : 0;
    }

    /** The name of a figure of the evaluator, as results have it. */
    String name(Evaluator.Figure figure) {
        int effect = evaluator.further().indexOf(figure);
        return effect >= 0 ? "streams." + unitsOf().get(effect) + ".units" : evaluator.name(figure);
    }

    /** {@return the net present value of the central estimate} */
    public double centralNpv() {
        return centralNpv;
    }

    /**
     * {@return the effects whose units are the evaluator's further figures, in their order; none if they were not asked for}
     */
    public List<String> unitsOf() {
        return evaluator.further().isEmpty()
                ? List.of()
                : List.copyOf(central.units().keySet());
    }

    /** {@return the ids of the uncertain parameters, in the order of the evaluator's inputs} */
    public List<String> parameters() {
        return evaluator.inputs();
    }

    /**
     * {@return whether a parameter can tell anything of the net present value} This depends on it, or on a parameter that it is
     * correlated with, directly or through others. Of one that cannot, what draws seem to say is noise.
     *
     * @param parameter the parameter's id
     */
    public boolean tells(String parameter) {
        return telling.contains(parameter);
    }

    /**
     * {@return the distribution in force of an uncertain parameter, by its index}
     *
     * @param parameter the parameter's number, from 0
     */
    public Distribution distribution(int parameter) {
        return distributions.get(parameter);
    }

    /**
     * {@return its quantiles, for draws}
     *
     * @param parameter the parameter's number, from 0
     */
    public Distribution.Table table(int parameter) {
        return tables.get(parameter);
    }

    /** Gives society's cumulative discounted net of every year, of draws that {@link #evaluator} does not refuse. */
    Evaluator balanceEvaluator() {
        return Plan.balanceEvaluator(theCase, theCase.distributions().keySet());
    }

    /** Gives a stakeholder's net cash of every year, of draws that {@link #evaluator} does not refuse. */
    Evaluator budgetEvaluator(String stakeholder, boolean nominal) {
        return Plan.budgetEvaluator(theCase, theCase.distributions().keySet(), stakeholder, nominal);
    }

    /** {@return an evaluator of the case for values of its uncertain parameters, as written} */
    public Evaluator evaluator() {
        return evaluator;
    }
}
