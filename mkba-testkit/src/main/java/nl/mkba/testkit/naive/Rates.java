package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Scenario;
import nl.mkba.time.FlowTiming;

/** Discount factors by section 5 of the format. */
final class Rates {

    private final SortedMap<Integer, BigDecimal> steps = new TreeMap<>();
    private final int baseYear;
    private final int halvesIntoYear;
    private final List<BigDecimal> chained = new ArrayList<>(List.of(Decimals.ONE));

    Rates(RateSchedule schedule, Scenario scenario, Function<Expression, BigDecimal> value) {
        baseYear = scenario.baseYear();
        schedule.steps().forEach((step, rate) -> steps.put(step >= 1000 ? step - baseYear : step, value.apply(rate)));
        FlowTiming timing = scenario.flowsAt();
        halvesIntoYear = timing == FlowTiming.START ? 0 : timing == FlowTiming.MID ? 1 : 2;
    }

    private BigDecimal onePlusRate(int k) {
        return Decimals.ONE.add(steps.get(steps.headMap(k + 1).lastKey()));
    }

    BigDecimal onePlusLastRate() {
        return Decimals.ONE.add(steps.get(steps.lastKey()));
    }

    /** The first year from which on only the last rate is at work. */
    int lastStepYear() {
        return baseYear + steps.lastKey();
    }

    BigDecimal factor(int year) {
        int halves = 2 * (year - baseYear) + halvesIntoYear;
        if (halves < 0) {
            return Decimals.halfPower(onePlusRate(0), -halves);
        }
        int whole = halves / 2;
        while (chained.size() <= whole) {
            int k = chained.size() - 1;
            chained.add(Decimals.over(chained.get(k), onePlusRate(k)));
        }
        BigDecimal factor = chained.get(whole);
        return halves % 2 == 0 ? factor : Decimals.over(factor, Decimals.halfPower(onePlusRate(whole), 1));
    }
}
