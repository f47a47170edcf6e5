package nl.mkba.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.explain.Comparison;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.jspecify.annotations.Nullable;

/** The parts of one case, loose, so that some can be exchanged for another case's before a scenario is made of them. */
final class CaseParts {

    private static final String OUTLOOK = "outlook";

    static final String DISCOUNTING = "discounting";

    /** What has parts of its own here, or what is compared: no setting. An expectation is no input. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "id",
            "stakeholders",
            "parameters",
            "outcomes",
            "interventions",
            "alternatives",
            "outlooks",
            "expectations");

    private final Scenario scenario;
    private final boolean inOutlook;

    /** All else that the scenario says, by the names of its components, in the order of a file. */
    final Map<String, @Nullable Object> settings;

    @Nullable
    DiscountPolicy outlookDiscounting;

    final Map<String, Stakeholder> stakeholders;
    final Map<String, Parameter> parameters;
    final Map<String, Outcome> outcomes;
    final Map<String, Intervention> interventions;
    final List<String> chosen;
    final Map<String, Replacement> set;
    final Map<String, Replacement> outlookSet;

    CaseParts(Comparison.Side one) {
        scenario = one.scenario();
        settings = new LinkedHashMap<>();
        scenario.components().forEach((name, value) -> {
            if (value instanceof Scenario.Texts texts) {
                settings.put("description", texts.description());
                settings.put("authors", texts.authors());
                settings.put("notes", texts.notes());
            } else if (!NO_SETTINGS.contains(name)) {
                settings.put(name, value);
            }
        });
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

    /** The discount policy that is in force. */
    @Nullable
    Object policy() {
        return outlookDiscounting == null ? settings.get(DISCOUNTING) : outlookDiscounting;
    }

    /**
     * A scenario of these parts, with one alternative and at most one outlook.
     *
     * @throws InvalidScenarioException if the parts do not fit together
     */
    Scenario scenario() {
        Scenario.Builder builder = Scenario.builder(scenario.id());
        settings.forEach((name, value) -> {
            if (value != null) {
                set(builder, name, value);
            }
        });
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

    /** Says a setting again; one that is new in a scenario is refused here until it has its line. */
    private static void set(Scenario.Builder builder, String name, Object value) {
        switch (name) {
            case "title" -> builder.title((Text) value);
            case "description" -> builder.description((Text) value);
            case "authors" ->
                builder.authors(
                        ((List<?>) value).stream().map(String.class::cast).toList());
            case "notes" -> builder.notes((Text) value);
            case "currency" -> builder.currency((String) value);
            case "baseYear" -> builder.baseYear((Integer) value);
            case "statedFirstYear" -> builder.firstYear((Integer) value);
            case "horizon" -> builder.horizon((Integer) value);
            case "statedPriceLevel" -> builder.priceLevel((Integer) value);
            case "priceIndex" -> builder.priceIndex((PriceIndex) value);
            case "statedInflation" -> builder.inflation((Expression) value);
            case "incomeWeights" -> builder.incomeWeights((IncomeWeights) value);
            case "flowsAt" -> builder.flowsAt((FlowTiming) value);
            case DISCOUNTING -> builder.discounting((DiscountPolicy) value);
            case "optimismBias" -> builder.optimismBias(byGrade((Map<?, ?>) value));
            case "correlations" -> ((List<?>) value).forEach(each -> builder.correlation((Correlation) each));
            case "simulation" -> builder.simulation((Simulation) value);
            default -> throw new IllegalStateException("A comparison does not know " + name);
        }
    }

    private static Map<String, OptimismBias> byGrade(Map<?, ?> biases) {
        Map<String, OptimismBias> byGrade = new LinkedHashMap<>();
        biases.forEach((grade, bias) -> byGrade.put((String) grade, (OptimismBias) bias));
        return byGrade;
    }
}
