package nl.mkba.source;

import java.util.Locale;

/** What a parameter rests on, from firm to weak; then what is not evidence at all, nor a lack of it. */
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
    ILLUSTRATIVE,
    /** What the planner decides: years, places, who pays which share. It needs no source. */
    CHOICE,
    /** True by definition, such as twelve months in a year. It needs no source and is never varied. */
    DEFINITION;

    /** {@return whether it is evidence, strong or weak: not what is decided, nor what is true by definition} */
    public boolean isEvidence() {
        return this != CHOICE && this != DEFINITION;
    }

    /** {@return the word in a scenario file} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
