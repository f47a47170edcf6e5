package nl.mkba.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Stream;
import nl.mkba.source.QualityLevel;
import nl.mkba.text.Text;

/**
 * One stream of one alternative, step by step.
 *
 * @param alternative the alternative's id
 * @param outlook the outlook's id, if any
 * @param intervention the intervention's id
 * @param kind cost, effect or transfer
 * @param id the stream's id
 * @param label what people call it
 * @param parameters those behind its factors, in the order in which they are used
 * @param quality what it rests on: the weakest among all parameters that its flows depend on
 * @param taken what it takes away from an outcome; empty for a stream that reduces none
 * @param parts the stream's amounts: just one, but for a reduction of an outcome with several values one for each
 * @param units of an effect, what happens before it is money; empty for a cost or a transfer
 * @param undiscounted sum of the flows within the horizon
 * @param residualValue present value of what flows after the horizon
 * @param presentValue of the whole stream, the residual value included
 */
public record Explanation(
        String alternative,
        Optional<String> outlook,
        String intervention,
        Stream.Kind kind,
        String id,
        Text label,
        List<UsedParameter> parameters,
        QualityLevel quality,
        Optional<Taken> taken,
        List<AmountOverYears> parts,
        Optional<Units> units,
        Amount undiscounted,
        Amount residualValue,
        Amount presentValue) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param alternative see {@link #alternative()}
     * @param outlook see {@link #outlook()}
     * @param intervention see {@link #intervention()}
     * @param kind see {@link #kind()}
     * @param id see {@link #id()}
     * @param label see {@link #label()}
     * @param parameters see {@link #parameters()}
     * @param quality see {@link #quality()}
     * @param taken see {@link #taken()}
     * @param parts see {@link #parts()}
     * @param units see {@link #units()}
     * @param undiscounted see {@link #undiscounted()}
     * @param residualValue see {@link #residualValue()}
     * @param presentValue see {@link #presentValue()}
     */
    public Explanation {
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
    }

    /**
     * What an effect takes away from an outcome that other effects may reduce as well.
     *
     * @param outcome the outcome's id
     * @param factors what the share that it takes away at full strength is made of, in the order in which it is multiplied
     * @param years year by year
     */
    public record Taken(String outcome, List<Factor> factors, List<TakenInYear> years) {
        /**
         * Copies its lists, so that it cannot change.
         *
         * @param outcome see {@link #outcome()}
         * @param factors see {@link #factors()}
         * @param years see {@link #years()}
         */
        public Taken {
            factors = List.copyOf(factors);
            years = List.copyOf(years);
        }
    }

    /**
     * The units of an effect, and what their costs and their value to break even are made of: society's present values within
     * the horizon.
     *
     * @param result the units and what is made of them
     * @param discountFactors standard discount factor of each year
     * @param costs of the effect's intervention
     * @param net of the effect's intervention
     * @param own what the effect itself is worth
     */
    public record Units(UnitsResult result, List<Double> discountFactors, Amount costs, Amount net, Amount own) {
        /**
         * Copies its list, so that it cannot change.
         *
         * @param result see {@link #result()}
         * @param discountFactors see {@link #discountFactors()}
         * @param costs see {@link #costs()}
         * @param net see {@link #net()}
         * @param own see {@link #own()}
         */
        public Units {
            discountFactors = List.copyOf(discountFactors);
        }
    }

    /**
     * A year of what is taken away.
     *
     * @param year the calendar year
     * @param baseline how often the outcome happens without any intervention
     * @param share the share that the effect takes away
     * @param together the share that all effects on the outcome take away together
     * @param credited the occurrences that the effect is credited with: its part of those prevented, in proportion to the shares
     */
    public record TakenInYear(int year, double baseline, double share, double together, double credited) {}

    /**
     * One amount over the years.
     *
     * @param id of the outcome's value; empty for a stream that has just one amount
     * @param factors what the amount is made of, in the order in which it is multiplied
     * @param years year by year
     * @param residualValue present value of what flows after the horizon
     * @param presentValue of the whole part, the residual value included
     */
    public record AmountOverYears(
            Optional<String> id, List<Factor> factors, List<Year> years, Amount residualValue, Amount presentValue) {
        /**
         * Copies its lists, so that it cannot change.
         *
         * @param id see {@link #id()}
         * @param factors see {@link #factors()}
         * @param years see {@link #years()}
         * @param residualValue see {@link #residualValue()}
         * @param presentValue see {@link #presentValue()}
         */
        public AmountOverYears {
            factors = List.copyOf(factors);
            years = List.copyOf(years);
        }
    }

    /**
     * A factor of the amount.
     *
     * @param key the key under which it stands in a scenario file, such as {@code quantity} or {@code deadweight}
     * @param expression as it is written
     * @param value its value
     */
    public record Factor(String key, String expression, double value) {}

    /**
     * A parameter on which a factor rests.
     *
     * @param parameter as the scenario describes it
     * @param expression the value as written and in force here
     * @param value its value, in prices of the price level
     */
    public record UsedParameter(Parameter parameter, String expression, double value) {}

    /**
     * A year of the stream.
     *
     * @param year the calendar year
     * @param participants who enter that year, for a stream per participant
     * @param strength of the time profile; per participant, the sum over everybody who entered; of a reduction of an
     *     outcome the number of occurrences it is credited with; of a transfer that follows an effect the effect's
     *     number of units
     * @param growth real price change, and inflation for a nominal stream, as one factor
     * @param interactions what other interventions do to an effect, as one factor
     * @param flow amount times all of these
     * @param discountFactor of the stream's class
     * @param presentValue flow times discount factor
     */
    public record Year(
            int year,
            OptionalDouble participants,
            double strength,
            double growth,
            double interactions,
            double flow,
            double discountFactor,
            double presentValue) {}
}
