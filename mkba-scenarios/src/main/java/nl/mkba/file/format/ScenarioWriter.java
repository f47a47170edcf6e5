package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.file.yaml.YamlWriter;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;

/**
 * Writes a scenario as a file that is read as the same scenario. What has its default is left out; includes are written
 * out, and comments are not kept. A price index of one's own loses its source, for which the format has no key.
 */
public final class ScenarioWriter {

    private final Scenario scenario;
    private final MapBuilder file = new MapBuilder();

    private ScenarioWriter(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * {@return the text of the scenario's file}
     *
     * @param scenario read from a file or made in Java
     */
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter(scenario);
        writer.heading();
        writer.years();
        writer.sections();
        writer.calculation();
        return YamlWriter.write(writer.file.map());
    }

    private void heading() {
        Scenario.Texts texts = scenario.texts();
        file.put(ScenarioKeys.MKBA, FormatVersion.LATEST)
                .put(ScenarioKeys.ID, scenario.id())
                .put(ScenarioKeys.TITLE, scenario.title())
                .put(ScenarioKeys.DESCRIPTION, texts.description())
                .put(ScenarioKeys.AUTHORS, texts.authors())
                .put(ScenarioKeys.NOTES, texts.notes())
                .put(ScenarioKeys.CURRENCY, scenario.currency());
    }

    private void years() {
        PriceIndex index = scenario.priceIndex();
        boolean isDefault =
                PriceIndex.builtIn(PriceIndex.DEFAULT).filter(index::equals).isPresent();
        file.put(ScenarioKeys.BASE_YEAR, scenario.baseYear())
                .put(ScenarioKeys.FIRST_YEAR, scenario.statedFirstYear())
                .put(ScenarioKeys.HORIZON, (long) scenario.horizon())
                .put(ScenarioKeys.PRICE_LEVEL, scenario.statedPriceLevel())
                .put(ScenarioKeys.PRICE_INDEX, isDefault ? null : index)
                .put(ScenarioKeys.INFLATION, scenario.statedInflation())
                .put(ScenarioKeys.FLOWS_AT, scenario.flowsAt())
                .put(ScenarioKeys.DISCOUNTING, DiscountingFormat.write(scenario.discounting()));
    }

    private void sections() {
        IncomeWeights weights = scenario.incomeWeights();
        file.each(ScenarioKeys.STAKEHOLDERS, scenario.stakeholders(), StakeholderFormat::write)
                .put(ScenarioKeys.INCOME_WEIGHTS, weights == null ? null : IncomeWeightsFormat.write(weights))
                .each(ScenarioKeys.PARAMETERS, scenario.parameters(), ParameterFormat::write)
                .each(ScenarioKeys.OUTCOMES, scenario.outcomes(), OutcomeFormat::write)
                .each(ScenarioKeys.INTERVENTIONS, scenario.interventions(), InterventionFormat::write);
        if (!hasDefaultAlternative()) {
            file.each(ScenarioKeys.ALTERNATIVES, scenario.alternatives(), AlternativeFormat::write);
        }
        file.each(ScenarioKeys.OUTLOOKS, scenario.outlooks(), OutlookFormat::write);
    }

    private boolean hasDefaultAlternative() {
        Alternative every = Alternative.builder(Alternative.ALL)
                .interventions(scenario.interventions().keySet())
                .build();
        return scenario.alternatives().equals(Map.of(Alternative.ALL, every));
    }

    private void calculation() {
        Map<String, OptimismBias> bias = scenario.optimismBias();
        file.put(ScenarioKeys.OPTIMISM_BIAS, bias == null ? null : OptimismBiasFormat.write(bias))
                .items(ScenarioKeys.CORRELATIONS, scenario.correlations(), CorrelationFormat::write);
        Simulation simulation = scenario.simulation();
        if (!simulation.equals(Simulation.DEFAULT)) {
            file.put(ScenarioKeys.SIMULATION, SimulationFormat.write(simulation));
        }
        file.items(ScenarioKeys.EXPECT, scenario.expectations(), ExpectationFormat::write);
    }
}
