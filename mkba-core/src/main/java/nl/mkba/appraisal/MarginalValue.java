package nl.mkba.appraisal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The marginal value of public funds (Hendren and Sprung-Keyser 2020): what the others in society gain per euro that it costs
 * the governments. {@code MVPF = W / C}, with {@code C = −Σ cash} of the stakeholders that count and are government, and {@code W = Σ
 * net} of the other stakeholders that count; what a government gains without it being cash is in neither.
 *
 * @param ratio W / C, absent unless C is above 0
 * @param absent why there is no ratio, if there is none
 */
public record MarginalValue(OptionalDouble ratio, Optional<Reason> absent) {

    /** Why there is no ratio. */
    public enum Reason {
        /** No stakeholder that counts is government. */
        NO_GOVERNMENT,
        /** It costs the governments nothing, and the others gain. */
        PAYS_FOR_ITSELF,
        /** It costs the governments nothing, and the others gain nothing or lose. */
        NO_GAIN;

        /** {@return the word in results} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
