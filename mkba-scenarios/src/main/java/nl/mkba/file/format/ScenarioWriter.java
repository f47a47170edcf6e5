package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.file.yaml.YamlWriter;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.time.FlowTiming;

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
        file.number("mkba", FormatVersion.LATEST)
                .text("id", scenario.id())
                .text("title", scenario.title())
                .text("description", texts.description())
                .items("authors", texts.authors(), MapBuilder::scalar)
                .text("notes", texts.notes())
                .word("currency", scenario.currency(), !scenario.currency().equals("EUR"));
    }

    private void years() {
        file.number("base_year", scenario.baseYear())
                .number("first_year", scenario.statedFirstYear())
                .number("horizon", scenario.horizon())
                .number("price_level", scenario.statedPriceLevel());
        PriceIndex index = scenario.priceIndex();
        String name = index.name();
        if (name == null || PriceIndex.builtIn(name).filter(index::equals).isEmpty()) {
            file.each("price_index", index.values(), MapBuilder::number);
        } else {
            file.word("price_index", name, !name.equals(PriceIndex.DEFAULT));
        }
        file.expression("inflation", scenario.statedInflation())
                .word("flows_at", scenario.flowsAt().id(), scenario.flowsAt() != FlowTiming.START)
                .put("discounting", DiscountingFormat.write(scenario.discounting()));
    }

    private void sections() {
        IncomeWeights weights = scenario.incomeWeights();
        file.each("stakeholders", scenario.stakeholders(), StakeholderFormat::write)
                .put("income_weights", weights == null ? null : IncomeWeightsFormat.write(weights))
                .each("parameters", scenario.parameters(), ParameterFormat::write)
                .each("outcomes", scenario.outcomes(), OutcomeFormat::write)
                .each("interventions", scenario.interventions(), InterventionFormat::write);
        if (!hasDefaultAlternative()) {
            file.each("alternatives", scenario.alternatives(), AlternativeFormat::write);
        }
        file.each("outlooks", scenario.outlooks(), OutlookFormat::write);
    }

    private boolean hasDefaultAlternative() {
        Alternative every = Alternative.builder(Alternative.ALL)
                .interventions(scenario.interventions().keySet())
                .build();
        return scenario.alternatives().equals(Map.of(Alternative.ALL, every));
    }

    private void calculation() {
        Map<String, OptimismBias> bias = scenario.optimismBias();
        file.put("optimism_bias", bias == null ? null : OptimismBiasFormat.write(bias))
                .items("correlations", scenario.correlations(), CorrelationFormat::write);
        Simulation simulation = scenario.simulation();
        if (!simulation.equals(Simulation.DEFAULT)) {
            file.put("simulation", SimulationFormat.write(simulation));
        }
        file.items("expect", scenario.expectations(), ExpectationFormat::write);
    }
}
