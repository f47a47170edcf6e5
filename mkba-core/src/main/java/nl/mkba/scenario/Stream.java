package nl.mkba.scenario;

import nl.mkba.text.Text;

/** A cost, an effect or a transfer of an intervention. */
public sealed interface Stream permits Cost, Effect, Transfer {

    /** Its id, unique within the intervention. */
    String id();

    /** Which of the three it is. */
    StreamKind kind();

    /** What it says about timing, prices and discounting. */
    StreamTerms terms();

    /** What people call it. */
    default Text label() {
        Text name = terms().name();
        return name == null ? Text.of(id()) : name;
    }
}
