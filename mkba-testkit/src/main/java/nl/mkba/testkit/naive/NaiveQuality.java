package nl.mkba.testkit.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Participants;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.time.Profile;

/** What a stream rests on, written from the rule alone: a list of formulas, and the weakest of all that they name. */
final class NaiveQuality {

    /** From strong to weak, and apart from those what is decided. */
    static final List<String> LEVELS =
            List.of("official", "study", "practice", "press", "weak", "illustrative", "none", "choice");

    private final Scenario scenario;

    /** What the formulas of the values in force name, by parameter. */
    private final Map<String, Set<String>> named;

    /** Parameters whose value in force, without factors, names others. */
    private final Set<String> computed;

    NaiveQuality(Scenario scenario, Map<String, Set<String>> named, Set<String> computed) {
        this.scenario = scenario;
        this.named = named;
        this.computed = computed;
    }

    String ofStream(Intervention intervention, Stream stream) {
        Set<String> parameters = parameters(intervention, stream);
        if (parameters.isEmpty()) {
            return stream.terms().source() != null ? "study" : "none";
        }
        return parameters.stream()
                .map(this::ofParameter)
                .filter(level -> !level.equals("choice"))
                .max((one, other) -> LEVELS.indexOf(one) - LEVELS.indexOf(other))
                .orElse("choice");
    }

    String ofParameter(String id) {
        Provenance origin = Entries.of(scenario.parameters(), id).provenance();
        Quality quality = origin.quality();
        if (quality == Quality.DEFINITION) {
            return "choice";
        }
        return quality != null ? quality.id() : origin.source() != null ? "study" : "none";
    }

    /** The parameters on which a stream's flows depend, but for those that claim nothing. */
    Set<String> parameters(Intervention intervention, Stream stream) {
        Set<String> all = new LinkedHashSet<>();
        for (Expression formula : formulas(intervention, stream)) {
            if (formula != null) {
                formula.references().forEach(id -> collect(id, all));
            }
        }
        Set<String> claiming = new TreeSet<>();
        for (String id : all) {
            Provenance origin = Entries.of(scenario.parameters(), id).provenance();
            boolean saysNothing = origin.quality() == null && origin.source() == null;
            if (!(saysNothing && computed.contains(id))) {
                claiming.add(id);
            }
        }
        return claiming;
    }

    private void collect(String id, Set<String> all) {
        if (all.add(id)) {
            Entries.of(named, id).forEach(other -> collect(other, all));
        }
    }

    private List<Expression> formulas(Intervention intervention, Stream stream) {
        List<Expression> formulas = new ArrayList<>();
        formulas.add(intervention.start());
        formulas.add(stream.terms().growth());
        formulas.addAll(profile(stream.terms().when()));
        boolean nominal = stream.terms().prices() == Prices.NOMINAL;
        if (stream.terms().perParticipant()) {
            Participants participants = Entries.stated(intervention.participants());
            formulas.add(participants.count());
            formulas.addAll(profile(participants.when()));
        }
        String grade = stream.terms().evidence();
        OptimismBias bias = scenario.optimismBias() == null || grade == null
                ? new OptimismBias(Expression.ZERO, Expression.ZERO)
                : Entries.of(scenario.optimismBias(), grade);
        if (stream instanceof Cost cost) {
            formulas.add(cost.amount().amount());
            formulas.add(bias.costs());
        } else if (stream instanceof Transfer transfer) {
            formulas.add(transfer.amount().amount());
            if (transfer.amount() instanceof Stream.Amount.PerUnitOf follower) {
                intervention.effects().stream()
                        .filter(effect -> effect.id().equals(follower.effect()))
                        .forEach(effect -> formulas.addAll(formulas(intervention, effect)));
            }
        } else {
            Effect effect = (Effect) stream;
            formulas.add(bias.effects());
            formulas.add(effect.corrections().deadweight());
            formulas.add(effect.corrections().dueToOthers());
            formulas.add(effect.corrections().displacement());
            intervention.interactions().forEach(rule -> formulas.add(rule.times()));
            if (effect instanceof Effect.Valued valued) {
                formulas.add(valued.quantity());
                formulas.add(valued.value());
            } else {
                Effect.Reduction reduction = (Effect.Reduction) effect;
                formulas.add(reduction.by());
                Outcome outcome = Entries.of(scenario.outcomes(), reduction.outcome());
                if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
                    formulas.add(trend.level());
                    formulas.add(trend.trend());
                } else {
                    formulas.addAll(((Outcome.Baseline.Path) outcome.baseline())
                            .levels()
                            .values());
                }
                for (var value : outcome.values().values()) {
                    formulas.add(value.value());
                    formulas.add(value.growth());
                    nominal |= value.prices() == Prices.NOMINAL;
                }
            }
        }
        if (nominal) {
            formulas.add(scenario.inflation());
        }
        return formulas;
    }

    private static List<Expression> profile(Profile profile) {
        if (profile instanceof Profile.Years years) {
            return years.years();
        }
        if (profile instanceof Profile.Series series) {
            return new ArrayList<>(series.strengths().values());
        }
        Profile.Run run = (Profile.Run) profile;
        return Arrays.asList(
                run.from(),
                run.delay(),
                run.to(),
                run.years(),
                run.every(),
                run.rampUp(),
                run.dropOff(),
                run.fadeOut());
    }
}
