package nl.mkba.scenario;

import java.util.Map;
import java.util.function.BiConsumer;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.RateSchedule;
import nl.mkba.expression.Expression;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** Walks over every expression of a scenario, with the path of the key it stands under. */
public final class ScenarioExpressions {

    private final BiConsumer<String, Expression> visitor;

    private ScenarioExpressions(BiConsumer<String, Expression> visitor) {
        this.visitor = visitor;
    }

    /** Hands every expression of the scenario to {@code visitor}. */
    public static void forEach(Scenario scenario, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions walk = new ScenarioExpressions(visitor);
        visitor.accept("inflation", scenario.inflation());
        walk.policy("discounting", scenario.discounting());
        for (Stakeholder party : scenario.stakeholders().values()) {
            visitor.accept("stakeholders." + party.id() + ".weight", party.weight());
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
    public static void forEach(Selection selection, String discountingPath, BiConsumer<String, Expression> visitor) {
        ScenarioExpressions walk = new ScenarioExpressions(visitor);
        walk.replacements("set.", selection.set());
        DiscountPolicy policy = selection.discounting();
        if (policy != null) {
            walk.policy(discountingPath, policy);
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

    /** The path of a step's rate in a discount policy. */
    public static String ratePath(String policyPath, String rateClass, RateSchedule schedule, int step) {
        String schedulePath = rateClass.equals(DiscountPolicy.STANDARD)
                ? policyPath + "." + DiscountPolicy.STANDARD
                : policyPath + ".classes." + rateClass;
        return schedule.isFlat() ? schedulePath : schedulePath + ".steps." + step;
    }

    private void policy(String path, DiscountPolicy policy) {
        schedule(path, DiscountPolicy.STANDARD, policy.standard());
        for (Map.Entry<String, RateSchedule> rateClass : policy.classes().entrySet()) {
            schedule(path, rateClass.getKey(), rateClass.getValue());
        }
    }

    private void schedule(String path, String rateClass, RateSchedule schedule) {
        for (Map.Entry<Integer, Expression> step : schedule.steps().entrySet()) {
            visitor.accept(ratePath(path, rateClass, schedule, step.getKey()), step.getValue());
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
        if (outcome.baseline() instanceof Baseline.Trend trend) {
            visitor.accept(path + ".baseline", trend.level());
            visitor.accept(path + ".trend", trend.trend());
        } else if (outcome.baseline() instanceof Baseline.Path levels) {
            for (Map.Entry<Integer, Expression> level : levels.levels().entrySet()) {
                visitor.accept(path + ".baseline." + level.getKey(), level.getValue());
            }
        }
        for (Map.Entry<String, OutcomeValue> entry : outcome.values().entrySet()) {
            OutcomeValue value = entry.getValue();
            String valuePath = valuePath(outcome, entry.getKey());
            visitor.accept(valuePath + ".value", value.value());
            shares(valuePath + ".borne_by", value.borneBy());
            visitor.accept(valuePath + ".cashable", value.cashable());
            visitor.accept(valuePath + ".growth", value.growth());
        }
    }

    /** The path of the map that holds one of an outcome's values. */
    public static String valuePath(Outcome outcome, String valueId) {
        String path = "outcomes." + outcome.id();
        boolean single = outcome.values().size() == 1 && valueId.equals(Outcome.SINGLE_VALUE);
        return single ? path : path + ".values." + valueId;
    }

    private void intervention(Intervention intervention) {
        String path = "interventions." + intervention.id();
        visit(path + ".start", intervention.start());
        profile(path + ".active", intervention.active());
        Participants participants = intervention.participants();
        if (participants != null) {
            visitor.accept(path + ".participants.count", participants.count());
            profile(path + ".participants.when", participants.when());
        }
        for (Stream stream : intervention.streams()) {
            stream(streamPath(intervention, stream), stream);
        }
        for (int i = 0; i < intervention.interactions().size(); i++) {
            visitor.accept(
                    path + ".interactions[" + i + "].times",
                    intervention.interactions().get(i).times());
        }
    }

    /** The path of a stream. */
    public static String streamPath(Intervention intervention, Stream stream) {
        return "interventions." + intervention.id() + "." + stream.kind().section() + "." + stream.id();
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
        StreamTerms terms = stream.terms();
        profile(path + ".when", terms.when());
        visitor.accept(path + ".growth", terms.growth());
        visit(path + ".cashable", terms.cashable());
    }

    private void amount(String path, StreamAmount amount) {
        visitor.accept(path + (amount instanceof StreamAmount.Total ? ".total" : ".amount"), amount.amount());
    }

    private void shares(String path, Shares shares) {
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
