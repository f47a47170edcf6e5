package nl.mkba.engine.plan;

import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/** Warns where the horizon decides the result: of what falls after it, and of what is taken to go on for ever. */
final class HorizonCheck {

    /** How much of a stream may fall after the horizon without a warning. */
    private static final double MUCH = 0.05;

    /** How large the residual value may be beside the benefits without a warning. */
    private static final double LARGE = 0.5;

    /** Nothing is examined beyond this many years, nor, with very many streams, beyond this many flows. */
    private static final int MOST_YEARS = 400;

    private static final int MOST_FLOWS = 1_000_000;

    private final CompilationContext compilation;
    private final List<PlanStream> streams;
    private final @Nullable CompiledStreams longer;

    HorizonCheck(CompiledStreams compiled) {
        this.compilation = compiled.compilation();
        this.streams = compiled.streams();
        this.longer = longer(compiled);
    }

    /** The streams over more years, if some end after the horizon; null otherwise. */
    private static @Nullable CompiledStreams longer(CompiledStreams compiled) {
        int horizon = compiled.compilation().frame().horizon();
        int latest = 0;
        for (PlanStream stream : compiled.streams()) {
            PlanStream.Span span = stream.span();
            if (span.begin() < horizon && span.ends()) {
                latest = Math.max(latest, span.end());
            }
        }
        if (latest < horizon) {
            return null;
        }
        int mostYears =
                Math.min(MOST_YEARS, MOST_FLOWS / Math.max(1, compiled.streams().size()));
        return compiled.beyondHorizon(Math.max(horizon, Math.min(latest + 1, mostYears)));
    }

    /** Warns of the central estimate. */
    static void run(CompiledStreams compiled, Problems problems) {
        run(compiled, List.of(compiled.compilation().compiled().alternative()), problems);
    }

    /**
     * The same for several alternatives that are alike.
     *
     * @param alike the alternative that is compiled, and others of which all that was compiled holds too
     */
    static void run(CompiledStreams compiled, List<Alternative> alike, Problems problems) {
        HorizonCheck check = new HorizonCheck(compiled);
        check.warn(compiled.compilation().program(), check.longer(), alike, problems);
    }

    /** The program of the longer horizon, whose values {@link #warn} is given; null if it is not needed. */
    @Nullable
    ProgramBuilder longer() {
        return longer == null ? null : longer.compilation().program();
    }

    /** The inputs of that program, in their order. */
    List<String> longerInputs() {
        return longer == null ? List.of() : longer.compilation().inputIds();
    }

    /**
     * Warns of what the registers hold.
     *
     * @param within registers of the years counted
     * @param beyond registers of the longer horizon
     */
    void warn(RegisterValues within, @Nullable RegisterValues beyond, Problems problems) {
        warn(within, beyond, List.of(compilation.compiled().alternative()), problems);
    }

    private void warn(
            RegisterValues within, @Nullable RegisterValues beyond, List<Alternative> alike, Problems problems) {
        for (PlanStream stream : streams) {
            if (stream.span().begin() >= compilation.frame().horizon() && !isInDoubt(stream, problems)) {
                warn(problems, ProblemCode.ALL_AFTER_HORIZON, stream, lastYear());
            }
        }
        if (longer != null && beyond != null) {
            afterHorizon(longer.streams(), beyond, problems);
        }
        if (!problems.hasErrors()) {
            residualValue(within, alike, problems);
        }
    }

    private void afterHorizon(List<PlanStream> longerStreams, RegisterValues beyond, Problems problems) {
        int horizon = compilation.frame().horizon();
        for (PlanStream stream : longerStreams) {
            if (stream.span().ends() && stream.span().begin() < horizon && !isInDoubt(stream, problems)) {
                double within = 0;
                double after = 0;
                for (PlanStream.ValueComponent part : stream.parts()) {
                    double[] flow = beyond.years(part.flow());
                    for (int y = 0; y < flow.length; y++) {
                        if (y < horizon) {
                            within += Math.abs(flow[y]);
                        } else {
                            after += Math.abs(flow[y]);
                        }
                    }
                }
                double share = after / (within + after);
                if (within == 0 && after > 0) {
                    warn(problems, ProblemCode.ALL_AFTER_HORIZON, stream, lastYear());
                } else if (share > MUCH) {
                    warn(
                            problems,
                            ProblemCode.MUCH_AFTER_HORIZON,
                            stream,
                            Long.toString(Math.round(100 * share)),
                            lastYear());
                }
            }
        }
    }

    /** Whether something was reported of when the stream flows, so that it may flow at another time. */
    private static boolean isInDoubt(PlanStream stream, Problems problems) {
        if (!problems.hasErrors()) {
            return false;
        }
        String intervention = "interventions." + stream.intervention().id();
        return problems.isInDoubt(intervention + ".start")
                || problems.isInDoubt(stream.intervention().path(stream.stream()) + ".when")
                || (stream.stream().terms().perParticipant() && problems.isInDoubt(intervention + ".participants"));
    }

    private String lastYear() {
        return String.valueOf(compilation.frame().lastYear());
    }

    private static void warn(Problems problems, ProblemCode code, PlanStream stream, String... arguments) {
        problems.add(Problem.of(code, stream.intervention().path(stream.stream()) + ".when", arguments));
    }

    private void residualValue(RegisterValues within, List<Alternative> alike, Problems problems) {
        double residual = 0;
        double benefits = 0;
        for (PlanStream stream : streams) {
            boolean isCost = stream.stream().kind() == Stream.Kind.COST;
            for (PlanStream.ValueComponent part : stream.parts()) {
                double society = within.value(part.societyShare());
                residual += (isCost ? -1 : 1) * society * within.value(part.tail());
                if (stream.stream().kind() == Stream.Kind.EFFECT) {
                    benefits += society * within.value(part.presentValue());
                }
            }
        }
        benefits = Math.abs(benefits);
        if (Math.abs(residual) > LARGE * benefits) {
            Scenario scenario = compilation.compiled().scenario();
            String percentage = Problem.number(Math.rint(100 * Math.abs(residual) / benefits));
            String[] size = benefits == 0
                    ? new String[] {"residual_without_benefits"}
                    : new String[] {"residual_of_benefits", percentage};
            for (Alternative alternative : alike) {
                String path =
                        scenario.alternatives().size() == 1 && alternative.id().equals(Alternative.ALL)
                                ? "interventions"
                                : "alternatives." + alternative.id();
                problems.add(Problem.of(ProblemCode.LARGE_RESIDUAL_VALUE, path, size));
            }
        }
    }
}
