package nl.mkba.sensitivity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;

/**
 * What a sensitivity analysis says. Values of parameters are as the scenario writes them, before the price index. Parts that
 * were not asked for are empty.
 *
 * @param scenario what was analysed
 * @param request what was asked for
 * @param results outlook by outlook within each alternative, in the scenario's order
 * @param valueOfInformation for each outlook
 * @param warnings what the reader should know
 */
public record SensitivityResult(
        Scenario scenario,
        SensitivityRequest request,
        List<SensitiveCase> results,
        List<ValueOfInformation> valueOfInformation,
        List<Problem> warnings) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param request see {@link #request()}
     * @param results see {@link #results()}
     * @param valueOfInformation see {@link #valueOfInformation()}
     * @param warnings see {@link #warnings()}
     */
    public SensitivityResult {
        results = List.copyOf(results);
        valueOfInformation = List.copyOf(valueOfInformation);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public SensitiveCase result(String alternative) {
        return new CaseResults<>(results, SensitiveCase::alternative, SensitiveCase::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public SensitiveCase result(String alternative, String outlook) {
        return new CaseResults<>(results, SensitiveCase::alternative, SensitiveCase::outlook)
                .find(alternative, outlook);
    }

    /**
     * One alternative in one outlook or without. A net present value is in the scenario's currency, in prices of the
     * price level; a value of a parameter is as written, a fraction for a percentage.
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id, if any
     * @param npv net present value of the central estimate
     * @param tornado of every uncertain parameter, largest spread first
     * @param groupTornado of every group with an uncertain parameter, largest spread first
     * @param sobol variance-based indices
     * @param switchingValues of every parameter that is not a formula, nearest to its central value first
     * @param frontier of the two parameters that matter most; empty with fewer than two that matter
     * @param regression ranking by regression; empty without spread
     */
    public record SensitiveCase(
            String alternative,
            Optional<String> outlook,
            double npv,
            List<TornadoBar> tornado,
            List<TornadoBar> groupTornado,
            VarianceShares sobol,
            List<SwitchingValue> switchingValues,
            Optional<Frontier> frontier,
            Optional<Regression> regression) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param alternative see {@link #alternative()}
         * @param outlook see {@link #outlook()}
         * @param npv see {@link #npv()}
         * @param tornado see {@link #tornado()}
         * @param groupTornado see {@link #groupTornado()}
         * @param sobol see {@link #sobol()}
         * @param switchingValues see {@link #switchingValues()}
         * @param frontier see {@link #frontier()}
         * @param regression see {@link #regression()}
         */
        public SensitiveCase {
            tornado = List.copyOf(tornado);
            groupTornado = List.copyOf(groupTornado);
            switchingValues = List.copyOf(switchingValues);
        }
    }

    /**
     * The net present value with one parameter at its 10th and 90th percentile, or all parameters of a group at theirs
     * together, and the others central.
     *
     * @param name id of the parameter or the group
     * @param low the parameter's 10th percentile; empty for a group
     * @param high its 90th percentile; empty for a group
     * @param npvLow net present value at the 10th percentiles
     * @param npvHigh net present value at the 90th percentiles
     * @param extreme the percentile in between at which the net present value lies furthest outside those two; empty if it
     *     lies outside at none
     * @param spread how far the lowest of the net present values, the central one among them, lies below the highest
     */
    public record TornadoBar(
            String name,
            OptionalDouble low,
            OptionalDouble high,
            double npvLow,
            double npvHigh,
            Optional<Extreme> extreme,
            double spread) {

        /** {@return the lowest of the net present values, without the central one} */
        public double lowest() {
            double ends = Math.min(npvLow, npvHigh);
            return extreme.map(each -> Math.min(ends, each.npv())).orElse(ends);
        }

        /** {@return the highest of the net present values, without the central one} */
        public double highest() {
            double ends = Math.max(npvLow, npvHigh);
            return extreme.map(each -> Math.max(ends, each.npv())).orElse(ends);
        }
    }

    /**
     * Where the net present value lies outside what it is at the 10th and the 90th percentile.
     *
     * @param percentile which percentile, above 10 and below 90
     * @param value the parameter's value there; empty for a group
     * @param npv the net present value there
     */
    public record Extreme(int percentile, OptionalDouble value, double npv) {}

    /**
     * Shares in the variance of the net present value.
     *
     * @param correlated whether uncertain parameters of the case are correlated. Sobol's decomposition does not hold then:
     *     {@code indices} and {@code groupIndices} are empty, and {@code firstOrderFromRanks} stands instead
     * @param indices of every uncertain parameter, largest total first
     * @param groupIndices of every group with an uncertain parameter, largest total first
     * @param firstOrderFromRanks of every uncertain parameter, largest first; empty unless correlated
     */
    public record VarianceShares(
            boolean correlated,
            List<SobolIndex> indices,
            List<SobolIndex> groupIndices,
            List<RankIndex> firstOrderFromRanks) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param correlated see {@link #correlated()}
         * @param indices see {@link #indices()}
         * @param groupIndices see {@link #groupIndices()}
         * @param firstOrderFromRanks see {@link #firstOrderFromRanks()}
         */
        public VarianceShares {
            indices = List.copyOf(indices);
            groupIndices = List.copyOf(groupIndices);
            firstOrderFromRanks = List.copyOf(firstOrderFromRanks);
        }
    }

    /**
     * Sobol indices of a parameter or a group; all 0 if the net present value has no spread.
     *
     * @param name id of the parameter or the group
     * @param firstOrder part of the variance expected to go away once it is known
     * @param firstOrderHalfWidth half the width of its 95 % interval
     * @param total part of the variance expected to remain when everything else is known
     * @param totalHalfWidth half the width of its 95 % interval
     */
    public record SobolIndex(
            String name, double firstOrder, double firstOrderHalfWidth, double total, double totalHalfWidth) {}

    /**
     * A first-order index estimated from the ranks of the draws; with correlated parameters it includes what the parameter
     * tells of the others.
     *
     * @param parameter the parameter's id
     * @param firstOrder part of the variance expected to go away once it is known
     * @param halfWidth half the width of its 95 % interval; empty if there are too few draws to tell
     */
    public record RankIndex(String parameter, double firstOrder, OptionalDouble halfWidth) {}

    /**
     * Where the net present value crosses 0 with the other parameters central.
     *
     * @param parameter the parameter's id
     * @param central its central value
     * @param value the value nearest to it at which the net present value is 0; empty if there is none in reach. For a
     *     parameter that shapes the years, the nearest whole value at which the net present value is 0 or has the other sign
     */
    public record SwitchingValue(String parameter, double central, OptionalDouble value) {

        /**
         * {@return the change as a part of the central value; empty without a value, or if the central value is 0 or next to
         * it}
         */
        public OptionalDouble change() {
            double change = value.orElse(0) / central - 1;
            return value.isEmpty() || !Double.isFinite(change) ? OptionalDouble.empty() : OptionalDouble.of(change);
        }
    }

    /**
     * Pairs of values of two parameters at which the net present value is 0, the others central.
     *
     * @param first id of the parameter that matters most
     * @param second id of the next
     * @param points for values of the first from its 5th to its 95th percentile
     */
    public record Frontier(String first, String second, List<FrontierPoint> points) {

        /**
         * Copies its list, so that it cannot change.
         *
         * @param first see {@link #first()}
         * @param second see {@link #second()}
         * @param points see {@link #points()}
         */
        public Frontier {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a frontier.
     *
     * @param first value of the first parameter
     * @param second the value of the second, nearest to its central value, at which the net present value is 0; empty if
     *     there is none within its distribution's support
     * @param npv net present value with the first at its value and the second central
     */
    public record FrontierPoint(double first, OptionalDouble second, double npv) {}

    /**
     * How well a sum over the parameters describes the net present value.
     *
     * @param rSquared part of the variance that a linear regression explains
     * @param rankRSquared part of the variance of the ranks that a linear regression on ranks explains
     * @param coefficients of every uncertain parameter, largest rank coefficient first
     */
    public record Regression(double rSquared, double rankRSquared, List<Coefficient> coefficients) {

        /**
         * Copies its list, so that it cannot change.
         *
         * @param rSquared see {@link #rSquared()}
         * @param rankRSquared see {@link #rankRSquared()}
         * @param coefficients see {@link #coefficients()}
         */
        public Regression {
            coefficients = List.copyOf(coefficients);
        }
    }

    /**
     * Standardised regression coefficients: by how many standard deviations the net present value changes with one standard
     * deviation of the parameter.
     *
     * @param parameter the parameter's id
     * @param standardised of the values
     * @param rank of the ranks
     */
    public record Coefficient(String parameter, double standardised, double rank) {}

    /**
     * What it is worth, for the choice between the alternatives and doing nothing (net present value 0), to know more before
     * choosing. Amounts are present values in the scenario's currency, 0 or more.
     *
     * @param outlook the outlook's id, if any
     * @param evpi expected value of perfect information: of knowing everything
     * @param evpiStandardError its standard error; empty for a single draw
     * @param parameters expected value of knowing one parameter, highest first
     * @param groups expected value of knowing all parameters of a group, highest first
     */
    public record ValueOfInformation(
            Optional<String> outlook,
            double evpi,
            OptionalDouble evpiStandardError,
            List<PartialInformation> parameters,
            List<PartialInformation> groups) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param outlook see {@link #outlook()}
         * @param evpi see {@link #evpi()}
         * @param evpiStandardError see {@link #evpiStandardError()}
         * @param parameters see {@link #parameters()}
         * @param groups see {@link #groups()}
         */
        public ValueOfInformation {
            parameters = List.copyOf(parameters);
            groups = List.copyOf(groups);
        }
    }

    /**
     * Expected value of partial perfect information, from 0 to that of perfect information.
     *
     * @param name id of the parameter or the group
     * @param value in the scenario's currency, as a present value
     */
    public record PartialInformation(String name, double value) {}
}
