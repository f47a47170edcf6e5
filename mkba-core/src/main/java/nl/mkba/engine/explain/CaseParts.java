package nl.mkba.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.explain.Comparison;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.time.FlowTiming;
import org.jspecify.annotations.Nullable;

/** The parts of one case, loose, so that some can be exchanged for another case's before a scenario is made of them. */
final class CaseParts {

    private static final String OUTLOOK = "outlook";

    private final Scenario scenario;
    private final boolean inOutlook;
    int baseYear;

    @Nullable
    Integer firstYear;

    int horizon;
    int priceLevel;
    PriceIndex priceIndex;
    Expression inflation;
    FlowTiming flowsAt;
    DiscountPolicy discounting;

    @Nullable
    DiscountPolicy outlookDiscounting;

    @Nullable
    Map<String, OptimismBias> optimismBias;

    List<Correlation> correlations;
    Simulation simulation;
    final Map<String, Stakeholder> stakeholders;
    final Map<String, Parameter> parameters;
    final Map<String, Outcome> outcomes;
    final Map<String, Intervention> interventions;
    final List<String> chosen;
    final Map<String, Replacement> set;
    final Map<String, Replacement> outlookSet;

    CaseParts(Comparison.Side one) {
        scenario = one.scenario();
        baseYear = scenario.baseYear();
        firstYear = scenario.statedFirstYear();
        horizon = scenario.horizon();
        priceLevel = scenario.priceLevel();
        priceIndex = scenario.priceIndex();
        inflation = scenario.inflation();
        flowsAt = scenario.flowsAt();
        discounting = scenario.discounting();
        optimismBias = scenario.optimismBias();
        correlations = scenario.correlations();
        simulation = scenario.simulation();
        stakeholders = new LinkedHashMap<>(scenario.stakeholders());
        parameters = new LinkedHashMap<>(scenario.parameters());
        outcomes = new LinkedHashMap<>(scenario.outcomes());
        interventions = new LinkedHashMap<>(scenario.interventions());
        Alternative alternative = known(scenario.alternatives(), one.alternative());
        chosen = new ArrayList<>(alternative.interventions());
        set = new LinkedHashMap<>(alternative.set());
        inOutlook = one.outlook().isPresent();
        Outlook outlook = inOutlook
                ? known(scenario.outlooks(), one.outlook().get())
                : Outlook.builder(OUTLOOK).build();
        outlookSet = new LinkedHashMap<>(outlook.set());
        outlookDiscounting = outlook.discounting();
    }

    private static <T> T known(Map<String, T> byId, String id) {
        T found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("The scenario has no " + id);
        }
        return found;
    }

    /** The policy that is in force. */
    DiscountPolicy policy() {
        return outlookDiscounting == null ? discounting : outlookDiscounting;
    }

    /**
     * A scenario of these parts, with one alternative and at most one outlook.
     *
     * @throws InvalidScenarioException if the parts do not fit together
     */
    Scenario scenario() {
        Scenario.Builder builder = Scenario.builder(scenario.id())
                .title(scenario.title())
                .currency(scenario.currency())
                .baseYear(baseYear)
                .horizon(horizon)
                .priceLevel(priceLevel)
                .priceIndex(priceIndex)
                .inflation(inflation)
                .flowsAt(flowsAt)
                .discounting(discounting)
                .simulation(simulation);
        if (firstYear != null) {
            builder.firstYear(firstYear);
        }
        if (optimismBias != null) {
            builder.optimismBias(optimismBias);
        }
        stakeholders.values().forEach(builder::stakeholder);
        parameters.values().forEach(builder::parameter);
        outcomes.values().forEach(builder::outcome);
        interventions.values().forEach(builder::intervention);
        Alternative.Builder alternative = Alternative.builder(Alternative.ALL).interventions(chosen);
        set.forEach(alternative::set);
        builder.alternative(alternative.build());
        if (inOutlook) {
            Outlook.Builder outlook = Outlook.builder(OUTLOOK).discounting(outlookDiscounting);
            outlookSet.forEach(outlook::set);
            builder.outlook(outlook.build());
        }
        return builder.build();
    }
}
