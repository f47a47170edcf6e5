package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.NaiveResult;
import nl.mkba.testkit.naive.Refused;
import org.jspecify.annotations.Nullable;

/** A scenario that an engine is held to: what the engine and the naive evaluation make of it, each calculated once, when needed. */
final class HeldScenario {

    /** Rounding, as a part of the amounts that a figure is made of. */
    private static final double ROUNDING = 1e-9;

    private static final double NEAR_ZERO = 1e-12;

    private final Scenario scenario;
    private final Engine engine;
    private @Nullable List<EngineResult> results;
    private @Nullable List<NaiveResult> naive;

    HeldScenario(Scenario scenario, Engine engine) {
        this.scenario = scenario;
        this.engine = engine;
    }

    /** The same for another engine; what the naive evaluation makes of it stays. */
    HeldScenario heldBy(Engine other) {
        HeldScenario held = new HeldScenario(scenario, other);
        held.naive = naive;
        return held;
    }

    Scenario scenario() {
        return scenario;
    }

    /** What the engine calculates. */
    List<EngineResult> results() {
        List<EngineResult> known = results;
        if (known == null) {
            known = engine.appraise(scenario);
            results = known;
        }
        return known;
    }

    /** What the naive evaluation calculates. */
    List<NaiveResult> naive() {
        List<NaiveResult> known = naive;
        if (known == null) {
            known = NaiveAppraisal.appraise(scenario);
            naive = known;
        }
        return known;
    }

    /** Whether the format refuses the scenario because of its values: then no rule says anything about it. */
    boolean isRefused() {
        try {
            naive();
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    /** The results for a changed scenario, in the same order; empty if the format refuses that one. */
    Optional<List<EngineResult>> after(Scenario changed) {
        HeldScenario other = new HeldScenario(changed, engine);
        try {
            return Optional.of(other.results());
        } catch (Refused refused) {
            if (other.isRefused()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** How far a sum of a result's amounts may be off: rounding of the present values and flows of all streams, before and after corrections. */
    static double rounding(EngineResult result) {
        List<Double> amounts = new ArrayList<>();
        result.figures().forEach((path, figure) -> {
            boolean isAmount = (path.startsWith("streams.") && (path.endsWith(".pv") || path.endsWith(".undiscounted")))
                    || path.startsWith("gross_to_net.");
            if (isAmount) {
                amounts.add(Math.abs(figure.number().orElse(0)));
            }
        });
        return ROUNDING * amounts.stream().mapToDouble(Double::doubleValue).sum() + NEAR_ZERO;
    }
}
