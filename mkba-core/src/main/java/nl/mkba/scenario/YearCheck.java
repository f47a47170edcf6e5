package nl.mkba.scenario;

import java.util.List;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What does not fit in the years that a scenario names: its own, and those of its prices. */
final class YearCheck {

    private static final int LAST_CALENDAR_YEAR = 9999;

    private final Scenario scenario;
    private final Problems problems;

    YearCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** The scenario's own years. */
    void years() {
        range("base_year", scenario.baseYear(), TimeFrame.FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR);
        stated("first_year", scenario.statedFirstYear());
        stated("price_level", scenario.statedPriceLevel());
        range("horizon", scenario.horizon(), 1, Scenario.LONGEST_HORIZON);
        if (scenario.statedPriceLevel() == null && priceLevelIsKnown() && priceLevelMatters()) {
            problems.add(ProblemCode.PRICE_LEVEL_TAKEN, "price_level", String.valueOf(scenario.priceLevel()));
        }
        inflation();
    }

    /** Said once: whoever gives inflation gives it for all. */
    private void inflation() {
        List<String> nominal = scenario.statedInflation() == null ? scenario.nominalPrices() : List.of();
        if (!nominal.isEmpty() && !problems.isFaulty("inflation")) {
            problems.add(ProblemCode.NOMINAL_WITHOUT_INFLATION, nominal.get(0));
        }
    }

    private void stated(String path, @Nullable Integer year) {
        if (year != null) {
            range(path, year, TimeFrame.FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR);
        }
    }

    private void range(String path, int number, int least, int most) {
        if (number < least || number > most) {
            problems.add(ProblemCode.OUT_OF_RANGE, path, String.valueOf(number), least + " … " + most);
        }
    }

    /** The price index leads from this price year to the scenario's price level. */
    void priceYear(String path, int year) {
        PriceIndex index = scenario.priceIndex();
        if (priceLevelIsKnown()
                && year != scenario.priceLevel()
                && index.factor(year, scenario.priceLevel()).isEmpty()) {
            boolean levelMissing = !index.values().containsKey(scenario.priceLevel());
            int missing = levelMissing ? scenario.priceLevel() : year;
            problems.add(
                    ProblemCode.YEAR_NOT_IN_INDEX,
                    levelMissing && scenario.statedPriceLevel() != null ? "price_level" : path,
                    String.valueOf(missing),
                    index.values().firstKey() + " … " + index.lastYear());
        }
    }

    private boolean priceLevelIsKnown() {
        return !problems.isInDoubt("base_year")
                && !problems.isInDoubt("price_level")
                && !problems.isInDoubt("price_index");
    }

    private boolean priceLevelMatters() {
        for (Parameter parameter : scenario.parameters().values()) {
            if (parameter.priceYear() != null) {
                return true;
            }
        }
        for (Intervention intervention : scenario.interventions().values()) {
            for (Stream stream : intervention.streams()) {
                if (changesInPrice(stream.terms().growth(), stream.terms().prices())) {
                    return true;
                }
            }
        }
        for (Outcome outcome : scenario.outcomes().values()) {
            for (Outcome.Value value : outcome.values().values()) {
                if (changesInPrice(value.growth(), value.prices())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean changesInPrice(Expression growth, Prices prices) {
        return prices == Prices.NOMINAL || !growth.equals(Expression.ZERO);
    }
}
