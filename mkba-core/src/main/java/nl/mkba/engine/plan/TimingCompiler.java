package nl.mkba.engine.plan;

import java.util.HashMap;
import java.util.Map;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Participants;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles when a stream flows: by its own years, or by the years since its participants entered. */
final class TimingCompiler {

    private final CompilationContext compilation;
    private final ProfileCompiler profiles;
    private final ProgramBuilder program;
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Entrants> entering = new HashMap<>();

    /**
     * A compiled timing.
     *
     * @param strength the strengths, over all participants
     * @param entering the participants who enter each year, or null
     * @param profile the profile itself
     * @param span when it begins and ends
     * @param continuation how it goes on after the horizon, or null
     */
    record Timing(
            Vector strength,
            @Nullable Vector entering,
            Strength profile,
            PlanStream.Span span,
            Units.@Nullable Continuation continuation) {}

    /**
     * Participants who enter.
     *
     * @param register how many each year
     * @param span when the first and the last enter
     */
    private record Entrants(Vector register, PlanStream.Span span) {}

    TimingCompiler(CompilationContext compilation, ProfileCompiler profiles) {
        this.compilation = compilation;
        this.profiles = profiles;
        this.program = compilation.program();
        for (Intervention intervention : compilation.compiled().interventions()) {
            intervention(intervention);
        }
    }

    private void intervention(Intervention intervention) {
        String path = "interventions." + intervention.id();
        int start = profiles.start(intervention.start(), path + ".start");
        starts.put(intervention.id(), start);
        Participants participants = intervention.participants();
        if (participants != null) {
            Scalar count = compilation.bounded(participants.count(), Bound.NOT_NEGATIVE, path + ".participants.count");
            Strength strength = profiles.compile(
                    participants.when(),
                    path + ".participants.when",
                    ProfileCompiler.Origin.start(start),
                    Bound.NOT_NEGATIVE);
            int last = strength.open() == null
                    ? strength.end()
                    : compilation.lastYearOfOpenRuns() - compilation.frame().firstYear();
            entering.put(
                    intervention.id(),
                    new Entrants(
                            program.vector(Op.SCALE, strength.register(), count),
                            new PlanStream.Span(strength.begin(), last)));
        }
    }

    /** Vectors of the participants who enter, by the id of the intervention; of those that have participants. */
    Map<String, Vector> participants() {
        Map<String, Vector> registers = new HashMap<>();
        for (Map.Entry<String, Entrants> entrants : entering.entrySet()) {
            registers.put(entrants.getKey(), entrants.getValue().register());
        }
        return registers;
    }

    private int start(Intervention intervention) {
        return starts.getOrDefault(intervention.id(), compilation.frame().firstYear());
    }

    /** The timing of a stream with these terms. */
    Timing timing(Intervention intervention, Stream.Terms terms, String path) {
        if (terms.perParticipant()) {
            Strength profile =
                    profiles.compile(terms.when(), path + ".when", ProfileCompiler.Origin.ENTRY, Bound.NOT_NEGATIVE);
            Entrants entrants = entering.get(intervention.id());
            if (entrants == null) {
                return new Timing(program.everyYear(Double.NaN), null, profile, span(profile), null);
            }
            boolean ends = entrants.span().ends() && span(profile).ends();
            return new Timing(
                    program.vector(Op.COHORTS, entrants.register(), profile.register()),
                    entrants.register(),
                    profile,
                    new PlanStream.Span(
                            entrants.span().begin() + profile.begin(),
                            ends ? entrants.span().end() + profile.end() : PlanStream.Span.ENDLESS),
                    null);
        }
        Strength profile = profiles.compile(
                terms.when(), path + ".when", ProfileCompiler.Origin.start(start(intervention)), Bound.NOT_NEGATIVE);
        Units.Continuation continuation =
                terms.continues() && profile.open() != null ? continuation(profile, profile.open(), path) : null;
        return new Timing(profile.register(), null, profile, span(profile), continuation);
    }

    private static PlanStream.Span span(Strength profile) {
        return new PlanStream.Span(profile.begin(), profile.end());
    }

    private Units.@Nullable Continuation continuation(Strength profile, Strength.Open open, String path) {
        int sinceBegin = compilation.frame().horizon() - 1 - profile.begin();
        if (sinceBegin < 0 || sinceBegin + 1 < open.rampUp()) {
            compilation.refuse(
                    ProblemCode.NOT_AT_FULL_STRENGTH,
                    path + ".beyond_horizon",
                    String.valueOf(compilation.frame().lastYear()));
            return null;
        }
        return new Units.Continuation(profile.begin(), open);
    }
}
