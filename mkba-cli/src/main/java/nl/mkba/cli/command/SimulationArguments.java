package nl.mkba.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.uncertainty.SimulationRequest;
import org.jspecify.annotations.Nullable;

/** Reads the options that say how to draw. */
final class SimulationArguments {

    private static final int MOST_THREADS = 1024;

    private final Arguments arguments;
    private final Messages messages;

    SimulationArguments(Invocation invocation) {
        this.arguments = invocation.arguments();
        this.messages = invocation.messages();
    }

    private Simulation settings(Simulation own) {
        return new Simulation(
                whole(Option.DRAWS, 1, own.draws()),
                arguments.has(Option.SEED) ? seed() : own.seed(),
                sampling().orElse(own.sampling()));
    }

    /** The settings of a study's own scenario, but for what the command line says. */
    Simulation settings(ScenarioSession study) {
        return settings(study.scenario().simulation());
    }

    /** What is asked of a simulation of a study. */
    SimulationRequest request(ScenarioSession study) {
        SimulationRequest request = SimulationRequest.of(settings(study));
        if (arguments.has(Option.UNITS)) {
            request = request.withUnits();
        }
        OptionalDouble precision = precision();
        return precision.isPresent() ? request.withPrecision(precision.getAsDouble()) : request;
    }

    /**
     * Looks at all options, before a file is read.
     *
     * @throws UsageException if one is wrong
     */
    void check() {
        settings(Simulation.DEFAULT);
        threads();
        precision();
        effectsTimes(arguments, messages);
    }

    /** Whether draws were asked for, by a command that makes them on request only. */
    boolean draws() {
        return arguments.has(Option.DRAWS);
    }

    /**
     * As {@link #check}, for a command that draws on request only.
     *
     * @throws UsageException also if it is said how to draw without saying to
     */
    void checkOptional() {
        check();
        for (Option option : List.of(Option.SEED, Option.SAMPLING)) {
            if (arguments.has(option) && !draws()) {
                throw new UsageException(messages.text("usage.needs", option.word(), Option.DRAWS.word()));
            }
        }
    }

    /** How many threads to use. */
    int threads() {
        int threads = whole(Option.THREADS, 1, Runtime.getRuntime().availableProcessors());
        if (threads > MOST_THREADS) {
            throw wrong("usage.whole", Option.THREADS, "1", String.valueOf(MOST_THREADS));
        }
        return threads;
    }

    /** A whole number of at least {@code least}. */
    int whole(Option option, int least, int byDefault) {
        return arguments.has(option) ? (int) whole(option, least, (long) Integer.MAX_VALUE) : byDefault;
    }

    private long whole(Option option, long least, long most) {
        OptionalLong number = NumberArguments.whole(option, arguments, messages);
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            return number.getAsLong();
        }
        throw wrong("usage.whole", option, String.valueOf(least), String.valueOf(most));
    }

    private long seed() {
        return whole(Option.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Optional<Sampling> sampling() {
        String text = arguments.value(Option.SAMPLING);
        if (text == null) {
            return Optional.empty();
        }
        for (Sampling sampling : Sampling.values()) {
            if (sampling.id().equals(text)) {
                return Optional.of(sampling);
            }
        }
        throw new IllegalStateException(Option.SAMPLING.word() + " " + text);
    }

    /** How well the mean must be known, as a part of the standard deviation. */
    private OptionalDouble precision() {
        if (!arguments.has(Option.PRECISION)) {
            return OptionalDouble.empty();
        }
        double precision = NumberArguments.value(Option.PRECISION, arguments, messages);
        if (!(precision > 0 && precision <= 1)) {
            throw NumberArguments.noShare(
                    "usage.precision", Option.PRECISION, String.valueOf(arguments.value(Option.PRECISION)), messages);
        }
        return OptionalDouble.of(precision);
    }

    /** By what to multiply every positive effect. */
    static double effectsTimes(Arguments arguments, Messages messages) {
        String text = arguments.value(Option.EFFECTS);
        if (text == null) {
            return 1;
        }
        double times = NumberArguments.value(Option.EFFECTS, arguments, messages);
        if (!(times >= 0)) {
            throw new UsageException(messages.text("usage.effects", Option.EFFECTS.word(), text));
        }
        return times;
    }

    private UsageException wrong(String key, Option option, String... details) {
        @Nullable Object[] all = new Object[details.length + 2];
        all[0] = option.word();
        all[1] = arguments.value(option);
        System.arraycopy(details, 0, all, 2, details.length);
        return new UsageException(messages.text(key, all));
    }
}
