package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** A whole scenario: the keys at the top of the file, of which most hold sections with a class of their own. */
final class ScenarioFormat {

    private final Section file;

    private ScenarioFormat(Section file) {
        this.file = file;
    }

    /** The parts of a scenario, not yet checked together. */
    static Scenario.Builder read(Value value) {
        return new ScenarioFormat(value.section(ScenarioKeys.KEYS)).read();
    }

    private Scenario.Builder read() {
        file.required(ScenarioKeys.MKBA);
        Text title = file.required(ScenarioKeys.TITLE, Text.of(""));
        Scenario.Builder scenario = Scenario.builder(file.required(ScenarioKeys.ID))
                .title(title)
                .description(file.optional(ScenarioKeys.DESCRIPTION))
                .authors(file.stated(ScenarioKeys.AUTHORS))
                .notes(file.optional(ScenarioKeys.NOTES))
                .currency(file.stated(ScenarioKeys.CURRENCY));
        years(scenario);
        scenario.inflation(file.optional(ScenarioKeys.INFLATION))
                .incomeWeights(file.read(ScenarioKeys.INCOME_WEIGHTS, IncomeWeightsFormat::read))
                .flowsAt(file.stated(ScenarioKeys.FLOWS_AT));
        sections(scenario);
        return scenario;
    }

    private void years(Scenario.Builder scenario) {
        Integer baseYear = file.needed(ScenarioKeys.BASE_YEAR);
        if (baseYear != null) {
            scenario.baseYear(baseYear);
        }
        Integer horizon = horizon(file.required(ScenarioKeys.HORIZON.name()), baseYear);
        if (horizon != null) {
            scenario.horizon(horizon);
        }
        Integer firstYear = file.optional(ScenarioKeys.FIRST_YEAR);
        if (firstYear != null) {
            scenario.firstYear(firstYear);
        }
        Integer priceLevel = file.optional(ScenarioKeys.PRICE_LEVEL);
        if (priceLevel != null) {
            scenario.priceLevel(priceLevel);
        }
        PriceIndex index = file.optional(ScenarioKeys.PRICE_INDEX);
        if (index != null) {
            scenario.priceIndex(index);
        }
    }

    /** How many years; of a calendar year the number is suggested that would end with it. */
    private static @Nullable Integer horizon(Value value, @Nullable Integer baseYear) {
        Integer year = value.node() instanceof ScalarNode scalar
                        && scalar.text().strip().matches("[12]\\d{3}")
                ? Integer.valueOf(scalar.text().strip())
                : null;
        if (year != null && baseYear != null && year >= baseYear && year < baseYear + Scenario.LONGEST_HORIZON) {
            value.refuse(
                    Problem.of(ProblemCode.OUT_OF_RANGE, value.path(), value.found(), "1 … " + Scenario.LONGEST_HORIZON)
                            .suggesting(Integer.toString(year - baseYear + 1)));
            return null;
        }
        return value.wholeInt(1, Scenario.LONGEST_HORIZON);
    }

    private void sections(Scenario.Builder scenario) {
        Value stakeholders = file.optional(ScenarioKeys.STAKEHOLDERS);
        if (stakeholders != null) {
            for (Map.Entry<String, Value> stakeholder :
                    stakeholders.someEntries().entrySet()) {
                scenario.stakeholder(StakeholderFormat.read(stakeholder.getKey(), stakeholder.getValue()));
            }
        }
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : file.each(ScenarioKeys.PARAMETERS, ParameterFormat::read)) {
            parameters.add(parameter.id());
            scenario.parameter(parameter);
        }
        DiscountingFormat discounting = new DiscountingFormat(parameters);
        scenario.discounting(discounting.read(file.required(ScenarioKeys.DISCOUNTING)));
        for (Outcome outcome : file.each(ScenarioKeys.OUTCOMES, OutcomeFormat::read)) {
            scenario.outcome(outcome);
        }
        for (Map.Entry<String, Value> measure :
                file.required(ScenarioKeys.INTERVENTIONS).entries().entrySet()) {
            scenario.intervention(InterventionFormat.read(measure.getKey(), measure.getValue()));
        }
        alternatives(scenario);
        for (Outlook outlook :
                file.each(ScenarioKeys.OUTLOOKS, (id, value) -> OutlookFormat.read(id, value, discounting))) {
            scenario.outlook(outlook);
        }
        Map<String, OptimismBias> bias = file.read(ScenarioKeys.OPTIMISM_BIAS, OptimismBiasFormat::read);
        if (bias != null) {
            scenario.optimismBias(bias);
        }
        for (Correlation correlation : file.items(ScenarioKeys.CORRELATIONS, CorrelationFormat::read)) {
            scenario.correlation(correlation);
        }
        Simulation simulation = file.read(ScenarioKeys.SIMULATION, SimulationFormat::read);
        if (simulation != null) {
            scenario.simulation(simulation);
        }
        for (Expectation expectation : file.items(ScenarioKeys.EXPECT, ExpectationFormat::read)) {
            scenario.expect(expectation);
        }
    }

    private void alternatives(Scenario.Builder scenario) {
        Value alternatives = file.optional(ScenarioKeys.ALTERNATIVES);
        if (alternatives != null) {
            for (Map.Entry<String, Value> entry : alternatives.someEntries().entrySet()) {
                scenario.alternative(AlternativeFormat.read(entry.getKey(), entry.getValue()));
            }
        }
    }
}
