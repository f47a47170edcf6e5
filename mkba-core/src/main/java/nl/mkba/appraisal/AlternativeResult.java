package nl.mkba.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.mkba.scenario.Stream;
import nl.mkba.text.Text;

/**
 * The central estimate of one alternative, in one outlook or without. Amounts are present values at the start of the base
 * year in prices of the price level; society is the stakeholders that count.
 *
 * <pre>{@code
 * AlternativeResult result = Mkba.appraise(scenario).result("all");
 * double ratio = result.bcr().orElse(0); // absent where nothing is paid
 * double paid = result.pvCosts().value();
 * double city = result.stakeholders().get("city").net().value();
 * }</pre>
 *
 * <p>Made by the engine only: later versions add to it. Immutable; maps and lists keep the order of the scenario.
 */
public interface AlternativeResult {

    /** {@return the alternative's id} */
    String alternative();

    /** {@return the outlook's id; empty for the run without one} */
    Optional<String> outlook();

    /**
     * {@return a figure that is one number; an amount in the scenario's currency, a cost above 0} Absent where it is not
     * defined.
     *
     * @param figure which one
     */
    OptionalDouble figure(ResultFigure figure);

    /** {@return the present value of society's costs; above 0 for what is spent} */
    Amount pvCosts();

    /** {@return the present value of society's benefits; negative effects lower it} */
    Amount pvBenefits();

    /** {@return the net present value: benefits − costs + net transfers from outside society} */
    Amount npv();

    /**
     * {@return the benefit-cost ratio, the return per euro: (benefits + net transfers from outside) / costs; absent when the
     * costs are not above 0}
     */
    OptionalDouble bcr();

    /** {@return the equal amount a year with the same present value; absent where that has none} */
    Optional<Amount> equivalentAnnualValue();

    /** {@return the sum of each stakeholder's net times its distributional weight} */
    Amount weightedNpv();

    /** {@return the internal rate of return, or why there is none} */
    InternalRate internalRate();

    /** {@return the discounted payback year, or why there is none} */
    Payback payback();

    /** {@return what goes on after the horizon, as a present value: benefits − costs + net transfers from outside} */
    Amount residualValue();

    /** {@return the net present value with every grade's corrections 0; absent where that is refused} */
    Optional<Amount> npvWithoutOptimismBias();

    /** {@return what it adds to the alternative it is compared with, if any} */
    Optional<Increment> increment();

    /** {@return the account of each stakeholder, by its id} */
    Map<String, Account> stakeholders();

    /** {@return the account of each sector, by its id} */
    Map<String, Account> sectors();

    /** {@return society's part of each intervention, by its id} */
    Map<String, InterventionResult> interventions();

    /** {@return every stream in full} */
    List<StreamResult> streams();

    /** {@return every year of the horizon} */
    List<YearResult> years();

    /** {@return the benefits from gross to net} */
    GrossToNet grossToNet();

    /** {@return what is not expressed in money} */
    List<UnpricedResult> unpriced();

    /** {@return what the others in society gain per euro that it costs the governments} */
    MarginalValue marginalValue();

    /** {@return what it rests on: a share for every level, from strong to weak} */
    List<QualityShare> quality();

    /**
     * {@return the same result cut another way: under every key that labels of the scenario have, every text of this
     * alternative, in the scenario's order; what has none stands last, under an empty text}
     */
    Map<String, Map<String, LabelResult>> labels();

    /**
     * What an alternative adds to another one.
     *
     * @param comparedWith id of the other alternative
     * @param pvCosts difference in the present value of costs
     * @param pvBenefits difference in the present value of benefits
     * @param npv difference in net present value
     * @param bcr the benefit-cost ratio of the differences; absent unless it costs more
     */
    record Increment(String comparedWith, Amount pvCosts, Amount pvBenefits, Amount npv, OptionalDouble bcr) {}

    /**
     * The internal rate of return: the rate at which society's yearly net flows have present value 0.
     *
     * @param rate the rate a year, a fraction, if there is exactly one in (−0.5, 10]
     * @param absent why there is none
     */
    record InternalRate(OptionalDouble rate, Optional<InternalRate.Reason> absent) {

        /** Why there is no internal rate of return. */
        public enum Reason {
            /** Society's part of some stream goes on beyond the horizon. */
            RESIDUAL_VALUE,
            /** The flows are all of one sign. */
            NO_SIGN_CHANGE,
            /** No rate in the range brings the present value to 0. */
            NO_ROOT,
            /** More than one does. */
            MULTIPLE_ROOTS;

            /** {@return the word in results} */
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * The first year at whose end the cumulative discounted net flow is 0 or more, having been below 0 before.
     *
     * @param year the year, if there is one
     * @param belowAgainUntil the last year after it at whose end the cumulative flow is below 0 again; empty if it stays 0 or
     *     more
     * @param absent why there is no year
     */
    record Payback(OptionalInt year, OptionalInt belowAgainUntil, Optional<Payback.Reason> absent) {

        /** Why there is no payback year. */
        public enum Reason {
            /** The cumulative flow is never below 0. */
            NEVER_BELOW,
            /** It stays below 0. */
            NEVER;

            /** {@return the word in results} */
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * The marginal value of public funds (Hendren and Sprung-Keyser 2020): what the others in society gain per euro that it costs
     * the governments. {@code MVPF = W / C}, with {@code C = −Σ cash} of the stakeholders that count and are government, and {@code W = Σ
     * net} of the other stakeholders that count; what a government gains without it being cash is in neither.
     *
     * @param ratio W / C, absent unless C is above 0
     * @param absent why there is no ratio, if there is none
     */
    record MarginalValue(OptionalDouble ratio, Optional<MarginalValue.Reason> absent) {

        /** Why there is no ratio. */
        public enum Reason {
            /** No stakeholder that counts is government. */
            NO_GOVERNMENT,
            /** It costs the governments nothing, and the others gain. */
            PAYS_FOR_ITSELF,
            /** It costs the governments nothing, and the others gain nothing or lose. */
            NO_GAIN;

            /** {@return the word in results} */
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * Society's present value of effects, from gross to net: what changes as each correction is applied after the ones
     * before it. Together they are the present value of benefits.
     *
     * @param gross quantity times value over time, nothing corrected; of outcomes each reduction as if alone
     * @param deadweight what would have happened anyway
     * @param dueToOthers what others bring about
     * @param displacement what only moves elsewhere
     * @param optimismBias correction for weak evidence
     * @param interactions reinforcement and missing preconditions
     * @param overlap reductions of one outcome combined instead of added up
     */
    record GrossToNet(
            Amount gross,
            Amount deadweight,
            Amount dueToOthers,
            Amount displacement,
            Amount optimismBias,
            Amount interactions,
            Amount overlap) {}

    /**
     * Society's part of one intervention's present values.
     *
     * @param id the intervention's id
     * @param costs present value of its costs; above 0 for what is spent
     * @param benefits present value of its effects; negative ones lower it
     * @param npv benefits − costs + net transfers from outside society
     * @param last by how much the alternative's net present value falls if it is left out; absent where that is refused
     * @param participants how many enter over the horizon; absent where it has no participants
     */
    record InterventionResult(
            String id, Amount costs, Amount benefits, Amount npv, Optional<Amount> last, OptionalDouble participants) {}

    /**
     * One stream in full, whoever bears it.
     *
     * @param intervention the intervention's id
     * @param kind cost, effect or transfer
     * @param id the stream's id
     * @param pv present value, the residual value included; of a transfer what goes from payer to receiver.
     *     Above 0 for a cost that is spent
     * @param pvSociety the part of {@code pv} that counts for society, as it enters costs and benefits; of a transfer what
     *     society's members receive on balance, 0 between two of them
     * @param undiscounted sum of the flows within the horizon
     * @param residualValue present value of what flows after the horizon
     * @param units of an effect, what happens before it is money; absent for a cost or a transfer
     */
    record StreamResult(
            String intervention,
            Stream.Kind kind,
            String id,
            Amount pv,
            Amount pvSociety,
            Amount undiscounted,
            Amount residualValue,
            Optional<UnitsResult> units) {}

    /**
     * What happens through an effect, before it is money.
     *
     * @param unit what one unit is, if it is said
     * @param units how many units there are over the horizon, with all corrections; negative where the effect takes away. Of an
     *     effect that reduces an outcome, the occurrences that it is credited with. What goes on beyond the horizon is left out
     * @param unitsDiscounted the same, each year times its standard discount factor
     * @param unitsPerYear how many in each year of the horizon
     * @param costPerUnit society's present value of the intervention's costs within the horizon, per discounted unit; absent
     *     unless there are more than 0 of those
     * @param breakEvenValue what a unit would have to be worth to society, in each year alike, for society's net present value
     *     of the intervention within the horizon to be 0, with everything else as it is: (the effect's present value − the
     *     intervention's net) / discounted units; below 0 where the rest pays for itself. Absent where {@code costPerUnit} is
     */
    record UnitsResult(
            Optional<Text> unit,
            double units,
            double unitsDiscounted,
            List<Double> unitsPerYear,
            Optional<Amount> costPerUnit,
            Optional<Amount> breakEvenValue) {

        /**
         * Copies its list, so that it cannot change.
         *
         * @param unit see {@link #unit()}
         * @param units see {@link #units()}
         * @param unitsDiscounted see {@link #unitsDiscounted()}
         * @param unitsPerYear see {@link #unitsPerYear()}
         * @param costPerUnit see {@link #costPerUnit()}
         * @param breakEvenValue see {@link #breakEvenValue()}
         */
        public UnitsResult {
            unitsPerYear = List.copyOf(unitsPerYear);
        }
    }

    /**
     * The result of an alternative under one label: society's part and every stakeholder's account of the streams that carry it, what
     * goes on beyond the horizon included. Over all labels of a key they add up to the alternative's own.
     *
     * @param society society's part; its transfers are what it receives from outside
     * @param stakeholders account of each stakeholder, by id, whether it counts or not
     * @param unpriced what carries the label and is not expressed in money
     */
    record LabelResult(Account society, Map<String, Account> stakeholders, List<UnpricedResult> unpriced) {

        /**
         * Copies its lists and maps, so that it cannot change.
         *
         * @param society see {@link #society()}
         * @param stakeholders see {@link #stakeholders()}
         * @param unpriced see {@link #unpriced()}
         */
        public LabelResult {
            stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
            unpriced = List.copyOf(unpriced);
        }
    }

    /**
     * One year, undiscounted.
     *
     * @param year the calendar year
     * @param costs society's costs; above 0 for what is spent
     * @param benefits society's benefits; negative effects lower them
     * @param net benefits − costs + net transfers from outside society
     * @param discountFactor the standard discount factor of the year
     * @param cumulativeNpv sum of the discounted nets up to this year, each stream at its own class
     * @param stakeholders the year of each stakeholder, by id
     */
    record YearResult(
            int year,
            Amount costs,
            Amount benefits,
            Amount net,
            double discountFactor,
            Amount cumulativeNpv,
            Map<String, StakeholderYear> stakeholders) {

        /**
         * Copies its map, so that it cannot change.
         *
         * @param year see {@link #year()}
         * @param costs see {@link #costs()}
         * @param benefits see {@link #benefits()}
         * @param net see {@link #net()}
         * @param discountFactor see {@link #discountFactor()}
         * @param cumulativeNpv see {@link #cumulativeNpv()}
         * @param stakeholders see {@link #stakeholders()}
         */
        public YearResult {
            stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
        }

        /**
         * One year of one stakeholder.
         *
         * @param net benefits − costs + transfers
         * @param cash the part of it that is cash
         */
        public record StakeholderYear(Amount net, Amount cash) {}
    }
}
