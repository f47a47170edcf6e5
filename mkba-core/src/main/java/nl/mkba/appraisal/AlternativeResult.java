package nl.mkba.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The central estimate of one alternative, in one outlook or without. Amounts are present values at the start of the base
 * year in prices of the price level; society is the stakeholders that count.
 *
 * @param alternative the alternative's id
 * @param outlook the outlook's id, if any
 * @param pvCosts present value of society's costs
 * @param pvBenefits present value of society's benefits; negative effects lower it
 * @param npv net present value: benefits − costs + net transfers from outside society
 * @param bcr benefit-cost ratio, the return per euro: (benefits + net transfers from outside) / costs; absent when the
 *     costs are not above 0
 * @param equivalentAnnualValue the equal amount a year with the same present value; absent where that has none
 * @param weightedNpv sum of each stakeholder's net times its distributional weight
 * @param internalRate internal rate of return
 * @param payback discounted payback year
 * @param residualValue benefits − costs + net transfers after the horizon
 * @param npvWithoutOptimismBias the net present value with every grade's corrections 0; absent where that is refused
 * @param increment what it adds to the alternative it is compared with, if any
 * @param stakeholders account of each stakeholder, by id
 * @param sectors account of each sector, by id
 * @param interventions society's part of each intervention, by id
 * @param streams every stream in full
 * @param years every year of the horizon
 * @param grossToNet the benefits from gross to net
 * @param unpriced what is not expressed in money
 * @param marginalValue what the others in society gain per euro that it costs the governments
 * @param quality what it rests on: a share for every level, from strong to weak
 * @param labels the same result cut another way: under every key that labels of the scenario have, every text of this
 *     alternative, in the scenario's order; what has none stands last, under an empty text
 */
public record AlternativeResult(
        String alternative,
        Optional<String> outlook,
        Amount pvCosts,
        Amount pvBenefits,
        Amount npv,
        OptionalDouble bcr,
        Optional<Amount> equivalentAnnualValue,
        Amount weightedNpv,
        InternalRate internalRate,
        Payback payback,
        Amount residualValue,
        Optional<Amount> npvWithoutOptimismBias,
        Optional<Increment> increment,
        Map<String, Account> stakeholders,
        Map<String, Account> sectors,
        Map<String, InterventionResult> interventions,
        List<StreamResult> streams,
        List<YearResult> years,
        GrossToNet grossToNet,
        List<UnpricedResult> unpriced,
        MarginalValue marginalValue,
        List<QualityShare> quality,
        Map<String, Map<String, LabelResult>> labels) {

    public AlternativeResult {
        stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
        sectors = Collections.unmodifiableMap(new LinkedHashMap<>(sectors));
        interventions = Collections.unmodifiableMap(new LinkedHashMap<>(interventions));
        streams = List.copyOf(streams);
        years = List.copyOf(years);
        unpriced = List.copyOf(unpriced);
        quality = List.copyOf(quality);
        Map<String, Map<String, LabelResult>> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, LabelResult>> key : labels.entrySet()) {
            ordered.put(key.getKey(), Collections.unmodifiableMap(new LinkedHashMap<>(key.getValue())));
        }
        labels = Collections.unmodifiableMap(ordered);
    }
}
