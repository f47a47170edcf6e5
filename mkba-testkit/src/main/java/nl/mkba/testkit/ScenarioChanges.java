package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;

/** Scenarios like another one, changed in one respect, to compare what an engine makes of both. Without expectations. */
public final class ScenarioChanges {

    private ScenarioChanges() {}

    /**
     * {@return the scenario with every amount of money times a factor: of costs, transfers, the values of effects and the
     * values of outcomes}
     *
     * @param scenario to start from
     * @param factor a number as in a scenario file, such as {@code 2.5}
     */
    public static Scenario multiplied(Scenario scenario, String factor) {
        Scenario.Builder copy = with(
                scenario,
                changed(
                        scenario,
                        cost -> List.of(multiplied(cost.id(), cost, factor)),
                        effect -> List.of(effect.toBuilder(effect.id())
                                .value(times(effect.value(), factor))
                                .build()),
                        transfer -> List.of(multiplied(transfer.id(), transfer, factor))));
        scenario.outcomes().values().forEach(outcome -> copy.outcome(multiplied(outcome, factor)));
        return copy.build();
    }

    /**
     * {@return the scenario with every stream in two, of 30 % and 70 %; an effect by its quantity, unless a transfer follows
     * it, and no reduction of an outcome}
     *
     * @param scenario to start from
     */
    public static Scenario split(Scenario scenario) {
        return with(
                        scenario,
                        changed(
                                scenario,
                                cost -> parts(part -> multiplied(cost.id() + part.suffix(), cost, part.factor())),
                                effect -> isFollowed(scenario, effect)
                                        ? List.of(effect)
                                        : parts(part -> effect.toBuilder(effect.id() + part.suffix())
                                                .quantity(times(effect.quantity(), part.factor()))
                                                .build()),
                                transfer -> parts(
                                        part -> multiplied(transfer.id() + part.suffix(), transfer, part.factor()))))
                .build();
    }

    /**
     * {@return the scenario with the interventions, and the streams and interactions of each, in the opposite order}
     *
     * @param scenario to start from
     */
    public static Scenario reversed(Scenario scenario) {
        List<Intervention> reversed = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            Intervention.Builder copy = intervention.toBuilder();
            backwards(intervention.costs()).forEach(copy::cost);
            backwards(intervention.effects()).forEach(copy::effect);
            backwards(intervention.transfers()).forEach(copy::transfer);
            backwards(intervention.interactions()).forEach(copy::interaction);
            reversed.add(copy.build());
        }
        return with(scenario, backwards(reversed)).build();
    }

    /**
     * {@return the scenario discounted at 0 % in every outlook, and without what goes on beyond the horizon}
     *
     * @param scenario to start from
     */
    public static Scenario undiscounted(Scenario scenario) {
        List<Intervention> ending = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            Intervention.Builder copy = intervention.toBuilder();
            intervention
                    .costs()
                    .forEach(each -> copy.cost(
                            each.toBuilder(each.id()).beyondHorizon(null).build()));
            intervention
                    .effects()
                    .forEach(each -> copy.effect(
                            each.toBuilder(each.id()).beyondHorizon(null).build()));
            intervention
                    .transfers()
                    .forEach(each -> copy.transfer(
                            each.toBuilder(each.id()).beyondHorizon(null).build()));
            intervention.interactions().forEach(copy::interaction);
            ending.add(copy.build());
        }
        Scenario.Builder copy = with(scenario, ending).discounting(0);
        scenario.outlooks()
                .values()
                .forEach(outlook -> copy.outlook(
                        outlook.toBuilder().discounting((DiscountPolicy) null).build()));
        return copy.build();
    }

    /**
     * {@return the scenario without the transfers between two stakeholders that count}
     *
     * @param scenario to start from
     */
    public static Scenario withoutTransfersWithinSociety(Scenario scenario) {
        List<Intervention> without = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            Intervention.Builder copy = intervention.toBuilder();
            intervention.costs().forEach(copy::cost);
            intervention.effects().forEach(copy::effect);
            intervention.transfers().stream()
                    .filter(transfer -> !(counts(scenario, transfer.from()) && counts(scenario, transfer.to())))
                    .forEach(copy::transfer);
            intervention.interactions().forEach(copy::interaction);
            without.add(copy.build());
        }
        return with(scenario, without).build();
    }

    /**
     * {@return the scenario with weight 1 for every stakeholder, and no weights from incomes}
     *
     * @param scenario to start from
     */
    public static Scenario unweighted(Scenario scenario) {
        Scenario.Builder copy = scenario.toBuilder().incomeWeights((IncomeWeights) null);
        scenario.stakeholders()
                .values()
                .forEach(each -> copy.stakeholder(each.toBuilder().weight(1).build()));
        return copy.build();
    }

    private static boolean counts(Scenario scenario, String stakeholder) {
        return scenario.stakeholders().containsKey(stakeholder)
                && scenario.stakeholders().get(stakeholder).counts();
    }

    private static <T> List<T> backwards(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    /** A part of a stream. */
    private record Share(String suffix, String factor) {}

    private static <T> List<T> parts(Function<Share, T> stream) {
        return List.of(stream.apply(new Share("_a", "30%")), stream.apply(new Share("_b", "0.7")));
    }

    private static boolean isFollowed(Scenario scenario, Effect effect) {
        return scenario.interventions().values().stream()
                .filter(intervention -> intervention.effects().contains(effect))
                .flatMap(intervention -> intervention.transfers().stream())
                .anyMatch(transfer -> transfer.amount() instanceof Stream.Amount.PerUnitOf follower
                        && follower.effect().equals(effect.id()));
    }

    private static Expression times(Expression expression, String factor) {
        return Expression.parse("(" + expression.text() + ") * " + factor);
    }

    private static Cost multiplied(String id, Cost cost, String factor) {
        Cost.Builder copy = cost.toBuilder(id);
        Expression amount = times(cost.amount().amount(), factor);
        return (cost.amount() instanceof Stream.Amount.Total ? copy.total(amount) : copy.amount(amount)).build();
    }

    private static Transfer multiplied(String id, Transfer transfer, String factor) {
        Transfer.Builder copy = transfer.toBuilder(id);
        Expression amount = times(transfer.amount().amount(), factor);
        return (transfer.amount() instanceof Stream.Amount.Total ? copy.total(amount) : copy.amount(amount)).build();
    }

    private static Outcome multiplied(Outcome outcome, String factor) {
        Outcome.Builder copy = outcome.toBuilder();
        outcome.values()
                .forEach((id, value) -> copy.values(
                        id,
                        value.toBuilder().value(times(value.value(), factor)).build()));
        return copy.build();
    }

    private static List<Intervention> changed(
            Scenario scenario,
            Function<Cost, List<Cost>> costs,
            Function<Effect.Valued, List<Effect>> effects,
            Function<Transfer, List<Transfer>> transfers) {
        UnaryOperator<Intervention> change = intervention -> {
            Intervention.Builder copy = intervention.toBuilder();
            intervention.costs().forEach(cost -> costs.apply(cost).forEach(copy::cost));
            for (Effect effect : intervention.effects()) {
                if (effect instanceof Effect.Valued valued) {
                    effects.apply(valued).forEach(copy::effect);
                } else {
                    copy.effect(effect);
                }
            }
            intervention.transfers().forEach(each -> transfers.apply(each).forEach(copy::transfer));
            intervention.interactions().forEach(copy::interaction);
            return copy.build();
        };
        return scenario.interventions().values().stream().map(change).toList();
    }

    private static Scenario.Builder with(Scenario scenario, List<Intervention> interventions) {
        Scenario.Builder copy = Scenario.builder(scenario.id())
                .title(scenario.title())
                .currency(scenario.currency())
                .baseYear(scenario.baseYear())
                .firstYear(scenario.firstYear())
                .horizon(scenario.horizon())
                .priceLevel(scenario.priceLevel())
                .priceIndex(scenario.priceIndex())
                .inflation(scenario.inflation())
                .flowsAt(scenario.flowsAt())
                .discounting(scenario.discounting())
                .simulation(scenario.simulation());
        scenario.stakeholders().values().forEach(copy::stakeholder);
        copy.incomeWeights(scenario.incomeWeights());
        scenario.parameters().values().forEach(copy::parameter);
        scenario.outcomes().values().forEach(copy::outcome);
        interventions.forEach(copy::intervention);
        scenario.alternatives().values().forEach(copy::alternative);
        scenario.outlooks().values().forEach(copy::outlook);
        if (scenario.optimismBias() != null) {
            copy.optimismBias(scenario.optimismBias());
        }
        scenario.correlations().forEach(copy::correlation);
        return copy;
    }
}
