package nl.mkba.scenario;

import java.util.Locale;
import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Something that matters and is not expressed in money (PM-post); shown, never added up. */
public final class UnpricedItem extends Part {

    /** In which direction an unpriced item works. */
    public enum Sign {
        /** A gain. */
        POSITIVE,
        /** A loss. */
        NEGATIVE,
        /** Neither. */
        NEUTRAL,
        /** Not known. */
        UNKNOWN;

        /** {@return the word in a scenario file} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Text name;
    private final Sign sign;
    private final String stakeholder;
    private final @Nullable Text note;
    private final Labels labels;

    private UnpricedItem(Text name, Sign sign, String stakeholder, @Nullable Text note, Labels labels) {
        this.name = name;
        this.sign = sign;
        this.stakeholder = stakeholder;
        this.note = note;
        this.labels = labels;
    }

    /**
     * Begins an item by itself, to be added to an intervention later.
     *
     * @return its builder
     */
    public static Builder builder() {
        return new Builder(Inputs.whole());
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("name", name, "sign", sign, "stakeholder", stakeholder, "note", note, "labels", labels);
    }

    /** {@return what it is} */
    public Text name() {
        return name;
    }

    /** {@return in which direction it works} */
    public Sign sign() {
        return sign;
    }

    /** {@return the id of the stakeholder whom it concerns} */
    public String stakeholder() {
        return stakeholder;
    }

    /** {@return a remark, or null} */
    public @Nullable Text note() {
        return note;
    }

    /** {@return under what else it is listed; of its intervention's labels it has those that it does not name itself} */
    public Labels labels() {
        return labels;
    }

    /** Says an item in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable Text name;
        private @Nullable Sign sign;
        private @Nullable String stakeholder;
        private @Nullable Text note;
        private Labels labels = Labels.NONE;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * What it is.
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
         * In which direction it works.
         *
         * @param direction a gain, a loss, neither, or not known
         * @return this builder
         */
        public Builder sign(Sign direction) {
            this.sign = direction;
            return this;
        }

        /**
         * The stakeholder whom it concerns.
         *
         * @param id the stakeholder's id
         * @return this builder
         */
        public Builder stakeholder(String id) {
            this.stakeholder = id;
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
         * A label: under what else it is listed, by a key such as {@code taakveld}.
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
         * {@return the item}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public UnpricedItem build() {
            Text label = name;
            if (label == null) {
                inputs.missing("name");
                label = Text.of("");
            }
            if (sign == null) {
                inputs.missing("sign");
            }
            String id = required("stakeholder", stakeholder);
            inputs.complete();
            return new UnpricedItem(label, sign == null ? Sign.UNKNOWN : sign, id, note, labels);
        }

        private String required(String key, @Nullable String text) {
            if (text == null) {
                inputs.missing(key);
                return "";
            }
            return text;
        }
    }
}
