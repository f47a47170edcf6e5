package nl.mkba.engine.appraisal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.appraisal.UnpricedResult;

/** What was read from the plan of a central estimate. */
record CentralResult(
        String alternative,
        Optional<String> outlook,
        String currency,
        Map<ResultFigure, Double> figures,
        InternalRate internalRate,
        Payback payback,
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
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
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

    @Override
    public OptionalDouble figure(ResultFigure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Optional<Amount> amount(ResultFigure figure) {
        Double value = figures.get(figure);
        return value == null ? Optional.empty() : Optional.of(new Amount(value, currency));
    }

    private Amount required(ResultFigure figure) {
        return new Amount(Objects.requireNonNull(figures.get(figure), figure::key), currency);
    }

    @Override
    public Amount pvCosts() {
        return required(ResultFigure.PV_COSTS);
    }

    @Override
    public Amount pvBenefits() {
        return required(ResultFigure.PV_BENEFITS);
    }

    @Override
    public Amount npv() {
        return required(ResultFigure.NPV);
    }

    @Override
    public OptionalDouble bcr() {
        return figure(ResultFigure.BCR);
    }

    @Override
    public Optional<Amount> equivalentAnnualValue() {
        return amount(ResultFigure.EQUIVALENT_ANNUAL_VALUE);
    }

    @Override
    public Amount weightedNpv() {
        return required(ResultFigure.WEIGHTED_NPV);
    }

    @Override
    public Amount residualValue() {
        return required(ResultFigure.RESIDUAL_VALUE);
    }

    @Override
    public Optional<Amount> npvWithoutOptimismBias() {
        return amount(ResultFigure.NPV_WITHOUT_OPTIMISM_BIAS);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
