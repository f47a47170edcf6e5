package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.testkit.naive.NaiveCase.Applied;
import nl.mkba.testkit.naive.NaiveCase.Line;
import org.jspecify.annotations.Nullable;

/** The results of section 11 of the format, added up from the flows of {@link NaiveCase}. */
public final class NaiveAppraisal {

    private static final List<String> CORRECTIONS =
            List.of("gross", "deadweight", "due_to_others", "displacement", "optimism_bias", "interactions", "overlap");

    private final Scenario scenario;
    private final NaiveCase evaluated;
    private final Map<String, NaiveFigure> figures = new LinkedHashMap<>();
    private final IdentityHashMap<Line, Tally> presentValues = new IdentityHashMap<>();
    private final List<Line> lines;
    private final Sums society;

    private NaiveAppraisal(Scenario scenario, NaiveCase evaluated) {
        this.scenario = scenario;
        this.evaluated = evaluated;
        this.lines = evaluated.lines(evaluated.interventions, Applied.ALL);
        this.society = sums(lines, this::societyShare);
    }

    /**
     * {@return every alternative, without an outlook and in each}
     *
     * @param scenario any
     * @throws Refused if the values of one of them are refused
     */
    public static List<NaiveResult> appraise(Scenario scenario) {
        Map<String, NaiveAppraisal> cases = new LinkedHashMap<>();
        List<Optional<Outlook>> outlooks = new ArrayList<>();
        outlooks.add(Optional.empty());
        scenario.outlooks().values().forEach(outlook -> outlooks.add(Optional.of(outlook)));
        List<NaiveResult> results = new ArrayList<>();
        for (Alternative alternative : scenario.alternatives().values()) {
            for (Optional<Outlook> outlook : outlooks) {
                cases.put(
                        key(alternative.id(), outlook),
                        new NaiveAppraisal(scenario, new NaiveCase(scenario, alternative, outlook.orElse(null))));
            }
        }
        for (Alternative alternative : scenario.alternatives().values()) {
            for (Optional<Outlook> outlook : outlooks) {
                NaiveAppraisal appraisal = Entries.of(cases, key(alternative.id(), outlook));
                String other = alternative.comparedWith();
                results.add(appraisal.result(
                        alternative.id(), outlook, other == null ? null : cases.get(key(other, outlook))));
            }
        }
        return results;
    }

    private static String key(String alternative, Optional<Outlook> outlook) {
        return alternative + "/" + outlook.map(Outlook::id).orElse("");
    }

    private record Sums(Tally costs, Tally benefits, Tally transfers) {
        Tally npv() {
            return benefits.minus(costs).plus(transfers);
        }
    }

    /** The part of a line that falls to someone. */
    private Sums sums(List<Line> lines, Function<Line, BigDecimal> part) {
        Map<Stream.Kind, Tally> sums = new HashMap<>();
        for (Stream.Kind kind : Stream.Kind.values()) {
            sums.put(kind, Tally.NOTHING);
        }
        for (Line line : lines) {
            Tally pv = presentValue(line).times(part.apply(line));
            sums.merge(line.kind(), pv, Tally::plus);
        }
        return new Sums(
                Entries.of(sums, Stream.Kind.COST),
                Entries.of(sums, Stream.Kind.EFFECT),
                Entries.of(sums, Stream.Kind.TRANSFER));
    }

    private Tally presentValue(Line line) {
        return presentValues.computeIfAbsent(line, NaiveAppraisal::addedUp);
    }

    private static Tally addedUp(Line line) {
        Tally pv = Tally.NOTHING.plus(line.tail());
        for (BigDecimal flow : line.discounted()) {
            pv = pv.plus(flow);
        }
        return pv;
    }

    /** Who counts; of a transfer within society exactly nothing. */
    private BigDecimal societyShare(Line line) {
        BigDecimal share = Decimals.ZERO;
        for (var entry : line.shares().entrySet()) {
            if (Entries.of(scenario.stakeholders(), entry.getKey()).counts()) {
                share = Decimals.plus(share, entry.getValue());
            }
        }
        return share;
    }

    private static BigDecimal share(Line line, String stakeholder) {
        return line.shares().getOrDefault(stakeholder, Decimals.ZERO);
    }

    private NaiveResult result(String alternative, Optional<Outlook> outlook, @Nullable NaiveAppraisal other) {
        put("pv_costs", society.costs());
        put("pv_benefits", society.benefits());
        put("npv", society.npv());
        figures.put("bcr", ratio(society.benefits().plus(society.transfers()), society.costs()));
        boolean goesOn =
                lines.stream().anyMatch(line -> !Decimals.isZero(line.tail()) && !Decimals.isZero(societyShare(line)));
        figures.put("equivalent_annual_value", equivalentAnnualValue(goesOn));
        figures.put(
                "npv_without_optimism_bias",
                unlessRefused(() -> sums(
                                evaluated.lines(evaluated.interventions, Applied.ALL_BUT_OPTIMISM_BIAS),
                                this::societyShare)
                        .npv()));
        residualValue();
        increment(other);
        accounts();
        interventions();
        streams();
        units();
        labels();
        List<BigDecimal> nets = years();
        grossToNet();
        quality();
        return new NaiveResult(alternative, outlook.map(Outlook::id).orElse(""), figures, nets, goesOn);
    }

    private void put(String path, Tally tally) {
        figures.put(path, NaiveFigure.of(tally));
    }

    private interface Calculation {
        Tally sum();
    }

    private static NaiveFigure unlessRefused(Calculation calculation) {
        try {
            return NaiveFigure.of(calculation.sum());
        } catch (Refused refused) {
            return NaiveFigure.ABSENT;
        }
    }

    private static NaiveFigure ratio(Tally above, Tally below) {
        boolean cancels = below.size().signum() > 0
                && below.value().abs().compareTo(below.size().scaleByPowerOfTen(-11)) < 0;
        if (cancels) {
            return NaiveFigure.UNSURE;
        }
        return below.value().signum() <= 0 ? NaiveFigure.ABSENT : quotient(above, below);
    }

    private static NaiveFigure quotient(Tally above, Tally below) {
        BigDecimal value = Decimals.over(above.value(), below.value());
        BigDecimal size = Decimals.over(
                Decimals.plus(above.size(), Decimals.times(value.abs(), below.size())),
                below.value().abs());
        return NaiveFigure.of(value, size);
    }

    private NaiveFigure equivalentAnnualValue(boolean goesOn) {
        Rates standard = evaluated.rates(null);
        int last = scenario.firstYear() + scenario.horizon() - 1;
        int far = goesOn ? Math.max(last, standard.lastStepYear()) + 10 : last;
        BigDecimal sum = Decimals.ZERO;
        for (int year = scenario.firstYear(); year <= far; year++) {
            sum = Decimals.plus(sum, standard.factor(year));
        }
        if (goesOn) {
            BigDecimal rate = standard.onePlusLastRate().subtract(Decimals.ONE);
            if (!Decimals.falls(Decimals.over(Decimals.ONE, standard.onePlusLastRate()))) {
                return NaiveFigure.ABSENT;
            }
            // factor · (1/(1+r) + 1/(1+r)² + …) = factor / r
            sum = Decimals.plus(sum, Decimals.over(standard.factor(far), rate));
        }
        return NaiveFigure.of(society.npv().times(Decimals.over(Decimals.ONE, sum)));
    }

    private void residualValue() {
        Tally residual = Tally.NOTHING;
        for (Line line : lines) {
            BigDecimal part = Decimals.times(line.tail(), societyShare(line));
            residual = residual.plus(line.kind() == Stream.Kind.COST ? part.negate() : part);
        }
        put("residual_value", residual);
    }

    private void increment(@Nullable NaiveAppraisal other) {
        if (other == null) {
            figures.put("incremental", NaiveFigure.ABSENT);
            return;
        }
        Tally costs = society.costs().minus(other.society.costs());
        Tally benefits = society.benefits().minus(other.society.benefits());
        put("incremental.pv_costs", costs);
        put("incremental.pv_benefits", benefits);
        put("incremental.npv", society.npv().minus(other.society.npv()));
        Tally transfers = society.transfers().minus(other.society.transfers());
        BigDecimal difference = costs.value();
        NaiveFigure bcr;
        if (difference.compareTo(costs.size().scaleByPowerOfTen(-15)) <= 0) {
            bcr = NaiveFigure.ABSENT;
        } else if (difference.compareTo(costs.size().scaleByPowerOfTen(-9)) <= 0) {
            bcr = NaiveFigure.UNSURE;
        } else {
            bcr = quotient(benefits.plus(transfers), costs);
        }
        figures.put("incremental.bcr", bcr);
    }

    /** As stated, or from the income: {@code (reference / income)^elasticity} = {@code exp(elasticity · ln(…))}. */
    private BigDecimal weight(Stakeholder stakeholder) {
        IncomeWeights weights = scenario.incomeWeights();
        if (weights == null || stakeholder.income() == null) {
            return evaluated.value(stakeholder.weight());
        }
        return evaluated.value(Expression.parse("pow((" + weights.reference().text() + ") / ("
                + stakeholder.income().text() + "), " + weights.elasticity().text() + ")"));
    }

    /** What the others who count gain, divided by what it costs the governments that count in cash. */
    private NaiveFigure marginalValue(Tally costs, Tally gains, boolean anyGovernment) {
        if (!anyGovernment) {
            return NaiveFigure.text("no_government");
        }
        if (isNearNothing(costs) || isNearNothing(gains)) {
            return NaiveFigure.UNSURE;
        }
        Tally cost = costs.cleared();
        Tally gain = gains.cleared();
        if (cost.value().signum() > 0) {
            return quotient(gain, cost);
        }
        return NaiveFigure.text(gain.value().signum() > 0 ? "pays_for_itself" : "no_gain");
    }

    /** Whether amounts cancel so nearly that rounding decides whether something is left. */
    private static boolean isNearNothing(Tally tally) {
        BigDecimal part = tally.value().abs();
        return part.signum() > 0
                && part.compareTo(tally.size().scaleByPowerOfTen(-9)) < 0
                && part.compareTo(tally.size().scaleByPowerOfTen(-15)) > 0;
    }

    private void accounts() {
        Tally weighted = Tally.NOTHING;
        Tally governmentCosts = Tally.NOTHING;
        Tally othersGain = Tally.NOTHING;
        boolean anyGovernment = false;
        Map<String, Map<String, Tally>> sectors = new LinkedHashMap<>();
        for (Stakeholder stakeholder : scenario.stakeholders().values()) {
            Sums sums = sums(lines, line -> share(line, stakeholder.id()));
            Tally cash = sums(lines, line -> Decimals.times(share(line, stakeholder.id()), line.cashable()))
                    .npv();
            Map<String, Tally> account = new LinkedHashMap<>();
            account.put("costs", sums.costs());
            account.put("benefits", sums.benefits());
            account.put("transfers", sums.transfers());
            account.put("net", sums.npv());
            account.put("cash", cash);
            account.forEach((key, tally) -> put("stakeholders." + stakeholder.id() + "." + key, tally));
            if (stakeholder.sector() != null) {
                Map<String, Tally> sector = sectors.computeIfAbsent(stakeholder.sector(), key -> new LinkedHashMap<>());
                account.forEach((key, tally) -> sector.merge(key, tally, Tally::plus));
            }
            if (stakeholder.counts()) {
                weighted = weighted.plus(sums.npv().times(weight(stakeholder)));
                if (stakeholder.isGovernment()) {
                    anyGovernment = true;
                    governmentCosts = governmentCosts.minus(cash);
                } else {
                    othersGain = othersGain.plus(sums.npv());
                }
            }
        }
        put("weighted_npv", weighted);
        figures.put("mvpf", marginalValue(governmentCosts, othersGain, anyGovernment));
        sectors.forEach(
                (sector, account) -> account.forEach((key, tally) -> put("sectors." + sector + "." + key, tally)));
    }

    private void interventions() {
        for (Intervention intervention : evaluated.interventions) {
            String path = "interventions." + intervention.id() + ".";
            List<Line> own =
                    lines.stream().filter(line -> line.isOf(intervention)).toList();
            Sums sums = sums(own, this::societyShare);
            put(path + "costs", sums.costs());
            put(path + "benefits", sums.benefits());
            put(path + "npv", sums.npv());
            List<Intervention> others = new ArrayList<>(evaluated.interventions);
            others.remove(intervention);
            figures.put(
                    path + "last",
                    unlessRefused(() -> society.npv()
                            .minus(sums(evaluated.lines(others, Applied.ALL), this::societyShare)
                                    .npv())));
        }
    }

    private void streams() {
        for (Intervention intervention : evaluated.interventions) {
            for (Stream stream : intervention.streams()) {
                Tally pv = Tally.NOTHING;
                Tally society = Tally.NOTHING;
                Tally undiscounted = Tally.NOTHING;
                Tally residual = Tally.NOTHING;
                for (Line line : lines) {
                    if (line.isOf(intervention, stream)) {
                        pv = pv.plus(presentValue(line));
                        society = society.plus(presentValue(line).times(societyShare(line)));
                        residual = residual.plus(line.tail());
                        for (BigDecimal flow : line.flows()) {
                            undiscounted = undiscounted.plus(flow);
                        }
                    }
                }
                String path = "streams." + intervention.id() + "." + stream.id() + ".";
                put(path + "pv", pv);
                put(path + "pv_society", society);
                put(path + "undiscounted", undiscounted);
                put(path + "residual_value", residual);
            }
        }
    }

    /** Part B of the additions: what happens before it is money. */
    private void units() {
        for (Intervention intervention : evaluated.interventions) {
            String path = "interventions." + intervention.id() + ".participants";
            figures.put(
                    path,
                    intervention.participants() == null
                            ? NaiveFigure.ABSENT
                            : NaiveFigure.of(Tally.NOTHING.plus(evaluated.participants(intervention))));
            Tally costs = Tally.NOTHING;
            Tally net = Tally.NOTHING;
            for (Line line : lines) {
                if (line.isOf(intervention)) {
                    Tally part = withinHorizon(line);
                    boolean cost = line.kind() == Stream.Kind.COST;
                    costs = cost ? costs.plus(part) : costs;
                    net = cost ? net.minus(part) : net.plus(part);
                }
            }
            for (Stream stream : intervention.effects()) {
                effect(intervention, stream, costs, net);
            }
        }
    }

    /** Society's present value of a line without what goes on beyond the horizon. */
    private Tally withinHorizon(Line line) {
        Tally sum = Tally.NOTHING;
        for (BigDecimal flow : line.discounted()) {
            sum = sum.plus(flow);
        }
        return sum.times(societyShare(line));
    }

    private void effect(Intervention intervention, Stream effect, Tally costs, Tally net) {
        Tally own = Tally.NOTHING;
        BigDecimal[] units = new BigDecimal[0];
        for (Line line : lines) {
            if (line.isOf(intervention, effect)) {
                own = own.plus(withinHorizon(line));
                units = line.units();
            }
        }
        String path = "streams." + intervention.id() + "." + effect.id() + ".";
        Tally sum = Tally.NOTHING;
        Tally discounted = Tally.NOTHING;
        for (int i = 0; i < scenario.horizon(); i++) {
            sum = sum.plus(units[i]);
            discounted = discounted.plus(
                    Decimals.times(units[i], evaluated.rates(null).factor(scenario.firstYear() + i)));
            put(path + "units_per_year." + i, Tally.NOTHING.plus(units[i]));
        }
        put(path + "units", sum);
        put(path + "units_discounted", discounted);
        boolean any = discounted.value().signum() > 0;
        figures.put(path + "cost_per_unit", any ? quotient(costs, discounted) : NaiveFigure.ABSENT);
        figures.put(path + "break_even_value", any ? quotient(own.minus(net), discounted) : NaiveFigure.ABSENT);
    }

    /** Part C of the additions: the same result, cut another way. */
    private void labels() {
        Set<String> keys = new LinkedHashSet<>();
        for (Alternative alternative : scenario.alternatives().values()) {
            for (String id : alternative.interventions()) {
                Intervention intervention = Entries.of(scenario.interventions(), id);
                for (Stream stream : intervention.streams()) {
                    keys.addAll(intervention.labels().texts().keySet());
                    keys.addAll(stream.terms().labels().texts().keySet());
                    if (stream instanceof Effect.Reduction reduction) {
                        Entries.of(scenario.outcomes(), reduction.outcome())
                                .values()
                                .values()
                                .forEach(value ->
                                        keys.addAll(value.labels().texts().keySet()));
                    }
                }
                for (UnpricedItem item : intervention.unpriced()) {
                    keys.addAll(intervention.labels().texts().keySet());
                    keys.addAll(item.labels().texts().keySet());
                }
            }
        }
        keys.forEach(this::label);
    }

    private void label(String key) {
        Map<String, List<Line>> byText = new LinkedHashMap<>();
        for (Line line : lines) {
            byText.computeIfAbsent(cutBy(line.labels(), key), text -> new ArrayList<>())
                    .add(line);
        }
        Map<String, Integer> unpriced = new LinkedHashMap<>();
        for (Intervention intervention : evaluated.interventions) {
            for (UnpricedItem item : intervention.unpriced()) {
                Map<String, String> labels = new HashMap<>(intervention.labels().texts());
                labels.putAll(item.labels().texts());
                String text = cutBy(labels, key);
                unpriced.merge(text, 1, Integer::sum);
                byText.computeIfAbsent(text, unseen -> new ArrayList<>());
            }
        }
        byText.forEach((text, own) -> {
            String path = "labels." + key + "[" + text + "].";
            account(path, own, this::societyShare);
            for (String stakeholder : scenario.stakeholders().keySet()) {
                account(path + "stakeholders." + stakeholder + ".", own, line -> share(line, stakeholder));
            }
            figures.put(path + "unpriced", NaiveFigure.text(String.valueOf(unpriced.getOrDefault(text, 0))));
        });
    }

    /** The text of a label; of a task field the code that it begins with. */
    private static String cutBy(Map<String, String> labels, String key) {
        String text = labels.getOrDefault(key, "");
        return key.equals("taakveld") && !text.isEmpty() && Character.isDigit(text.charAt(0))
                ? text.split(" ")[0]
                : text;
    }

    private void account(String path, List<Line> own, Function<Line, BigDecimal> part) {
        Sums sums = sums(own, part);
        put(path + "costs", sums.costs());
        put(path + "benefits", sums.benefits());
        put(path + "transfers", sums.transfers());
        put(path + "net", sums.npv());
        put(
                path + "cash",
                sums(own, line -> Decimals.times(part.apply(line), line.cashable()))
                        .npv());
    }

    /**
     * {@return a stakeholder's expenditure, income and net, each by year of the horizon, under the text of a label: part D of
     * the additions}
     *
     * @param scenario any
     * @param alternative one of its own
     * @param stakeholder the stakeholder's id
     * @param key of the label, or null for everything together
     * @param nominal whether in prices of each year, rather than of the price level
     */
    public static Map<String, Map<String, Tally[]>> budget(
            Scenario scenario, Alternative alternative, String stakeholder, @Nullable String key, boolean nominal) {
        NaiveCase evaluated = new NaiveCase(scenario, alternative, null);
        Map<String, Map<String, Tally[]>> budget = new LinkedHashMap<>();
        for (Line line : evaluated.lines(evaluated.interventions, Applied.ALL)) {
            String text = key == null ? "" : cutBy(line.labels(), key);
            Map<String, Tally[]> row = budget.computeIfAbsent(text, unseen -> new HashMap<>());
            for (String side : List.of("expenditure", "income", "net")) {
                row.computeIfAbsent(side, unseen -> nothing(scenario.horizon()));
            }
            BigDecimal share = share(line, stakeholder);
            for (int i = 0; i < scenario.horizon(); i++) {
                BigDecimal amount = Decimals.times(line.flows()[i], share, line.cashable());
                if (nominal) {
                    BigDecimal inflation = Decimals.ONE.add(evaluated.value(scenario.inflation()));
                    amount = Decimals.times(
                            amount, Decimals.power(inflation, scenario.firstYear() + i - scenario.priceLevel()));
                }
                boolean spent =
                        line.kind() == Stream.Kind.COST || (line.kind() == Stream.Kind.TRANSFER && share.signum() < 0);
                BigDecimal size = line.kind() == Stream.Kind.TRANSFER && spent ? amount.negate() : amount;
                Tally[] side = Entries.of(row, spent ? "expenditure" : "income");
                Tally[] net = Entries.of(row, "net");
                side[i] = side[i].plus(size);
                net[i] = net[i].plus(spent ? size.negate() : size);
            }
        }
        return budget;
    }

    private static Tally[] nothing(int years) {
        Tally[] nothing = new Tally[years];
        Arrays.fill(nothing, Tally.NOTHING);
        return nothing;
    }

    private List<BigDecimal> years() {
        List<BigDecimal> nets = new ArrayList<>();
        Tally cumulative = Tally.NOTHING;
        boolean below = false;
        String payback = "";
        NaiveFigure again = NaiveFigure.ABSENT;
        for (int i = 0; i < scenario.horizon(); i++) {
            int year = scenario.firstYear() + i;
            String path = "years." + year + ".";
            Map<String, Tally> sums = new HashMap<>();
            BiConsumer<String, BigDecimal> add =
                    (key, amount) -> sums.merge(key, Tally.NOTHING.plus(amount), Tally::plus);
            for (Line line : lines) {
                BigDecimal society = societyShare(line);
                BigDecimal sign = line.kind() == Stream.Kind.COST ? Decimals.ONE.negate() : Decimals.ONE;
                BigDecimal flow = line.flows()[i];
                if (line.kind() != Stream.Kind.TRANSFER) {
                    add.accept(line.kind() == Stream.Kind.COST ? "costs" : "benefits", Decimals.times(flow, society));
                }
                add.accept("net", Decimals.times(flow, society, sign));
                cumulative = cumulative.plus(Decimals.times(line.discounted()[i], society, sign));
                line.shares().forEach((stakeholder, share) -> {
                    add.accept("stakeholders." + stakeholder + ".net", Decimals.times(flow, share, sign));
                    add.accept(
                            "stakeholders." + stakeholder + ".cash",
                            Decimals.times(flow, share, sign, line.cashable()));
                });
            }
            for (String key : List.of("costs", "benefits")) {
                put(path + key, sums.getOrDefault(key, Tally.NOTHING));
            }
            Tally net = sums.getOrDefault("net", Tally.NOTHING).cleared();
            nets.add(net.value());
            put(path + "net", net);
            put(path + "cumulative_npv", cumulative.cleared());
            BigDecimal factor = evaluated.rates(null).factor(year);
            figures.put(path + "discount_factor", NaiveFigure.of(factor, Decimals.ZERO));
            for (String stakeholder : scenario.stakeholders().keySet()) {
                for (String key : List.of(".net", ".cash")) {
                    put(
                            path + "stakeholders." + stakeholder + key,
                            sums.getOrDefault("stakeholders." + stakeholder + key, Tally.NOTHING)
                                    .cleared());
                }
            }
            int sign = cumulative.cleared().value().signum();
            if (sign >= 0 && below && payback.isEmpty()) {
                payback = String.valueOf(year);
            }
            if (sign < 0 && !payback.isEmpty()) {
                again = NaiveFigure.text(String.valueOf(year));
            }
            below |= sign < 0;
        }
        if (payback.isEmpty()) {
            payback = below ? "never" : "never_below";
        }
        figures.put("below_again_until", again);
        figures.put("discounted_payback_year", NaiveFigure.text(payback));
        return nets;
    }

    /** What the result rests on: of each level how many parameters, and which part of the costs and of the benefits. */
    private void quality() {
        NaiveQuality quality = evaluated.quality();
        Set<String> parameters = new HashSet<>();
        Map<String, Tally> sums = new HashMap<>();
        for (Intervention intervention : evaluated.interventions) {
            for (Stream stream : intervention.streams()) {
                parameters.addAll(quality.parameters(intervention, stream));
                Tally part = Tally.NOTHING;
                for (Line line : lines) {
                    if (line.isOf(intervention, stream)) {
                        part = part.plus(presentValue(line).times(societyShare(line)));
                    }
                }
                Tally size = new Tally(part.value().abs(), part.size());
                sums.merge(stream.kind() + quality.ofStream(intervention, stream), size, Tally::plus);
                sums.merge(stream.kind().toString(), size, Tally::plus);
            }
        }
        for (String level : NaiveQuality.LEVELS) {
            long count = parameters.stream()
                    .filter(id -> quality.ofParameter(id).equals(level))
                    .count();
            String path = "quality." + level + ".";
            figures.put(path + "parameters", NaiveFigure.of(BigDecimal.valueOf(count), Decimals.ZERO));
            figures.put(path + "costs", part(sums, Stream.Kind.COST, level));
            figures.put(path + "benefits", part(sums, Stream.Kind.EFFECT, level));
        }
    }

    private static NaiveFigure part(Map<String, Tally> sums, Stream.Kind kind, String level) {
        Tally all = sums.getOrDefault(kind.toString(), Tally.NOTHING);
        if (isNearNothing(all)
                || (all.value().signum() != 0 && all.cleared().value().signum() == 0)) {
            return NaiveFigure.UNSURE;
        }
        return all.value().signum() == 0
                ? NaiveFigure.of(Decimals.ZERO, Decimals.ZERO)
                : quotient(sums.getOrDefault(kind + level, Tally.NOTHING), all);
    }

    private void grossToNet() {
        Tally before = Tally.NOTHING;
        for (int applied = 0; applied < CORRECTIONS.size(); applied++) {
            Tally benefits = sums(
                            evaluated.effectLines(evaluated.interventions, Applied.first(applied)), this::societyShare)
                    .benefits();
            put("gross_to_net." + CORRECTIONS.get(applied), benefits.minus(before));
            before = benefits;
        }
    }
}
