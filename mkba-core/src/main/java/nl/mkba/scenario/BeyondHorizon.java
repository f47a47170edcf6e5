package nl.mkba.scenario;

import java.util.Locale;

/** What a stream does after the last year that is counted. */
public enum BeyondHorizon {
    /** It goes on by the same formulas; what it is worth is the residual value. */
    CONTINUE;

    /** {@return the word in a scenario file} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
