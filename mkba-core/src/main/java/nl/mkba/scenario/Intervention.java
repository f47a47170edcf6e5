package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** What is done (maatregel), with its streams. */
public final class Intervention extends Part {

    private final String id;
    private final @Nullable Text name;
    private final @Nullable Expression start;
    private final @Nullable Profile active;
    private final @Nullable Participants participants;
    private final List<Cost> costs;
    private final List<Effect> effects;
    private final List<Transfer> transfers;
    private final List<UnpricedItem> unpriced;
    private final List<Interaction> interactions;
    private final Labels labels;

    private Intervention(Builder intervention) {
        this.id = intervention.id;
        this.name = intervention.name;
        this.start = intervention.start;
        this.active = intervention.active;
        this.participants = intervention.participants;
        this.costs = List.copyOf(intervention.costs);
        this.effects = List.copyOf(intervention.effects);
        this.transfers = List.copyOf(intervention.transfers);
        this.unpriced = List.copyOf(intervention.unpriced);
        this.interactions = List.copyOf(intervention.interactions);
        this.labels = intervention.labels;
    }

    /**
     * Begins an intervention by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * The same intervention without its streams and interactions, ready to be changed.
     *
     * @return a builder with the rest of it
     */
    public Builder toBuilder() {
        Builder copy = builder(id)
                .name(name)
                .start(start)
                .active(active)
                .participants(participants)
                .labels(labels);
        unpriced.forEach(copy::unpriced);
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id",
                id,
                "name",
                name,
                "start",
                start,
                "active",
                active,
                "participants",
                participants,
                "costs",
                costs,
                "effects",
                effects,
                "transfers",
                transfers,
                "unpriced",
                unpriced,
                "interactions",
                interactions,
                "labels",
                labels);
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /** {@return the calendar year, or offset from the first year, in which it starts; null for the first year} */
    public @Nullable Expression start() {
        return start;
    }

    /** {@return when it is there for the interactions of others; null for: from its start on} */
    public @Nullable Profile active() {
        return active;
    }

    /** {@return who enters, or null} */
    public @Nullable Participants participants() {
        return participants;
    }

    /** {@return its costs} */
    public List<Cost> costs() {
        return costs;
    }

    /** {@return its effects} */
    public List<Effect> effects() {
        return effects;
    }

    /** {@return its transfers} */
    public List<Transfer> transfers() {
        return transfers;
    }

    /** {@return what is not expressed in money} */
    public List<UnpricedItem> unpriced() {
        return unpriced;
    }

    /** {@return what other interventions do to its effects} */
    public List<Interaction> interactions() {
        return interactions;
    }

    /** {@return the labels of its streams and unpriced items that do not name the key themselves} */
    public Labels labels() {
        return labels;
    }

    /** {@return costs, effects and transfers, in this order} */
    public List<Stream> streams() {
        List<Stream> streams = new ArrayList<>(costs.size() + effects.size() + transfers.size());
        streams.addAll(costs);
        streams.addAll(effects);
        streams.addAll(transfers);
        return streams;
    }

    /**
     * {@return the path of one of its streams in a scenario: {@code interventions.ID.costs.STREAM}}
     *
     * @param stream one of its own
     */
    public String path(Stream stream) {
        return "interventions." + id + "." + stream.kind().section() + "." + stream.id();
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Says an intervention in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Text name;
        private @Nullable Expression start;
        private @Nullable Profile active;
        private @Nullable Participants participants;
        private final List<Cost> costs = new ArrayList<>();
        private final List<Effect> effects = new ArrayList<>();
        private final List<Transfer> transfers = new ArrayList<>();
        private final List<UnpricedItem> unpriced = new ArrayList<>();
        private final List<Interaction> interactions = new ArrayList<>();
        private Labels labels = Labels.NONE;

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
         * In which year it starts: a calendar year, or an offset from the first year, which it is unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder start(String text) {
            return start(inputs.expression("start", text));
        }

        /**
         * As {@link #start(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder start(double number) {
            return start(inputs.expression("start", number));
        }

        /**
         * As {@link #start(String)}.
         *
         * @param year an expression that was read before
         * @return this builder
         */
        public Builder start(@Nullable Expression year) {
            this.start = year;
            return this;
        }

        /**
         * When it is there for the interactions of others; from its start on unless said otherwise.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder active(Consumer<Profile.Builder> keys) {
            return active(Profile.of(keys, inputs.at("active")::refuse));
        }

        /**
         * When it is there for the interactions of others.
         *
         * @param profile null for: from its start on
         * @return this builder
         */
        public Builder active(@Nullable Profile profile) {
            this.active = profile;
            return this;
        }

        /**
         * Who enters.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder participants(Consumer<Participants.Builder> keys) {
            Inputs part = inputs.at("participants");
            Participants.Builder entering = new Participants.Builder(part);
            part.take(keys, entering);
            return participants(entering.build());
        }

        /**
         * Who enters.
         *
         * @param entering null for nobody
         * @return this builder
         */
        public Builder participants(@Nullable Participants entering) {
            this.participants = entering;
            return this;
        }

        /**
         * Adds a cost.
         *
         * @param costId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder cost(String costId, Consumer<Cost.Builder> keys) {
            Inputs part = inputs.at("costs." + costId);
            Cost.Builder cost = new Cost.Builder(costId, part);
            part.take(keys, cost);
            return cost(cost.build());
        }

        /**
         * Adds a cost.
         *
         * @param cost made before
         * @return this builder
         */
        public Builder cost(Cost cost) {
            costs.add(cost);
            return this;
        }

        /**
         * Adds an effect.
         *
         * @param effectId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder effect(String effectId, Consumer<Effect.Builder> keys) {
            Inputs part = inputs.at("effects." + effectId);
            Effect.Builder effect = new Effect.Builder(effectId, part);
            part.take(keys, effect);
            return effect(effect.build());
        }

        /**
         * Adds an effect.
         *
         * @param effect made before
         * @return this builder
         */
        public Builder effect(Effect effect) {
            effects.add(effect);
            return this;
        }

        /**
         * Adds a transfer.
         *
         * @param transferId its id
         * @param keys says the rest to a builder
         * @return this builder
         */
        public Builder transfer(String transferId, Consumer<Transfer.Builder> keys) {
            Inputs part = inputs.at("transfers." + transferId);
            Transfer.Builder transfer = new Transfer.Builder(transferId, part);
            part.take(keys, transfer);
            return transfer(transfer.build());
        }

        /**
         * Adds a transfer.
         *
         * @param transfer made before
         * @return this builder
         */
        public Builder transfer(Transfer transfer) {
            transfers.add(transfer);
            return this;
        }

        /**
         * Adds an item that is not expressed in money.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder unpriced(Consumer<UnpricedItem.Builder> keys) {
            Inputs part = inputs.at("unpriced[" + unpriced.size() + "]");
            UnpricedItem.Builder item = new UnpricedItem.Builder(part);
            part.take(keys, item);
            return unpriced(item.build());
        }

        /**
         * Adds an item that is not expressed in money.
         *
         * @param item made before
         * @return this builder
         */
        public Builder unpriced(UnpricedItem item) {
            unpriced.add(item);
            return this;
        }

        /**
         * Adds what another intervention does to the effects.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder interaction(Consumer<Interaction.Builder> keys) {
            Inputs part = inputs.at("interactions[" + interactions.size() + "]");
            Interaction.Builder interaction = new Interaction.Builder(part);
            part.take(keys, interaction);
            Interaction rule = interaction.build();
            if (rule != null) {
                interactions.add(rule);
            }
            return this;
        }

        /**
         * Adds what another intervention does to the effects.
         *
         * @param interaction made before
         * @return this builder
         */
        public Builder interaction(Interaction interaction) {
            interactions.add(interaction);
            return this;
        }

        /**
         * A label: under what else its streams and unpriced items are counted that do not name the key themselves.
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
         * {@return the intervention}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Intervention build() {
            inputs.complete();
            return new Intervention(this);
        }
    }
}
