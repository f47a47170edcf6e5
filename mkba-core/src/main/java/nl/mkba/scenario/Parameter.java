package nl.mkba.scenario;

import java.util.Map;
import java.util.Optional;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** An input on which the analysis rests (kengetal). It has a value, a distribution, or both. */
public final class Parameter extends Part {

    private final String id;
    private final @Nullable Expression value;
    private final @Nullable Distribution distribution;
    private final @Nullable Integer priceYear;
    private final @Nullable Text name;
    private final @Nullable Text unit;
    private final @Nullable String group;
    private final Provenance provenance;

    private Parameter(Builder parameter) {
        this.id = parameter.id;
        this.value = parameter.value;
        this.distribution = parameter.distribution;
        this.priceYear = parameter.priceYear;
        this.name = parameter.name;
        this.unit = parameter.unit;
        this.group = parameter.group;
        this.provenance =
                new Provenance(parameter.source, parameter.note, parameter.url, parameter.licence, parameter.quality);
    }

    /**
     * Begins a parameter by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /** A parameter with a value and nothing else. */
    static Parameter of(String id, Expression value) {
        return builder(id).value(value).build();
    }

    /**
     * The same parameter, ready to be changed.
     *
     * @return a builder with all of it
     */
    public Builder toBuilder() {
        Builder copy = builder(id)
                .name(name)
                .unit(unit)
                .group(group)
                .source(provenance.source())
                .note(provenance.note())
                .url(provenance.url())
                .licence(provenance.licence())
                .quality(provenance.quality());
        copy.value = value;
        copy.distribution = distribution;
        copy.priceYear = priceYear;
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id",
                id,
                "value",
                value,
                "distribution",
                distribution,
                "priceYear",
                priceYear,
                "name",
                name,
                "unit",
                unit,
                "group",
                group,
                "provenance",
                provenance);
    }

    /** {@return its id, by which expressions name it} */
    public String id() {
        return id;
    }

    /** {@return the central value as written, or null for the distribution's mean} */
    public @Nullable Expression value() {
        return value;
    }

    /** {@return how uncertain it is, or null if it is taken as certain; only beside a plain number} */
    public @Nullable Distribution distribution() {
        return distribution;
    }

    /** {@return the year whose prices the value and the distribution are in, or null for none} */
    public @Nullable Integer priceYear() {
        return priceYear;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /** {@return its unit, such as {@code EUR/year}, or null} */
    public @Nullable Text unit() {
        return unit;
    }

    /** {@return the id of its group, or null; parameters of one group are also varied together} */
    public @Nullable String group() {
        return group;
    }

    /** {@return where it comes from} */
    public Provenance provenance() {
        return provenance;
    }

    /** {@return whether it can be varied: not what is true by definition} */
    public boolean isVariable() {
        return provenance.quality() != Quality.DEFINITION;
    }

    /**
     * {@return what is wrong with a distribution of this parameter, its own or from a {@code set}: what is true by definition
     * can have none, and what is decided needs none} Empty if nothing is.
     *
     * @param path where the distribution is written
     */
    public Optional<Problem> checkUncertain(String path) {
        Quality quality = provenance.quality();
        if (quality == Quality.DEFINITION) {
            return Optional.of(Problem.ofKey(ProblemCode.UNCERTAIN_DEFINITION, path, id));
        }
        return quality == Quality.CHOICE
                ? Optional.of(Problem.ofKey(ProblemCode.UNCERTAIN_CHOICE, path, id))
                : Optional.empty();
    }

    /** {@return whether it has a value and nothing else} */
    public boolean isPlain() {
        return value != null && equals(of(id, value));
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Says a parameter in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Expression value;
        private @Nullable Distribution distribution;
        private @Nullable Integer priceYear;
        private @Nullable Text name;
        private @Nullable Text unit;
        private @Nullable String group;
        private @Nullable String source;
        private @Nullable Text note;
        private @Nullable String url;
        private @Nullable String licence;
        private @Nullable Quality quality;

        Builder(String id, Inputs inputs) {
            this.id = id;
            this.inputs = inputs;
        }

        /**
         * The central value; the distribution's mean unless said otherwise.
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
         * @param central an expression that was read before
         * @return this builder
         */
        public Builder value(@Nullable Expression central) {
            this.value = central;
            return this;
        }

        /**
         * How uncertain it is. Only beside a plain number or no value.
         *
         * @param uncertainty of the value as written; null for certain
         * @return this builder
         */
        public Builder distribution(@Nullable Distribution uncertainty) {
            this.distribution = uncertainty;
            return this;
        }

        /**
         * The year whose prices the value, and every draw of it, are in. Only with a plain number or a distribution.
         *
         * @param year the calendar year; null for none
         * @return this builder
         */
        public Builder priceYear(@Nullable Integer year) {
            this.priceYear = year;
            return this;
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
         * Its unit, such as {@code EUR/year}.
         *
         * @param unitOfMeasure one text for every language; null for none
         * @return this builder
         */
        public Builder unit(@Nullable String unitOfMeasure) {
            return unit(Text.ofNullable(unitOfMeasure));
        }

        /**
         * As {@link #unit(String)}, in Dutch and English.
         *
         * @param unitOfMeasure in Dutch and English; null for none
         * @return this builder
         */
        public Builder unit(@Nullable Text unitOfMeasure) {
            this.unit = unitOfMeasure;
            return this;
        }

        /**
         * The group, whose parameters are also varied together.
         *
         * @param groupId the group's id; null for none
         * @return this builder
         */
        public Builder group(@Nullable String groupId) {
            this.group = groupId;
            return this;
        }

        /**
         * Where it was found.
         *
         * @param publication publication, organisation and year; null for none
         * @return this builder
         */
        public Builder source(@Nullable String publication) {
            this.source = publication;
            return this;
        }

        /**
         * A remark for people.
         *
         * @param remark one text for every language; null for none
         * @return this builder
         */
        public Builder note(@Nullable String remark) {
            return note(Text.ofNullable(remark));
        }

        /**
         * As {@link #note(String)}, in Dutch and English.
         *
         * @param remark in Dutch and English; null for none
         * @return this builder
         */
        public Builder note(@Nullable Text remark) {
            this.note = remark;
            return this;
        }

        /**
         * Where its source can be read.
         *
         * @param address a web address; null for none
         * @return this builder
         */
        public Builder url(@Nullable String address) {
            this.url = address;
            return this;
        }

        /**
         * The licence under which it may be used.
         *
         * @param terms such as {@code CC BY 4.0}; null for none
         * @return this builder
         */
        public Builder licence(@Nullable String terms) {
            this.licence = terms;
            return this;
        }

        /**
         * What it rests on.
         *
         * @param kind null for not said
         * @return this builder
         */
        public Builder quality(@Nullable Quality kind) {
            this.quality = kind;
            return this;
        }

        /**
         * {@return the parameter}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Parameter build() {
            inputs.complete();
            return new Parameter(this);
        }
    }
}
