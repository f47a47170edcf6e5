package nl.mkba.cooperation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mkba.appraisal.Amount;

/**
 * Who pays, who gains, and what would make everybody whole, in one alternative and outlook, in welfare or in money. Amounts
 * are present values; only society's stakeholders are looked at. A gain or loss below 1e-12 of the amounts that it is made of is 0.
 *
 * <p>Side payments are those by which the gainers would compensate the losers: N. Kaldor, Welfare propositions of economics
 * and interpersonal comparisons of utility (1939), and J.R. Hicks, The foundations of welfare economics (1939), both in The
 * Economic Journal 49. There it is enough that they could; here it is said who would pay whom how much, and only stakeholders that
 * can pay do.
 *
 * @param alternative the alternative's id
 * @param outlook the outlook's id, if any
 * @param basis whether gains are counted in welfare or in money
 * @param costs what every stakeholder pays for interventions, in the scenario's order: the same in both bases
 * @param gainers the stakeholders that gain, in the scenario's order
 * @param losers the stakeholders that lose, in the scenario's order
 * @param feasible whether what the gainers that can pay gain covers what the losers lose
 * @param shortfall what is missing; 0 if it is feasible
 * @param sidePayments what the gainers that can pay, each in proportion to its gain, pay the losers so that each of these is
 *     brought to exactly 0; payer by payer, in the scenario's order. Empty if it is not feasible
 * @param after every stakeholder's gain after the side payments; without them, if it is not feasible
 * @param costSharesByBenefit how the present value of costs would be split if every stakeholder paid in proportion to what it
 *     receives, {@code max(0, benefits + transfers)}: the same in both bases; empty if nobody receives anything
 * @param smallestCoalition the fewest stakeholders that can pay, all payers of costs that can among them, that together do not
 *     lose: of several the one best off, then the scenario's order. Empty list if nobody pays costs, absent if there is none
 * @param chances how sure all this is, if the scenario was simulated
 */
public record Coalition(
        String alternative,
        Optional<String> outlook,
        Basis basis,
        Map<String, Amount> costs,
        List<Balance> gainers,
        List<Balance> losers,
        boolean feasible,
        Amount shortfall,
        List<SidePayment> sidePayments,
        Map<String, Amount> after,
        Optional<Map<String, Amount>> costSharesByBenefit,
        Optional<List<String>> smallestCoalition,
        Optional<Chances> chances) {

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param alternative see {@link #alternative()}
     * @param outlook see {@link #outlook()}
     * @param basis see {@link #basis()}
     * @param costs see {@link #costs()}
     * @param gainers see {@link #gainers()}
     * @param losers see {@link #losers()}
     * @param feasible see {@link #feasible()}
     * @param shortfall see {@link #shortfall()}
     * @param sidePayments see {@link #sidePayments()}
     * @param after see {@link #after()}
     * @param costSharesByBenefit see {@link #costSharesByBenefit()}
     * @param smallestCoalition see {@link #smallestCoalition()}
     * @param chances see {@link #chances()}
     */
    public Coalition {
        costs = ordered(costs);
        gainers = List.copyOf(gainers);
        losers = List.copyOf(losers);
        sidePayments = List.copyOf(sidePayments);
        after = ordered(after);
        costSharesByBenefit = costSharesByBenefit.map(Coalition::ordered);
        smallestCoalition = smallestCoalition.map(List::copyOf);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * {@return what a stakeholder pays for interventions, as a present value; above 0 for what it spends}
     *
     * @param stakeholder the stakeholder's id
     * @throws IllegalArgumentException if it is none of society's stakeholders
     */
    public Amount costs(String stakeholder) {
        return known(costs, stakeholder);
    }

    /**
     * {@return what a stakeholder gains before the side payments, as a present value; negative for a loss}
     *
     * @param stakeholder the stakeholder's id
     * @throws IllegalArgumentException if it is none of society's stakeholders
     */
    public Amount before(String stakeholder) {
        Amount nothing = new Amount(0, after(stakeholder).currency());
        return Stream.concat(gainers.stream(), losers.stream())
                .filter(balance -> balance.stakeholder().equals(stakeholder))
                .map(Balance::net)
                .findFirst()
                .orElse(nothing);
    }

    /**
     * {@return what a stakeholder gains after the side payments, as a present value; negative for a loss}
     *
     * @param stakeholder the stakeholder's id
     * @throws IllegalArgumentException if it is none of society's stakeholders
     */
    public Amount after(String stakeholder) {
        return known(after, stakeholder);
    }

    private static Amount known(Map<String, Amount> amounts, String stakeholder) {
        Amount amount = amounts.get(stakeholder);
        if (amount == null) {
            throw new IllegalArgumentException("The stakeholder (" + stakeholder + ") must be one of society's");
        }
        return amount;
    }

    /**
     * How often, over the draws, the agreement of the central estimate turns out well. The side payments are the amounts of the
     * central estimate: who agrees on a sum beforehand keeps to it.
     *
     * @param feasible share of draws in which what the gainers of that draw that can pay gain covers the losses
     * @param holds share of draws in which the smallest coalition of the central estimate together does not lose; empty without
     *     one
     * @param allWholeBefore share of draws in which nobody loses before the side payments
     * @param allWholeAfter share of draws in which nobody loses after them
     * @param stakeholders of each stakeholder, by id
     */
    public record Chances(
            double feasible,
            Optional<Double> holds,
            double allWholeBefore,
            double allWholeAfter,
            Map<String, Whole> stakeholders) {

        /**
         * Copies its map, so that it cannot change.
         *
         * @param feasible see {@link #feasible()}
         * @param holds see {@link #holds()}
         * @param allWholeBefore see {@link #allWholeBefore()}
         * @param allWholeAfter see {@link #allWholeAfter()}
         * @param stakeholders see {@link #stakeholders()}
         */
        public Chances {
            stakeholders = ordered(stakeholders);
        }
    }

    /**
     * How often a stakeholder does not lose.
     *
     * @param before share of draws in which its gain is 0 or more before the side payments
     * @param after share of draws in which it is after them
     */
    public record Whole(double before, double after) {}

    /** In what a stakeholder's gain or loss is counted. */
    public enum Basis {
        /** Welfare: benefits − costs + transfers. */
        NET,
        /** Money: the part of it that is cash. */
        CASH;

        /** {@return the word in results} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a stakeholder gains or loses.
     *
     * @param stakeholder the stakeholder's id
     * @param net present value of its gain, negative for a loss; welfare or money, as the basis says
     */
    public record Balance(String stakeholder, Amount net) {}

    /**
     * What one stakeholder pays another so that nobody loses.
     *
     * @param from id of the stakeholder that gains and pays
     * @param to id of the stakeholder that loses and receives
     * @param amount present value of the payment, above 0
     */
    public record SidePayment(String from, String to, Amount amount) {}
}
