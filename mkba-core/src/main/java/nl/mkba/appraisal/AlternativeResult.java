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

    /** The alternative's id. */
    String alternative();

    /** The outlook's id, if any. */
    Optional<String> outlook();

    /** A figure that is one number; an amount in the scenario's currency. Absent where it is not defined. */
    OptionalDouble figure(ResultFigure figure);

    /** Present value of society's costs. */
    Amount pvCosts();

    /** Present value of society's benefits; negative effects lower it. */
    Amount pvBenefits();

    /** Net present value: benefits − costs + net transfers from outside society. */
    Amount npv();

    /**
     * Benefit-cost ratio, the return per euro: (benefits + net transfers from outside) / costs; absent when the
     * costs are not above 0.
     */
    OptionalDouble bcr();

    /** The equal amount a year with the same present value; absent where that has none. */
    Optional<Amount> equivalentAnnualValue();

    /** Sum of each stakeholder's net times its distributional weight. */
    Amount weightedNpv();

    /** Internal rate of return. */
    InternalRate internalRate();

    /** Discounted payback year. */
    Payback payback();

    /** Benefits − costs + net transfers after the horizon. */
    Amount residualValue();

    /** The net present value with every grade's corrections 0; absent where that is refused. */
    Optional<Amount> npvWithoutOptimismBias();

    /** What it adds to the alternative it is compared with, if any. */
    Optional<Increment> increment();

    /** Account of each stakeholder, by id. */
    Map<String, Account> stakeholders();

    /** Account of each sector, by id. */
    Map<String, Account> sectors();

    /** Society's part of each intervention, by id. */
    Map<String, InterventionResult> interventions();

    /** Every stream in full. */
    List<StreamResult> streams();

    /** Every year of the horizon. */
    List<YearResult> years();

    /** The benefits from gross to net. */
    GrossToNet grossToNet();

    /** What is not expressed in money. */
    List<UnpricedResult> unpriced();

    /** What the others in society gain per euro that it costs the governments. */
    MarginalValue marginalValue();

    /** What it rests on: a share for every level, from strong to weak. */
    List<QualityShare> quality();

    /**
     * The same result cut another way: under every key that labels of the scenario have, every text of this alternative, in
     * the scenario's order; what has none stands last, under an empty text.
     */
    Map<String, Map<String, LabelResult>> labels();
}
