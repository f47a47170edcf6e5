package nl.mkba.appraisal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.scenario.OfAlternative;
import org.jspecify.annotations.Nullable;

/**
 * The central estimate of one alternative, in one outlook or without. Amounts are present values at the start of the base
 * year in prices of the price level; society is the stakeholders that count.
 */
public final class AlternativeResult implements OfAlternative {
    private final String alternative;
    private final Optional<String> outlook;
    private final String currency;
    private final Map<ResultFigure, Double> figures;
    private final InternalRate internalRate;
    private final Payback payback;
    private final Optional<Increment> increment;
    private final Map<String, Account> stakeholders;
    private final Map<String, Account> sectors;
    private final Map<String, InterventionResult> interventions;
    private final List<StreamResult> streams;
    private final List<YearResult> years;
    private final GrossToNet grossToNet;
    private final List<UnpricedResult> unpriced;
    private final MarginalValue marginalValue;
    private final List<QualityShare> quality;
    private final Map<String, Map<String, LabelResult>> labels;

    AlternativeResult(
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
            Map<String, Map<String, LabelResult>> labels) {
        this.alternative = alternative;
        this.outlook = outlook;
        this.currency = currency;
        this.figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        this.internalRate = internalRate;
        this.payback = payback;
        this.increment = increment;
        this.stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
        this.sectors = Collections.unmodifiableMap(new LinkedHashMap<>(sectors));
        this.interventions = Collections.unmodifiableMap(new LinkedHashMap<>(interventions));
        this.streams = List.copyOf(streams);
        this.years = List.copyOf(years);
        this.grossToNet = grossToNet;
        this.unpriced = List.copyOf(unpriced);
        this.marginalValue = marginalValue;
        this.quality = List.copyOf(quality);
        Map<String, Map<String, LabelResult>> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, LabelResult>> key : labels.entrySet()) {
            ordered.put(key.getKey(), Collections.unmodifiableMap(new LinkedHashMap<>(key.getValue())));
        }
        this.labels = Collections.unmodifiableMap(ordered);
    }

    /** The alternative's id. */
    @Override
    public String alternative() {
        return alternative;
    }

    /** The outlook's id, if any. */
    @Override
    public Optional<String> outlook() {
        return outlook;
    }

    /** A figure; amounts in the scenario's currency. Absent where it is not defined. */
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

    /** Present value of society's costs. */
    public Amount pvCosts() {
        return required(ResultFigure.PV_COSTS);
    }

    /** Present value of society's benefits; negative effects lower it. */
    public Amount pvBenefits() {
        return required(ResultFigure.PV_BENEFITS);
    }

    /** Net present value: benefits − costs + net transfers from outside society. */
    public Amount npv() {
        return required(ResultFigure.NPV);
    }

    /**
     * Benefit-cost ratio, the return per euro: (benefits + net transfers from outside) / costs; absent when the
     * costs are not above 0.
     */
    public OptionalDouble bcr() {
        return figure(ResultFigure.BCR);
    }

    /** The equal amount a year with the same present value; absent where that has none. */
    public Optional<Amount> equivalentAnnualValue() {
        return amount(ResultFigure.EQUIVALENT_ANNUAL_VALUE);
    }

    /** Sum of each stakeholder's net times its distributional weight. */
    public Amount weightedNpv() {
        return required(ResultFigure.WEIGHTED_NPV);
    }

    /** Internal rate of return. */
    public InternalRate internalRate() {
        return internalRate;
    }

    /** Discounted payback year. */
    public Payback payback() {
        return payback;
    }

    /** Benefits − costs + net transfers after the horizon. */
    public Amount residualValue() {
        return required(ResultFigure.RESIDUAL_VALUE);
    }

    /** The net present value with every grade's corrections 0; absent where that is refused. */
    public Optional<Amount> npvWithoutOptimismBias() {
        return amount(ResultFigure.NPV_WITHOUT_OPTIMISM_BIAS);
    }

    /** What it adds to the alternative it is compared with, if any. */
    public Optional<Increment> increment() {
        return increment;
    }

    /** Account of each stakeholder, by id. */
    public Map<String, Account> stakeholders() {
        return stakeholders;
    }

    /** Account of each sector, by id. */
    public Map<String, Account> sectors() {
        return sectors;
    }

    /** Society's part of each intervention, by id. */
    public Map<String, InterventionResult> interventions() {
        return interventions;
    }

    /** Every stream in full. */
    public List<StreamResult> streams() {
        return streams;
    }

    /** Every year of the horizon. */
    public List<YearResult> years() {
        return years;
    }

    /** The benefits from gross to net. */
    public GrossToNet grossToNet() {
        return grossToNet;
    }

    /** What is not expressed in money. */
    public List<UnpricedResult> unpriced() {
        return unpriced;
    }

    /** What the others in society gain per euro that it costs the governments. */
    public MarginalValue marginalValue() {
        return marginalValue;
    }

    /** What it rests on: a share for every level, from strong to weak. */
    public List<QualityShare> quality() {
        return quality;
    }

    /**
     * The same result cut another way: under every key that labels of the scenario have, every text of this alternative, in
     * the scenario's order; what has none stands last, under an empty text.
     */
    public Map<String, Map<String, LabelResult>> labels() {
        return labels;
    }

    private List<Object> components() {
        return List.of(
                alternative,
                outlook,
                currency,
                figures,
                internalRate,
                payback,
                increment,
                stakeholders,
                sectors,
                interventions,
                streams,
                years,
                grossToNet,
                unpriced,
                marginalValue,
                quality,
                labels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlternativeResult result && components().equals(result.components());
    }

    @Override
    public int hashCode() {
        return components().hashCode();
    }

    @Override
    public String toString() {
        return "AlternativeResult" + components();
    }
}
