package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** A project alternative: which interventions are carried out, and how. */
public final class Alternative extends Part {

    /** The id of the alternative of a scenario that writes none down: every intervention. */
    public static final String ALL = "all";

    private final String id;
    private final @Nullable Text name;
    private final List<String> interventions;
    private final Map<String, Replacement> set;
    private final @Nullable String comparedWith;

    private Alternative(Builder alternative) {
        this.id = alternative.id;
        this.name = alternative.name;
        this.interventions = List.copyOf(alternative.interventions);
        this.set = Collections.unmodifiableMap(new LinkedHashMap<>(alternative.set));
        this.comparedWith = alternative.comparedWith;
    }

    /**
     * Begins an alternative by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id", id, "name", name, "interventions", interventions, "set", set, "comparedWith", comparedWith);
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /** {@return the ids of its interventions} */
    public List<String> interventions() {
        return interventions;
    }

    /** {@return what it changes in the parameters, by their ids} */
    public Map<String, Replacement> set() {
        return set;
    }

    /** {@return the id of the alternative to which it is an increment, or null} */
    public @Nullable String comparedWith() {
        return comparedWith;
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Says an alternative in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Text name;
        private final List<String> interventions = new ArrayList<>();
        private boolean stated;
        private final Map<String, Replacement> set = new LinkedHashMap<>();
        private @Nullable String comparedWith;

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
         * The interventions that are carried out; perhaps none.
         *
         * @param ids of interventions
         * @return this builder
         */
        public Builder interventions(String... ids) {
            return interventions(Arrays.asList(ids));
        }

        /**
         * The interventions that are carried out; perhaps none.
         *
         * @param ids of interventions
         * @return this builder
         */
        public Builder interventions(Collection<String> ids) {
            interventions.addAll(ids);
            stated = true;
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
         * Says to which alternative it is an increment.
         *
         * @param alternative the other's id; null for none
         * @return this builder
         */
        public Builder comparedWith(@Nullable String alternative) {
            this.comparedWith = alternative;
            return this;
        }

        /**
         * {@return the alternative}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Alternative build() {
            if (!stated) {
                inputs.missing("interventions");
            }
            inputs.complete();
            return new Alternative(this);
        }
    }
}
