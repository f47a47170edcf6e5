package nl.mkba.scenario;

import java.util.Locale;

/** What an amount is counted per, other than a year. */
public enum Per {
    /** Per participant who enters; the time profile counts years since entry. */
    PARTICIPANT;

    /** {@return the word in a scenario file} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
