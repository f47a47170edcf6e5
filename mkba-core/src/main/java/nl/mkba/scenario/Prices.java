package nl.mkba.scenario;

import java.util.Locale;

/** Whether amounts keep pace with inflation. */
public enum Prices {
    /** Constant prices of the price level. */
    REAL,
    /** Fixed in money, so worth less each year by inflation. */
    NOMINAL;

    /** {@return the word in a scenario file} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
