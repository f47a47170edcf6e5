package nl.mkba.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * Gives a target inputs that were changed at random, for a set time. The same seed gives the same inputs, however many fit in
 * the time. An input that fails is kept in {@code target/fuzz}; those that once failed stand in the test resources, in {@code
 * fuzz/NAME}, and are tried first.
 *
 * <table>
 *   <caption>System properties</caption>
 *   <tr><td>{@code mkba.fuzz.seconds}</td><td>how long each target is tried; 3 unless said otherwise</td></tr>
 *   <tr><td>{@code mkba.fuzz.seed}</td><td>where the random numbers begin; 1 unless said otherwise</td></tr>
 *   <tr><td>{@code mkba.fuzz.input}</td><td>a file that is tried instead</td></tr>
 * </table>
 */
public final class Fuzzing {

    /** Processor time, which a busy machine does not stretch, that no input takes; a hundred times what it should. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Memory that every input may use, whatever its size, in bytes: all there is to allocate, also what is soon free again. */
    private static final long MEMORY = 1L << 30;

    /** Memory that each byte of an input may use beside that, in bytes. */
    private static final long MEMORY_PER_BYTE = 64 << 10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final Target target;
    private long mostMemory;
    private long mostTime;

    /** What is tried. It throws what is thrown for no input, whatever is in it. */
    @FunctionalInterface
    public interface Target {

        /** Takes one input. */
        void accept(byte[] input) throws Exception;
    }

    private Fuzzing(String name, Target target) {
        this.name = name;
        this.target = target;
    }

    /**
     * Tries a target.
     *
     * @param name of the folder with inputs that once failed
     * @param sound inputs to change
     */
    public static void run(String name, List<byte[]> sound, Mutator mutator, Target target) throws IOException {
        Fuzzing fuzzing = new Fuzzing(name, target);
        String input = System.getProperty("mkba.fuzz.input");
        if (input != null) {
            fuzzing.attempt(Files.readAllBytes(Path.of(input)), "input");
            return;
        }
        for (byte[] failed : corpus(name)) {
            fuzzing.attempt(failed, "corpus");
        }
        long seed = Long.getLong("mkba.fuzz.seed", 1);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("mkba.fuzz.seconds", 3)).toNanos();
        long tries = 0;
        while (System.nanoTime() < end) {
            Random random = new Random(seed * 1_000_003 + tries);
            fuzzing.attempt(mutator.mutate(sound.get(random.nextInt(sound.size())), random), seed + "-" + tries);
            tries++;
        }
        System.out.printf(
                Locale.ROOT,
                "fuzz %s: %d inputs, at most %d ms and %d MB for one%n",
                name,
                tries,
                fuzzing.mostTime / 1_000_000,
                fuzzing.mostMemory >> 20);
    }

    private static List<byte[]> corpus(String name) throws IOException {
        Path folder = Path.of("src", "test", "resources", "fuzz", name);
        List<byte[]> inputs = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    private void attempt(byte[] input, String number) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Throwable failure = null;
        try {
            target.accept(input);
        } catch (Throwable e) {
            failure = e;
        }
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        long memory = THREADS.getCurrentThreadAllocatedBytes() - before;
        mostTime = Math.max(mostTime, taken.toNanos());
        mostMemory = Math.max(mostMemory, memory);
        if (failure == null && taken.compareTo(LONGEST) > 0) {
            failure = new AssertionFailedError("It took " + taken);
        }
        if (failure == null && memory > MEMORY + MEMORY_PER_BYTE * input.length) {
            failure = new AssertionFailedError("It used " + memory + " bytes of memory");
        }
        if (failure != null) {
            Path kept = Path.of("target", "fuzz", name + "-" + number).toAbsolutePath();
            Files.createDirectories(kept.getParent());
            Files.write(kept, input);
            throw new AssertionFailedError(
                    name + " fails: " + failure + "\nTry it again with -Dmkba.fuzz.input=" + kept
                            + "\nand keep it, once mended, in src/test/resources/fuzz/" + name,
                    failure);
        }
    }
}
