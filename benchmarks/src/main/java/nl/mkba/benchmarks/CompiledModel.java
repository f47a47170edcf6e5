package nl.mkba.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.mkba.Mkba;
import nl.mkba.Model;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A slider behind a web page: the full central results, each time with another value of one parameter. {@link #model} with a
 * compiled model, {@link #scenario} as it is done without one; the first is to take a fifth of the second at most.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CompiledModel {

    /** From the folder of the project, in which the benchmarks are run. */
    private static final Path EXAMPLES = Path.of("examples");

    /** Which scenario: workload W (60 streams over 31 years), or an example of a neighbourhood programme. */
    @Param({"w", "achter_de_voordeur"})
    private String name = "w";

    private Scenario scenario;
    private Model model;
    private String slider;
    private double central;
    private int call;

    /** Reads the scenario and compiles it. */
    @Setup
    public void setUp() {
        scenario = name.equals("w")
                ? new Workload().uncertain()
                : ScenarioFile.read(EXAMPLES.resolve(name).resolve(name + ".yaml"));
        model = Mkba.compile(scenario);
        Map<String, Double> plain = new LinkedHashMap<>();
        scenario.parameters().forEach((id, parameter) -> {
            if (parameter.value() != null
                    && parameter.value().number().isPresent()
                    && !model.shaping().contains(id)) {
                plain.put(id, parameter.value().number().getAsDouble());
            }
        });
        slider = plain.keySet().iterator().next();
        central = plain.get(slider);
    }

    private double next() {
        call = (call + 1) % 100;
        return central * (1 + call / 1000.0);
    }

    /** With a compiled model. */
    @Benchmark
    public Appraisal model() {
        return model.appraise(Map.of(slider, next()));
    }

    /** Without: a scenario with that value, appraised. */
    @Benchmark
    public Appraisal scenario() {
        double value = next();
        return Mkba.appraise(scenario.toBuilder()
                .parameter(scenario.parameters().get(slider).toBuilder()
                        .value(value)
                        .build())
                .build());
    }

    /** The scenario as it is, appraised: what is compared with, without making a scenario. */
    @Benchmark
    public Appraisal appraise() {
        return Mkba.appraise(scenario);
    }
}
