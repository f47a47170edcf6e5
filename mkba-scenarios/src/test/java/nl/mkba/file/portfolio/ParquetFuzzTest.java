package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small right files with a few bytes changed, cut or put in: each is refused in the words of the format, or read, within
 * bounded time and memory. {@code -Dmkba.fuzz.seconds=600} goes on for so long, with other changes each time.
 */
@Tag("fuzz")
class ParquetFuzzTest {

    private static final int CHANGES = 3000;
    private static final long MOST_ALLOCATED = 512L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Set<ProblemCode> REFUSALS = Set.of(
            ProblemCode.BAD_PARQUET,
            ProblemCode.PARQUET_NOT_READ,
            ProblemCode.COLUMN_TYPE,
            ProblemCode.EMPTY_TABLE,
            ProblemCode.MISSING_COLUMN,
            ProblemCode.REPEATED_COLUMN);

    private static final MessageType SCHEMA = new MessageType(
            "places",
            Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("id"),
            Types.optional(PrimitiveTypeName.DOUBLE).named("a"),
            Types.required(PrimitiveTypeName.INT32).named("b"),
            Types.required(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.decimalType(2, 18))
                    .named("c"));

    @TempDir
    private Path folder;

    private List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        Path file = folder.resolve("right.parquet");
        for (CompressionCodecName codec :
                List.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY, CompressionCodecName.LZ4_RAW)) {
            for (WriterVersion version : WriterVersion.values()) {
                for (boolean dictionary : new boolean[] {true, false}) {
                    new WrittenParquet(codec, version, dictionary, false, 40).write(file, SCHEMA, 100, (i, row) -> {
                        row.add("id", "BU" + i);
                        if (i % 3 > 0) {
                            row.add("a", i / 7.0);
                        }
                        row.add("b", i % 10);
                        row.add("c", 1000L * i);
                    });
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    @Test
    void changedFilesAreRefusedOrRead() throws IOException {
        List<byte[]> files = files();
        int seconds = Integer.getInteger("mkba.fuzz.seconds", 0);
        long seed = seconds > 0 ? System.nanoTime() : 20261130;
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        SplittableRandom seeds = new SplittableRandom(seed);
        int refused = 0;
        int read = 0;
        for (int i = 0; seconds > 0 ? System.nanoTime() < end : i < CHANGES; i++) {
            long one = seeds.nextLong();
            SplittableRandom random = new SplittableRandom(one);
            byte[] bytes = changed(files.get(random.nextInt(files.size())).clone(), random);
            if (isRead(bytes, "seed " + one)) {
                read++;
            } else {
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(read).isPositive();
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes;
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            // The footer and the headers of pages are where it hurts; the footer is at the end.
            int at = random.nextInt(3) == 0
                    ? random.nextInt(changed.length)
                    : changed.length - 1 - random.nextInt(Math.min(changed.length, 700));
            switch (random.nextInt(6)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed[at] = (byte) random.nextInt(256);
                case 2 -> changed[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 3 ->
                    Arrays.fill(changed, at, Math.min(changed.length, at + random.nextInt(1, 9)), (byte)
                            random.nextInt(256));
                case 4 -> {
                    // The footer's length stays at the end, so that what is changed is also looked at.
                    byte[] shorter = Arrays.copyOf(changed, changed.length - 1);
                    System.arraycopy(changed, at + 1, shorter, at, changed.length - at - 1);
                    changed = shorter;
                }
                default -> {
                    byte[] longer = Arrays.copyOf(changed, changed.length + 1);
                    System.arraycopy(changed, at, longer, at + 1, changed.length - at);
                    longer[at] = (byte) random.nextInt(256);
                    changed = longer;
                }
            }
            if (changed.length < 2) {
                return changed;
            }
        }
        return changed;
    }

    private boolean isRead(byte[] bytes, String which) throws IOException {
        Path file = Files.write(folder.resolve("changed.parquet"), bytes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        boolean isRead = false;
        try (PlaceTable table = PlaceTable.open(file)) {
            readAll(table, which);
            isRead = true;
        } catch (InvalidScenarioException e) {
            assertThat(REFUSALS).as(which).containsAll(codes(e));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(which, e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(which).isLessThan(LONGEST);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(which).isLessThan(MOST_ALLOCATED);
        return isRead;
    }

    private static void readAll(PlaceTable table, String which) throws IOException {
        for (PlaceTable.RowBatch rows = table.read(64); rows.rows() > 0; rows = table.read(64)) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    rows.text(row, column);
                    if (!table.columns().get(column).equals(PlaceTable.ID)) {
                        number(rows, row, column, which);
                    }
                }
            }
        }
    }

    private static void number(PlaceTable.RowBatch rows, int row, int column, String which) {
        try {
            assertThat(rows.number(row, column)).as(which).isFinite();
        } catch (InvalidScenarioException e) {
            assertThat(codes(e)).as(which).isNotEmpty().doesNotContain(ProblemCode.BAD_PARQUET);
        }
    }

    private static List<ProblemCode> codes(InvalidScenarioException e) {
        return e.problems().stream().map(Problem::code).toList();
    }
}
