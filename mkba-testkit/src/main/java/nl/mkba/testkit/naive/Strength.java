package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.mkba.expression.Expression;
import nl.mkba.time.Profile;

/** How strong something is in a year, by section 6.1 of the format. Open runs have no end here: the horizon cuts. */
interface Strength {

    int ENDLESS = Integer.MAX_VALUE;

    BigDecimal at(int year);

    /** Sum over the whole profile, which ends. */
    BigDecimal sum();

    /** What the profile means, with offsets counted from {@code origin}. */
    static Strength of(Profile profile, int origin, Function<Expression, BigDecimal> value) {
        if (profile instanceof Profile.Years years) {
            Set<Integer> named = new TreeSet<>();
            years.years().forEach(year -> named.add(calendar(whole(value.apply(year)), origin)));
            return new Table(table(named));
        }
        if (profile instanceof Profile.Series series) {
            Map<Integer, BigDecimal> table = new HashMap<>();
            series.strengths().forEach((year, strength) -> table.put(calendar(year, origin), value.apply(strength)));
            return new Table(table);
        }
        return new Run((Profile.Run) profile, origin, value);
    }

    private static Map<Integer, BigDecimal> table(Set<Integer> years) {
        Map<Integer, BigDecimal> table = new HashMap<>();
        years.forEach(year -> table.put(year, Decimals.ONE));
        return table;
    }

    static int calendar(int year, int origin) {
        return year >= 1000 ? year : origin + year;
    }

    static int whole(BigDecimal number) {
        return (int) Math.rint(number.doubleValue());
    }

    /** A strength for each year named. */
    record Table(Map<Integer, BigDecimal> strengths) implements Strength {
        @Override
        public BigDecimal at(int year) {
            return strengths.getOrDefault(year, Decimals.ZERO);
        }

        @Override
        public BigDecimal sum() {
            return strengths.values().stream().reduce(Decimals.ZERO, Decimals::plus);
        }
    }

    /** A run of years. */
    final class Run implements Strength {
        final int first;
        final int last;
        final int every;
        final int rampUp;
        final BigDecimal kept;
        private final BigDecimal keptAfter;
        private final Map<Integer, BigDecimal> known = new HashMap<>();

        Run(Profile.Run run, int origin, Function<Expression, BigDecimal> value) {
            int from = run.from() == null ? origin : calendar(whole(value.apply(run.from())), origin);
            first = from + (run.delay() == null ? 0 : whole(value.apply(run.delay())));
            if (run.to() != null) {
                last = calendar(whole(value.apply(run.to())), origin);
            } else {
                last = run.years() == null ? ENDLESS : first + whole(value.apply(run.years())) - 1;
            }
            if (last < first) {
                throw new Refused("to before a");
            }
            every = run.every() == null ? 1 : whole(value.apply(run.every()));
            rampUp = run.rampUp() == null ? 1 : whole(value.apply(run.rampUp()));
            kept = Decimals.complement(run.dropOff() == null ? Decimals.ZERO : value.apply(run.dropOff()));
            keptAfter = Decimals.complement(run.fadeOut() == null ? Decimals.ONE : value.apply(run.fadeOut()));
        }

        @Override
        public BigDecimal at(int year) {
            BigDecimal strength = known.get(year);
            if (strength == null) {
                strength = calculated(year);
                known.put(year, strength);
            }
            return strength;
        }

        private BigDecimal calculated(int year) {
            if (year < first) {
                return Decimals.ZERO;
            }
            if (year > last) {
                return Decimals.times(at(last), Decimals.power(keptAfter, year - last));
            }
            int k = year - first;
            if (k % every != 0) {
                return Decimals.ZERO;
            }
            BigDecimal risen = k + 1 >= rampUp
                    ? Decimals.ONE
                    : Decimals.over(BigDecimal.valueOf(k + 1), BigDecimal.valueOf(rampUp));
            return Decimals.times(risen, Decimals.power(kept, Math.max(0, k + 1 - rampUp)));
        }

        @Override
        public BigDecimal sum() {
            BigDecimal sum = Decimals.ZERO;
            for (int year = first; year <= last; year++) {
                sum = Decimals.plus(sum, at(year));
            }
            return sum;
        }
    }
}
