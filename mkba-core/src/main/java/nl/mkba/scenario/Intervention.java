package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An intervention (maatregel) with its streams.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param start calendar year or offset from the first year, or null for the first year
 * @param active when the intervention is there for the interactions of others, or null for: from its start on
 * @param participants who enters, or null
 * @param costs its costs
 * @param effects its effects
 * @param transfers its transfers
 * @param unpriced what is not expressed in money
 * @param interactions what other interventions do to its effects
 * @param labels of its streams and unpriced items that do not name the key themselves
 */
public record Intervention(
        String id,
        @Nullable Text name,
        @Nullable Expression start,
        @Nullable Profile active,
        @Nullable Participants participants,
        List<Cost> costs,
        List<Effect> effects,
        List<Transfer> transfers,
        List<UnpricedItem> unpriced,
        List<Interaction> interactions,
        Labels labels) {

    public Intervention {
        costs = List.copyOf(costs);
        effects = List.copyOf(effects);
        transfers = List.copyOf(transfers);
        unpriced = List.copyOf(unpriced);
        interactions = List.copyOf(interactions);
    }

    /** Begins an intervention. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Costs, effects and transfers, in this order. */
    public List<Stream> streams() {
        List<Stream> streams = new ArrayList<>(costs.size() + effects.size() + transfers.size());
        streams.addAll(costs);
        streams.addAll(effects);
        streams.addAll(transfers);
        return streams;
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Gathers the parts of an intervention. Not for more than one thread. */
    public static final class Builder {
        private final String id;
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

        private Builder(String id) {
            this.id = id;
        }

        /** What people call it, in every language. */
        public Builder name(String label) {
            return name(Text.of(label));
        }

        /** What people call it. */
        public Builder name(@Nullable Text label) {
            this.name = label;
            return this;
        }

        /** In which year it starts: a calendar year or an offset from the first year. */
        public Builder start(@Nullable Expression year) {
            this.start = year;
            return this;
        }

        /** When it is there for the interactions of others. */
        public Builder active(@Nullable Profile profile) {
            this.active = profile;
            return this;
        }

        /** Who enters. */
        public Builder participants(@Nullable Participants entering) {
            this.participants = entering;
            return this;
        }

        /** Adds a cost. */
        public Builder cost(Cost cost) {
            costs.add(cost);
            return this;
        }

        /** Adds an effect. */
        public Builder effect(Effect effect) {
            effects.add(effect);
            return this;
        }

        /** Adds a transfer. */
        public Builder transfer(Transfer transfer) {
            transfers.add(transfer);
            return this;
        }

        /** Adds an item that is not expressed in money. */
        public Builder unpriced(UnpricedItem item) {
            unpriced.add(item);
            return this;
        }

        /** Adds what another intervention does to the effects. */
        public Builder interaction(Interaction interaction) {
            interactions.add(interaction);
            return this;
        }

        /** The labels of what does not name the key itself. */
        public Builder labels(Labels all) {
            this.labels = all;
            return this;
        }

        /** The intervention. */
        public Intervention build() {
            return new Intervention(
                    id, name, start, active, participants, costs, effects, transfers, unpriced, interactions, labels);
        }
    }
}
