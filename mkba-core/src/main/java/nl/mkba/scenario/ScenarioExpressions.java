package nl.mkba.scenario;

import java.util.Map;
import java.util.function.BiConsumer;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.expression.Expression;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** Walks over every expression of a scenario, with the path of the key it stands under. */
final class ScenarioExpressions {

    private final BiConsumer<String, Expression> visitor;

    /** Whether it passes over what divides flows over stakeholders or says what of them is cash. */
    private final boolean flowsOnly;

    private ScenarioExpressions(BiConsumer<String, Expression> visitor, boolean flowsOnly) {
        this.visitor = visitor;
        this.flowsOnly = flowsOnly;
    }

    private ScenarioExpressions(BiConsumer<String, Expression> visitor) {
        this(visitor, false);
    }

    /** Hands every expression of the scenario to {@code visitor}. */
    static void forEach(Scenario scenario, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions walk = new ScenarioExpressions(visitor);
        visitor.accept("inflation", scenario.inflation());
        walk.policy("discounting", scenario.discounting());
        for (Stakeholder stakeholder : scenario.stakeholders().values()) {
            walk.visit("stakeholders." + stakeholder.id() + ".weight", stakeholder.statedWeight());
            walk.visit("stakeholders." + stakeholder.id() + ".income", stakeholder.income());
        }
        IncomeWeights weights = scenario.incomeWeights();
        if (weights != null) {
            visitor.accept("income_weights.reference", weights.reference());
            visitor.accept("income_weights.elasticity", weights.elasticity());
        }
        for (Parameter parameter : scenario.parameters().values()) {
            walk.visit("parameters." + parameter.id() + ".value", parameter.value());
        }
        for (Outcome outcome : scenario.outcomes().values()) {
            walk.outcome(outcome);
        }
        for (Intervention intervention : scenario.interventions().values()) {
            walk.intervention(intervention);
        }
        for (Alternative alternative : scenario.alternatives().values()) {
            walk.replacements("alternatives." + alternative.id() + ".set.", alternative.set());
        }
        for (Outlook outlook : scenario.outlooks().values()) {
            walk.outlook("outlooks." + outlook.id(), outlook);
        }
        Map<String, OptimismBias> grades = scenario.optimismBias();
        if (grades != null) {
            for (Map.Entry<String, OptimismBias> grade : grades.entrySet()) {
                String path = "optimism_bias." + grade.getKey();
                visitor.accept(path + ".costs", grade.getValue().costs());
                visitor.accept(path + ".effects", grade.getValue().effects());
            }
        }
    }

    /**
     * Hands every expression of a selection's changes to {@code visitor}.
     *
     * @param discountingPath the path of the discount policy that it may bring
     */
    static void forEach(Selection selection, String discountingPath, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions walk = new ScenarioExpressions(visitor);
        walk.replacements("set.", selection.set());
        DiscountPolicy policy = selection.discounting();
        if (policy != null) {
            walk.policy(discountingPath, policy);
        }
    }

    /**
     * Hands every expression on which the flows of a stream depend to {@code visitor}: those in its own keys without shares and
     * {@code cashable}; in its intervention's start; in the participants if it is per participant; of an effect in the
     * interactions; in its grade of the optimism bias; in the inflation if it is nominal; in the outcome that it reduces; and those
     * of the effect that it follows. Other effects on its outcome, and discounting, are left out.
     */
    static void forEachOfFlow(
            Scenario scenario, Intervention intervention, Stream stream, BiConsumer<String, Expression> visitor) {
        new ScenarioExpressions(visitor, true).flow(scenario, intervention, stream);
    }

    private void flow(Scenario scenario, Intervention intervention, Stream stream) {
        String path = "interventions." + intervention.id();
        stream(intervention.path(stream), stream);
        visit(path + ".start", intervention.start());
        Participants participants = intervention.participants();
        if (stream.terms().perParticipant() && participants != null) {
            participants(path, participants);
        }
        grade(scenario, stream);
        boolean nominal = stream.terms().prices() == Prices.NOMINAL;
        if (stream instanceof Effect) {
            interactions(path, intervention);
        }
        if (stream instanceof Effect.Reduction reduction) {
            Outcome outcome = scenario.outcomes().get(reduction.outcome());
            if (outcome != null) {
                outcome(outcome);
                for (Outcome.Value value : outcome.values().values()) {
                    nominal |= value.prices() == Prices.NOMINAL;
                }
            }
        }
        if (nominal) {
            visitor.accept("inflation", scenario.inflation());
        }
        if (stream instanceof Transfer transfer && transfer.amount() instanceof Stream.Amount.PerUnitOf following) {
            for (Effect effect : intervention.effects()) {
                if (effect.id().equals(following.effect())) {
                    flow(scenario, intervention, effect);
                }
            }
        }
    }

    /** The correction for the grade of evidence; transfers have none of their own. */
    private void grade(Scenario scenario, Stream stream) {
        Map<String, OptimismBias> grades = scenario.optimismBias();
        String evidence = stream.terms().evidence();
        OptimismBias bias = grades == null || evidence == null ? null : grades.get(evidence);
        if (bias != null && stream.kind() == Stream.Kind.COST) {
            visitor.accept("optimism_bias." + evidence + ".costs", bias.costs());
        } else if (bias != null && stream.kind() == Stream.Kind.EFFECT) {
            visitor.accept("optimism_bias." + evidence + ".effects", bias.effects());
        }
    }

    private void outlook(String path, Outlook outlook) {
        replacements(path + ".set.", outlook.set());
        DiscountPolicy policy = outlook.discounting();
        if (policy != null) {
            policy(path + ".discounting", policy);
        }
    }

    private void replacements(String path, Map<String, Replacement> set) {
        for (Map.Entry<String, Replacement> replacement : set.entrySet()) {
            replacement(path + replacement.getKey(), replacement.getValue());
        }
    }

    private void policy(String path, DiscountPolicy policy) {
        rates(path, policy, DiscountPolicy.STANDARD, policy.standard());
        for (Map.Entry<String, RateSchedule> rateClass : policy.classes().entrySet()) {
            rates(path, policy, rateClass.getKey(), rateClass.getValue());
        }
    }

    private void rates(String path, DiscountPolicy policy, String rateClass, RateSchedule schedule) {
        for (Map.Entry<Integer, Expression> step : schedule.steps().entrySet()) {
            visitor.accept(policy.path(path, rateClass, step.getKey()), step.getValue());
        }
    }

    private void replacement(String path, Replacement replacement) {
        if (replacement instanceof Replacement.Times times) {
            visitor.accept(path + ".times", times.factor());
        } else if (replacement instanceof Replacement.Value value) {
            visit(path + ".value", value.value());
        }
    }

    private void outcome(Outcome outcome) {
        String path = "outcomes." + outcome.id();
        if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            visitor.accept(path + ".baseline", trend.level());
            visitor.accept(path + ".trend", trend.trend());
        } else if (outcome.baseline() instanceof Outcome.Baseline.Path levels) {
            for (Map.Entry<Integer, Expression> level : levels.levels().entrySet()) {
                visitor.accept(path + ".baseline." + level.getKey(), level.getValue());
            }
        }
        for (Map.Entry<String, Outcome.Value> entry : outcome.values().entrySet()) {
            Outcome.Value value = entry.getValue();
            String valuePath = outcome.path(entry.getKey());
            visitor.accept(valuePath + ".value", value.value());
            shares(valuePath + ".borne_by", value.borneBy());
            if (!flowsOnly) {
                visitor.accept(valuePath + ".cashable", value.cashable());
            }
            visitor.accept(valuePath + ".growth", value.growth());
        }
    }

    private void intervention(Intervention intervention) {
        String path = "interventions." + intervention.id();
        visit(path + ".start", intervention.start());
        profile(path + ".active", intervention.active());
        Participants participants = intervention.participants();
        if (participants != null) {
            participants(path, participants);
        }
        for (Stream stream : intervention.streams()) {
            stream(intervention.path(stream), stream);
        }
        interactions(path, intervention);
    }

    private void participants(String path, Participants participants) {
        visitor.accept(path + ".participants.count", participants.count());
        profile(path + ".participants.when", participants.when());
    }

    private void interactions(String path, Intervention intervention) {
        for (int i = 0; i < intervention.interactions().size(); i++) {
            visitor.accept(
                    path + ".interactions[" + i + "].times",
                    intervention.interactions().get(i).times());
        }
    }

    private void stream(String path, Stream stream) {
        if (stream instanceof Cost cost) {
            shares(path + ".paid_by", cost.paidBy());
            amount(path, cost.amount());
        } else if (stream instanceof Transfer transfer) {
            amount(path, transfer.amount());
        } else if (stream instanceof Effect effect) {
            if (effect instanceof Effect.Valued valued) {
                visitor.accept(path + ".quantity", valued.quantity());
                visitor.accept(path + ".value", valued.value());
                shares(path + ".accrues_to", valued.accruesTo());
            } else if (effect instanceof Effect.Reduction reduction) {
                visitor.accept(path + ".by", reduction.by());
            }
            visitor.accept(path + ".deadweight", effect.corrections().deadweight());
            visitor.accept(path + ".due_to_others", effect.corrections().dueToOthers());
            visitor.accept(path + ".displacement", effect.corrections().displacement());
        }
        Stream.Terms terms = stream.terms();
        profile(path + ".when", terms.when());
        visitor.accept(path + ".growth", terms.growth());
        if (!flowsOnly) {
            visit(path + ".cashable", terms.cashable());
        }
    }

    private void amount(String path, Stream.Amount amount) {
        visitor.accept(path + (amount instanceof Stream.Amount.Total ? ".total" : ".amount"), amount.amount());
    }

    private void shares(String path, Shares shares) {
        if (flowsOnly) {
            return;
        }
        for (Map.Entry<String, Expression> share : shares.byStakeholder().entrySet()) {
            visitor.accept(path + "." + share.getKey(), share.getValue());
        }
    }

    private void profile(String path, @Nullable Profile profile) {
        if (profile instanceof Profile.Years years) {
            for (int i = 0; i < years.years().size(); i++) {
                visitor.accept(path + ".in[" + i + "]", years.years().get(i));
            }
        } else if (profile instanceof Profile.Series series) {
            for (Map.Entry<Integer, Expression> strength : series.strengths().entrySet()) {
                visitor.accept(path + ".series." + strength.getKey(), strength.getValue());
            }
        } else if (profile instanceof Profile.Run run) {
            visit(path + ".from", run.from());
            visit(path + ".delay", run.delay());
            visit(path + ".to", run.to());
            visit(path + ".years", run.years());
            visit(path + ".every", run.every());
            visit(path + ".ramp_up", run.rampUp());
            visit(path + ".drop_off", run.dropOff());
            visit(path + ".fade_out", run.fadeOut());
        }
    }

    private void visit(String path, @Nullable Expression expression) {
        if (expression != null) {
            visitor.accept(path, expression);
        }
    }
}
