package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problems;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.TimeFrame;
import org.jspecify.annotations.Nullable;

/**
 * One social cost-benefit analysis, exactly as its author wrote it: an immutable description in which nothing is
 * calculated yet. Maps keep the author's order. {@link #builder} makes one in Java; every stream in it is a difference
 * from the reference alternative, the world without the interventions.
 *
 * @param id its id
 * @param title its heading
 * @param texts description, authors and notes
 * @param currency ISO 4217 code of every amount
 * @param baseYear present values are values at the start of this year
 * @param statedFirstYear the first year in which anything can flow, or null for the base year
 * @param horizon number of years counted, 1 … 200
 * @param statedPriceLevel the year in whose prices all amounts and results are, or null for the default
 * @param priceIndex converts amounts of other price years
 * @param statedInflation expected yearly inflation, for nominal streams, or null for none
 * @param flowsAt when in the year money flows
 * @param discounting how future flows are discounted
 * @param stakeholders the stakeholders, by id
 * @param incomeWeights how incomes give weights, or null if they do not
 * @param parameters the figures, by id
 * @param outcomes what several interventions change together, by id
 * @param interventions the interventions, by id
 * @param alternatives the project alternatives, by id; at least one
 * @param outlooks the futures in which they may find themselves, by id
 * @param optimismBias corrections per grade of evidence, or null if grades change nothing
 * @param correlations between uncertain parameters
 * @param simulation how to simulate
 * @param expectations what the author holds the results to
 */
public record Scenario(
        String id,
        Text title,
        Texts texts,
        String currency,
        int baseYear,
        @Nullable Integer statedFirstYear,
        int horizon,
        @Nullable Integer statedPriceLevel,
        PriceIndex priceIndex,
        @Nullable Expression statedInflation,
        FlowTiming flowsAt,
        DiscountPolicy discounting,
        Map<String, Stakeholder> stakeholders,
        @Nullable IncomeWeights incomeWeights,
        Map<String, Parameter> parameters,
        Map<String, Outcome> outcomes,
        Map<String, Intervention> interventions,
        Map<String, Alternative> alternatives,
        Map<String, Outlook> outlooks,
        @Nullable Map<String, OptimismBias> optimismBias,
        List<Correlation> correlations,
        Simulation simulation,
        List<Expectation> expectations) {

    /** The longest horizon, in years. */
    public static final int LONGEST_HORIZON = 200;

    public Scenario {
        stakeholders = ordered(stakeholders);
        parameters = ordered(parameters);
        outcomes = ordered(outcomes);
        interventions = ordered(interventions);
        alternatives = ordered(alternatives);
        outlooks = ordered(outlooks);
        optimismBias = optimismBias == null ? null : ordered(optimismBias);
        correlations = List.copyOf(correlations);
        expectations = List.copyOf(expectations);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * Free texts about a scenario; every one may be absent (null).
     *
     * @param description what is analysed
     * @param authors who made it
     * @param notes remarks
     */
    public record Texts(
            @Nullable Text description,
            List<String> authors,
            @Nullable Text notes) {
        /** No texts. */
        public static final Texts NONE = new Texts(null, List.of(), null);

        public Texts {
            authors = List.copyOf(authors);
        }
    }

    /** Begins a scenario. */
    public static Builder builder(String id, String title) {
        return new Builder(id, Text.of(title));
    }

    /** Begins a scenario whose title may have versions. */
    public static Builder builder(String id, Text title) {
        return new Builder(id, title);
    }

    /** The years counted. */
    public TimeFrame timeFrame() {
        return new TimeFrame(baseYear, firstYear(), horizon, flowsAt);
    }

    /** The first year in which anything can flow. */
    public int firstYear() {
        Integer stated = statedFirstYear;
        return stated == null ? baseYear : stated;
    }

    /** The year in whose prices results are: as stated, or the base year, or the index's last year if earlier. */
    public int priceLevel() {
        Integer stated = statedPriceLevel;
        return stated == null ? Math.min(baseYear, priceIndex.lastYear()) : stated;
    }

    /** Expected yearly inflation: as stated, or 0. */
    public Expression inflation() {
        Expression stated = statedInflation;
        return stated == null ? Expression.ZERO : stated;
    }

    /** The paths of the {@code prices} that are nominal: of outcomes, then of streams, each in the author's order. */
    public List<String> nominalPrices() {
        List<String> paths = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            for (Map.Entry<String, OutcomeValue> value : outcome.values().entrySet()) {
                if (value.getValue().prices() == Prices.NOMINAL) {
                    paths.add(ScenarioExpressions.valuePath(outcome, value.getKey()) + ".prices");
                }
            }
        }
        for (Intervention intervention : interventions.values()) {
            for (Stream stream : intervention.streams()) {
                if (stream.terms().prices() == Prices.NOMINAL) {
                    paths.add(ScenarioExpressions.streamPath(intervention, stream) + ".prices");
                }
            }
        }
        return paths;
    }

    /** Gathers the parts of a scenario and checks them together. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Text title;
        private Texts texts = Texts.NONE;
        private String currency = "EUR";
        private int baseYear;
        private @Nullable Integer firstYear;
        private int horizon;
        private @Nullable Integer priceLevel;
        private PriceIndex priceIndex = PriceIndex.nlCpi();
        private @Nullable Expression inflation;
        private FlowTiming flowsAt = FlowTiming.START;
        private DiscountPolicy discounting = DiscountPolicy.flat(Expression.UNKNOWN);
        private final Map<String, Stakeholder> stakeholders = new LinkedHashMap<>();
        private @Nullable IncomeWeights incomeWeights;
        private final Map<String, Parameter> parameters = new LinkedHashMap<>();
        private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
        private final Map<String, Intervention> interventions = new LinkedHashMap<>();
        private final Map<String, Alternative> alternatives = new LinkedHashMap<>();
        private final Map<String, Outlook> outlooks = new LinkedHashMap<>();
        private @Nullable Map<String, OptimismBias> optimismBias;
        private final List<Correlation> correlations = new ArrayList<>();
        private Simulation simulation = Simulation.DEFAULT;
        private final List<Expectation> expectations = new ArrayList<>();

        private Builder(String id, Text title) {
            this.id = id;
            this.title = title;
        }

        /** Description, authors and notes. */
        public Builder texts(Texts free) {
            this.texts = free;
            return this;
        }

        /** The currency of every amount; euros unless said otherwise. */
        public Builder currency(String code) {
            this.currency = code;
            return this;
        }

        /** Present values are values at the start of this year. Required. */
        public Builder baseYear(int year) {
            this.baseYear = year;
            return this;
        }

        /** The first year in which anything can flow; the base year unless said otherwise. */
        public Builder firstYear(int year) {
            this.firstYear = year;
            return this;
        }

        /** The number of years counted. Required. */
        public Builder horizon(int years) {
            this.horizon = years;
            return this;
        }

        /** The year in whose prices all amounts and results are. */
        public Builder priceLevel(int year) {
            this.priceLevel = year;
            return this;
        }

        /** The index that converts amounts of other price years; Dutch consumer prices unless said otherwise. */
        public Builder priceIndex(PriceIndex index) {
            this.priceIndex = index;
            return this;
        }

        /** Expected yearly inflation, for nominal streams. */
        public Builder inflation(Expression ratePerYear) {
            this.inflation = ratePerYear;
            return this;
        }

        /** When in the year money flows; at the start unless said otherwise. */
        public Builder flowsAt(FlowTiming timing) {
            this.flowsAt = timing;
            return this;
        }

        /** How future flows are discounted. Required. */
        public Builder discounting(DiscountPolicy policy) {
            this.discounting = policy;
            return this;
        }

        /** Adds a stakeholder, or replaces the one of the same id. */
        public Builder stakeholder(Stakeholder stakeholder) {
            stakeholders.put(stakeholder.id(), stakeholder);
            return this;
        }

        /** How the incomes of stakeholders give distributional weights; without it an income changes nothing. */
        public Builder incomeWeights(@Nullable IncomeWeights weights) {
            this.incomeWeights = weights;
            return this;
        }

        /** Adds a figure with this value: a number, a percentage or a formula. */
        public Builder parameter(String parameterId, String value) {
            return parameter(Parameter.of(parameterId, Expression.parse(value)));
        }

        /** Adds a figure, or replaces the one of the same id. */
        public Builder parameter(Parameter parameter) {
            parameters.put(parameter.id(), parameter);
            return this;
        }

        /** Adds an outcome, or replaces the one of the same id. */
        public Builder outcome(Outcome outcome) {
            outcomes.put(outcome.id(), outcome);
            return this;
        }

        /** Adds an intervention, or replaces the one of the same id. */
        public Builder intervention(Intervention intervention) {
            interventions.put(intervention.id(), intervention);
            return this;
        }

        /** Adds an alternative; without any there is one, {@link Alternative#ALL}, with every intervention. */
        public Builder alternative(Alternative alternative) {
            alternatives.put(alternative.id(), alternative);
            return this;
        }

        /** Adds an outlook. */
        public Builder outlook(Outlook outlook) {
            outlooks.put(outlook.id(), outlook);
            return this;
        }

        /** Corrections per grade of evidence. */
        public Builder optimismBias(Map<String, OptimismBias> byGrade) {
            this.optimismBias = byGrade;
            return this;
        }

        /** Adds a correlation. */
        public Builder correlation(Correlation correlation) {
            correlations.add(correlation);
            return this;
        }

        /** Leaves out the stakeholders whose ids do not pass. */
        public Builder keepStakeholders(Predicate<String> ids) {
            stakeholders.keySet().removeIf(ids.negate());
            return this;
        }

        /** Leaves out the figures whose ids do not pass. */
        public Builder keepParameters(Predicate<String> ids) {
            parameters.keySet().removeIf(ids.negate());
            return this;
        }

        /** Leaves out the outcomes whose ids do not pass. */
        public Builder keepOutcomes(Predicate<String> ids) {
            outcomes.keySet().removeIf(ids.negate());
            return this;
        }

        /** How to simulate. */
        public Builder simulation(Simulation settings) {
            this.simulation = settings;
            return this;
        }

        /** Adds what the results should be. */
        public Builder expectation(Expectation expectation) {
            expectations.add(expectation);
            return this;
        }

        /**
         * The scenario.
         *
         * @throws InvalidScenarioException with every problem that can be seen without calculating
         */
        public Scenario build() {
            Problems problems = new Problems();
            Scenario scenario = build(problems);
            problems.throwIfErrors();
            return scenario;
        }

        /** The scenario as far as it goes, with what is wrong added to {@code problems}. */
        public Scenario build(Problems problems) {
            Map<String, Alternative> stated = alternatives;
            if (stated.isEmpty()) {
                stated = Map.of(
                        Alternative.ALL,
                        Alternative.of(Alternative.ALL, interventions.keySet().toArray(String[]::new)));
            }
            Scenario scenario = new Scenario(
                    id,
                    title,
                    texts,
                    currency,
                    baseYear,
                    firstYear,
                    horizon,
                    priceLevel,
                    priceIndex,
                    inflation,
                    flowsAt,
                    discounting,
                    stakeholders,
                    incomeWeights,
                    parameters,
                    outcomes,
                    interventions,
                    stated,
                    outlooks,
                    optimismBias,
                    correlations,
                    simulation,
                    expectations);
            new ScenarioCheck(scenario, problems).run();
            return scenario;
        }
    }
}
