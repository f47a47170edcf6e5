package nl.mkba.scenario;

import java.util.Locale;

/** The three kinds of streams. */
public enum StreamKind {
    /** Means to carry out an intervention and to keep it up. */
    COST,
    /** What the intervention brings about, for better or worse. */
    EFFECT,
    /** Money that moves from one stakeholder to another. */
    TRANSFER;

    private final String id = name().toLowerCase(Locale.ROOT);
    private final String section = id + "s";

    /** The word in results. */
    public String id() {
        return id;
    }

    /** The key of the section in a scenario file. */
    public String section() {
        return section;
    }
}
