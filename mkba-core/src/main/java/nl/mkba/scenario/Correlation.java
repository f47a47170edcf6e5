package nl.mkba.scenario;

/**
 * How two uncertain parameters move together.
 *
 * @param first id of a parameter with a distribution
 * @param second id of another
 * @param rank Spearman rank correlation, −1 … 1
 */
public record Correlation(String first, String second, double rank) {

    public Correlation {
        rank = rank == 0 ? 0.0 : rank;
    }
}
