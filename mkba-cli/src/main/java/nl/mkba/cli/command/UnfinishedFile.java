package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written part by part and can be resumed after an interruption. Beside it stand, until it is finished,
 * {@code FILE.partial} with the parts, {@code FILE.options} with what has to be kept of them for a choice at the end, and
 * {@code FILE.progress} with a line for each part that is wholly there; what comes after the last of those is discarded. A
 * part is noted only when the system has it on disk. Every line ends with a checksum of all the notes up to there, and has those
 * of its part: whatever was changed in the meantime is found out.
 *
 * <p>The three are made where nothing stands, and no link is followed. The one with the notes is locked as long as a run works.
 */
final class UnfinishedFile implements Closeable {

    /** What the notes of every version begin with. */
    private static final String MARK = "mkba parts ";

    private static final String HEADER = MARK + "2 ";

    /** Parts are brought to disk and noted together, at most this many nanoseconds apart. */
    private static final long PAUSE = 200_000_000;

    private static final int CHUNK = 1 << 16;

    /** Where another run has just finished, its files are gone in a moment. */
    private static final int ATTEMPTS = 3;

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<OpenOption> OLD =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path file;
    private final FileMode mode;
    private final Path partial;
    private final Path kept;
    private final Path progress;
    private final FileChannel notes;
    private @Nullable FileChannel parts;
    private @Nullable FileChannel options;
    private final List<WrittenPart> written = new ArrayList<>();
    private final StringBuilder waiting = new StringBuilder();
    private final CRC32C checksum = new CRC32C();
    private long position;
    private long keptPosition;
    private long lastNoted = System.nanoTime();
    private boolean isFinished;
    private boolean hasDiscarded;

    /**
     * A part.
     *
     * @param start the place of its first byte
     * @param end the place after its last
     * @param keptStart where what is kept of it begins
     * @param keptEnd where that ends
     * @param rows how many rows of the table are in it
     * @param skipped how many of those were left out
     * @param clamped in how many fractions were taken as 0 or 1
     * @param sum the checksum of its bytes
     * @param keptSum the checksum of what is kept of it
     * @param note about it, on one line
     */
    record WrittenPart(
            long start,
            long end,
            long keptStart,
            long keptEnd,
            long rows,
            long skipped,
            long clamped,
            long sum,
            long keptSum,
            String note) {

        private static final int NUMBERS = 9;

        private String line() {
            return String.join(
                    "\t",
                    Long.toString(start),
                    Long.toString(end),
                    Long.toString(keptStart),
                    Long.toString(keptEnd),
                    Long.toString(rows),
                    Long.toString(skipped),
                    Long.toString(clamped),
                    Long.toString(sum),
                    Long.toString(keptSum),
                    note);
        }

        /** The part of a line, or null if there is none in it. */
        private static @Nullable WrittenPart of(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != NUMBERS + 1) {
                return null;
            }
            try {
                long[] n = Arrays.stream(cells, 0, NUMBERS)
                        .mapToLong(Long::parseLong)
                        .toArray();
                return new WrittenPart(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], cells[NUMBERS]);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** Thrown where the file cannot be started or resumed; the reason is a key of the messages. */
    static final class CannotGoOnException extends Exception {
        private final String reason;
        private final transient Path file;

        CannotGoOnException(String reason, Path file) {
            super(reason);
            this.reason = reason;
            this.file = file;
        }

        String reason() {
            return reason;
        }

        /** The file that it is about. */
        Path file() {
            return file;
        }
    }

    /** The files that stand beside an output while it is being made. */
    static List<Path> beside(Path file) {
        return Stream.of(".progress", ".partial", ".options")
                .map(ending -> file.resolveSibling(file.getFileName() + ending))
                .toList();
    }

    private UnfinishedFile(Path file, FileMode mode, FileChannel notes) {
        this.file = file;
        this.mode = mode;
        List<Path> beside = beside(file);
        this.progress = beside.get(0);
        this.partial = beside.get(1);
        this.kept = beside.get(2);
        this.notes = notes;
    }

    /**
     * Starts a file, or resumes it.
     *
     * @param fingerprint of everything that the contents depend on
     * @param resumes whether to keep the parts that are there
     * @throws CannotGoOnException if another run is writing it, its parts are of other inputs or were changed, or something
     *     else stands where they would
     */
    static UnfinishedFile open(Path file, String fingerprint, boolean resumes) throws IOException, CannotGoOnException {
        FileMode mode = FileMode.of(file);
        Path progress = beside(file).get(0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileChannel notes = notes(progress, mode);
            if (notes == null) {
                continue;
            }
            UnfinishedFile unfinished = new UnfinishedFile(file, mode, notes);
            boolean isDone = false;
            try {
                lock(notes, file);
                if (!Files.exists(progress, LinkOption.NOFOLLOW_LINKS)) {
                    // The run that held the lock has finished.
                    continue;
                }
                unfinished.start(HEADER + fingerprint, resumes);
                isDone = true;
                return unfinished;
            } finally {
                if (!isDone) {
                    unfinished.isFinished = true;
                    unfinished.close();
                }
            }
        }
        throw new CannotGoOnException("portfolio.locked", file);
    }

    /** The file with the notes, new or as it is; null if it has gone in this moment. */
    private static @Nullable FileChannel notes(Path progress, FileMode mode) throws IOException, CannotGoOnException {
        try {
            return FileChannel.open(progress, NEW, mode.forCreation());
        } catch (FileAlreadyExistsException e) {
            requireOrdinary(progress);
            try {
                return FileChannel.open(progress, OLD);
            } catch (NoSuchFileException gone) {
                return null;
            }
        }
    }

    private static void requireOrdinary(Path file) throws CannotGoOnException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotGoOnException("portfolio.in_the_way", file);
        }
    }

    private static void lock(FileChannel notes, Path file) throws IOException, CannotGoOnException {
        try {
            // Held until the channel is closed.
            if (notes.tryLock() == null) {
                throw new CannotGoOnException("portfolio.locked", file);
            }
        } catch (OverlappingFileLockException e) {
            throw new CannotGoOnException("portfolio.locked", file);
        }
    }

    private void start(String header, boolean resumes) throws IOException, CannotGoOnException {
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
        byte[] found = bytes(notes, 0, (int) Math.min(mark.length, notes.size()));
        boolean isOurs = Arrays.equals(found, mark);
        if (found.length > 0 && !isOurs) {
            throw new CannotGoOnException("portfolio.in_the_way", progress);
        }
        try {
            requireOrdinary(partial);
            requireOrdinary(kept);
            if (isOurs && resumes) {
                goOn(header);
            } else {
                begin(header, isOurs);
            }
        } catch (CannotGoOnException e) {
            if (found.length == 0) {
                Files.deleteIfExists(progress);
            }
            throw e;
        }
    }

    private void begin(String header, boolean isOurs) throws IOException, CannotGoOnException {
        for (Path old : List.of(partial, kept)) {
            // Without notes about it only an empty file can be taken for ours.
            if (!isOurs && Files.exists(old, LinkOption.NOFOLLOW_LINKS) && Files.size(old) > 0) {
                throw new CannotGoOnException("portfolio.in_the_way", old);
            }
        }
        Files.deleteIfExists(partial);
        Files.deleteIfExists(kept);
        parts = FileChannel.open(partial, NEW, mode.forCreation());
        options = FileChannel.open(kept, NEW, mode.forCreation());
        hasDiscarded = isOurs;
        notes.truncate(0);
        notes.position(0);
        write(notes, summed(header).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether parts of an interrupted run were discarded. */
    boolean hasDiscarded() {
        return hasDiscarded;
    }

    /** A line with a checksum of all lines so far. */
    private String summed(String line) {
        checksum.update((line + "\t").getBytes(StandardCharsets.UTF_8));
        return line + "\t" + String.format(Locale.ROOT, "%08x", checksum.getValue()) + "\n";
    }

    /** Takes up the parts that are there. */
    private void goOn(String header) throws IOException, CannotGoOnException {
        if (notes.size() > Integer.MAX_VALUE - 8) {
            throw changed();
        }
        String text = new String(bytes(notes, 0, (int) notes.size()), StandardCharsets.UTF_8);
        // What stands behind the last line end was being written when the run was interrupted.
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            begin(header, true);
            return;
        }
        String first = lines.get(0);
        if (!first.startsWith(header + "\t")) {
            throw new CannotGoOnException("portfolio.changed", file);
        }
        try {
            parts = FileChannel.open(partial, OLD);
            options = FileChannel.open(kept, OLD);
        } catch (NoSuchFileException e) {
            throw changed();
        }
        int noted = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int end = line.lastIndexOf('\t');
            String said = end < 0 ? "" : line.substring(0, end);
            String right = summed(said);
            if (!right.equals(line + "\n")) {
                throw changed();
            }
            noted += right.getBytes(StandardCharsets.UTF_8).length;
            if (i > 0) {
                take(WrittenPart.of(said));
            }
        }
        parts().truncate(position).position(position);
        options().truncate(keptPosition).position(keptPosition);
        notes.truncate(noted).position(noted);
    }

    private void take(@Nullable WrittenPart part) throws IOException, CannotGoOnException {
        if (part == null
                || part.start() != position
                || part.keptStart() != keptPosition
                || part.end() < position
                || part.keptEnd() < keptPosition
                || sum(parts(), position, part.end()) != part.sum()
                || sum(options(), keptPosition, part.keptEnd()) != part.keptSum()) {
            throw changed();
        }
        written.add(part);
        position = part.end();
        keptPosition = part.keptEnd();
    }

    private CannotGoOnException changed() {
        return new CannotGoOnException("portfolio.damaged", file);
    }

    private FileChannel parts() {
        return open(parts);
    }

    private FileChannel options() {
        return open(options);
    }

    private static FileChannel open(@Nullable FileChannel channel) {
        if (channel == null) {
            throw new IllegalStateException("The file was not started");
        }
        return channel;
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // Until all is there.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The checksum of a stretch of a file; −1 if the file is shorter. */
    private static long sum(FileChannel channel, long from, long to) throws IOException {
        if (to > channel.size()) {
            return -1;
        }
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (long at = from; at < to; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            if (channel.read(buffer, at) < 0) {
                return -1;
            }
            sum.update(buffer.flip());
        }
        return sum.getValue();
    }

    private static long sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        write(channel, ByteBuffer.wrap(bytes));
    }

    /** A chunk at a time: on its way to the system it is copied, and a small copy stays in the processor's cache. */
    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            ByteBuffer chunk = bytes.slice(bytes.position(), Math.min(CHUNK, bytes.remaining()));
            bytes.position(bytes.position() + channel.write(chunk));
        }
    }

    /** The file with what is kept of the parts. */
    Path kept() {
        return kept;
    }

    /** The parts that are there. */
    List<WrittenPart> written() {
        return Collections.unmodifiableList(written);
    }

    /**
     * Adds a part.
     *
     * @param toKeep what has to be kept of it until the end
     */
    void add(ByteBuffer bytes, byte[] toKeep, long rows, long skipped, long clamped, String note) throws IOException {
        int length = bytes.remaining();
        long sum = sum(bytes.duplicate());
        write(parts(), bytes);
        write(options(), toKeep);
        WrittenPart part = new WrittenPart(
                position,
                position + length,
                keptPosition,
                keptPosition + toKeep.length,
                rows,
                skipped,
                clamped,
                sum,
                sum(ByteBuffer.wrap(toKeep)),
                note);
        position = part.end();
        keptPosition = part.keptEnd();
        written.add(part);
        waiting.append(summed(part.line()));
        if (System.nanoTime() - lastNoted > PAUSE) {
            note();
        }
    }

    private void note() throws IOException {
        parts().force(false);
        options().force(false);
        write(notes, waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
        lastNoted = System.nanoTime();
    }

    /** Adds the end, and puts the whole in its place in one step. */
    void finish(byte[] end) throws IOException {
        write(parts(), end);
        parts().force(true);
        mode.applyTo(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        discard();
    }

    /** Throws all parts away. */
    void discard() throws IOException {
        isFinished = true;
        // The notes go last, so that nothing remains that nobody knows of; and before the lock is given up.
        Files.deleteIfExists(kept);
        Files.deleteIfExists(partial);
        Files.deleteIfExists(progress);
        close();
    }

    @Override
    public void close() throws IOException {
        FileChannel ofParts = parts;
        FileChannel ofOptions = options;
        try (ofParts;
                ofOptions;
                notes) {
            if (!isFinished && waiting.length() > 0) {
                note();
            }
        }
    }
}
