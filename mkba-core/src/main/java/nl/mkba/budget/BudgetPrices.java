package nl.mkba.budget;

import java.util.Locale;

/** In which prices a budget is. */
public enum BudgetPrices {
    /** In prices of each year, with the scenario's expected inflation: what stands in the books. */
    NOMINAL,
    /** In constant prices of the price level. */
    REAL;

    /** {@return the word on the command line and in results} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
