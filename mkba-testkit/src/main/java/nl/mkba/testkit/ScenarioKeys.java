package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import nl.mkba.source.Quality;
import nl.mkba.time.Profile;

/** Which keys of the format a scenario uses. */
final class ScenarioKeys {

    private static final List<String> BUT_DISTRIBUTIONS = List.of(
            "first_year before base_year",
            "first_year after base_year",
            "price_level",
            "price_index: nl_cpi",
            "price_index: own",
            "inflation",
            "flows_at: start",
            "flows_at: mid",
            "flows_at: end",
            "discounting: published",
            "discounting: flat",
            "discounting: steps",
            "discounting: calendar years",
            "discounting: classes",
            "stakeholders.income",
            "stakeholders.government",
            "income_weights",
            "stakeholders.sector",
            "stakeholders.counts",
            "stakeholders.weight",
            "stakeholders.can_pay",
            "parameters.value: number",
            "parameters.value: expr",
            "parameters.distribution",
            "parameters.distribution without value",
            "parameters.price_year",
            "parameters.price_year with distribution",
            "parameters.group",
            "parameters.quality",
            "parameters.quality: choice",
            "parameters.quality: definition",
            "parameters.source without quality",
            "outcomes.baseline: expr",
            "outcomes.trend",
            "outcomes.baseline: calendar years",
            "outcomes.baseline: offsets",
            "outcomes.value",
            "outcomes.values",
            "outcomes.cashable",
            "outcomes.growth",
            "outcomes.prices",
            "outcomes.rate_class",
            "outcomes.labels",
            "interventions.start: calendar",
            "interventions.start: offset",
            "interventions.active",
            "interventions.participants",
            "interventions.unpriced",
            "interventions.labels",
            "unpriced.labels",
            "interactions.with",
            "interactions.without",
            "costs.amount",
            "costs.total",
            "effects.quantity",
            "effects.unit",
            "effects.reduces",
            "effects.reduces per participant",
            "effects.deadweight",
            "effects.due_to_others",
            "effects.displacement",
            "effects.evidence",
            "transfers.amount",
            "transfers.total",
            "transfers.follows a value",
            "transfers.follows a reduction",
            "transfers.follows beyond horizon",
            "streams.per",
            "streams.growth",
            "streams.prices",
            "streams.rate_class",
            "streams.beyond_horizon",
            "streams.beyond_horizon every",
            "streams.evidence",
            "streams.cashable",
            "streams.labels",
            "when.in",
            "when.series",
            "when.from",
            "when.delay",
            "when.to",
            "when.years",
            "when.every",
            "when.ramp_up",
            "when.drop_off",
            "when.fade_out",
            "shares: several",
            "optimism_bias",
            "alternatives",
            "alternatives: none stated",
            "alternatives.set",
            "alternatives.compared_with",
            "outlooks",
            "outlooks.set",
            "outlooks.discounting",
            "set: number",
            "set: expr",
            "set: distribution",
            "set: times",
            "correlations",
            "simulation",
            "expect");

    /** Every key that bears on the figures, as {@code section.key}; where it matters with the kind of value. */
    static final List<String> ALL = all();

    private final Set<String> keys = new TreeSet<>();

    private ScenarioKeys() {}

    private static List<String> all() {
        List<String> all = new ArrayList<>(BUT_DISTRIBUTIONS);
        for (Class<?> type : Distribution.class.getPermittedSubclasses()) {
            all.add(distribution(type));
        }
        return List.copyOf(all);
    }

    private static String distribution(Class<?> type) {
        return "parameters.distribution: " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The keys that this scenario uses. */
    static Set<String> of(Scenario scenario) {
        ScenarioKeys walk = new ScenarioKeys();
        walk.scenario(scenario);
        return walk.keys;
    }

    private void when(boolean used, String key) {
        if (used) {
            keys.add(key);
        }
    }

    private static boolean isFormula(Expression expression) {
        return expression.number().isEmpty();
    }

    private void scenario(Scenario scenario) {
        when(scenario.firstYear() < scenario.baseYear(), "first_year before base_year");
        when(scenario.firstYear() > scenario.baseYear(), "first_year after base_year");
        when(scenario.statedPriceLevel() != null, "price_level");
        keys.add("price_index: "
                + (scenario.priceIndex().name() == null
                        ? "own"
                        : scenario.priceIndex().name()));
        when(!scenario.inflation().equals(Expression.ZERO), "inflation");
        keys.add("flows_at: " + scenario.flowsAt().id());
        policy(scenario.discounting());
        scenario.stakeholders().values().forEach(this::stakeholder);
        when(scenario.incomeWeights() != null, "income_weights");
        scenario.parameters().values().forEach(this::parameter);
        scenario.outcomes().values().forEach(this::outcome);
        scenario.interventions().values().forEach(this::intervention);
        when(scenario.optimismBias() != null, "optimism_bias");
        when(!scenario.correlations().isEmpty(), "correlations");
        when(scenario.simulation().draws() != 10_000, "simulation");
        when(!scenario.expectations().isEmpty(), "expect");
        for (Alternative alternative : scenario.alternatives().values()) {
            keys.add(alternative.id().equals(Alternative.ALL) ? "alternatives: none stated" : "alternatives");
            when(!alternative.set().isEmpty(), "alternatives.set");
            when(alternative.comparedWith() != null, "alternatives.compared_with");
            alternative.set().values().forEach(this::replacement);
        }
        for (Outlook outlook : scenario.outlooks().values()) {
            keys.add("outlooks");
            when(!outlook.set().isEmpty(), "outlooks.set");
            when(outlook.discounting() != null, "outlooks.discounting");
            outlook.set().values().forEach(this::replacement);
        }
    }

    private void policy(DiscountPolicy policy) {
        when(policy.name() != null, "discounting: published");
        when(!policy.classes().isEmpty(), "discounting: classes");
        RateSchedule standard = policy.standard();
        keys.add(standard.isFlat() ? "discounting: flat" : "discounting: steps");
        when(standard.steps().lastKey() >= 1000, "discounting: calendar years");
    }

    private void stakeholder(Stakeholder stakeholder) {
        when(stakeholder.sector() != null, "stakeholders.sector");
        when(!stakeholder.counts(), "stakeholders.counts");
        when(!stakeholder.weight().equals(Expression.ONE), "stakeholders.weight");
        when(!stakeholder.canPay(), "stakeholders.can_pay");
        when(stakeholder.income() != null, "stakeholders.income");
        when(stakeholder.statedGovernment() != null, "stakeholders.government");
    }

    private void parameter(Parameter parameter) {
        Expression value = parameter.value();
        when(value != null && !isFormula(value), "parameters.value: number");
        when(value != null && isFormula(value), "parameters.value: expr");
        Distribution distribution = parameter.distribution();
        if (distribution != null) {
            keys.add("parameters.distribution");
            keys.add(distribution(distribution.getClass()));
            when(value == null, "parameters.distribution without value");
            when(parameter.priceYear() != null, "parameters.price_year with distribution");
        }
        when(parameter.priceYear() != null, "parameters.price_year");
        when(parameter.group() != null, "parameters.group");
        Quality quality = parameter.provenance().quality();
        when(quality != null && quality.isEvidence(), "parameters.quality");
        when(quality == Quality.CHOICE, "parameters.quality: choice");
        when(quality == Quality.DEFINITION, "parameters.quality: definition");
        when(quality == null && parameter.provenance().source() != null, "parameters.source without quality");
    }

    private void replacement(Replacement replacement) {
        if (replacement instanceof Replacement.Value value) {
            when(value.value() != null && !isFormula(value.value()), "set: number");
            when(value.value() != null && isFormula(value.value()), "set: expr");
            when(value.distribution() != null, "set: distribution");
        } else {
            keys.add("set: times");
        }
    }

    private void outcome(Outcome outcome) {
        if (outcome.baseline() instanceof Outcome.Baseline.Path path) {
            boolean calendar = path.levels().keySet().stream().anyMatch(year -> year >= 1000);
            keys.add("outcomes.baseline: " + (calendar ? "calendar years" : "offsets"));
        } else if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            keys.add("outcomes.baseline: expr");
            when(!trend.trend().equals(Expression.ZERO), "outcomes.trend");
        }
        keys.add(outcome.values().size() == 1 ? "outcomes.value" : "outcomes.values");
        for (Outcome.Value value : outcome.values().values()) {
            when(!value.cashable().equals(Expression.ZERO), "outcomes.cashable");
            when(!value.growth().equals(Expression.ZERO), "outcomes.growth");
            when(value.prices() == Prices.NOMINAL, "outcomes.prices");
            when(value.rateClass() != null, "outcomes.rate_class");
            when(!value.labels().equals(Labels.NONE), "outcomes.labels");
            shares(value.borneBy());
        }
    }

    private void shares(Shares shares) {
        when(shares.byStakeholder().size() > 1, "shares: several");
    }

    private void intervention(Intervention intervention) {
        Expression start = intervention.start();
        if (start != null) {
            boolean calendar = start.text().startsWith("20");
            keys.add("interventions.start: " + (calendar ? "calendar" : "offset"));
        }
        when(intervention.active() != null, "interventions.active");
        when(intervention.participants() != null, "interventions.participants");
        when(!intervention.unpriced().isEmpty(), "interventions.unpriced");
        when(!intervention.labels().equals(Labels.NONE), "interventions.labels");
        intervention.unpriced().forEach(item -> when(!item.labels().equals(Labels.NONE), "unpriced.labels"));
        intervention
                .interactions()
                .forEach(rule -> keys.add("interactions." + rule.condition().id()));
        for (Cost cost : intervention.costs()) {
            keys.add(cost.amount() instanceof Stream.Amount.Total ? "costs.total" : "costs.amount");
            shares(cost.paidBy());
        }
        intervention.effects().forEach(this::effect);
        intervention.transfers().forEach(transfer -> transfer(intervention, transfer));
        intervention.streams().forEach(this::stream);
    }

    private void effect(Effect effect) {
        if (effect instanceof Effect.Reduction) {
            keys.add("effects.reduces");
            when(effect.terms().perParticipant(), "effects.reduces per participant");
        } else {
            keys.add("effects.quantity");
            when(((Effect.Valued) effect).unit() != null, "effects.unit");
        }
        when(!effect.corrections().deadweight().equals(Expression.ZERO), "effects.deadweight");
        when(!effect.corrections().dueToOthers().equals(Expression.ZERO), "effects.due_to_others");
        when(!effect.corrections().displacement().equals(Expression.ZERO), "effects.displacement");
        when(effect.terms().evidence() != null, "effects.evidence");
    }

    private void transfer(Intervention intervention, Transfer transfer) {
        if (transfer.amount() instanceof Stream.Amount.PerUnitOf follower) {
            Effect followed = intervention.effects().stream()
                    .filter(effect -> effect.id().equals(follower.effect()))
                    .findFirst()
                    .orElseThrow();
            keys.add("transfers.follows " + (followed instanceof Effect.Valued ? "a value" : "a reduction"));
            when(followed.terms().continues(), "transfers.follows beyond horizon");
        } else {
            keys.add(transfer.amount() instanceof Stream.Amount.Total ? "transfers.total" : "transfers.amount");
        }
    }

    private void stream(Stream stream) {
        Stream.Terms terms = stream.terms();
        when(terms.perParticipant(), "streams.per");
        when(!terms.growth().equals(Expression.ZERO), "streams.growth");
        when(terms.prices() == Prices.NOMINAL, "streams.prices");
        when(terms.rateClass() != null, "streams.rate_class");
        when(terms.continues(), "streams.beyond_horizon");
        when(terms.evidence() != null, "streams.evidence");
        when(terms.cashable() != null, "streams.cashable");
        when(!terms.labels().equals(Labels.NONE), "streams.labels");
        if (terms.when() instanceof Profile.Years) {
            keys.add("when.in");
        } else if (terms.when() instanceof Profile.Series) {
            keys.add("when.series");
        } else if (terms.when() instanceof Profile.Run run) {
            when(run.from() != null, "when.from");
            when(run.delay() != null, "when.delay");
            when(run.to() != null, "when.to");
            when(run.years() != null, "when.years");
            when(run.every() != null, "when.every");
            when(run.rampUp() != null, "when.ramp_up");
            when(run.dropOff() != null, "when.drop_off");
            when(run.fadeOut() != null, "when.fade_out");
            when(run.every() != null && terms.continues(), "streams.beyond_horizon every");
        }
    }
}
