package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** A future in which the alternatives may find themselves (omgevingsscenario); applied after the alternative. */
public final class Outlook extends Part {

    private final String id;
    private final @Nullable Text name;
    private final Map<String, Replacement> set;
    private final @Nullable DiscountPolicy discounting;

    private Outlook(Builder outlook) {
        this.id = outlook.id;
        this.name = outlook.name;
        this.set = Collections.unmodifiableMap(new LinkedHashMap<>(outlook.set));
        this.discounting = outlook.discounting;
    }

    /**
     * Begins an outlook by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * The same outlook, ready to be changed.
     *
     * @return a builder with all of it
     */
    public Builder toBuilder() {
        Builder copy = builder(id).name(name).discounting(discounting);
        set.forEach(copy::set);
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("id", id, "name", name, "set", set, "discounting", discounting);
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /** {@return what it changes in the parameters, by their ids} */
    public Map<String, Replacement> set() {
        return set;
    }

    /** {@return the discount policy that replaces the scenario's, or null} */
    public @Nullable DiscountPolicy discounting() {
        return discounting;
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Says an outlook in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Text name;
        private final Map<String, Replacement> set = new LinkedHashMap<>();
        private @Nullable DiscountPolicy discounting;

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
         * Another value of a parameter.
         *
         * @param parameter the parameter's id
         * @param value a number, a percentage or a formula
         * @return this builder
         */
        public Builder set(String parameter, String value) {
            return set(parameter, inputs.expression("set." + parameter, value));
        }

        /**
         * As {@link #set(String, String)}.
         *
         * @param parameter the parameter's id
         * @param value a plain number
         * @return this builder
         */
        public Builder set(String parameter, double value) {
            return set(parameter, inputs.expression("set." + parameter, value));
        }

        /**
         * As {@link #set(String, String)}.
         *
         * @param parameter the parameter's id
         * @param value an expression that was read before
         * @return this builder
         */
        public Builder set(String parameter, Expression value) {
            return set(parameter, new Replacement.Value(value, null));
        }

        /**
         * Another value or distribution of a parameter, or a factor for it.
         *
         * @param parameter the parameter's id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder set(String parameter, Consumer<Replacement.Builder> keys) {
            Inputs part = inputs.at("set." + parameter);
            Replacement.Builder replacement = new Replacement.Builder(part);
            part.take(keys, replacement);
            return set(parameter, replacement.build());
        }

        /**
         * Another value or distribution of a parameter, or a factor for it.
         *
         * @param parameter the parameter's id
         * @param replacement of its value
         * @return this builder
         */
        public Builder set(String parameter, Replacement replacement) {
            set.put(parameter, replacement);
            return this;
        }

        /**
         * How future flows are discounted in it: a published policy's name, or one rate a year, such as {@code 2.25%}.
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
         * How future flows are discounted in it: one rate a year, such as 0.0225.
         *
         * @param ratePerYear a fraction, above −1
         * @return this builder
         */
        public Builder discounting(double ratePerYear) {
            return discounting(DiscountPolicy.flat(inputs.expression("discounting", ratePerYear)));
        }

        /**
         * How future flows are discounted in it: a standard rate, and perhaps classes.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder discounting(Consumer<DiscountPolicy.Builder> keys) {
            return discounting(DiscountPolicy.of(keys, inputs.at("discounting")::refuse));
        }

        /**
         * How future flows are discounted in it; null for as the scenario says.
         *
         * @param policy made before
         * @return this builder
         */
        public Builder discounting(@Nullable DiscountPolicy policy) {
            this.discounting = policy;
            return this;
        }

        /**
         * {@return the outlook}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Outlook build() {
            inputs.complete();
            return new Outlook(this);
        }
    }
}
