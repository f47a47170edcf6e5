package nl.mkba.scenario;

import java.util.Locale;

/** In which prices amounts are. */
public enum Prices {
    /** In constant prices of the price level. */
    REAL,
    /**
     * In money of each year. A stream is fixed in money, so worth less each year by inflation; a budget is what stands in the
     * books, with the scenario's expected inflation.
     */
    NOMINAL;

    /** {@return the word in a scenario file and in results} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
