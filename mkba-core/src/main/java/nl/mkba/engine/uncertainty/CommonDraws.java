package nl.mkba.engine.uncertainty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;

/**
 * The values of uncertain parameters in every draw of a simulation, made once for many cases: every case sees the same
 * uniform draw of a parameter, whatever distribution is in force there. Not for more than one thread.
 */
public final class CommonDraws {

    private final Simulation settings;
    private final List<String> parameters;
    private final Uniforms uniforms;
    private final Map<Key, double[]> values = new HashMap<>();

    private record Key(String parameter, Distribution distribution) {}

    /**
     * The draws that {@link MonteCarlo} makes.
     *
     * @param scenario the analysis
     * @param settings how to draw
     * @param parameters ids of all uncertain parameters, in the scenario's order
     */
    public CommonDraws(Scenario scenario, Simulation settings, List<String> parameters) {
        this.settings = settings;
        this.parameters = List.copyOf(parameters);
        this.uniforms = CorrelatedUniforms.of(settings, scenario, this.parameters, Workers.callerOnly());
    }

    /**
     * {@return a parameter's value, as written, in every draw; to be read only}
     *
     * @param parameter the parameter's id
     * @param distribution the distribution
     */
    public double[] of(String parameter, Distribution distribution) {
        return values.computeIfAbsent(new Key(parameter, distribution), key -> {
            double[] column = new double[settings.draws()];
            uniforms.fill(parameters.indexOf(parameter), 0, column.length, column);
            distribution.table().at(column, column, column.length);
            return column;
        });
    }
}
