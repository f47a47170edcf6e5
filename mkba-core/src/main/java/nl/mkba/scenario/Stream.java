package nl.mkba.scenario;

import nl.mkba.label.Labels;
import nl.mkba.text.Text;

/** A cost, an effect or a transfer of an intervention. */
public sealed interface Stream permits Cost, Effect, Transfer {

    /** Its id, unique within the intervention. */
    String id();

    /** Which of the three it is. */
    StreamKind kind();

    /** What it says about timing, prices and discounting. */
    StreamTerms terms();

    /** Its labels within its intervention: its own, or else those. Of an effect that reduces, the values may have others. */
    default Labels labels(Intervention intervention) {
        return terms().labels().within(intervention.labels());
    }

    /** What people call it. */
    default Text label() {
        Text name = terms().name();
        return name == null ? Text.of(id()) : name;
    }
}
