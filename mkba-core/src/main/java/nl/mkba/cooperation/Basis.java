package nl.mkba.cooperation;

import java.util.Locale;

/** In what a stakeholder's gain or loss is counted. */
public enum Basis {
    /** Welfare: benefits − costs + transfers. */
    NET,
    /** Money: the part of it that is cash. */
    CASH;

    /** {@return the word in results} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
