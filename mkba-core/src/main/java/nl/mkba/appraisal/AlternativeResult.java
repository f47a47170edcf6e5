package nl.mkba.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** {@return the outlook's id, if any} */
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
}
