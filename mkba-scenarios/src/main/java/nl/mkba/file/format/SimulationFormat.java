package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Simulation;

/** How to simulate: {@code simulation}. */
final class SimulationFormat {

    private static final Key<Long> DRAWS = Key.of(
                    "draws",
                    Kind.whole(1, Integer.MAX_VALUE, "[1-9]\\d*"),
                    "Hoeveel trekkingen; zonder deze sleutel 10000.",
                    "How many draws; 10000 without.")
            .otherwise((long) Simulation.DEFAULT.draws());
    private static final Key<Long> SEED = Key.of(
                    "seed",
                    Kind.whole(Long.MIN_VALUE, Long.MAX_VALUE, "-?\\d+"),
                    "Welke toevalsgetallen; zonder deze sleutel 1.",
                    "Which random numbers; 1 without.")
            .otherwise(Simulation.DEFAULT.seed());
    private static final Key<Simulation.Sampling> SAMPLING = Key.of(
                    "sampling",
                    Kind.oneOf(Simulation.Sampling.class),
                    "Hoe de toevalsgetallen gespreid zijn; zonder deze sleutel latin_hypercube.",
                    "How the random numbers are spread; latin_hypercube without.")
            .otherwise(Simulation.DEFAULT.sampling());
    private static final Keys KEYS = Keys.of(DRAWS, SEED, SAMPLING);

    private SimulationFormat() {}

    static Simulation read(Value value) {
        Section keys = value.section(KEYS);
        return new Simulation(keys.stated(DRAWS).intValue(), keys.stated(SEED), keys.stated(SAMPLING));
    }

    static Node write(Simulation simulation) {
        return new MapBuilder()
                .always(DRAWS, (long) simulation.draws())
                .always(SEED, simulation.seed())
                .always(SAMPLING, simulation.sampling())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema().like(DRAWS, 10000).like(SEED, 42).entries();
    }
}
