package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interrupted run leaves is gone on with if it is what it was, and found out if it is not. */
class UnfinishedFileTest {

    private static final int PARTS = 6;
    private static final int CHANGES = 300;

    @TempDir
    private Path folder;

    private static byte[] part(int i) {
        return ("part " + i + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kept(int i) {
        return new byte[] {(byte) i, 1, 2};
    }

    /** Leaves some parts as a run that was killed does. */
    private Path interrupted() throws Exception {
        Path out = folder.resolve("out.csv");
        try (UnfinishedFile file = UnfinishedFile.open(out, "fingerprint", false)) {
            for (int i = 0; i < PARTS; i++) {
                file.add(ByteBuffer.wrap(part(i)), kept(i), 10, 0, 0, "note " + i);
            }
        }
        return out;
    }

    /** Goes on with what is there, and gives the whole file. */
    private static byte[] resumed(Path out) throws Exception {
        try (UnfinishedFile file = UnfinishedFile.open(out, "fingerprint", true)) {
            for (int i = 0; i < file.written().size(); i++) {
                assertThat(file.written().get(i).note()).isEqualTo("note " + i);
                assertThat(file.written().get(i).rows()).isEqualTo(10);
            }
            for (int i = file.written().size(); i < PARTS; i++) {
                file.add(ByteBuffer.wrap(part(i)), kept(i), 10, 0, 0, "note " + i);
            }
            byte[] all = new byte[3 * PARTS];
            for (int i = 0; i < PARTS; i++) {
                System.arraycopy(kept(i), 0, all, 3 * i, 3);
            }
            assertThat(file.kept()).hasBinaryContent(all);
            file.finish("end".getBytes(StandardCharsets.UTF_8));
        }
        return Files.readAllBytes(out);
    }

    private static String whole() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            text.append(new String(part(i), StandardCharsets.UTF_8));
        }
        return text.append("end").toString();
    }

    @Test
    void itIsGoneOnWithAndNothingIsLeftBeside() throws Exception {
        assertThat(resumed(interrupted())).asString(StandardCharsets.UTF_8).isEqualTo(whole());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatWasBeingWrittenIsThrownAway() throws Exception {
        Path out = interrupted();
        Files.writeString(folder.resolve("out.csv.partial"), "torn", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("out.csv.options"), "torn", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("out.csv.progress"), "17\t", StandardOpenOption.APPEND);
        assertThat(resumed(out)).asString(StandardCharsets.UTF_8).isEqualTo(whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {".partial", ".options", ".progress"})
    void aChangedByteIsFoundOut(String ending) throws Exception {
        Path out = interrupted();
        Path beside = folder.resolve("out.csv" + ending);
        byte[] bytes = Files.readAllBytes(beside);
        // in the notes that is within the second line or later
        int at = ending.equals(".progress") ? bytes.length - 20 : 4;
        bytes[at] ^= 1;
        Files.write(beside, bytes);
        assertThatThrownBy(() -> resumed(out))
                .isInstanceOfSatisfying(
                        UnfinishedFile.CannotGoOnException.class,
                        e -> assertThat(e.reason()).isEqualTo("portfolio.damaged"));
        assertThat(beside).hasBinaryContent(bytes);
        // Without --resume it starts over.
        try (UnfinishedFile file = UnfinishedFile.open(out, "fingerprint", false)) {
            assertThat(file.hasDiscarded()).isTrue();
            assertThat(file.written()).isEmpty();
        }
    }

    @Test
    void otherInputsAreToldApart() throws Exception {
        Path out = interrupted();
        assertThatThrownBy(() -> UnfinishedFile.open(out, "another", true))
                .isInstanceOfSatisfying(
                        UnfinishedFile.CannotGoOnException.class,
                        e -> assertThat(e.reason()).isEqualTo("portfolio.changed"));
        assertThat(resumed(out)).asString(StandardCharsets.UTF_8).isEqualTo(whole());
    }

    /**
     * Any change to what lies beside an output is refused, or makes no difference to it. With {@code -Dmkba.fuzz.seconds=600} it
     * goes on for so long, with other changes each time.
     */
    @Test
    @Tag("fuzz")
    void changesAreRefusedOrMakeNoDifference() throws Exception {
        Path out = interrupted();
        List<Path> beside = UnfinishedFile.beside(out);
        byte[][] right = new byte[beside.size()][];
        for (int i = 0; i < right.length; i++) {
            right[i] = Files.readAllBytes(beside.get(i));
        }
        int seconds = Integer.getInteger("mkba.fuzz.seconds", 0);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        SplittableRandom seeds = new SplittableRandom(seconds > 0 ? System.nanoTime() : 20261130);
        int refused = 0;
        for (int i = 0; seconds > 0 ? System.nanoTime() < end : i < CHANGES; i++) {
            long seed = seeds.nextLong();
            SplittableRandom random = new SplittableRandom(seed);
            for (int f = 0; f < right.length; f++) {
                Files.write(beside.get(f), right[f]);
            }
            int which = random.nextInt(right.length);
            Files.write(beside.get(which), changed(right[which], random));
            try {
                assertThat(resumed(out))
                        .as("seed " + seed)
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(whole());
            } catch (UnfinishedFile.CannotGoOnException e) {
                refused++;
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] changed(byte[] right, SplittableRandom random) {
        byte[] bytes = right.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> {
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
                bytes = shorter;
            }
            default -> {
                // a stretch once more, as when a line is copied
                byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
                System.arraycopy(bytes, 0, longer, bytes.length, at);
                bytes = longer;
            }
        }
        return bytes;
    }
}
