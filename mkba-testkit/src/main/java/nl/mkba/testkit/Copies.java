package nl.mkba.testkit;

import java.util.List;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;

/** Scenarios like another one, to be changed in one respect. */
public final class Copies {

    private Copies() {}

    /** The same scenario with these interventions, without expectations. */
    public static Scenario.Builder of(Scenario scenario, List<Intervention> interventions) {
        Scenario.Builder copy = Scenario.builder(scenario.id())
                .title(scenario.title())
                .currency(scenario.currency())
                .baseYear(scenario.baseYear())
                .firstYear(scenario.firstYear())
                .horizon(scenario.horizon())
                .priceLevel(scenario.priceLevel())
                .priceIndex(scenario.priceIndex())
                .inflation(scenario.inflation())
                .flowsAt(scenario.flowsAt())
                .discounting(scenario.discounting())
                .simulation(scenario.simulation());
        scenario.stakeholders().values().forEach(copy::stakeholder);
        copy.incomeWeights(scenario.incomeWeights());
        scenario.parameters().values().forEach(copy::parameter);
        scenario.outcomes().values().forEach(copy::outcome);
        interventions.forEach(copy::intervention);
        scenario.alternatives().values().forEach(copy::alternative);
        scenario.outlooks().values().forEach(copy::outlook);
        if (scenario.optimismBias() != null) {
            copy.optimismBias(scenario.optimismBias());
        }
        scenario.correlations().forEach(copy::correlation);
        return copy;
    }
}
