package nl.mkba.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled stream: where in the registers its steps are.
 *
 * @param intervention the intervention it belongs to
 * @param stream as the scenario describes it
 * @param span when it begins and ends
 * @param parts its amounts: one, or one for each value of the outcome that it reduces
 * @param taken what it takes away from an outcome, or null
 * @param units an effect's number of units each year, before they are valued; null for a cost or a transfer
 */
public record PlanStream(
        Intervention intervention,
        Stream stream,
        Span span,
        List<ValueComponent> parts,
        @Nullable Taken taken,
        @Nullable Vector units) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param intervention see {@link #intervention()}
     * @param stream see {@link #stream()}
     * @param span see {@link #span()}
     * @param parts see {@link #parts()}
     * @param taken see {@link #taken()}
     * @param units see {@link #units()}
     */
    public PlanStream {
        parts = List.copyOf(parts);
    }

    /** {@return {@code INTERVENTION.STREAM}} */
    public String id() {
        return intervention.id() + "." + stream.id();
    }

    /**
     * {@return the labels of one of its components: of an outcome's value its own, or else the stream's, or else its
     * intervention's}
     *
     * @param scenario the analysis
     * @param part of the stream
     */
    public Labels labels(Scenario scenario, ValueComponent part) {
        if (stream instanceof Effect.Reduction reduction) {
            Outcome outcome = scenario.outcomes().get(reduction.outcome());
            Outcome.Value value = outcome == null ? null : outcome.values().get(part.valueId());
            if (value != null) {
                return value.labels().within(stream.labels(intervention));
            }
        }
        return stream.labels(intervention);
    }

    /**
     * When a stream begins and ends, counted from the first year.
     *
     * @param begin the first year in which something can flow
     * @param end the last one, or {@link #ENDLESS}
     */
    public record Span(int begin, int end) {

        /** The end of a stream that goes on, or fades out. */
        public static final int ENDLESS = Integer.MAX_VALUE;

        /** {@return whether it ends} */
        public boolean ends() {
            return end != ENDLESS;
        }
    }

    /**
     * One amount of a stream.
     *
     * @param valueId id of the outcome's value, or empty
     * @param factors what the amount is made of
     * @param entering participants who enter each year; null if it does not go by participants
     * @param strength units of time: the profile's strength, over all participants
     * @param interactions what other interventions do to it each year; null if nothing does
     * @param growth price factor of each year; null if it is always 1
     * @param flow undiscounted flow of each year
     * @param discountFactors of its class
     * @param within present value of the flows within the horizon
     * @param tail present value of what flows after it
     * @param presentValue of both
     * @param cashable the part that is cash
     * @param societyShare society's part of it; of a transfer what society receives of it
     * @param shares each stakeholder's part of it, by id; of a transfer −1 for the payer and 1 for the receiver
     */
    public record ValueComponent(
            String valueId,
            List<Factor> factors,
            @Nullable Vector entering,
            Vector strength,
            @Nullable Vector interactions,
            @Nullable Vector growth,
            Vector flow,
            Vector discountFactors,
            Scalar within,
            Scalar tail,
            Scalar presentValue,
            Scalar cashable,
            Scalar societyShare,
            Map<String, Scalar> shares) {}

    /**
     * What an effect takes away from an outcome that it may share with others.
     *
     * @param factors what the share that it takes away at full strength is made of
     * @param baseline how often the outcome happens each year without any intervention
     * @param share what the effect takes away each year, as a share
     * @param together what all effects on the outcome take away each year, as a share
     */
    public record Taken(List<Factor> factors, Vector baseline, Vector share, Vector together) {

        /**
         * Copies its list, so that it cannot change.
         *
         * @param factors see {@link #factors()}
         * @param baseline see {@link #baseline()}
         * @param share see {@link #share()}
         * @param together see {@link #together()}
         */
        public Taken {
            factors = List.copyOf(factors);
        }
    }

    /**
     * A factor of an amount.
     *
     * @param key under which it stands in a scenario file
     * @param expression as it is written
     * @param references ids of the parameters it names
     * @param register its value
     */
    public record Factor(String key, String expression, Set<String> references, Scalar register) {

        static Factor of(String key, Expression written, Scalar register) {
            return new Factor(key, written.text(), written.references(), register);
        }
    }
}
