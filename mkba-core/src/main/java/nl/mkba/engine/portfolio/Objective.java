package nl.mkba.engine.portfolio;

import java.io.Serializable;
import java.util.Optional;

/** What a choice of places is to have the most of. */
public sealed interface Objective extends Serializable {

    /**
     * {@return the objective that is meant by {@code npv}, {@code weighted_npv}, {@code units:INTERVENTION.EFFECT} or {@code
     * net:STAKEHOLDER}; empty for another text}
     *
     * @param text any
     */
    static Optional<Objective> of(String text) {
        if (text.equals("npv")) {
            return Optional.of(new NetPresentValue());
        }
        if (text.equals("weighted_npv")) {
            return Optional.of(new WeightedNetPresentValue());
        }
        if (text.startsWith("net:")) {
            return Optional.of(new Net(text.substring("net:".length())));
        }
        return text.startsWith("units:") && text.indexOf('.') > 0
                ? Optional.of(new Units(text.substring("units:".length())))
                : Optional.empty();
    }

    /** {@return as results write it} */
    String id();

    /** {@return the name of the figure of a line} */
    String figure();

    /** Society's net present value. */
    record NetPresentValue() implements Objective {
        @Override
        public String id() {
            return figure();
        }

        @Override
        public String figure() {
            return "npv";
        }
    }

    /** The net present value with the stakeholders' distributional weights. */
    record WeightedNetPresentValue() implements Objective {
        @Override
        public String id() {
            return figure();
        }

        @Override
        public String figure() {
            return "weighted_npv";
        }
    }

    /**
     * The units of an effect over the horizon. An alternative without the effect has none.
     *
     * @param effect as {@code INTERVENTION.EFFECT}
     */
    record Units(String effect) implements Objective {
        @Override
        public String id() {
            return "units:" + effect;
        }

        @Override
        public String figure() {
            return "units_" + effect.replace('.', '_');
        }
    }

    /**
     * What a stakeholder gains, costs and transfers included.
     *
     * @param stakeholder its id
     */
    record Net(String stakeholder) implements Objective {
        @Override
        public String id() {
            return "net:" + stakeholder;
        }

        @Override
        public String figure() {
            return "net_" + stakeholder;
        }
    }
}
