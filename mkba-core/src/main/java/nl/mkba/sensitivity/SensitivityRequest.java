package nl.mkba.sensitivity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;

/**
 * What a sensitivity analysis is asked for.
 *
 * @param parts which parts to work out
 * @param simulation draws, seed and sampling of the simulation behind the regression, the value of information and the
 *     indices of correlated parameters; its seed also picks the points of the Sobol indices
 * @param baseSample points in each of the two samples of the Sobol indices, at least 2; a power of two serves best. The case
 *     is evaluated this many times for every parameter, every group, and twice more
 * @param replicates bootstrap resamples for the intervals of the Sobol indices, at least 2
 */
public record SensitivityRequest(Set<Analysis> parts, Simulation simulation, int baseSample, int replicates) {

    /** Points in each sample unless asked otherwise. */
    public static final int BASE_SAMPLE = 4096;

    /** Resamples unless asked otherwise. */
    public static final int REPLICATES = 200;

    /** A part of the analysis. */
    public enum Analysis {
        /** One parameter at a time at its 10th and 90th percentile. */
        TORNADO,
        /** Variance-based indices. */
        SOBOL,
        /** Where the net present value crosses 0. */
        SWITCHING_VALUES,
        /** Where it crosses 0 for two parameters at once. */
        FRONTIER,
        /** Ranking by regression. */
        REGRESSION,
        /** What it is worth to know more. */
        VALUE_OF_INFORMATION,
        /** The same of groups, which takes longer; goes with the one before. */
        VALUE_OF_INFORMATION_OF_GROUPS
    }

    /**
     * Copies its set, so that it cannot change.
     *
     * @param parts see {@link #parts()}
     * @param simulation see {@link #simulation()}
     * @param baseSample see {@link #baseSample()}
     * @param replicates see {@link #replicates()}
     * @throws IllegalArgumentException if there is not at least 1 draw, or there are fewer than 2 points or 2 resamples
     */
    public SensitivityRequest {
        parts = parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
        if (simulation.draws() < 1) {
            throw new IllegalArgumentException("The number of draws (" + simulation.draws() + ") must be at least 1");
        }
        if (baseSample < 2) {
            throw new IllegalArgumentException("The size of the samples (" + baseSample + ") must be at least 2");
        }
        if (replicates < 2) {
            throw new IllegalArgumentException("The number of resamples (" + replicates + ") must be at least 2");
        }
    }

    /**
     * {@return a request for every analysis, with the scenario's own draws and seed}
     *
     * @param scenario the analysis to draw for
     */
    public static SensitivityRequest of(Scenario scenario) {
        return new SensitivityRequest(EnumSet.allOf(Analysis.class), scenario.simulation(), BASE_SAMPLE, REPLICATES);
    }

    /**
     * {@return the same request for these analyses only}
     *
     * @param first one to do
     * @param others the others to do
     */
    public SensitivityRequest only(Analysis first, Analysis... others) {
        return new SensitivityRequest(EnumSet.of(first, others), simulation, baseSample, replicates);
    }

    /**
     * {@return the same request with other draws}
     *
     * @param settings draws, seed and sampling
     */
    public SensitivityRequest withSimulation(Simulation settings) {
        return new SensitivityRequest(parts, settings, baseSample, replicates);
    }

    /**
     * {@return the same request with samples of another size for the Sobol indices}
     *
     * @param points see {@link #baseSample()}
     */
    public SensitivityRequest withBaseSample(int points) {
        return new SensitivityRequest(parts, simulation, points, replicates);
    }
}
