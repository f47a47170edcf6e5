package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.problem.ProblemCode;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Something harmful that several interventions may reduce together, without counting anything twice. */
public final class Outcome extends Part {

    /** The id of the value of an outcome that has just one. */
    public static final String SINGLE_VALUE = "value";

    private final String id;
    private final @Nullable Text name;
    private final @Nullable Text unit;
    private final Baseline baseline;
    private final Map<String, Value> values;

    private Outcome(Builder outcome) {
        this.id = outcome.id;
        this.name = outcome.name;
        this.unit = outcome.unit;
        this.baseline = outcome.baseline();
        this.values = Collections.unmodifiableMap(outcome.values());
    }

    /**
     * Begins an outcome by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * The same outcome without its values, ready to be changed.
     *
     * @return a builder with its name, unit and baseline
     */
    public Builder toBuilder() {
        Builder copy = builder(id).name(name).unit(unit);
        if (baseline instanceof Baseline.Trend trend) {
            copy.baseline(trend.level()).trend(trend.trend());
        } else if (baseline instanceof Baseline.Path path) {
            path.levels().forEach(copy::baseline);
        }
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("id", id, "name", name, "unit", unit, "baseline", baseline, "values", values);
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /** {@return what one occurrence is, or null} */
    public @Nullable Text unit() {
        return unit;
    }

    /** {@return how often it happens in the reference alternative} */
    public Baseline baseline() {
        return baseline;
    }

    /** {@return what an occurrence costs, by an id per kind of bearer; {@link #SINGLE_VALUE} if there is just one} */
    public Map<String, Value> values() {
        return values;
    }

    /**
     * {@return the path in a scenario of the map that holds one of its values}
     *
     * @param value a key of {@link #values}
     */
    public String path(String value) {
        boolean single = values.size() == 1 && value.equals(SINGLE_VALUE);
        return "outcomes." + id + (single ? "" : ".values." + value);
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /**
     * Says an outcome in the words of a file. What one occurrence costs is said with {@code value} and {@code borneBy}, or,
     * where several bear costs of their own, with {@code values}. Not for more than one thread.
     */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Text name;
        private @Nullable Text unit;
        private @Nullable Expression level;
        private @Nullable Expression trend;
        private final Map<Integer, Expression> levels = new LinkedHashMap<>();
        private final Map<String, Value> values = new LinkedHashMap<>();
        private Value.@Nullable Builder single;

        Builder(String id, Inputs inputs) {
            this.id = id;
            this.inputs = inputs;
        }

        /**
         * What people call it; the id unless said otherwise.
         *
         * @param label one text for every language; null for none
         * @return this builder
         */
        public Builder name(@Nullable String label) {
            return name(Text.ofNullable(label));
        }

        /**
         * As {@link #name(String)}, in Dutch and English.
         *
         * @param label in Dutch and English; null for none
         * @return this builder
         */
        public Builder name(@Nullable Text label) {
            this.name = label;
            return this;
        }

        /**
         * What one occurrence is.
         *
         * @param occurrence one text for every language; null for none
         * @return this builder
         */
        public Builder unit(@Nullable String occurrence) {
            return unit(Text.ofNullable(occurrence));
        }

        /**
         * As {@link #unit(String)}, in Dutch and English.
         *
         * @param occurrence in Dutch and English; null for none
         * @return this builder
         */
        public Builder unit(@Nullable Text occurrence) {
            this.unit = occurrence;
            return this;
        }

        /**
         * How often it happens in the first year of the reference alternative, 0 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder baseline(String text) {
            return baseline(inputs.expression("baseline", text));
        }

        /**
         * As {@link #baseline(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder baseline(double number) {
            return baseline(inputs.expression("baseline", number));
        }

        /**
         * As {@link #baseline(String)}.
         *
         * @param occurrences an expression that was read before
         * @return this builder
         */
        public Builder baseline(Expression occurrences) {
            this.level = occurrences;
            return this;
        }

        /**
         * How often it happens in a year of the reference alternative; linear between those that are named, constant before and
         * after.
         *
         * @param year a calendar year, or an offset from the first year
         * @param occurrences 0 or more: a number, a percentage or a formula
         * @return this builder
         */
        public Builder baseline(int year, String occurrences) {
            return baseline(year, inputs.expression("baseline." + year, occurrences));
        }

        /**
         * As {@link #baseline(int, String)}.
         *
         * @param year a calendar year, or an offset from the first year
         * @param occurrences a plain number
         * @return this builder
         */
        public Builder baseline(int year, double occurrences) {
            return baseline(year, inputs.expression("baseline." + year, occurrences));
        }

        /**
         * As {@link #baseline(int, String)}.
         *
         * @param year a calendar year, or an offset from the first year
         * @param occurrences an expression that was read before
         * @return this builder
         */
        public Builder baseline(int year, Expression occurrences) {
            levels.put(year, occurrences);
            return this;
        }

        /**
         * The change of the baseline a year, above −1; 0 unless said otherwise. Not with a baseline per year.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder trend(String text) {
            return trend(inputs.expression("trend", text));
        }

        /**
         * As {@link #trend(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder trend(double number) {
            return trend(inputs.expression("trend", number));
        }

        /**
         * As {@link #trend(String)}.
         *
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder trend(Expression ratePerYear) {
            this.trend = ratePerYear;
            return this;
        }

        private Value.Builder single() {
            Value.Builder only = single;
            if (only == null) {
                only = new Value.Builder(inputs.at(""));
                single = only;
            }
            return only;
        }

        /**
         * What one occurrence costs, 0 or more.
         *
         * @param each a number, a percentage or a formula
         * @return this builder
         */
        public Builder value(String each) {
            single().value(each);
            return this;
        }

        /**
         * As {@link #value(String)}.
         *
         * @param each a plain number
         * @return this builder
         */
        public Builder value(double each) {
            single().value(each);
            return this;
        }

        /**
         * As {@link #value(String)}.
         *
         * @param each an expression that was read before
         * @return this builder
         */
        public Builder value(Expression each) {
            single().value(each);
            return this;
        }

        /**
         * Who bears it: one stakeholder, all of it.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder borneBy(String stakeholder) {
            single().borneBy(stakeholder);
            return this;
        }

        /**
         * Who bears it: a stakeholder, for a share; all shares add up to 1.
         *
         * @param stakeholder the stakeholder's id
         * @param share 0 … 1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder borneBy(String stakeholder, String share) {
            single().borneBy(stakeholder, share);
            return this;
        }

        /**
         * As {@link #borneBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share a plain number
         * @return this builder
         */
        public Builder borneBy(String stakeholder, double share) {
            single().borneBy(stakeholder, share);
            return this;
        }

        /**
         * As {@link #borneBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share an expression that was read before
         * @return this builder
         */
        public Builder borneBy(String stakeholder, Expression share) {
            single().borneBy(stakeholder, share);
            return this;
        }

        /**
         * Who bears it: these shares, instead of those that were handed over before.
         *
         * @param shares of stakeholders
         * @return this builder
         */
        public Builder borneBy(Shares shares) {
            single().borneBy(shares);
            return this;
        }

        /**
         * The part, 0 … 1, that is cash; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder cashable(String text) {
            single().cashable(text);
            return this;
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder cashable(double number) {
            single().cashable(number);
            return this;
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param expression an expression that was read before
         * @return this builder
         */
        public Builder cashable(Expression expression) {
            single().cashable(expression);
            return this;
        }

        /**
         * The real price change a year, above −1, counted from the price level; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder growth(String text) {
            single().growth(text);
            return this;
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder growth(double number) {
            single().growth(number);
            return this;
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param expression an expression that was read before
         * @return this builder
         */
        public Builder growth(Expression expression) {
            single().growth(expression);
            return this;
        }

        /**
         * Real or nominal; real unless said otherwise.
         *
         * @param kind in prices of the price level, or of each year
         * @return this builder
         */
        public Builder prices(Prices kind) {
            single().prices(kind);
            return this;
        }

        /**
         * The class of the discount policy.
         *
         * @param rates the class's name; null for the standard one
         * @return this builder
         */
        public Builder rateClass(@Nullable String rates) {
            single().rateClass(rates);
            return this;
        }

        /**
         * A label of what one occurrence costs: under what else it is counted, by a key such as {@code taakveld}.
         *
         * @param key the label's key, such as {@code taakveld}
         * @param text the label's text
         * @return this builder
         */
        public Builder label(String key, String text) {
            single().label(key, text);
            return this;
        }

        /**
         * All labels of what one occurrence costs, instead of those that were handed over before.
         *
         * @param all by their keys
         * @return this builder
         */
        public Builder labels(Labels all) {
            single().labels(all);
            return this;
        }

        /**
         * One kind of bearer with costs of its own.
         *
         * @param bearer the id of the kind
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder values(String bearer, Consumer<Value.Builder> keys) {
            Inputs part = inputs.at("values." + bearer);
            Value.Builder value = new Value.Builder(part);
            part.take(keys, value);
            return values(bearer, value.build());
        }

        /**
         * One kind of bearer with costs of its own, under {@link #SINGLE_VALUE} the only one.
         *
         * @param bearer the id of the kind
         * @param value made before
         * @return this builder
         */
        public Builder values(String bearer, Value value) {
            values.put(bearer, value);
            return this;
        }

        private Baseline baseline() {
            Expression constant = level;
            if (!levels.isEmpty()) {
                if (trend != null) {
                    inputs.refuseKey(ProblemCode.NOT_WITH, "trend", "trend", "baseline: {…}");
                }
                return new Baseline.Path(levels);
            }
            if (constant == null) {
                inputs.missing("baseline");
                constant = Expression.UNKNOWN;
            }
            return new Baseline.Trend(constant, trend == null ? Expression.ZERO : trend);
        }

        private Map<String, Value> values() {
            Map<String, Value> all = new LinkedHashMap<>(values);
            Value.Builder only = single;
            if (only != null && !values.isEmpty()) {
                inputs.refuseKey(ProblemCode.NOT_WITH, "value", "value", "values");
            } else if (only != null) {
                all.put(SINGLE_VALUE, only.build());
            } else if (values.isEmpty()) {
                inputs.refuseKey(ProblemCode.ONE_OF, "value", "value, values");
                inputs.silence("values");
            }
            return all;
        }

        /**
         * {@return the outcome}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Outcome build() {
            Outcome outcome = new Outcome(this);
            inputs.complete();
            return outcome;
        }
    }

    /** How often an outcome happens each year in the reference alternative. */
    public sealed interface Baseline {

        /**
         * {@code level · (1 + trend)^(y − first_year)}.
         *
         * @param level occurrences in the first year, 0 or more
         * @param trend change a year, above −1
         */
        record Trend(Expression level, Expression trend) implements Baseline {}

        /**
         * Linear between the years named, constant before the first and after the last.
         *
         * @param levels occurrences, 0 or more, by calendar year or offset from the first year
         */
        record Path(Map<Integer, Expression> levels) implements Baseline {
            /**
             * Copies its map, so that it cannot change.
             *
             * @param levels see {@link #levels()}
             */
            public Path {
                levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
            }
        }
    }

    /** What one occurrence of an outcome costs, and whom. */
    public static final class Value extends Part {

        private final Expression value;
        private final Shares borneBy;
        private final Expression cashable;
        private final Expression growth;
        private final Prices prices;
        private final @Nullable String rateClass;
        private final Labels labels;

        private Value(Builder each) {
            Expression stated = each.value;
            if (stated == null) {
                each.inputs.missing("value");
            }
            this.value = stated == null ? Expression.UNKNOWN : stated;
            this.borneBy = each.borneBy.of(each.inputs);
            this.cashable = each.cashable;
            this.growth = each.growth;
            this.prices = each.prices;
            this.rateClass = each.rateClass;
            this.labels = each.labels;
        }

        /** {@return a builder of a value by itself, to be added to an outcome later} */
        public static Builder builder() {
            return new Builder(Inputs.whole());
        }

        /**
         * The same value, ready to be changed.
         *
         * @return a builder with all of it
         */
        public Builder toBuilder() {
            return builder()
                    .value(value)
                    .borneBy(borneBy)
                    .cashable(cashable)
                    .growth(growth)
                    .prices(prices)
                    .rateClass(rateClass)
                    .labels(labels);
        }

        @Override
        public Map<String, @Nullable Object> components() {
            return components(
                    "value",
                    value,
                    "borneBy",
                    borneBy,
                    "cashable",
                    cashable,
                    "growth",
                    growth,
                    "prices",
                    prices,
                    "rateClass",
                    rateClass,
                    "labels",
                    labels);
        }

        /** {@return what one occurrence costs, 0 or more} */
        public Expression value() {
            return value;
        }

        /** {@return who bears it} */
        public Shares borneBy() {
            return borneBy;
        }

        /** {@return the part that is cash, 0 … 1} */
        public Expression cashable() {
            return cashable;
        }

        /** {@return the real price change a year, above −1, counted from the price level} */
        public Expression growth() {
            return growth;
        }

        /** {@return whether it is real, in prices of the price level, or nominal, in those of each year} */
        public Prices prices() {
            return prices;
        }

        /** {@return the class of the discount policy, or null for the standard one} */
        public @Nullable String rateClass() {
            return rateClass;
        }

        /**
         * {@return under what else it is counted; it has the labels of the effect that reduces, and then those of the effect's
         * intervention, that it does not name itself}
         */
        public Labels labels() {
            return labels;
        }

        /** Says a value in the words of a file. Not for more than one thread. */
        public static final class Builder {
            private final Inputs inputs;
            private @Nullable Expression value;
            private final DividedShares borneBy = new DividedShares("borne_by");
            private Expression cashable = Expression.ZERO;
            private Expression growth = Expression.ZERO;
            private Prices prices = Prices.REAL;
            private @Nullable String rateClass;
            private Labels labels = Labels.NONE;

            Builder(Inputs inputs) {
                this.inputs = inputs;
            }

            /**
             * What one occurrence costs, 0 or more, in the scenario's currency and prices.
             *
             * @param text a number, a percentage or a formula
             * @return this builder
             */
            public Builder value(String text) {
                return value(inputs.expression("value", text));
            }

            /**
             * As {@link #value(String)}.
             *
             * @param number a plain number
             * @return this builder
             */
            public Builder value(double number) {
                return value(inputs.expression("value", number));
            }

            /**
             * As {@link #value(String)}.
             *
             * @param each an expression that was read before
             * @return this builder
             */
            public Builder value(Expression each) {
                this.value = each;
                return this;
            }

            /**
             * Who bears it: one stakeholder, all of it.
             *
             * @param stakeholder the stakeholder's id
             * @return this builder
             */
            public Builder borneBy(String stakeholder) {
                return borneBy(Shares.of(stakeholder));
            }

            /**
             * Who bears it: a stakeholder, for a share; all shares add up to 1.
             *
             * @param stakeholder the stakeholder's id
             * @param share 0 … 1: a number, a percentage or a formula
             * @return this builder
             */
            public Builder borneBy(String stakeholder, String share) {
                return borneBy(stakeholder, inputs.expression("borne_by." + stakeholder, share));
            }

            /**
             * As {@link #borneBy(String, String)}.
             *
             * @param stakeholder the stakeholder's id
             * @param share a plain number
             * @return this builder
             */
            public Builder borneBy(String stakeholder, double share) {
                return borneBy(stakeholder, inputs.expression("borne_by." + stakeholder, share));
            }

            /**
             * As {@link #borneBy(String, String)}.
             *
             * @param stakeholder the stakeholder's id
             * @param share an expression that was read before
             * @return this builder
             */
            public Builder borneBy(String stakeholder, Expression share) {
                borneBy.add(stakeholder, share);
                return this;
            }

            /**
             * Who bears it: these shares, instead of those that were handed over before.
             *
             * @param shares of stakeholders
             * @return this builder
             */
            public Builder borneBy(Shares shares) {
                borneBy.set(shares);
                return this;
            }

            /**
             * The part, 0 … 1, that is cash; 0 unless said otherwise.
             *
             * @param text a number, a percentage or a formula
             * @return this builder
             */
            public Builder cashable(String text) {
                return cashable(inputs.expression("cashable", text));
            }

            /**
             * As {@link #cashable(String)}.
             *
             * @param number a plain number
             * @return this builder
             */
            public Builder cashable(double number) {
                return cashable(inputs.expression("cashable", number));
            }

            /**
             * As {@link #cashable(String)}.
             *
             * @param fraction an expression that was read before
             * @return this builder
             */
            public Builder cashable(Expression fraction) {
                this.cashable = fraction;
                return this;
            }

            /**
             * The real price change a year, above −1, counted from the price level; 0 unless said otherwise.
             *
             * @param text a number, a percentage or a formula
             * @return this builder
             */
            public Builder growth(String text) {
                return growth(inputs.expression("growth", text));
            }

            /**
             * As {@link #growth(String)}.
             *
             * @param number a plain number
             * @return this builder
             */
            public Builder growth(double number) {
                return growth(inputs.expression("growth", number));
            }

            /**
             * As {@link #growth(String)}.
             *
             * @param ratePerYear an expression that was read before
             * @return this builder
             */
            public Builder growth(Expression ratePerYear) {
                this.growth = ratePerYear;
                return this;
            }

            /**
             * Real or nominal; real unless said otherwise.
             *
             * @param kind in prices of the price level, or of each year
             * @return this builder
             */
            public Builder prices(Prices kind) {
                this.prices = kind;
                return this;
            }

            /**
             * The class of the discount policy.
             *
             * @param rates the class's name; null for the standard one
             * @return this builder
             */
            public Builder rateClass(@Nullable String rates) {
                this.rateClass = rates;
                return this;
            }

            /**
             * A label: under what else it is counted, by a key such as {@code taakveld}.
             *
             * @param key the label's key, such as {@code taakveld}
             * @param text the label's text
             * @return this builder
             */
            public Builder label(String key, String text) {
                return labels(labels.and(key, text));
            }

            /**
             * All labels, instead of those that were handed over before.
             *
             * @param all by their keys
             * @return this builder
             */
            public Builder labels(Labels all) {
                this.labels = all;
                return this;
            }

            /**
             * {@return the value}
             *
             * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
             */
            public Value build() {
                Value each = new Value(this);
                inputs.complete();
                return each;
            }
        }
    }
}
