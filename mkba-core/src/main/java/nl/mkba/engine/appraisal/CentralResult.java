package nl.mkba.engine.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.GrossToNet;
import nl.mkba.appraisal.Increment;
import nl.mkba.appraisal.InternalRate;
import nl.mkba.appraisal.InterventionResult;
import nl.mkba.appraisal.LabelResult;
import nl.mkba.appraisal.MarginalValue;
import nl.mkba.appraisal.Payback;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.appraisal.StreamResult;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.appraisal.YearResult;

/** What was read from the plan of a central estimate. */
record CentralResult(
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
        Map<String, Map<String, LabelResult>> labels)
        implements AlternativeResult {

    CentralResult {
        stakeholders = ordered(stakeholders);
        sectors = ordered(sectors);
        interventions = ordered(interventions);
        streams = List.copyOf(streams);
        years = List.copyOf(years);
        unpriced = List.copyOf(unpriced);
        quality = List.copyOf(quality);
        Map<String, Map<String, LabelResult>> byKey = new LinkedHashMap<>();
        labels.forEach((key, texts) -> byKey.put(key, ordered(texts)));
        labels = ordered(byKey);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
