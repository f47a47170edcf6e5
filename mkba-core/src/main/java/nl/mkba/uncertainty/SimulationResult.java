package nl.mkba.uncertainty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;

/**
 * What a simulation says.
 *
 * @param scenario what was simulated
 * @param request what was asked for
 * @param results outlook by outlook within each alternative, in the scenario's order
 * @param probabilityBest for each outlook how often each alternative is the best
 * @param clamped per path of a fraction, in how many draws it was outside 0 … 1 and clamped, over all results
 * @param warnings what the author should look at
 * @param draws every draw, for those who want to see them
 */
public record SimulationResult(
        Scenario scenario,
        SimulationRequest request,
        List<SimulatedCase> results,
        List<ProbabilityBest> probabilityBest,
        Map<String, Integer> clamped,
        List<Problem> warnings,
        Draws draws) {

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param request see {@link #request()}
     * @param results see {@link #results()}
     * @param probabilityBest see {@link #probabilityBest()}
     * @param clamped see {@link #clamped()}
     * @param warnings see {@link #warnings()}
     * @param draws see {@link #draws()}
     */
    public SimulationResult {
        results = List.copyOf(results);
        probabilityBest = List.copyOf(probabilityBest);
        clamped = Collections.unmodifiableMap(new LinkedHashMap<>(clamped));
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public SimulatedCase result(String alternative) {
        return new CaseResults<>(results, SimulatedCase::alternative, SimulatedCase::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public SimulatedCase result(String alternative, String outlook) {
        return new CaseResults<>(results, SimulatedCase::alternative, SimulatedCase::outlook)
                .find(alternative, outlook);
    }

    /**
     * One alternative in one outlook or without. Amounts are present values in the scenario's currency, in prices of the price level; a
     * cost is above 0 for what is spent.
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id, if any
     * @param centralNpv net present value of the central estimate
     * @param npv net present value
     * @param weightedNpv sum of each stakeholder's net times its distributional weight
     * @param expected the expected values, which lead
     * @param bcr benefit-cost ratio, of the draws that have one
     * @param pvCosts present value of costs
     * @param pvBenefits present value of benefits
     * @param stakeholders every stakeholder's net and cash, by id
     * @param units of every effect, by {@code INTERVENTION.EFFECT}, its number of units over the horizon; no entries if they
     *     were not asked for
     * @param rankCorrelations Spearman's, of every uncertain parameter with the net present value; empty if one of them
     *     has no spread. No entries if they were not asked for
     * @param quality what the result rests on: a share for every level, from strong to weak
     * @param replication how well the mean is known, if a precision was asked for
     */
    public record SimulatedCase(
            String alternative,
            Optional<String> outlook,
            double centralNpv,
            Statistics npv,
            Statistics weightedNpv,
            Expected expected,
            Ratio bcr,
            Statistics pvCosts,
            Statistics pvBenefits,
            Map<String, StakeholderStatistics> stakeholders,
            Map<String, Statistics> units,
            Map<String, OptionalDouble> rankCorrelations,
            List<QualityShare> quality,
            Optional<Replication> replication) {

        /**
         * Copies its lists and maps, so that it cannot change.
         *
         * @param alternative see {@link #alternative()}
         * @param outlook see {@link #outlook()}
         * @param centralNpv see {@link #centralNpv()}
         * @param npv see {@link #npv()}
         * @param weightedNpv see {@link #weightedNpv()}
         * @param expected see {@link #expected()}
         * @param bcr see {@link #bcr()}
         * @param pvCosts see {@link #pvCosts()}
         * @param pvBenefits see {@link #pvBenefits()}
         * @param stakeholders see {@link #stakeholders()}
         * @param units see {@link #units()}
         * @param rankCorrelations see {@link #rankCorrelations()}
         * @param quality see {@link #quality()}
         * @param replication see {@link #replication()}
         */
        public SimulatedCase {
            stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
            units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
            rankCorrelations = Collections.unmodifiableMap(new LinkedHashMap<>(rankCorrelations));
            quality = List.copyOf(quality);
        }
    }

    /**
     * One stakeholder.
     *
     * @param net benefits − costs + transfers
     * @param cash the part of it that is cash
     */
    public record StakeholderStatistics(Statistics net, Statistics cash) {}

    /**
     * Expected values.
     *
     * @param npv mean net present value
     * @param bcr return per euro: the mean of benefits + net transfers from outside, divided by the mean of costs (a ratio of
     *     means, not a mean of ratios); absent when the mean of costs is not above 0
     * @param pvCosts mean present value of costs
     * @param pvBenefits mean present value of benefits
     */
    public record Expected(double npv, OptionalDouble bcr, double pvCosts, double pvBenefits) {}

    /**
     * A ratio that some draws may lack.
     *
     * @param statistics of the draws that have one; empty if none has
     * @param probabilityAboveOne share of these draws strictly above 1
     * @param absent how many draws have none
     */
    public record Ratio(Optional<Statistics> statistics, OptionalDouble probabilityAboveOne, int absent) {}

    /**
     * How well the mean net present value is known, from independent replicates of the simulation.
     *
     * @param replicates how many
     * @param mean the mean of their means
     * @param halfWidth half the width of its 95 % interval (Student's t)
     */
    public record Replication(int replicates, double mean, double halfWidth) {}

    /**
     * How often each alternative has the highest net present value; ties are split equally.
     *
     * @param outlook the outlook's id, if any
     * @param alternatives probability by alternative
     * @param reference probability that doing nothing (0) is best
     */
    public record ProbabilityBest(Optional<String> outlook, Map<String, Double> alternatives, double reference) {

        /**
         * Copies its map, so that it cannot change.
         *
         * @param outlook see {@link #outlook()}
         * @param alternatives see {@link #alternatives()}
         * @param reference see {@link #reference()}
         */
        public ProbabilityBest {
            alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
        }
    }

    /** Every draw of a simulation, for those who want to see them: made by a simulation only, and immutable. */
    public interface Draws {

        /** Receives draws, in their order. */
        interface Visitor {

            /**
             * One draw.
             *
             * @param draw its index, from 0
             * @param values the row, in the order of {@link #columns}; overwritten by the next
             */
            void draw(int draw, double[] values);
        }

        /** {@return how many draws there are; 1 or more} */
        int count();

        /**
         * {@return the ids of the uncertain parameters of all cases together, in the scenario's order; none if nothing is
         * uncertain}
         */
        List<String> parameters();

        /**
         * {@return the names of what a row holds: {@code CASE/PARAMETER} and {@code CASE/FIGURE} for every case} A parameter's
         * value is as written, a fraction for a percentage; a figure is a present value in the scenario's currency, a cost above 0.
         *
         * @throws nl.mkba.problem.InvalidScenarioException if the units of two effects would have the same name, or a
         *     parameter the name of a figure
         */
        List<String> columns();

        /**
         * Shows every draw to a visitor, with memory for few of them: the parameters' values are generated again.
         *
         * @param visitor is shown each draw in turn
         * @throws nl.mkba.problem.InvalidScenarioException as {@link #columns}
         */
        void forEach(Visitor visitor);
    }
}
