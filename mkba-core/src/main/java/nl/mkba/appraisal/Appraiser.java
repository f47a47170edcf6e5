package nl.mkba.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.mkba.plan.CentralCase;
import nl.mkba.plan.Plan;
import nl.mkba.plan.PlanStream;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.StreamKind;
import nl.mkba.scenario.UnpricedItem;

/** Reads the results of the central case from a plan. */
final class Appraiser {

    private final Plan plan;
    private final CentralCase central;
    private final String currency;
    private final int years;

    Appraiser(CentralCase central) {
        this.central = central;
        this.plan = central.plan();
        this.currency = plan.compiled().scenario().currency();
        this.years = plan.frame().horizon();
    }

    AlternativeResult appraise(Optional<Increment> increment) {
        Plan.Society society = plan.society();
        double costs = plan.value(society.costs());
        double gains = plan.value(society.benefits()) + plan.value(society.transfers());
        double npv = plan.value(society.npv());
        Tails tails = tails();
        SocietyYears flows = new SocietyYears(plan);
        return new AlternativeResult(
                plan.compiled().alternative().id(),
                plan.compiled().outlook().map(outlook -> outlook.id()),
                amount(costs),
                register(society.benefits()),
                amount(npv),
                costs > 0 ? OptionalDouble.of(gains / costs) : OptionalDouble.empty(),
                equivalentAnnualValue(npv, tails.any()),
                register(society.weightedNpv()),
                tails.any()
                        ? InternalRate.absent(InternalRate.Reason.RESIDUAL_VALUE)
                        : InternalRateSolver.solve(flows.net().all()),
                payback(flows.discounted().cumulative()),
                amount(tails.sum()),
                central.npvWithoutOptimismBias().map(this::amountOf),
                increment,
                stakeholders(),
                sectors(),
                interventions(),
                streams(),
                years(flows),
                grossToNet(),
                unpriced(),
                MarginalValue.of(plan),
                QualityShares.of(plan));
    }

    private Amount amount(double value) {
        return new Amount(value, currency);
    }

    private Amount amountOf(Double value) {
        return amount(value);
    }

    private Amount register(int register) {
        return amount(plan.value(register));
    }

    /** Society's part of what flows after the horizon. */
    private record Tails(double sum, boolean any) {}

    private Tails tails() {
        double sum = 0;
        boolean any = false;
        for (PlanStream stream : plan.streams()) {
            double sign = stream.stream().kind() == StreamKind.COST ? -1 : 1;
            for (PlanStream.ValueComponent part : stream.parts()) {
                double tail = plan.value(part.societyShare()) * plan.value(part.tail());
                sum += sign * tail;
                any |= tail != 0;
            }
        }
        return new Tails(sum, any);
    }

    private Optional<Amount> equivalentAnnualValue(double npv, boolean withoutEnd) {
        double factors = plan.value(plan.annuityWithin());
        if (withoutEnd) {
            factors += plan.value(plan.annuityBeyond());
        }
        return Double.isFinite(factors) ? Optional.of(amount(npv / factors)) : Optional.empty();
    }

    private Payback payback(double[] cumulative) {
        boolean below = false;
        for (int y = 0; y < cumulative.length; y++) {
            if (below && cumulative[y] >= 0) {
                return new Payback(OptionalInt.of(plan.frame().firstYear() + y), Optional.empty());
            }
            below |= cumulative[y] < 0;
        }
        return new Payback(OptionalInt.empty(), Optional.of(below ? Payback.Reason.NEVER : Payback.Reason.NEVER_BELOW));
    }

    private Map<String, Account> stakeholders() {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Map.Entry<String, Plan.Account> party : plan.parties().entrySet()) {
            Plan.Account account = party.getValue();
            accounts.put(
                    party.getKey(),
                    new Account(
                            register(account.costs()),
                            register(account.benefits()),
                            register(account.transfers()),
                            register(account.net()),
                            register(account.cash())));
        }
        return accounts;
    }

    private Map<String, Account> sectors() {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Stakeholder party : plan.compiled().scenario().stakeholders().values()) {
            Plan.Account account = plan.parties().get(party.id());
            if (party.sector() != null && account != null) {
                double[] sum = sums.computeIfAbsent(party.sector(), sector -> new double[5]);
                sum[0] += plan.value(account.costs());
                sum[1] += plan.value(account.benefits());
                sum[2] += plan.value(account.transfers());
                sum[3] += plan.value(account.net());
                sum[4] += plan.value(account.cash());
            }
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Map.Entry<String, double[]> sector : sums.entrySet()) {
            double[] sum = sector.getValue();
            accounts.put(
                    sector.getKey(),
                    new Account(amount(sum[0]), amount(sum[1]), amount(sum[2]), amount(sum[3]), amount(sum[4])));
        }
        return accounts;
    }

    private Map<String, InterventionResult> interventions() {
        Map<String, Map<StreamKind, Double>> sums = new HashMap<>();
        for (PlanStream stream : plan.streams()) {
            Map<StreamKind, Double> sum =
                    sums.computeIfAbsent(stream.intervention().id(), id -> new EnumMap<>(StreamKind.class));
            for (PlanStream.ValueComponent part : stream.parts()) {
                sum.merge(
                        stream.stream().kind(),
                        plan.value(part.societyShare()) * plan.value(part.presentValue()),
                        Double::sum);
            }
        }
        Map<String, InterventionResult> results = new LinkedHashMap<>();
        for (Intervention intervention : plan.compiled().interventions()) {
            Map<StreamKind, Double> sum = sums.getOrDefault(intervention.id(), Map.of());
            double costs = sum.getOrDefault(StreamKind.COST, 0.0);
            double benefits = sum.getOrDefault(StreamKind.EFFECT, 0.0);
            double received = sum.getOrDefault(StreamKind.TRANSFER, 0.0);
            results.put(
                    intervention.id(),
                    new InterventionResult(
                            intervention.id(),
                            amount(costs),
                            amount(benefits),
                            amount(benefits - costs + received),
                            central.last(intervention.id()).map(this::amountOf)));
        }
        return results;
    }

    private List<StreamResult> streams() {
        List<StreamResult> results = new ArrayList<>();
        for (PlanStream stream : plan.streams()) {
            double present = 0;
            double undiscounted = 0;
            double residual = 0;
            for (PlanStream.ValueComponent part : stream.parts()) {
                present += plan.value(part.presentValue());
                residual += plan.value(part.tail());
                for (double flow : plan.years(part.flow())) {
                    undiscounted += flow;
                }
            }
            results.add(new StreamResult(
                    stream.intervention().id(),
                    stream.stream().kind(),
                    stream.stream().id(),
                    amount(present),
                    amount(undiscounted),
                    amount(residual)));
        }
        return results;
    }

    private List<YearResult> years(SocietyYears flows) {
        double[] factors = plan.years(plan.discountFactors());
        double[] cumulative = flows.discounted().cumulative();
        List<YearResult> results = new ArrayList<>();
        for (int y = 0; y < years; y++) {
            Map<String, YearResult.PartyYear> parties = new LinkedHashMap<>();
            for (String party : plan.parties().keySet()) {
                parties.put(
                        party,
                        new YearResult.PartyYear(
                                amount(flows.net(party).of(y)),
                                amount(flows.cash(party).of(y))));
            }
            results.add(new YearResult(
                    plan.frame().firstYear() + y,
                    amount(flows.costs().of(y)),
                    amount(flows.benefits().of(y)),
                    amount(flows.net().of(y)),
                    factors[y],
                    amount(cumulative[y]),
                    parties));
        }
        return results;
    }

    private GrossToNet grossToNet() {
        double[] after = new double[plan.grossToNet().length];
        for (int k = 0; k < after.length; k++) {
            after[k] = plan.value(plan.grossToNet()[k]);
        }
        return new GrossToNet(
                amount(after[0]),
                amount(after[1] - after[0]),
                amount(after[2] - after[1]),
                amount(after[3] - after[2]),
                amount(after[4] - after[3]),
                amount(after[5] - after[4]),
                amount(after[6] - after[5]));
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
