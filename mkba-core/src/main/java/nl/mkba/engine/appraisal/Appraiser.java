package nl.mkba.engine.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.engine.plan.CentralCase;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.UnpricedItem;

/** Reads the results of the central estimate from a plan. */
final class Appraiser {

    // Parts of the names of figures.
    private static final String STAKEHOLDERS = "stakeholders";
    private static final String SECTORS = "sectors";
    private static final String INTERVENTIONS = "interventions";
    private static final String STREAMS = "streams";
    private static final String YEARS = "years";
    private static final String COSTS = "costs";
    private static final String BENEFITS = "benefits";
    private static final String TRANSFERS = "transfers";
    private static final String NET = "net";
    private static final String CASH = "cash";

    private final Plan plan;
    private final CentralCase central;
    private final String currency;
    private final int years;
    private final UnitsAppraiser units;

    Appraiser(CentralCase central) {
        this.central = central;
        this.plan = central.plan();
        this.currency = plan.compiled().scenario().currency();
        this.years = plan.frame().horizon();
        this.units = new UnitsAppraiser(plan);
    }

    AlternativeResult appraise(Optional<Increment> increment) {
        SocietyYears flows = new SocietyYears(plan);
        boolean hasTails = hasTails();
        InternalRate rate = hasTails
                ? InternalRateSolver.absent(InternalRate.Reason.RESIDUAL_VALUE)
                : InternalRateSolver.solve(flows.net().all());
        Payback payback =
                PaybackFinder.find(plan.frame().firstYear(), flows.discounted().cumulative());
        MarginalValue marginal = MarginalValueCalculator.of(plan);
        Map<ResultFigure, Double> figures = new EnumMap<>(ResultFigure.class);
        for (ResultFigure figure : ResultFigure.values()) {
            OptionalDouble found = find(figure, hasTails, rate, payback, marginal);
            if (found.isPresent()) {
                double value = Overflow.require(plan.compiled(), found.getAsDouble(), figure.key());
                figures.put(figure, value == 0 ? 0.0 : value);
            }
        }
        return new CentralResult(
                plan.compiled().alternative().id(),
                plan.compiled().outlook().map(outlook -> outlook.id()),
                currency,
                figures,
                rate,
                payback,
                increment,
                stakeholders(),
                sectors(),
                interventions(),
                streams(),
                years(flows),
                grossToNet(),
                unpriced(),
                marginal,
                QualityShares.of(plan),
                new LabelAppraiser(plan).results());
    }

    /** Where a figure comes from. */
    private OptionalDouble find(
            ResultFigure figure, boolean hasTails, InternalRate rate, Payback payback, MarginalValue marginal) {
        Plan.Society society = plan.society();
        double npv = plan.value(society.npv());
        return switch (figure) {
            case PV_COSTS -> OptionalDouble.of(plan.value(society.costs()));
            case PV_BENEFITS -> OptionalDouble.of(plan.value(society.benefits()));
            case NPV -> OptionalDouble.of(npv);
            case BCR -> plan.ratio();
            case EQUIVALENT_ANNUAL_VALUE -> {
                double factors = plan.value(plan.annuityWithin()) + (hasTails ? plan.value(plan.annuityBeyond()) : 0);
                yield quotient(npv, factors, Double.isFinite(factors));
            }
            case WEIGHTED_NPV -> OptionalDouble.of(plan.value(society.weightedNpv()));
            case MVPF -> marginal.ratio();
            case IRR -> rate.rate();
            case DISCOUNTED_PAYBACK_YEAR -> year(payback.year());
            case BELOW_AGAIN_UNTIL -> year(payback.belowAgainUntil());
            case RESIDUAL_VALUE -> OptionalDouble.of(plan.residualValue());
            case NPV_WITHOUT_OPTIMISM_BIAS -> {
                Optional<Double> without = central.npvWithoutOptimismBias();
                yield without.isPresent() ? OptionalDouble.of(without.get()) : OptionalDouble.empty();
            }
        };
    }

    private static OptionalDouble quotient(double dividend, double divisor, boolean isDefined) {
        return isDefined ? OptionalDouble.of(dividend / divisor) : OptionalDouble.empty();
    }

    private static OptionalDouble year(OptionalInt year) {
        return year.isPresent() ? OptionalDouble.of(year.getAsInt()) : OptionalDouble.empty();
    }

    /** An amount, unless it is too large; the name, in parts, is for the message. */
    private Amount amount(double value, String... name) {
        return new Amount(Overflow.require(plan.compiled(), value, name), currency);
    }

    private Amount register(Scalar register, String... name) {
        return amount(plan.value(register), name);
    }

    /** Whether anything flows after the horizon in which society has a part. */
    private boolean hasTails() {
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                if (plan.value(part.societyShare()) * plan.value(part.tail()) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<String, Account> stakeholders() {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Map.Entry<String, Plan.Account> stakeholder : plan.stakeholders().entrySet()) {
            Plan.Account account = stakeholder.getValue();
            accounts.put(
                    stakeholder.getKey(),
                    new Account(
                            register(account.costs(), STAKEHOLDERS, stakeholder.getKey(), COSTS),
                            register(account.benefits(), STAKEHOLDERS, stakeholder.getKey(), BENEFITS),
                            register(account.transfers(), STAKEHOLDERS, stakeholder.getKey(), TRANSFERS),
                            register(account.net(), STAKEHOLDERS, stakeholder.getKey(), NET),
                            register(account.cash(), STAKEHOLDERS, stakeholder.getKey(), CASH)));
        }
        return accounts;
    }

    /** The accounts of a sector's stakeholders, added up. */
    private static final class SectorTally {
        final Tally costs = new Tally();
        final Tally benefits = new Tally();
        final Tally transfers = new Tally();
        final Tally net = new Tally();
        final Tally cash = new Tally();
    }

    private Map<String, Account> sectors() {
        Map<String, SectorTally> tallies = new LinkedHashMap<>();
        for (Stakeholder stakeholder : plan.compiled().scenario().stakeholders().values()) {
            Plan.Account account = plan.stakeholders().get(stakeholder.id());
            if (stakeholder.sector() != null && account != null) {
                SectorTally sector = tallies.computeIfAbsent(stakeholder.sector(), id -> new SectorTally());
                add(sector.costs, account.costs());
                add(sector.benefits, account.benefits());
                add(sector.transfers, account.transfers());
                add(sector.net, account.net());
                add(sector.cash, account.cash());
            }
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Map.Entry<String, SectorTally> entry : tallies.entrySet()) {
            String sector = entry.getKey();
            SectorTally sums = entry.getValue();
            accounts.put(
                    sector,
                    new Account(
                            amount(sums.costs.value(), SECTORS, sector, COSTS),
                            amount(sums.benefits.value(), SECTORS, sector, BENEFITS),
                            amount(sums.transfers.value(), SECTORS, sector, TRANSFERS),
                            amount(sums.net.value(), SECTORS, sector, NET),
                            amount(sums.cash.value(), SECTORS, sector, CASH)));
        }
        return accounts;
    }

    private void add(Tally tally, Scalar register) {
        tally.add(plan.value(register), plan.size(register));
    }

    private Map<String, InterventionResult> interventions() {
        Map<String, Map<Stream.Kind, Tally>> sums = new HashMap<>();
        for (PlanStream stream : plan.streams()) {
            Tally tally = sums.computeIfAbsent(stream.intervention().id(), id -> new EnumMap<>(Stream.Kind.class))
                    .computeIfAbsent(stream.stream().kind(), kind -> new Tally());
            for (PlanStream.ValueComponent part : stream.parts()) {
                tally.add(plan.value(part.societyShare()) * plan.value(part.presentValue()));
            }
        }
        Map<String, InterventionResult> results = new LinkedHashMap<>();
        for (Intervention intervention : plan.compiled().interventions()) {
            Map<Stream.Kind, Tally> sum = sums.getOrDefault(intervention.id(), Map.of());
            Tally costs = sum.getOrDefault(Stream.Kind.COST, new Tally());
            Tally benefits = sum.getOrDefault(Stream.Kind.EFFECT, new Tally());
            Tally received = sum.getOrDefault(Stream.Kind.TRANSFER, new Tally());
            results.put(
                    intervention.id(),
                    new InterventionResult(
                            intervention.id(),
                            amount(costs.value(), INTERVENTIONS, intervention.id(), COSTS),
                            amount(benefits.value(), INTERVENTIONS, intervention.id(), BENEFITS),
                            amount(Tally.net(benefits, costs, received), INTERVENTIONS, intervention.id(), "npv"),
                            central.last(intervention.id())
                                    .map(value -> amount(value, INTERVENTIONS, intervention.id(), "last")),
                            units.participants(intervention.id())));
        }
        return results;
    }

    private List<StreamResult> streams() {
        List<StreamResult> results = new ArrayList<>();
        for (PlanStream stream : plan.streams()) {
            double present = 0;
            double society = 0;
            double undiscounted = 0;
            double residual = 0;
            for (PlanStream.ValueComponent part : stream.parts()) {
                present += plan.value(part.presentValue());
                society += plan.value(part.societyShare()) * plan.value(part.presentValue());
                residual += plan.value(part.tail());
                for (double flow : plan.years(part.flow())) {
                    undiscounted += flow;
                }
            }
            results.add(new StreamResult(
                    stream.intervention().id(),
                    stream.stream().kind(),
                    stream.stream().id(),
                    amount(
                            present,
                            STREAMS,
                            stream.intervention().id(),
                            stream.stream().id(),
                            "pv"),
                    amount(
                            society,
                            STREAMS,
                            stream.intervention().id(),
                            stream.stream().id(),
                            "pv_society"),
                    amount(
                            undiscounted,
                            STREAMS,
                            stream.intervention().id(),
                            stream.stream().id(),
                            "undiscounted"),
                    amount(
                            residual,
                            STREAMS,
                            stream.intervention().id(),
                            stream.stream().id(),
                            "residual_value"),
                    units.units(stream)));
        }
        return results;
    }

    private List<YearResult> years(SocietyYears flows) {
        double[] factors = plan.years(plan.discountFactors());
        double[] cumulative = flows.discounted().cumulative();
        List<YearResult> results = new ArrayList<>();
        for (int y = 0; y < years; y++) {
            String year = String.valueOf(plan.frame().firstYear() + y);
            Map<String, YearResult.StakeholderYear> stakeholders = new LinkedHashMap<>();
            for (String stakeholder : plan.stakeholders().keySet()) {
                stakeholders.put(
                        stakeholder,
                        new YearResult.StakeholderYear(
                                amount(flows.net(stakeholder).of(y), YEARS, year, STAKEHOLDERS, stakeholder, NET),
                                amount(flows.cash(stakeholder).of(y), YEARS, year, STAKEHOLDERS, stakeholder, CASH)));
            }
            results.add(new YearResult(
                    plan.frame().firstYear() + y,
                    amount(flows.costs().of(y), YEARS, year, COSTS),
                    amount(flows.benefits().of(y), YEARS, year, BENEFITS),
                    amount(flows.net().of(y), YEARS, year, NET),
                    Overflow.require(plan.compiled(), factors[y], YEARS, year, "discount_factor"),
                    amount(cumulative[y], YEARS, year, "cumulative_npv"),
                    stakeholders));
        }
        return results;
    }

    private GrossToNet grossToNet() {
        double[] after = new double[plan.grossToNet().size()];
        for (int k = 0; k < after.length; k++) {
            after[k] = plan.value(plan.grossToNet().get(k));
        }
        return new GrossToNet(
                amount(after[0], "gross_to_net.gross"),
                amount(after[1] - after[0], "gross_to_net.deadweight"),
                amount(after[2] - after[1], "gross_to_net.due_to_others"),
                amount(after[3] - after[2], "gross_to_net.displacement"),
                amount(after[4] - after[3], "gross_to_net.optimism_bias"),
                amount(after[5] - after[4], "gross_to_net.interactions"),
                amount(after[6] - after[5], "gross_to_net.overlap"));
    }

    private List<UnpricedResult> unpriced() {
        List<UnpricedResult> results = new ArrayList<>();
        for (Intervention intervention : plan.compiled().interventions()) {
            for (UnpricedItem item : intervention.unpriced()) {
                results.add(new UnpricedResult(intervention.id(), item));
            }
        }
        return results;
    }
}
