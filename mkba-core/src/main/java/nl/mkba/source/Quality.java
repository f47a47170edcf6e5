package nl.mkba.source;

import java.util.Locale;

/** What a figure rests on, from firm to weak. */
public enum Quality {
    /** Published by a public authority or statistical office. */
    OFFICIAL,
    /** From a study that describes its method. */
    STUDY,
    /** From practice: plans, registrations and estimates of those who do the work. */
    PRACTICE,
    /** From newspapers and trade press. */
    PRESS,
    /** Second-hand, derived loosely or disputed. */
    WEAK,
    /** No source: a placeholder that shows how the calculation works. */
    ILLUSTRATIVE;

    /** The word in a scenario file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
