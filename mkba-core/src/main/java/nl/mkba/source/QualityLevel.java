package nl.mkba.source;

import java.util.Locale;

/**
 * What a result rests on, from strong to weak, and apart from those what is decided or true by definition: {@link Quality} as
 * results count it, with a level for parameters of which nothing is said.
 */
public enum QualityLevel {
    /** Published by a public authority or statistical office. */
    OFFICIAL,
    /** From a study, or from a source without a stated quality. */
    STUDY,
    /** From practice: plans, registrations and estimates of those who do the work. */
    PRACTICE,
    /** From newspapers and trade press. */
    PRESS,
    /** Second-hand, derived loosely or disputed. */
    WEAK,
    /** A placeholder that shows how the calculation works. */
    ILLUSTRATIVE,
    /** Neither a quality nor a source is given. */
    NONE,
    /** What the planner decides, or what is true by definition: no evidence, and no lack of it. */
    CHOICE;

    /**
     * {@return what a parameter of this origin rests on: its quality; without one, a study if it has a source}
     *
     * @param origin the parameter's
     */
    public static QualityLevel of(Provenance origin) {
        Quality quality = origin.quality();
        if (quality == null) {
            return origin.source() == null ? NONE : STUDY;
        }
        return switch (quality) {
            case OFFICIAL -> OFFICIAL;
            case STUDY -> STUDY;
            case PRACTICE -> PRACTICE;
            case PRESS -> PRESS;
            case WEAK -> WEAK;
            case ILLUSTRATIVE -> ILLUSTRATIVE;
            case CHOICE, DEFINITION -> CHOICE;
        };
    }

    /** {@return whether it was measured: officially, in a study or in practice} */
    public boolean isMeasured() {
        return compareTo(PRACTICE) <= 0;
    }

    /** {@return whether there is some evidence, however weak: better than illustrative} */
    public boolean isEvidence() {
        return compareTo(WEAK) <= 0;
    }

    /** {@return whether nobody measured it: illustrative, or nothing is said} */
    public boolean isGuess() {
        return this == ILLUSTRATIVE || this == NONE;
    }

    /**
     * {@return the weaker of two levels; what is decided or true by definition weakens nothing}
     *
     * @param other the level to compare with
     */
    public QualityLevel weaker(QualityLevel other) {
        if (this == CHOICE || other == CHOICE) {
            return this == CHOICE ? other : this;
        }
        return compareTo(other) >= 0 ? this : other;
    }

    /** {@return the word in results, such as {@code official}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
