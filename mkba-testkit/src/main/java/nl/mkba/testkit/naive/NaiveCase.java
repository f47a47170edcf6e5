package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Interaction;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Participants;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** One alternative in one outlook: its parameters' values, and the flows of its streams. */
final class NaiveCase {

    /** Which corrections are applied, in the order of the way from gross to net. */
    record Applied(
            boolean deadweight,
            boolean dueToOthers,
            boolean displacement,
            boolean optimismBias,
            boolean interactions,
            boolean overlap) {
        static final Applied ALL = new Applied(true, true, true, true, true, true);
        static final Applied ALL_BUT_OPTIMISM_BIAS = new Applied(true, true, true, false, true, true);

        /** The first of them, as many as {@code count}. */
        static Applied first(int count) {
            return new Applied(count > 0, count > 1, count > 2, count > 3, count > 4, count > 5);
        }
    }

    /**
     * Money per year that is shared in one way. Nobody compares two of them.
     *
     * @param flows undiscounted, by year of the horizon
     * @param discounted the same, discounted
     * @param tail present value beyond the horizon
     * @param shares part of each stakeholder; of a transfer 1 and −1
     * @param units of an effect, how many by year of the horizon
     * @param labels text by key
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(
            Intervention intervention,
            Stream stream,
            BigDecimal[] flows,
            BigDecimal[] discounted,
            BigDecimal tail,
            Map<String, BigDecimal> shares,
            BigDecimal cashable,
            BigDecimal[] units,
            Map<String, String> labels) {
        Stream.Kind kind() {
            return stream.kind();
        }

        boolean isOf(Intervention other) {
            return intervention.id().equals(other.id());
        }

        boolean isOf(Intervention other, Stream one) {
            return isOf(other) && kind() == one.kind() && stream.id().equals(one.id());
        }
    }

    /** How one parameter stands after every {@code set}. */
    private record Figure(
            @Nullable Expression value,
            @Nullable Distribution distribution,
            @Nullable Integer priceYear,
            List<Expression> times) {}

    final Scenario scenario;
    final List<Intervention> interventions;
    private final int firstYear;
    private final int lastYear;
    private final DiscountPolicy policy;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, BigDecimal> parameters = new HashMap<>();
    private final Map<Expression, BigDecimal> evaluated = new HashMap<>();
    private final Map<String, Rates> rates = new HashMap<>();
    private final Map<String, Strength> timings = new HashMap<>();
    private final Map<String, BigDecimal[]> strengths = new HashMap<>();
    private final Map<String, BigDecimal> tails = new HashMap<>();
    private final Map<Object, BigDecimal> priceChanges = new HashMap<>();

    NaiveCase(Scenario scenario, Alternative alternative, @Nullable Outlook outlook) {
        this.scenario = scenario;
        firstYear = scenario.firstYear();
        lastYear = firstYear + scenario.horizon() - 1;
        interventions = alternative.interventions().stream()
                .map(scenario.interventions()::get)
                .toList();
        DiscountPolicy other = outlook == null ? null : outlook.discounting();
        policy = other == null ? scenario.discounting() : other;
        for (Parameter parameter : scenario.parameters().values()) {
            figures.put(
                    parameter.id(),
                    new Figure(parameter.value(), parameter.distribution(), parameter.priceYear(), List.of()));
        }
        alternative.set().forEach(this::set);
        if (outlook != null) {
            outlook.set().forEach(this::set);
        }
    }

    // Parameters: sections 4 and 9

    private void set(String id, Replacement replacement) {
        Figure old = Entries.of(figures, id);
        if (replacement instanceof Replacement.Times times) {
            List<Expression> more = new ArrayList<>(old.times());
            more.add(times.factor());
            figures.put(id, new Figure(old.value(), old.distribution(), old.priceYear(), more));
        } else if (replacement instanceof Replacement.Value value) {
            boolean formula = value.value() != null && value.value().number().isEmpty();
            // a number is in prices of the year that the parameter itself states, whatever was set before
            Integer priceYear = Entries.of(scenario.parameters(), id).priceYear();
            figures.put(id, new Figure(value.value(), value.distribution(), formula ? null : priceYear, List.of()));
        }
    }

    private BigDecimal parameter(String id) {
        BigDecimal known = parameters.get(id);
        if (known != null) {
            return known;
        }
        Figure figure = Entries.of(figures, id);
        BigDecimal value =
                figure.value() == null ? Means.of(Entries.stated(figure.distribution())) : value(figure.value());
        Integer year = figure.priceYear();
        if (year != null && year != scenario.priceLevel()) {
            SortedMap<Integer, Double> index = scenario.priceIndex().values();
            value = Decimals.over(
                    Decimals.times(value, new BigDecimal(Entries.of(index, scenario.priceLevel()))),
                    new BigDecimal(Entries.of(index, year)));
        }
        for (Expression factor : figure.times()) {
            value = Decimals.times(value, value(factor));
        }
        parameters.put(id, value);
        return value;
    }

    /** On what the streams of this case rest. */
    NaiveQuality quality() {
        Map<String, Set<String>> named = new HashMap<>();
        Set<String> computed = new HashSet<>();
        figures.forEach((id, figure) -> {
            Set<String> names = new HashSet<>();
            if (figure.value() != null && !figure.value().references().isEmpty()) {
                names.addAll(figure.value().references());
                computed.add(id);
            }
            figure.times().forEach(factor -> names.addAll(factor.references()));
            named.put(id, names);
        });
        return new NaiveQuality(scenario, named, computed);
    }

    BigDecimal value(Expression expression) {
        BigDecimal known = evaluated.get(expression);
        if (known == null) {
            known = Formula.evaluate(expression.text(), this::parameter);
            evaluated.put(expression, known);
        }
        return known;
    }

    private int whole(Expression expression) {
        return Strength.whole(value(expression));
    }

    Map<String, BigDecimal> shares(Shares shares) {
        BigDecimal sum =
                shares.byStakeholder().values().stream().map(this::value).reduce(Decimals.ZERO, Decimals::plus);
        Map<String, BigDecimal> scaled = new LinkedHashMap<>();
        shares.byStakeholder()
                .forEach((stakeholder, share) -> scaled.put(stakeholder, Decimals.over(value(share), sum)));
        return scaled;
    }

    // Discounting and prices: sections 5 and 6.2

    Rates rates(@Nullable String rateClass) {
        String name = rateClass == null ? DiscountPolicy.STANDARD : rateClass;
        return rates.computeIfAbsent(name, key -> {
            var schedule = policy.classes().get(key);
            return new Rates(schedule == null ? policy.standard() : schedule, scenario, this::value);
        });
    }

    /** {@code (1 + growth)^(y − price_level)}, divided by {@code (1 + inflation)^(y − price_level)} if nominal. */
    private BigDecimal priceChange(Expression growth, Prices prices, int year) {
        return priceChanges.computeIfAbsent(
                List.of(growth, prices, year),
                key -> Decimals.power(yearlyPriceChange(growth, prices), year - scenario.priceLevel()));
    }

    private BigDecimal yearlyPriceChange(Expression growth, Prices prices) {
        BigDecimal change = Decimals.ONE.add(value(growth));
        return prices == Prices.NOMINAL ? Decimals.over(change, Decimals.ONE.add(value(scenario.inflation()))) : change;
    }

    // Time: section 6.1

    private int start(Intervention intervention) {
        Expression start = intervention.start();
        return start == null ? firstYear : Strength.calendar(whole(start), firstYear);
    }

    private Strength timing(Intervention intervention, Stream stream) {
        return timings.computeIfAbsent(
                intervention.id() + "." + stream.id(),
                key -> Strength.of(
                        stream.terms().when(), stream.terms().perParticipant() ? 0 : start(intervention), this::value));
    }

    /** Strength of a stream by year of the horizon, with the participants where it is per participant. */
    private BigDecimal[] strengths(Intervention intervention, Stream stream) {
        String key = intervention.id() + "." + stream.id();
        BigDecimal[] known = strengths.get(key);
        if (known != null) {
            return known;
        }
        Strength timing = timing(intervention, stream);
        BigDecimal[] result = new BigDecimal[scenario.horizon()];
        BigDecimal[] entering = stream.terms().perParticipant() ? entering(intervention) : null;
        for (int i = 0; i < result.length; i++) {
            if (entering == null) {
                result[i] = timing.at(firstYear + i);
            } else {
                result[i] = Decimals.ZERO;
                for (int e = 0; e <= i; e++) {
                    if (!Decimals.isZero(entering[e])) {
                        result[i] = Decimals.plus(result[i], Decimals.times(entering[e], timing.at(i - e)));
                    }
                }
            }
        }
        strengths.put(key, result);
        return result;
    }

    private BigDecimal[] entering(Intervention intervention) {
        Participants participants = Entries.stated(intervention.participants());
        Strength when = Strength.of(participants.when(), start(intervention), this::value);
        BigDecimal count = value(participants.count());
        BigDecimal[] entering = new BigDecimal[scenario.horizon()];
        for (int i = 0; i < entering.length; i++) {
            entering[i] = Decimals.times(count, when.at(firstYear + i));
        }
        return entering;
    }

    // Beyond the horizon: section 6.3

    /**
     * Sum over the years after the horizon of strength, price change and discount factor: year by year until nothing
     * but the last rate is at work, and the geometric rest.
     */
    private @Nullable BigDecimal tailOfOne(
            Intervention intervention, Stream timed, Expression growth, Prices prices, @Nullable String rateClass) {
        String key = intervention.id() + "." + timed.id() + "/" + growth + "/" + prices + "/" + rateClass;
        BigDecimal known = tails.get(key);
        if (known != null) {
            return known;
        }
        Strength.Run run = (Strength.Run) timing(intervention, timed);
        if (run.first > lastYear) {
            throw new Refused("begins after the horizon");
        }
        if (lastYear - run.first + 1 < run.rampUp) {
            throw new Refused("not at full strength");
        }
        Rates discount = rates(rateClass);
        int far = Math.max(lastYear, discount.lastStepYear()) + 10;
        @Nullable BigDecimal sum = Decimals.ZERO;
        for (int year = lastYear + 1; year <= far; year++) {
            sum = Decimals.plus(sum, oneInTail(run, discount, growth, prices, year));
        }
        BigDecimal ratio =
                Decimals.over(Decimals.times(yearlyPriceChange(growth, prices), run.kept), discount.onePlusLastRate());
        if (!Decimals.isZero(run.kept) && !Decimals.falls(ratio)) {
            sum = null; // does not converge
        } else {
            BigDecimal next = Decimals.ZERO;
            for (int year = far + 1; year <= far + run.every; year++) {
                next = Decimals.plus(next, oneInTail(run, discount, growth, prices, year));
            }
            sum = Decimals.plus(sum, Decimals.over(next, Decimals.complement(Decimals.power(ratio, run.every))));
        }
        tails.put(key, sum);
        return sum;
    }

    private BigDecimal oneInTail(Strength.Run run, Rates discount, Expression growth, Prices prices, int year) {
        BigDecimal strength = run.at(year);
        return Decimals.isZero(strength)
                ? strength
                : Decimals.times(strength, priceChange(growth, prices, year), discount.factor(year));
    }

    private BigDecimal tail(
            BigDecimal amount,
            Intervention intervention,
            Stream timed,
            Expression growth,
            Prices prices,
            @Nullable String rateClass) {
        if (!timed.terms().continues()) {
            return Decimals.ZERO;
        }
        BigDecimal one = tailOfOne(intervention, timed, growth, prices, rateClass);
        if (Decimals.isZero(amount)) {
            return Decimals.ZERO;
        }
        if (one == null) {
            throw new Refused("does not converge");
        }
        return Decimals.times(amount, one);
    }

    // Corrections: sections 6, 7 and 9

    private BigDecimal bias(Stream.Terms terms, BigDecimal signed, boolean cost) {
        Map<String, OptimismBias> grades = scenario.optimismBias();
        if (grades == null || terms.evidence() == null) {
            return Decimals.ONE;
        }
        OptimismBias grade = Entries.of(grades, terms.evidence());
        BigDecimal part = value(cost ? grade.costs() : grade.effects());
        return signed.signum() < 0 ? Decimals.ONE.subtract(part) : Decimals.ONE.add(part);
    }

    private BigDecimal corrections(Effect effect, Applied applied) {
        BigDecimal factor = Decimals.ONE;
        if (applied.deadweight()) {
            factor = Decimals.times(
                    factor, Decimals.complement(value(effect.corrections().deadweight())));
        }
        if (applied.dueToOthers()) {
            factor = Decimals.times(
                    factor, Decimals.complement(value(effect.corrections().dueToOthers())));
        }
        if (applied.displacement()) {
            factor = Decimals.times(
                    factor, Decimals.complement(value(effect.corrections().displacement())));
        }
        if (applied.optimismBias()) {
            BigDecimal signed = effect instanceof Effect.Valued valued
                    ? Decimals.times(value(valued.quantity()), value(valued.value()))
                    : value(((Effect.Reduction) effect).by());
            factor = Decimals.times(factor, bias(effect.terms(), signed, false));
        }
        return factor;
    }

    private BigDecimal interaction(Intervention intervention, List<Intervention> present, Applied applied, int year) {
        BigDecimal factor = Decimals.ONE;
        if (!applied.interactions()) {
            return factor;
        }
        for (Interaction rule : intervention.interactions()) {
            BigDecimal active = present.stream()
                    .filter(other -> other.id().equals(rule.other()))
                    .map(other -> active(other, year))
                    .findFirst()
                    .orElse(Decimals.ZERO);
            BigDecimal times = value(rule.times());
            BigDecimal there = Decimals.times(times.subtract(Decimals.ONE), active);
            factor = Decimals.times(
                    factor,
                    rule.condition() == Interaction.Condition.WITH ? Decimals.ONE.add(there) : times.subtract(there));
        }
        return factor;
    }

    private BigDecimal active(Intervention other, int year) {
        Profile profile = other.active();
        if (profile == null) {
            return year >= start(other) ? Decimals.ONE : Decimals.ZERO;
        }
        return timings.computeIfAbsent(other.id() + ":active", key -> Strength.of(profile, start(other), this::value))
                .at(year);
    }

    // Flows: sections 6.2 and 8

    private int years() {
        return scenario.horizon();
    }

    /** The flows of all streams of these interventions. */
    List<Line> lines(List<Intervention> present, Applied applied) {
        List<Line> lines = new ArrayList<>();
        for (Intervention intervention : present) {
            for (Cost cost : intervention.costs()) {
                BigDecimal amount = amount(intervention, cost, cost.amount());
                if (applied.optimismBias()) {
                    amount = Decimals.times(
                            amount, bias(cost.terms(), value(cost.amount().amount()), true));
                }
                lines.add(plain(intervention, cost, amount, shares(cost.paidBy())));
            }
            for (Effect effect : intervention.effects()) {
                lines.addAll(effect(intervention, effect, present, applied));
            }
            for (Transfer transfer : intervention.transfers()) {
                lines.add(transfer(intervention, transfer, present, applied));
            }
        }
        return lines;
    }

    /** The flows of the effects of these interventions. */
    List<Line> effectLines(List<Intervention> present, Applied applied) {
        List<Line> lines = new ArrayList<>();
        for (Intervention intervention : present) {
            for (Effect effect : intervention.effects()) {
                lines.addAll(effect(intervention, effect, present, applied));
            }
        }
        return lines;
    }

    /** The amount a year at full strength. */
    private BigDecimal amount(Intervention intervention, Stream stream, Stream.Amount amount) {
        BigDecimal stated = value(amount.amount());
        if (!(amount instanceof Stream.Amount.Total)) {
            return stated;
        }
        BigDecimal sum = timing(intervention, stream).sum();
        if (Decimals.isZero(sum)) {
            throw new Refused("total without strength");
        }
        return Decimals.over(stated, sum);
    }

    private Line plain(Intervention intervention, Stream stream, BigDecimal amount, Map<String, BigDecimal> shares) {
        BigDecimal[] units = new BigDecimal[years()];
        BigDecimal[] strengths = strengths(intervention, stream);
        for (int i = 0; i < years(); i++) {
            units[i] = Decimals.times(amount, strengths[i]);
        }
        Stream.Terms terms = stream.terms();
        return line(
                intervention,
                stream,
                units,
                Decimals.ONE,
                terms.growth(),
                terms.prices(),
                terms.rateClass(),
                tail(amount, intervention, stream, terms.growth(), terms.prices(), terms.rateClass()),
                shares,
                cashable(terms, stream.kind() == Stream.Kind.EFFECT ? Decimals.ZERO : Decimals.ONE),
                Labels.NONE);
    }

    private BigDecimal cashable(Stream.Terms terms, BigDecimal otherwise) {
        return terms.cashable() == null ? otherwise : value(terms.cashable());
    }

    private Line line(
            Intervention intervention,
            Stream stream,
            BigDecimal[] units,
            BigDecimal price,
            Expression growth,
            Prices prices,
            @Nullable String rateClass,
            BigDecimal tail,
            Map<String, BigDecimal> shares,
            BigDecimal cashable,
            Labels ofValue) {
        BigDecimal[] flows = new BigDecimal[years()];
        BigDecimal[] discounted = new BigDecimal[years()];
        for (int i = 0; i < years(); i++) {
            if (Decimals.isZero(units[i])) {
                flows[i] = Decimals.ZERO;
                discounted[i] = Decimals.ZERO;
            } else {
                flows[i] = Decimals.times(units[i], price, priceChange(growth, prices, firstYear + i));
                discounted[i] = Decimals.times(flows[i], rates(rateClass).factor(firstYear + i));
            }
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (Labels nearer : List.of(intervention.labels(), stream.terms().labels(), ofValue)) {
            labels.putAll(nearer.texts());
        }
        return new Line(intervention, stream, flows, discounted, tail, shares, cashable, units, labels);
    }

    /** Participants who enter over the horizon. */
    BigDecimal participants(Intervention intervention) {
        return java.util.stream.Stream.of(entering(intervention)).reduce(Decimals.ZERO, Decimals::plus);
    }

    /** Number of units per year of a valued effect at full strength, without the interactions. */
    private BigDecimal quantity(Effect.Valued effect, Applied applied) {
        return Decimals.times(value(effect.quantity()), corrections(effect, applied));
    }

    private BigDecimal[] units(
            Intervention intervention, Effect.Valued effect, List<Intervention> present, Applied applied) {
        BigDecimal quantity = quantity(effect, applied);
        BigDecimal[] strengths = strengths(intervention, effect);
        BigDecimal[] units = new BigDecimal[years()];
        for (int i = 0; i < years(); i++) {
            units[i] =
                    Decimals.times(quantity, strengths[i], interaction(intervention, present, applied, firstYear + i));
        }
        return units;
    }

    private List<Line> effect(Intervention intervention, Effect effect, List<Intervention> present, Applied applied) {
        if (effect instanceof Effect.Valued valued) {
            Stream.Terms terms = effect.terms();
            BigDecimal atEnd = Decimals.times(
                    quantity(valued, applied),
                    value(valued.value()),
                    interaction(intervention, present, applied, lastYear));
            return List.of(line(
                    intervention,
                    effect,
                    units(intervention, valued, present, applied),
                    value(valued.value()),
                    terms.growth(),
                    terms.prices(),
                    terms.rateClass(),
                    tail(atEnd, intervention, effect, terms.growth(), terms.prices(), terms.rateClass()),
                    shares(valued.accruesTo()),
                    cashable(terms, Decimals.ZERO),
                    Labels.NONE));
        }
        Effect.Reduction reduction = (Effect.Reduction) effect;
        BigDecimal[] avoided = avoided(intervention, reduction, present, applied);
        List<Line> lines = new ArrayList<>();
        for (Outcome.Value value :
                Entries.of(scenario.outcomes(), reduction.outcome()).values().values()) {
            lines.add(line(
                    intervention,
                    effect,
                    avoided,
                    value(value.value()),
                    value.growth(),
                    value.prices(),
                    value.rateClass(),
                    Decimals.ZERO,
                    shares(value.borneBy()),
                    value(value.cashable()),
                    value.labels()));
        }
        return lines;
    }

    /** The occurrences a reduction is credited with, by year; without overlap, those it would avoid alone. */
    private BigDecimal[] avoided(
            Intervention intervention, Effect.Reduction reduction, List<Intervention> present, Applied applied) {
        BigDecimal[] result = new BigDecimal[years()];
        for (int i = 0; i < years(); i++) {
            int year = firstYear + i;
            BigDecimal own = share(intervention, reduction, present, applied, i);
            BigDecimal credited = own;
            if (applied.overlap()) {
                BigDecimal left = Decimals.ONE;
                BigDecimal sum = Decimals.ZERO;
                for (Intervention other : present) {
                    for (Effect effect : other.effects()) {
                        if (effect instanceof Effect.Reduction same
                                && same.outcome().equals(reduction.outcome())) {
                            BigDecimal q = share(other, same, present, applied, i);
                            if (q.signum() < 0 || q.compareTo(Decimals.ONE) > 0) {
                                throw new Refused("reduction");
                            }
                            left = Decimals.times(left, Decimals.complement(q));
                            sum = Decimals.plus(sum, q);
                        }
                    }
                }
                credited = Decimals.isZero(sum)
                        ? Decimals.ZERO
                        : Decimals.over(Decimals.times(Decimals.complement(left), own), sum);
            }
            result[i] = Decimals.times(baseline(Entries.of(scenario.outcomes(), reduction.outcome()), year), credited);
        }
        return result;
    }

    /** {@code q_i(y)}. */
    private BigDecimal share(
            Intervention intervention, Effect.Reduction reduction, List<Intervention> present, Applied applied, int i) {
        return Decimals.times(
                value(reduction.by()),
                corrections(reduction, applied),
                strengths(intervention, reduction)[i],
                interaction(intervention, present, applied, firstYear + i));
    }

    private BigDecimal baseline(Outcome outcome, int year) {
        if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            return Decimals.times(
                    value(trend.level()), Decimals.power(Decimals.ONE.add(value(trend.trend())), year - firstYear));
        }
        SortedMap<Integer, BigDecimal> path = new TreeMap<>();
        ((Outcome.Baseline.Path) outcome.baseline())
                .levels()
                .forEach((named, level) -> path.put(Strength.calendar(named, firstYear), value(level)));
        if (path.containsKey(year)) {
            return Entries.of(path, year);
        }
        if (year < path.firstKey()) {
            return Entries.of(path, path.firstKey());
        }
        if (year > path.lastKey()) {
            return Entries.of(path, path.lastKey());
        }
        int before = path.headMap(year).lastKey();
        int after = path.tailMap(year).firstKey();
        BigDecimal part = Decimals.over(BigDecimal.valueOf(year - before), BigDecimal.valueOf(after - before));
        BigDecimal from = Entries.of(path, before);
        return Decimals.plus(from, Decimals.times(part, Decimals.minus(Entries.of(path, after), from)));
    }

    private Line transfer(Intervention intervention, Transfer transfer, List<Intervention> present, Applied applied) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put(transfer.from(), Decimals.ONE.negate());
        shares.put(transfer.to(), Decimals.ONE);
        if (!(transfer.amount() instanceof Stream.Amount.PerUnitOf follower)) {
            return plain(intervention, transfer, amount(intervention, transfer, transfer.amount()), shares);
        }
        Effect followed = intervention.effects().stream()
                .filter(effect -> effect.id().equals(follower.effect()))
                .findFirst()
                .orElseThrow();
        BigDecimal amount = value(follower.amount());
        Stream.Terms terms = transfer.terms();
        BigDecimal tail = Decimals.ZERO;
        BigDecimal[] units;
        if (followed instanceof Effect.Valued valued) {
            units = units(intervention, valued, present, applied);
            BigDecimal atEnd = Decimals.times(
                    amount, quantity(valued, applied), interaction(intervention, present, applied, lastYear));
            tail = tail(atEnd, intervention, followed, terms.growth(), terms.prices(), terms.rateClass());
        } else {
            units = avoided(intervention, (Effect.Reduction) followed, present, applied);
        }
        return line(
                intervention,
                transfer,
                units,
                amount,
                terms.growth(),
                terms.prices(),
                terms.rateClass(),
                tail,
                shares,
                cashable(terms, Decimals.ONE),
                Labels.NONE);
    }
}
