package nl.mkba.plan;

import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.ScenarioExpressions;
import nl.mkba.scenario.StreamKind;
import nl.mkba.time.TimeFrame;

/** Warns where the horizon decides the result: of what falls after it, and of what is taken to go on for ever. */
final class HorizonCheck {

    /** How much of a stream may fall after the horizon without a warning. */
    private static final double MUCH = 0.05;

    /** How large the residual value may be beside the benefits without a warning. */
    private static final double LARGE = 0.5;

    /** Nothing is examined beyond this many years, nor, with very many streams, beyond this many flows. */
    private static final int MOST_YEARS = 2_000;

    private static final int MOST_FLOWS = 1_000_000;

    private final StreamCompiler compiled;
    private final ProgramBuilder program;
    private final TimeFrame frame;
    private final Problems problems;

    private HorizonCheck(StreamCompiler compiled, Problems problems) {
        this.compiled = compiled;
        this.program = compiled.compilation().program();
        this.frame = compiled.compilation().frame();
        this.problems = problems;
    }

    static void run(StreamCompiler compiled, Problems problems) {
        run(compiled, List.of(compiled.compilation().compiled().alternative()), problems);
    }

    /**
     * The same for several alternatives that are alike.
     *
     * @param alike the alternative that is compiled, and others of which all that was compiled holds too
     */
    static void run(StreamCompiler compiled, List<Alternative> alike, Problems problems) {
        HorizonCheck check = new HorizonCheck(compiled, problems);
        check.afterHorizon();
        if (!problems.hasErrors()) {
            check.residualValue(alike);
        }
    }

    private void afterHorizon() {
        int horizon = frame.horizon();
        int latest = 0;
        for (PlanStream stream : compiled.streams()) {
            PlanStream.Span span = stream.span();
            if (isInDoubt(stream)) {
                continue;
            }
            if (span.begin() >= horizon) {
                warn(ProblemCode.ALL_AFTER_HORIZON, stream, lastYear());
            } else if (span.ends()) {
                latest = Math.max(latest, span.end());
            }
        }
        if (latest < horizon) {
            return;
        }
        StreamCompiler longer = compiled.beyondHorizon(Math.max(horizon, Math.min(latest + 1, mostYears())));
        for (int i = 0; i < longer.streams().size(); i++) {
            PlanStream stream = longer.streams().get(i);
            if (stream.span().ends() && stream.span().begin() < horizon && !isInDoubt(stream)) {
                double within = 0;
                double after = 0;
                for (PlanStream.ValueComponent part : stream.parts()) {
                    double[] flow = longer.compilation().program().vector(part.flow());
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
                    warn(ProblemCode.ALL_AFTER_HORIZON, stream, lastYear());
                } else if (share > MUCH) {
                    warn(ProblemCode.MUCH_AFTER_HORIZON, stream, Long.toString(Math.round(100 * share)), lastYear());
                }
            }
        }
    }

    /** Whether something was reported of when the stream flows, so that it may flow at another time. */
    private boolean isInDoubt(PlanStream stream) {
        if (!problems.hasErrors()) {
            return false;
        }
        String intervention = "interventions." + stream.intervention().id();
        return problems.isInDoubt(intervention + ".start")
                || problems.isInDoubt(ScenarioExpressions.streamPath(stream.intervention(), stream.stream()) + ".when")
                || (stream.stream().terms().perParticipant() && problems.isInDoubt(intervention + ".participants"));
    }

    private int mostYears() {
        return Math.min(MOST_YEARS, MOST_FLOWS / Math.max(1, compiled.streams().size()));
    }

    private String lastYear() {
        return String.valueOf(frame.lastYear());
    }

    private void warn(ProblemCode code, PlanStream stream, String... arguments) {
        problems.add(Problem.of(
                code, ScenarioExpressions.streamPath(stream.intervention(), stream.stream()) + ".when", arguments));
    }

    private void residualValue(List<Alternative> alike) {
        double residual = 0;
        double benefits = 0;
        for (PlanStream stream : compiled.streams()) {
            boolean isCost = stream.stream().kind() == StreamKind.COST;
            for (PlanStream.ValueComponent part : stream.parts()) {
                double society = program.value(part.societyShare());
                residual += (isCost ? -1 : 1) * society * program.value(part.tail());
                if (stream.stream().kind() == StreamKind.EFFECT) {
                    benefits += society * program.value(part.presentValue());
                }
            }
        }
        benefits = Math.abs(benefits);
        if (Math.abs(residual) > LARGE * benefits) {
            Scenario scenario = compiled.compilation().compiled().scenario();
            String percentage = benefits == 0 ? "∞" : Long.toString(Math.round(100 * Math.abs(residual) / benefits));
            for (Alternative alternative : alike) {
                String path =
                        scenario.alternatives().size() == 1 && alternative.id().equals(Alternative.ALL)
                                ? "interventions"
                                : "alternatives." + alternative.id();
                problems.add(Problem.of(ProblemCode.LARGE_RESIDUAL_VALUE, path, percentage));
            }
        }
    }
}
