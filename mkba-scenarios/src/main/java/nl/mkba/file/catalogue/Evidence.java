package nl.mkba.file.catalogue;

import java.util.Locale;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How an effect was found.
 *
 * @param programme what was done, or what was observed
 * @param population among whom
 * @param comparison what they were compared with
 * @param scale what kind of number it is
 * @param confidenceInterval the 95 % interval of the source, or null if it gives none
 * @param decay how long it lasts as far as the source says, or null
 * @param country of the study as a code of ISO 3166, or {@code INT} for several
 * @param design what kind of study it is
 * @param year of publication or measurement, or null if the source gives none
 * @param finding what was found, or null for a figure that is no finding: a rate, a share, an amount
 * @param readAt where it was read if that is not the publication itself, or null
 */
public record Evidence(
        Text programme,
        Text population,
        Comparison comparison,
        Scale scale,
        @Nullable Interval confidenceInterval,
        @Nullable Text decay,
        String country,
        Design design,
        @Nullable Integer year,
        @Nullable Finding finding,
        @Nullable String readAt) {

    /**
     * From one value to another.
     *
     * @param low the lower one
     * @param high the upper one
     */
    public record Interval(double low, double high) {}

    /** A word of a closed list, in both languages. */
    public interface Word {

        /** {@return what people read} */
        Text label();

        /** {@return the name of the constant} */
        String name();

        /** {@return the word in files and JSON} */
        default String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What those who took part were compared with. */
    public enum Comparison implements Word {
        /** Others, by lot. */
        RANDOMISED("een controlegroep, door loting", "a control group, by lot"),
        /** Others who are alike. */
        COMPARISON_GROUP("een vergelijkingsgroep", "a comparison group"),
        /** Others who got what is usual. */
        USUAL_CARE("de gebruikelijke hulp", "usual care"),
        /** Other places. */
        SIMILAR_PLACES("andere gebieden", "other areas"),
        /** The same people or places, before. */
        BEFORE("de situatie ervoor", "the situation before"),
        /** Others who do or have less of it: an association. */
        EXPOSURE("wie er minder van heeft (een verband)", "those with less of it (an association)"),
        /** Nothing. */
        NONE("niets", "nothing");

        private final Text label;

        Comparison(String dutch, String english) {
            label = Text.of(dutch, english);
        }

        @Override
        public Text label() {
            return label;
        }
    }

    /** What kind of number it is. */
    public enum Scale implements Word {
        /** A part of a whole. */
        SHARE("aandeel", "share"),
        /** A difference of two shares: net if the comparison is good. */
        RISK_DIFFERENCE("verschil van aandelen", "difference of shares"),
        /** By which part it falls; needs a base rate. */
        RELATIVE_REDUCTION("relatieve daling", "relative reduction"),
        /** By which part it changes; needs a base. */
        RELATIVE_CHANGE("relatieve verandering", "relative change"),
        /** The chance as a multiple of that of the others; needs a base rate. */
        RELATIVE_RISK("relatief risico", "relative risk"),
        /** The odds as a multiple of those of the others; needs a base rate. */
        ODDS_RATIO("odds ratio", "odds ratio"),
        /** The rate as a multiple of that of the others; needs a base rate. */
        HAZARD_RATIO("hazard ratio", "hazard ratio"),
        /** A difference in standard deviations: no natural unit. */
        SMD("standaarddeviaties", "standard deviations"),
        /** A number of something. */
        COUNT("aantal", "count"),
        /** Healthy years of life. */
        QALY("QALY", "QALY"),
        /** One amount as a multiple of another. */
        RATIO("verhouding", "ratio"),
        /** Euros. */
        MONEY("bedrag", "amount"),
        /** What happens without a programme. */
        BASE_RATE("basiskans of basisniveau", "base rate or level"),
        /** Computed from other figures. */
        CONVERSION("omrekening", "conversion");

        private final Text label;

        Scale(String dutch, String english) {
            label = Text.of(dutch, english);
        }

        @Override
        public Text label() {
            return label;
        }
    }

    /** What kind of study it is, roughly from firm to weak. */
    public enum Design implements Word {
        /** A randomised trial. */
        RCT("gerandomiseerde proef", "randomised trial"),
        /** Several studies, pooled. */
        META_ANALYSIS("meta-analyse", "meta-analysis"),
        /** Compared without a lot: natural experiment, matching, difference in differences. */
        QUASI_EXPERIMENT("quasi-experiment", "quasi-experiment"),
        /** People followed over time. */
        COHORT("cohort", "cohort"),
        /** People compared at one moment. */
        CROSS_SECTION("dwarsdoorsnede", "cross-section"),
        /** The same people or places before and after. */
        BEFORE_AFTER("voor- en nameting", "before and after"),
        /** Official counts. */
        REGISTRY("registratie of enquête", "registration or survey"),
        /** A calculation by the source. */
        MODEL("rekenmodel van de bron", "model of the source"),
        /** A judgement of the literature. */
        REVIEW("literatuuroverzicht", "review"),
        /** A calculation of this catalogue. */
        DERIVED("eigen omrekening", "our own conversion");

        private final Text label;

        Design(String dutch, String english) {
            label = Text.of(dutch, english);
        }

        @Override
        public Text label() {
            return label;
        }
    }

    /** What was found. */
    public enum Finding implements Word {
        /** What the programme is for. */
        GAIN("effect", "effect"),
        /** Nothing that can be told from 0. */
        NONE("geen effect", "no effect"),
        /** The opposite of what the programme is for. */
        HARM("averechts", "adverse");

        private final Text label;

        Finding(String dutch, String english) {
            label = Text.of(dutch, english);
        }

        @Override
        public Text label() {
            return label;
        }
    }
}
