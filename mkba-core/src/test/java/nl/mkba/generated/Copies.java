package nl.mkba.generated;

import java.util.List;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.StreamTerms;

/** Scenarios like another one, to be changed in one respect. */
public final class Copies {

    private Copies() {}

    /** The same scenario, ready to be changed. */
    public static Scenario.Builder of(Scenario scenario) {
        return of(scenario, scenario.interventions().values().stream().toList());
    }

    /** The same scenario with these interventions. */
    public static Scenario.Builder of(Scenario scenario, List<Intervention> interventions) {
        Scenario.Builder copy = Scenario.builder(scenario.id(), scenario.title())
                .texts(scenario.texts())
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

    /** The same intervention without its streams and interactions. */
    public static Intervention.Builder bare(Intervention intervention) {
        Intervention.Builder copy = Intervention.builder(intervention.id())
                .name(intervention.name())
                .start(intervention.start())
                .active(intervention.active())
                .participants(intervention.participants())
                .labels(intervention.labels());
        intervention.unpriced().forEach(copy::unpriced);
        return copy;
    }

    /** The same terms, with the flow cut off at the horizon. */
    public static StreamTerms ending(StreamTerms terms) {
        return new StreamTerms(
                terms.name(),
                terms.note(),
                terms.source(),
                terms.perParticipant(),
                terms.when(),
                terms.growth(),
                terms.prices(),
                terms.rateClass(),
                false,
                terms.evidence(),
                terms.cashable(),
                terms.labels());
    }
}
