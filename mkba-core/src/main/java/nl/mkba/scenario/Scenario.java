package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.input.Inputs;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.jspecify.annotations.Nullable;

/**
 * One social cost-benefit analysis, exactly as its author wrote it: an immutable description in which nothing is
 * calculated yet. Maps keep the author's order. {@link #builder} makes one in the words and the order of a file; every
 * stream in it is a difference from the reference alternative, the world without the interventions.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.builder("painting")
 *         .title("Painting the street")
 *         .baseYear(2026).horizon(1).discounting("3%")
 *         .stakeholder("city", s -> s.sector("public"))
 *         .stakeholder("residents", s -> s.sector("households"))
 *         .parameter("wages", p -> p.value(100).unit("EUR"))
 *         .intervention("paint", i -> i
 *                 .cost("wages", c -> c.paidBy("city").amount("wages"))
 *                 .effect("joy", e -> e.quantity(15).value(10).accruesTo("residents")))
 *         .build();
 * }</pre>
 *
 * <p>A scenario that exists has passed every check that can be made without calculating; {@link #warnings} says what
 * deserves attention all the same.
 */
public final class Scenario extends Part {

    /** The longest horizon, in years. */
    public static final int LONGEST_HORIZON = 200;

    private final String id;
    private final Text title;
    private final Texts texts;
    private final String currency;
    private final int baseYear;
    private final @Nullable Integer statedFirstYear;
    private final int horizon;
    private final @Nullable Integer statedPriceLevel;
    private final PriceIndex priceIndex;
    private final @Nullable Expression statedInflation;
    private final @Nullable IncomeWeights incomeWeights;
    private final FlowTiming flowsAt;
    private final DiscountPolicy discounting;
    private final Map<String, Stakeholder> stakeholders;
    private final Map<String, Parameter> parameters;
    private final Map<String, Outcome> outcomes;
    private final Map<String, Intervention> interventions;
    private final Map<String, Alternative> alternatives;
    private final Map<String, Outlook> outlooks;
    private final @Nullable Map<String, OptimismBias> optimismBias;
    private final List<Correlation> correlations;
    private final Simulation simulation;
    private final List<Expectation> expectations;
    private final List<Problem> warnings;

    private Scenario(Builder scenario, Map<String, Alternative> alternatives, List<Problem> warnings) {
        this.id = scenario.id;
        this.title = scenario.title == null ? Text.of("") : scenario.title;
        this.texts = new Texts(scenario.description, scenario.authors, scenario.notes);
        this.currency = scenario.currency;
        this.baseYear = scenario.baseYear == null ? 0 : scenario.baseYear;
        this.statedFirstYear = scenario.firstYear;
        this.horizon = scenario.horizon == null ? 0 : scenario.horizon;
        this.statedPriceLevel = scenario.priceLevel;
        this.priceIndex = scenario.priceIndex;
        this.statedInflation = scenario.inflation;
        this.incomeWeights = scenario.incomeWeights;
        this.flowsAt = scenario.flowsAt;
        this.discounting =
                scenario.discounting == null ? DiscountPolicy.flat(Expression.UNKNOWN) : scenario.discounting;
        this.stakeholders = ordered(scenario.stakeholders);
        this.parameters = ordered(scenario.parameters);
        this.outcomes = ordered(scenario.outcomes);
        this.interventions = ordered(scenario.interventions);
        this.alternatives = ordered(alternatives);
        this.outlooks = ordered(scenario.outlooks);
        this.optimismBias = scenario.optimismBias == null ? null : ordered(scenario.optimismBias);
        this.correlations = List.copyOf(scenario.correlations);
        this.simulation = scenario.simulation;
        this.expectations = List.copyOf(scenario.expectations);
        this.warnings = warnings;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id",
                id,
                "title",
                title,
                "texts",
                texts,
                "currency",
                currency,
                "baseYear",
                baseYear,
                "statedFirstYear",
                statedFirstYear,
                "horizon",
                horizon,
                "statedPriceLevel",
                statedPriceLevel,
                "priceIndex",
                priceIndex,
                "statedInflation",
                statedInflation,
                "incomeWeights",
                incomeWeights,
                "flowsAt",
                flowsAt,
                "discounting",
                discounting,
                "stakeholders",
                stakeholders,
                "parameters",
                parameters,
                "outcomes",
                outcomes,
                "interventions",
                interventions,
                "alternatives",
                alternatives,
                "outlooks",
                outlooks,
                "optimismBias",
                optimismBias,
                "correlations",
                correlations,
                "simulation",
                simulation,
                "expectations",
                expectations);
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

        /**
         * Copies its list, so that it cannot change.
         *
         * @param description see {@link #description()}
         * @param authors see {@link #authors()}
         * @param notes see {@link #notes()}
         */
        public Texts {
            authors = List.copyOf(authors);
        }
    }

    /**
     * Begins a scenario.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * The same scenario, ready to be changed.
     *
     * @return a builder with all of it
     */
    public Builder toBuilder() {
        Builder copy = builder(id)
                .title(title)
                .description(texts.description())
                .authors(texts.authors())
                .notes(texts.notes())
                .currency(currency)
                .baseYear(baseYear)
                .horizon(horizon)
                .priceIndex(priceIndex)
                .inflation(statedInflation)
                .incomeWeights(incomeWeights)
                .flowsAt(flowsAt)
                .discounting(discounting)
                .simulation(simulation);
        copy.firstYear = statedFirstYear;
        copy.priceLevel = statedPriceLevel;
        copy.stakeholders.putAll(stakeholders);
        copy.parameters.putAll(parameters);
        copy.outcomes.putAll(outcomes);
        copy.interventions.putAll(interventions);
        copy.alternatives.putAll(alternatives);
        copy.outlooks.putAll(outlooks);
        if (optimismBias != null) {
            copy.optimismBias(optimismBias);
        }
        copy.correlations.addAll(correlations);
        copy.expectations.addAll(expectations);
        return copy;
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return its heading} */
    public Text title() {
        return title;
    }

    /** {@return the description, the authors and the notes} */
    public Texts texts() {
        return texts;
    }

    /** {@return the ISO 4217 code of the currency of every amount} */
    public String currency() {
        return currency;
    }

    /** {@return the calendar year at whose start present values are values} */
    public int baseYear() {
        return baseYear;
    }

    /** {@return the first calendar year in which anything can flow, as stated, or null for the base year} */
    public @Nullable Integer statedFirstYear() {
        return statedFirstYear;
    }

    /** {@return the number of years counted, 1 … 200} */
    public int horizon() {
        return horizon;
    }

    /** {@return the calendar year in whose prices all amounts and results are, as stated, or null for the default} */
    public @Nullable Integer statedPriceLevel() {
        return statedPriceLevel;
    }

    /** {@return the index that converts amounts of other price years} */
    public PriceIndex priceIndex() {
        return priceIndex;
    }

    /** {@return the expected yearly inflation, a fraction, for nominal streams; above −1} */
    public Expression inflation() {
        Expression stated = statedInflation;
        return stated == null ? Expression.ZERO : stated;
    }

    /** {@return the expected yearly inflation, a fraction, as stated, or null for none} */
    public @Nullable Expression statedInflation() {
        return statedInflation;
    }

    /** {@return how the incomes of stakeholders give distributional weights, or null if they give none} */
    public @Nullable IncomeWeights incomeWeights() {
        return incomeWeights;
    }

    /** {@return the paths of the {@code prices} that are nominal: of outcomes, then of streams, each in the author's order} */
    public List<String> nominalPrices() {
        List<String> paths = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            for (Map.Entry<String, Outcome.Value> value : outcome.values().entrySet()) {
                if (value.getValue().prices() == Prices.NOMINAL) {
                    paths.add(outcome.path(value.getKey()) + ".prices");
                }
            }
        }
        for (Intervention intervention : interventions.values()) {
            for (Stream stream : intervention.streams()) {
                if (stream.terms().prices() == Prices.NOMINAL) {
                    paths.add(intervention.path(stream) + ".prices");
                }
            }
        }
        return paths;
    }

    /** {@return when in the year money flows} */
    public FlowTiming flowsAt() {
        return flowsAt;
    }

    /** {@return how future flows are discounted} */
    public DiscountPolicy discounting() {
        return discounting;
    }

    /** {@return the stakeholders, by id, in the author's order} */
    public Map<String, Stakeholder> stakeholders() {
        return stakeholders;
    }

    /** {@return the parameters, by id, in the author's order} */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** {@return what several interventions change together, by id, in the author's order} */
    public Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** {@return the interventions, by id, in the author's order} */
    public Map<String, Intervention> interventions() {
        return interventions;
    }

    /** {@return the project alternatives, by id, in the author's order; at least one} */
    public Map<String, Alternative> alternatives() {
        return alternatives;
    }

    /** {@return the futures in which the alternatives may find themselves, by id, in the author's order} */
    public Map<String, Outlook> outlooks() {
        return outlooks;
    }

    /** {@return the corrections per grade of evidence, or null if grades change nothing} */
    public @Nullable Map<String, OptimismBias> optimismBias() {
        return optimismBias;
    }

    /** {@return how uncertain parameters move together} */
    public List<Correlation> correlations() {
        return correlations;
    }

    /** {@return how to simulate} */
    public Simulation simulation() {
        return simulation;
    }

    /** {@return what the author holds the results to} */
    public List<Expectation> expectations() {
        return expectations;
    }

    /**
     * Shows every expression of the scenario to a visitor, in the order of a file.
     *
     * @param visitor receives the path of the key that an expression stands under, and the expression
     */
    public void forEachExpression(BiConsumer<String, Expression> visitor) {
        ScenarioExpressions.forEach(this, visitor);
    }

    /**
     * Shows every expression on which the flows of a stream depend: those in its own keys without shares and {@code cashable}; in
     * its intervention's start; in the participants if it is per participant; of an effect in the interactions; in its grade of
     * the optimism bias; in the inflation if it is nominal; in the outcome that it reduces; and those of the effect that it
     * follows. Other effects on its outcome, and discounting, are left out.
     *
     * @param intervention an intervention of this scenario
     * @param stream one of its streams
     * @param visitor receives the path of the key that an expression stands under, and the expression
     */
    public void forEachExpressionOfFlow(
            Intervention intervention, Stream stream, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions.forEachOfFlow(this, intervention, stream, visitor);
    }

    /** {@return what deserves its author's attention and can be seen without calculating} */
    public List<Problem> warnings() {
        return warnings;
    }

    /** {@return the last calendar year that is counted, {@code horizon − 1} years after the first} */
    public int lastYear() {
        return firstYear() + horizon - 1;
    }

    /** {@return the first year in which anything can flow} */
    public int firstYear() {
        Integer stated = statedFirstYear;
        return stated == null ? baseYear : stated;
    }

    /** {@return the year in whose prices results are: as stated, or the base year, or the index's last year if earlier} */
    public int priceLevel() {
        Integer stated = statedPriceLevel;
        return stated == null ? Math.min(baseYear, priceIndex.lastYear()) : stated;
    }

    /**
     * Says a scenario in the words and the order of a file. What cannot be taken is kept until {@link #build}, which reports
     * everything at once. Not for more than one thread.
     */
    public static final class Builder {
        private final String id;
        private final Inputs inputs = Inputs.whole();
        private @Nullable Text title;
        private @Nullable Text description;
        private List<String> authors = List.of();
        private @Nullable Text notes;
        private String currency = "EUR";
        private @Nullable Integer baseYear;
        private @Nullable Integer firstYear;
        private @Nullable Integer horizon;
        private @Nullable Integer priceLevel;
        private PriceIndex priceIndex = PriceIndex.nlCpi();
        private @Nullable Expression inflation;
        private @Nullable IncomeWeights incomeWeights;
        private FlowTiming flowsAt = FlowTiming.START;
        private @Nullable DiscountPolicy discounting;
        private final Map<String, Stakeholder> stakeholders = new LinkedHashMap<>();
        private final Map<String, Parameter> parameters = new LinkedHashMap<>();
        private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
        private final Map<String, Intervention> interventions = new LinkedHashMap<>();
        private final Map<String, Alternative> alternatives = new LinkedHashMap<>();
        private final Map<String, Outlook> outlooks = new LinkedHashMap<>();
        private @Nullable Map<String, OptimismBias> optimismBias;
        private final List<Correlation> correlations = new ArrayList<>();
        private Simulation simulation = Simulation.DEFAULT;
        private final List<Expectation> expectations = new ArrayList<>();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * The heading. Required.
         *
         * @param heading one text for every language
         * @return this builder
         */
        public Builder title(@Nullable String heading) {
            return title(Text.ofNullable(heading));
        }

        /**
         * As {@link #title(String)}, in Dutch and English.
         *
         * @param heading in Dutch and English
         * @return this builder
         */
        public Builder title(@Nullable Text heading) {
            this.title = heading;
            return this;
        }

        /**
         * What is analysed.
         *
         * @param text one text for every language; null for none
         * @return this builder
         */
        public Builder description(@Nullable String text) {
            return description(Text.ofNullable(text));
        }

        /**
         * As {@link #description(String)}, in Dutch and English.
         *
         * @param text in Dutch and English; null for none
         * @return this builder
         */
        public Builder description(@Nullable Text text) {
            this.description = text;
            return this;
        }

        /**
         * Who made it.
         *
         * @param names in the order in which they are shown
         * @return this builder
         */
        public Builder authors(String... names) {
            return authors(Arrays.asList(names));
        }

        /**
         * Who made it.
         *
         * @param names in the order in which they are shown
         * @return this builder
         */
        public Builder authors(List<String> names) {
            this.authors = List.copyOf(names);
            return this;
        }

        /**
         * Remarks.
         *
         * @param text one text for every language; null for none
         * @return this builder
         */
        public Builder notes(@Nullable String text) {
            return notes(Text.ofNullable(text));
        }

        /**
         * As {@link #notes(String)}, in Dutch and English.
         *
         * @param text in Dutch and English; null for none
         * @return this builder
         */
        public Builder notes(@Nullable Text text) {
            this.notes = text;
            return this;
        }

        /**
         * The currency of every amount; euros unless said otherwise.
         *
         * @param code its ISO 4217 code, such as {@code EUR}
         * @return this builder
         */
        public Builder currency(String code) {
            this.currency = code;
            return this;
        }

        /**
         * Present values are values at the start of this calendar year. Required.
         *
         * @param year the calendar year
         * @return this builder
         */
        public Builder baseYear(int year) {
            this.baseYear = year;
            return this;
        }

        /**
         * The first calendar year in which anything can flow; the base year unless said otherwise.
         *
         * @param year the calendar year
         * @return this builder
         */
        public Builder firstYear(int year) {
            this.firstYear = year;
            return this;
        }

        /**
         * The number of years counted. Required.
         *
         * @param years 1 … 200
         * @return this builder
         */
        public Builder horizon(int years) {
            this.horizon = years;
            return this;
        }

        /**
         * The calendar year in whose prices all amounts and results are; unless said otherwise the base year, or the last year of
         * the price index if that is earlier.
         *
         * @param year the calendar year
         * @return this builder
         */
        public Builder priceLevel(int year) {
            this.priceLevel = year;
            return this;
        }

        /**
         * The built-in index of that name converts amounts of other price years; {@code nl_cpi} unless said otherwise.
         *
         * @param name such as {@code nl_cpi}
         * @return this builder
         */
        public Builder priceIndex(String name) {
            PriceIndex index = PriceIndex.builtIn(name).orElse(null);
            if (index == null) {
                inputs.refuse(
                        "price_index",
                        new InvalidScenarioException(Problem.of(ProblemCode.UNKNOWN_PRICE_INDEX, Problem.NO_PATH, name)
                                .suggesting(Spelling.nearest(name, PriceIndex.builtInNames()))));
                return this;
            }
            return priceIndex(index);
        }

        /**
         * An index of one's own converts amounts of other price years.
         *
         * @param numbers a number above 0 for each calendar year, on any base
         * @return this builder
         */
        public Builder priceIndex(Map<Integer, Double> numbers) {
            try {
                return priceIndex(PriceIndex.of(numbers));
            } catch (InvalidScenarioException e) {
                inputs.refuse("price_index", e);
                return this;
            }
        }

        /**
         * The index that converts amounts of other price years.
         *
         * @param index a built-in one, or one's own
         * @return this builder
         */
        public Builder priceIndex(PriceIndex index) {
            this.priceIndex = index;
            return this;
        }

        /**
         * The expected yearly inflation, above −1, for nominal streams; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder inflation(String text) {
            return inflation(inputs.expression("inflation", text));
        }

        /**
         * As {@link #inflation(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder inflation(double number) {
            return inflation(inputs.expression("inflation", number));
        }

        /**
         * As {@link #inflation(String)}.
         *
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder inflation(@Nullable Expression ratePerYear) {
            this.inflation = ratePerYear;
            return this;
        }

        /**
         * How the incomes of stakeholders give distributional weights; without it an income changes nothing.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder incomeWeights(Consumer<IncomeWeights.Builder> keys) {
            Inputs part = inputs.at("income_weights");
            IncomeWeights.Builder weights = new IncomeWeights.Builder(part);
            part.take(keys, weights);
            return incomeWeights(weights.build());
        }

        /**
         * How the incomes of stakeholders give distributional weights.
         *
         * @param weights null for not at all
         * @return this builder
         */
        public Builder incomeWeights(@Nullable IncomeWeights weights) {
            this.incomeWeights = weights;
            return this;
        }

        /**
         * When in the year money flows; at the start unless said otherwise.
         *
         * @param timing at the start, half-way or at the end
         * @return this builder
         */
        public Builder flowsAt(FlowTiming timing) {
            this.flowsAt = timing;
            return this;
        }

        /**
         * How future flows are discounted: a published policy's name, or one rate a year, such as {@code 2.25%}.
         *
         * @param nameOrRate such as {@code nl_2026}, {@code 2.25%} or the id of a parameter
         * @return this builder
         */
        public Builder discounting(String nameOrRate) {
            try {
                return discounting(DiscountPolicy.parse(nameOrRate));
            } catch (InvalidScenarioException e) {
                inputs.refuse("discounting", e);
                return discounting(DiscountPolicy.flat(Expression.UNKNOWN));
            }
        }

        /**
         * How future flows are discounted: one rate a year, such as 0.0225.
         *
         * @param ratePerYear a fraction, above −1
         * @return this builder
         */
        public Builder discounting(double ratePerYear) {
            return discounting(DiscountPolicy.flat(inputs.expression("discounting", ratePerYear)));
        }

        /**
         * How future flows are discounted: a standard rate, and perhaps classes.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder discounting(Consumer<DiscountPolicy.Builder> keys) {
            return discounting(DiscountPolicy.of(keys, inputs.at("discounting")::refuse));
        }

        /**
         * How future flows are discounted. Required.
         *
         * @param policy made before
         * @return this builder
         */
        public Builder discounting(DiscountPolicy policy) {
            this.discounting = policy;
            return this;
        }

        /**
         * Adds a stakeholder, or replaces the one of the same id.
         *
         * @param stakeholderId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder stakeholder(String stakeholderId, Consumer<Stakeholder.Builder> keys) {
            Inputs part = inputs.at("stakeholders." + stakeholderId);
            Stakeholder.Builder stakeholder = new Stakeholder.Builder(stakeholderId, part);
            part.take(keys, stakeholder);
            return stakeholder(stakeholder.build());
        }

        /**
         * Adds a stakeholder, or replaces the one of the same id.
         *
         * @param stakeholder made before
         * @return this builder
         */
        public Builder stakeholder(Stakeholder stakeholder) {
            stakeholders.put(stakeholder.id(), stakeholder);
            return this;
        }

        /**
         * Adds a parameter with this value and nothing else.
         *
         * @param parameterId its id
         * @param value a number, a percentage or a formula
         * @return this builder
         */
        public Builder parameter(String parameterId, String value) {
            return parameter(parameterId, parameter -> parameter.value(value));
        }

        /**
         * Adds a parameter with this value and nothing else.
         *
         * @param parameterId its id
         * @param value a plain number
         * @return this builder
         */
        public Builder parameter(String parameterId, double value) {
            return parameter(parameterId, parameter -> parameter.value(value));
        }

        /**
         * Adds a parameter, or replaces the one of the same id.
         *
         * @param parameterId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder parameter(String parameterId, Consumer<Parameter.Builder> keys) {
            Inputs part = inputs.at("parameters." + parameterId);
            Parameter.Builder parameter = new Parameter.Builder(parameterId, part);
            part.take(keys, parameter);
            return parameter(parameter.build());
        }

        /**
         * Adds a parameter, or replaces the one of the same id.
         *
         * @param parameter made before
         * @return this builder
         */
        public Builder parameter(Parameter parameter) {
            parameters.put(parameter.id(), parameter);
            return this;
        }

        /**
         * Adds an outcome, or replaces the one of the same id.
         *
         * @param outcomeId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder outcome(String outcomeId, Consumer<Outcome.Builder> keys) {
            Inputs part = inputs.at("outcomes." + outcomeId);
            Outcome.Builder outcome = new Outcome.Builder(outcomeId, part);
            part.take(keys, outcome);
            return outcome(outcome.build());
        }

        /**
         * Adds an outcome, or replaces the one of the same id.
         *
         * @param outcome made before
         * @return this builder
         */
        public Builder outcome(Outcome outcome) {
            outcomes.put(outcome.id(), outcome);
            return this;
        }

        /**
         * Adds an intervention, or replaces the one of the same id.
         *
         * @param interventionId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder intervention(String interventionId, Consumer<Intervention.Builder> keys) {
            Inputs part = inputs.at("interventions." + interventionId);
            Intervention.Builder intervention = new Intervention.Builder(interventionId, part);
            part.take(keys, intervention);
            return intervention(intervention.build());
        }

        /**
         * Adds an intervention, or replaces the one of the same id.
         *
         * @param intervention made before
         * @return this builder
         */
        public Builder intervention(Intervention intervention) {
            interventions.put(intervention.id(), intervention);
            return this;
        }

        /**
         * Adds an alternative; without any there is one, {@link Alternative#ALL}, with every intervention.
         *
         * @param alternativeId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder alternative(String alternativeId, Consumer<Alternative.Builder> keys) {
            Inputs part = inputs.at("alternatives." + alternativeId);
            Alternative.Builder alternative = new Alternative.Builder(alternativeId, part);
            part.take(keys, alternative);
            return alternative(alternative.build());
        }

        /**
         * Adds an alternative; without any there is one, {@link Alternative#ALL}, with every intervention.
         *
         * @param alternative made before
         * @return this builder
         */
        public Builder alternative(Alternative alternative) {
            alternatives.put(alternative.id(), alternative);
            return this;
        }

        /**
         * Adds an outlook, or replaces the one of the same id.
         *
         * @param outlookId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder outlook(String outlookId, Consumer<Outlook.Builder> keys) {
            Inputs part = inputs.at("outlooks." + outlookId);
            Outlook.Builder outlook = new Outlook.Builder(outlookId, part);
            part.take(keys, outlook);
            return outlook(outlook.build());
        }

        /**
         * Adds an outlook, or replaces the one of the same id.
         *
         * @param outlook made before
         * @return this builder
         */
        public Builder outlook(Outlook outlook) {
            outlooks.put(outlook.id(), outlook);
            return this;
        }

        /**
         * The corrections of a grade of evidence.
         *
         * @param grade such as {@code b}
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder optimismBias(String grade, Consumer<OptimismBias.Builder> keys) {
            Inputs part = inputs.at("optimism_bias." + grade);
            OptimismBias.Builder bias = new OptimismBias.Builder(part);
            part.take(keys, bias);
            Map<String, OptimismBias> grades =
                    optimismBias == null ? new LinkedHashMap<>() : new LinkedHashMap<>(optimismBias);
            grades.put(grade, bias.build());
            return optimismBias(grades);
        }

        /**
         * The corrections of all grades of evidence, instead of those that were handed over before.
         *
         * @param byGrade by the grade, such as {@code b}
         * @return this builder
         */
        public Builder optimismBias(Map<String, OptimismBias> byGrade) {
            this.optimismBias = byGrade;
            return this;
        }

        /**
         * Adds a correlation between two parameters with a distribution.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder correlation(Consumer<Correlation.Builder> keys) {
            Inputs part = inputs.at("correlations[" + correlations.size() + "]");
            Correlation.Builder pair = new Correlation.Builder(part);
            part.take(keys, pair);
            Correlation correlation = pair.build();
            return correlation == null ? this : correlation(correlation);
        }

        /**
         * Adds a correlation between two parameters with a distribution.
         *
         * @param correlation made before
         * @return this builder
         */
        public Builder correlation(Correlation correlation) {
            correlations.add(correlation);
            return this;
        }

        /**
         * How to simulate.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder simulation(Consumer<Simulation.Builder> keys) {
            Simulation.Builder settings = new Simulation.Builder();
            keys.accept(settings);
            return simulation(settings.build());
        }

        /**
         * How to simulate.
         *
         * @param settings draws, seed and sampling
         * @return this builder
         */
        public Builder simulation(Simulation settings) {
            this.simulation = settings;
            return this;
        }

        /**
         * Adds what a result should be.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder expect(Consumer<Expectation.Builder> keys) {
            Inputs part = inputs.at("expect[" + expectations.size() + "]");
            Expectation.Builder held = new Expectation.Builder(part);
            part.take(keys, held);
            Expectation expectation = held.build();
            return expectation == null ? this : expect(expectation);
        }

        /**
         * Adds what a result should be.
         *
         * @param expectation made before
         * @return this builder
         */
        public Builder expect(Expectation expectation) {
            expectations.add(expectation);
            return this;
        }

        /**
         * Leaves out the stakeholders whose ids do not pass.
         *
         * @param ids passes those to keep
         * @return this builder
         */
        public Builder keepStakeholders(Predicate<String> ids) {
            stakeholders.keySet().removeIf(ids.negate());
            return this;
        }

        /**
         * Leaves out the parameters whose ids do not pass.
         *
         * @param ids passes those to keep
         * @return this builder
         */
        public Builder keepParameters(Predicate<String> ids) {
            parameters.keySet().removeIf(ids.negate());
            return this;
        }

        /**
         * Leaves out the outcomes whose ids do not pass.
         *
         * @param ids passes those to keep
         * @return this builder
         */
        public Builder keepOutcomes(Predicate<String> ids) {
            outcomes.keySet().removeIf(ids.negate());
            return this;
        }

        /**
         * {@return the scenario}
         *
         * @throws InvalidScenarioException with every problem that can be seen without calculating, each with the path of its key
         */
        public Scenario build() {
            Problems problems = new Problems();
            Optional<Scenario> scenario = build(problems, UnaryOperator.identity());
            return scenario.orElseThrow(() -> new InvalidScenarioException(problems.all()));
        }

        /**
         * {@return the scenario; empty if there is an error among {@code problems}, to which everything is added that can be
         * seen without calculating}
         *
         * @param problems takes what is wrong and what deserves attention
         * @param located gives the warnings that the scenario keeps their place in a file
         */
        public Optional<Scenario> build(Problems problems, UnaryOperator<Problem> located) {
            inputs.report(problems);
            required("title", title, problems);
            required("base_year", baseYear, problems);
            required("horizon", horizon, problems);
            required("discounting", discounting, problems);
            new ScenarioCheck(draft(List.of()), problems).run();
            if (problems.hasErrors()) {
                return Optional.empty();
            }
            List<Problem> kept = new ArrayList<>();
            for (Problem warning : problems.warnings()) {
                kept.add(located.apply(warning));
            }
            return Optional.of(draft(List.copyOf(kept)));
        }

        private static void required(String key, @Nullable Object value, Problems problems) {
            if (value == null && !problems.isFaulty(key)) {
                problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, key, key));
            }
        }

        /**
         * Shows the scenario as far as it goes, before any check, to who looks for more that is wrong with it. It is not to be kept
         * or calculated with.
         *
         * @param inspector is shown it at once
         */
        public void inspect(Consumer<Scenario> inspector) {
            inspector.accept(draft(List.of()));
        }

        private Scenario draft(List<Problem> warnings) {
            Map<String, Alternative> stated = alternatives;
            if (stated.isEmpty()) {
                stated = Map.of(
                        Alternative.ALL,
                        Alternative.builder(Alternative.ALL)
                                .interventions(interventions.keySet())
                                .build());
            }
            return new Scenario(this, stated, warnings);
        }
    }
}
