package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;

/** How often an outcome happens each year in the reference alternative. */
public sealed interface Baseline {

    /**
     * {@code level · (1 + trend)^(y − first_year)}.
     *
     * @param level occurrences in the first year, 0 or more
     * @param trend change a year, above −1
     */
    record Trend(Expression level, Expression trend) implements Baseline {}

    /**
     * Linear between the years named, constant before the first and after the last.
     *
     * @param levels occurrences, 0 or more, by calendar year or offset from the first year
     */
    record Path(Map<Integer, Expression> levels) implements Baseline {
        public Path {
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        }
    }
}
