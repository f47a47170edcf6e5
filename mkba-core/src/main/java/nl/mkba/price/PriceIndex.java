package nl.mkba.price;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/**
 * A price index: a number per year, on any base. An amount of one year is worth {@code index[level] / index[year]}
 * times as much in prices of another.
 *
 * @param name of a built-in index, or null
 * @param values index number per year, above 0
 * @param provenance where the numbers come from
 */
public record PriceIndex(@Nullable String name, SortedMap<Integer, Double> values, Provenance provenance) {

    /** The name of the index that a scenario uses if it names none. */
    public static final String DEFAULT = "nl_cpi";

    /**
     * Copies its map, so that it cannot change.
     *
     * @param name see {@link #name()}
     * @param values see {@link #values()}
     * @param provenance see {@link #provenance()}
     * @throws InvalidScenarioException if there is no year, or a value is not a number above 0
     */
    public PriceIndex {
        if (values.isEmpty()) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.EMPTY, Problem.NO_PATH));
        }
        for (Map.Entry<Integer, Double> value : values.entrySet()) {
            double number = value.getValue();
            if (!(number > 0) || !Double.isFinite(number)) {
                throw new InvalidScenarioException(Problem.of(
                        ProblemCode.OUT_OF_RANGE, String.valueOf(value.getKey()), String.valueOf(number), "> 0"));
            }
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * {@return an index of one's own, without a name or a source}
     *
     * @param values the index in each calendar year, above 0 and on any base
     * @throws nl.mkba.problem.InvalidScenarioException if there is no year, or a value is not a number above 0
     */
    public static PriceIndex of(Map<Integer, Double> values) {
        return new PriceIndex(null, new TreeMap<>(values), Provenance.NONE);
    }

    /**
     * {@return the built-in index of that name; empty if there is none}
     *
     * @param name such as {@code nl_cpi}
     */
    public static Optional<PriceIndex> builtIn(String name) {
        return name.equals(DEFAULT) ? Optional.of(nlCpi()) : Optional.empty();
    }

    /** {@return the names of the built-in indices} */
    public static List<String> builtInNames() {
        return List.of(DEFAULT);
    }

    /**
     * {@return Dutch consumer prices, all households, 2015 = 100, 1995–2025: Statistics Netherlands (CBS), yearly changes of
     * tables 83131NED and its successors, chained}
     */
    public static PriceIndex nlCpi() {
        double[] from1995 = {
            67.62, 68.94, 70.40, 71.78, 73.32, 75.05, 78.17, 80.74, 82.43, 83.47, 84.88, 85.82, 87.20, 89.37, 90.44,
            91.59, 93.73, 96.03, 98.44, 99.40, 100.00, 100.32, 101.70, 103.44, 106.16, 107.51, 110.39, 121.43, 126.09,
            130.31, 134.61
        };
        SortedMap<Integer, Double> values = new TreeMap<>();
        for (int i = 0; i < from1995.length; i++) {
            values.put(1995 + i, from1995[i]);
        }
        return new PriceIndex(
                DEFAULT,
                values,
                new Provenance(
                        "CBS, consumentenprijsindex (2015 = 100), tabel 83131NED en opvolgers; jaarmutaties geketend",
                        null,
                        "https://www.cbs.nl/nl-nl/cijfers/detail/83131NED",
                        "CC BY 4.0",
                        Quality.OFFICIAL));
    }

    /** {@return the last year of the index} */
    public int lastYear() {
        return values.lastKey();
    }

    /**
     * {@return what one amount in prices of {@code year} is in prices of {@code level}: above 1 if prices rose in between;
     * empty if the index lacks a year}
     *
     * @param year the calendar year of whose prices the amount is
     * @param level the calendar year to whose prices it is brought
     */
    public OptionalDouble factor(int year, int level) {
        Double from = values.get(year);
        Double to = values.get(level);
        return from == null || to == null ? OptionalDouble.empty() : OptionalDouble.of(to / from);
    }
}
