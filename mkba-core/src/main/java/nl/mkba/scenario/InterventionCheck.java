package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** What does not fit within an intervention: its streams, their profiles, and the other interventions it names. */
final class InterventionCheck {

    private final Scenario scenario;
    private final IdCheck ids;
    private final LabelCheck labels;
    private final Problems problems;

    InterventionCheck(Scenario scenario, IdCheck ids, LabelCheck labels, Problems problems) {
        this.scenario = scenario;
        this.ids = ids;
        this.labels = labels;
        this.problems = problems;
    }

    void intervention(Intervention intervention) {
        String path = "interventions." + intervention.id();
        ids.id(path, intervention.id());
        labels.check(path, intervention.labels());
        Set<String> seen = new HashSet<>();
        for (Stream stream : intervention.streams()) {
            String streamPath = intervention.path(stream);
            ids.id(streamPath, stream.id());
            if (!seen.add(stream.id())) {
                problems.add(Problem.ofKey(ProblemCode.DUPLICATE_STREAM, streamPath, stream.id()));
            }
            stream(intervention, stream, streamPath);
        }
        for (int i = 0; i < intervention.unpriced().size(); i++) {
            UnpricedItem item = intervention.unpriced().get(i);
            ids.stakeholder(path + ".unpriced[" + i + "].stakeholder", item.stakeholder());
            labels.check(path + ".unpriced[" + i + "]", item.labels());
        }
        Profile active = intervention.active();
        if (active != null) {
            profile(path + ".active", active);
        }
        Participants participants = intervention.participants();
        if (participants != null) {
            profile(path + ".participants.when", participants.when());
        }
        for (int i = 0; i < intervention.interactions().size(); i++) {
            Interaction interaction = intervention.interactions().get(i);
            String other = interaction.other();
            String key =
                    path + ".interactions[" + i + "]." + interaction.condition().id();
            if (other.equals(intervention.id())) {
                problems.add(ProblemCode.INTERACTS_WITH_ITSELF, key, other);
            } else if (ids.known(
                    ProblemCode.UNKNOWN_INTERVENTION,
                    key,
                    other,
                    "interventions",
                    scenario.interventions().keySet())) {
                activeStated(scenario.interventions().get(other));
            }
        }
    }

    private void activeStated(@Nullable Intervention other) {
        if (other != null
                && other.active() == null
                && !problems.isInDoubt("interventions." + other.id())
                && other.costs().stream().anyMatch(cost -> hasEnd(cost.terms().when()))) {
            problems.add(Problem.ofKey(ProblemCode.ACTIVE_NOT_STATED, "interventions." + other.id(), other.id()));
        }
    }

    private static boolean hasEnd(Profile profile) {
        return !(profile instanceof Profile.Run run) || !run.isOpen();
    }

    private void stream(Intervention intervention, Stream stream, String path) {
        Stream.Terms terms = stream.terms();
        profile(path + ".when", terms.when());
        labels.check(path, terms.labels());
        if (terms.perParticipant()) {
            String participants = "interventions." + intervention.id() + ".participants";
            if (intervention.participants() == null && !problems.isInDoubt(participants)) {
                problems.add(ProblemCode.NO_PARTICIPANTS, path + ".per", intervention.id());
            }
            if (terms.continues()) {
                problems.add(ProblemCode.CANNOT_CONTINUE, path + ".beyond_horizon", "per: participant");
            }
        } else if (terms.continues() && hasEnd(terms.when()) && !problems.isInDoubt(path + ".when")) {
            problems.add(ProblemCode.CANNOT_CONTINUE, path + ".beyond_horizon", "when");
        }
        ids.rateClass(path + ".rate_class", terms.rateClass());
        String grade = terms.evidence();
        if (grade != null && scenario.optimismBias() != null) {
            ids.known(
                    ProblemCode.UNKNOWN_GRADE,
                    path + ".evidence",
                    grade,
                    "optimism_bias",
                    scenario.optimismBias().keySet());
        }
        if (stream instanceof Cost cost) {
            ids.shares(path + ".paid_by", cost.paidBy());
            amount(path, cost.amount(), terms);
        } else if (stream instanceof Transfer transfer) {
            transfer(intervention, transfer, path);
        } else if (stream instanceof Effect.Valued valued) {
            ids.shares(path + ".accrues_to", valued.accruesTo());
        } else if (stream instanceof Effect.Reduction reduction) {
            ids.known(
                    ProblemCode.UNKNOWN_OUTCOME,
                    path + ".reduces",
                    reduction.outcome(),
                    "outcomes",
                    scenario.outcomes().keySet());
            ownTermsOnly(path, terms);
        }
    }

    private void transfer(Intervention intervention, Transfer transfer, String path) {
        ids.stakeholder(path + ".from", transfer.from());
        ids.stakeholder(path + ".to", transfer.to());
        if (transfer.from().equals(transfer.to())) {
            problems.add(ProblemCode.TRANSFER_TO_ITSELF, path + ".to", transfer.to());
        }
        if (transfer.amount() instanceof Stream.Amount.PerUnitOf follower) {
            List<String> effects = new ArrayList<>();
            for (Effect effect : intervention.effects()) {
                effects.add(effect.id());
            }
            String section = "interventions." + intervention.id() + ".effects";
            ids.known(ProblemCode.UNKNOWN_EFFECT, path + ".follows", follower.effect(), section, effects);
            if (!transfer.terms().when().equals(Profile.ALWAYS)) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".when", "when", "follows"));
            }
            if (transfer.terms().perParticipant()) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".per", "per", "follows"));
            }
            if (transfer.terms().continues()) {
                problems.add(
                        Problem.ofKey(ProblemCode.NOT_WITH, path + ".beyond_horizon", "beyond_horizon", "follows"));
            }
        } else {
            amount(path, transfer.amount(), transfer.terms());
        }
    }

    private void amount(String path, Stream.Amount amount, Stream.Terms terms) {
        if (!(amount instanceof Stream.Amount.Total)) {
            return;
        }
        if (problems.isInDoubt(path + ".when")) {
            return;
        }
        if (!hasEnd(terms.when())) {
            problems.add(Problem.ofKey(ProblemCode.TOTAL_WITHOUT_END, path + ".total"));
        } else if (terms.when() instanceof Profile.Run run && run.fadeOut() != null) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".when.fade_out", "fade_out", "total"));
        }
    }

    /** A reduction has no prices, class or tail of its own: those are its outcome's. */
    private void ownTermsOnly(String path, Stream.Terms terms) {
        notWithReduces(path, "growth", terms.growth().equals(Expression.ZERO));
        notWithReduces(path, "prices", terms.prices() == Prices.REAL);
        notWithReduces(path, "rate_class", terms.rateClass() == null);
        notWithReduces(path, "beyond_horizon", !terms.continues());
        notWithReduces(path, "cashable", terms.cashable() == null);
    }

    private void notWithReduces(String path, String key, boolean absent) {
        if (!absent) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + "." + key, key, "reduces"));
        }
    }

    private void profile(String path, Profile profile) {
        if (profile instanceof Profile.Years named && named.years().isEmpty()) {
            problems.add(ProblemCode.EMPTY, path + ".in", "years");
        }
        if (profile instanceof Profile.Series series && series.strengths().isEmpty()) {
            problems.add(ProblemCode.EMPTY, path + ".series");
        }
        if (profile instanceof Profile.Run run) {
            if (run.to() != null && run.years() != null) {
                problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + ".years", "years", "to"));
            }
            if (run.every() != null) {
                notWithEvery(path, "ramp_up", run.rampUp());
                notWithEvery(path, "drop_off", run.dropOff());
                notWithEvery(path, "fade_out", run.fadeOut());
            }
            if (run.fadeOut() != null && run.isOpen() && !problems.isInDoubt(path)) {
                problems.add(Problem.ofKey(ProblemCode.FADE_OUT_WITHOUT_END, path + ".fade_out"));
            }
        }
    }

    private void notWithEvery(String path, String key, @Nullable Object value) {
        if (value != null) {
            problems.add(Problem.ofKey(ProblemCode.NOT_WITH, path + "." + key, key, "every"));
        }
    }
}
