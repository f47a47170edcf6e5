package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written part by part and can be gone on with after an interruption. Beside it stand, until it is finished,
 * {@code FILE.partial} with the parts, {@code FILE.options} with what has to be kept of them for a choice at the end, and
 * {@code FILE.progress} with a line for each part that is wholly there; what comes after the last of those is thrown away. A
 * part is noted only when the system has it on disk.
 */
final class UnfinishedFile implements Closeable {

    private static final String HEADER = "mkba parts 1 ";

    /** Parts are brought to disk and noted together, at most so many nanoseconds after each other. */
    private static final long PAUSE = 200_000_000;

    private final Path file;
    private final Path partial;
    private final Path kept;
    private final Path progress;
    private final FileChannel parts;
    private final FileChannel options;
    private final FileChannel notes;
    private final List<WrittenPart> written = new ArrayList<>();
    private final StringBuilder waiting = new StringBuilder();
    private long position;
    private long keptPosition;
    private long lastNoted = System.nanoTime();
    private boolean isFinished;

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
     * @param note about it, on one line
     */
    record WrittenPart(
            long start, long end, long keptStart, long keptEnd, long rows, long skipped, long clamped, String note) {

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
                            note)
                    + "\n";
        }

        /** The part of a line, or null if there is none in it. */
        private static @Nullable WrittenPart of(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 8) {
                return null;
            }
            try {
                return new WrittenPart(
                        Long.parseLong(cells[0]),
                        Long.parseLong(cells[1]),
                        Long.parseLong(cells[2]),
                        Long.parseLong(cells[3]),
                        Long.parseLong(cells[4]),
                        Long.parseLong(cells[5]),
                        Long.parseLong(cells[6]),
                        cells[7]);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** Thrown where the file cannot be begun or gone on with; the reason is a key of the messages. */
    static final class CannotGoOnException extends Exception {
        private final String reason;

        CannotGoOnException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private UnfinishedFile(Path file) throws IOException {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".partial");
        this.kept = file.resolveSibling(file.getFileName() + ".options");
        this.progress = file.resolveSibling(file.getFileName() + ".progress");
        this.parts = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.options = FileChannel.open(kept, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.notes = FileChannel.open(progress, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Whether an interrupted run left parts of a file. */
    static boolean isThere(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + ".progress"));
    }

    /**
     * Begins a file, or goes on with it.
     *
     * @param fingerprint of everything that the contents depend on
     * @param resumes whether to keep the parts that are there
     * @throws CannotGoOnException if another run is writing it, or its parts are of other inputs
     */
    static UnfinishedFile open(Path file, String fingerprint, boolean resumes) throws IOException, CannotGoOnException {
        UnfinishedFile unfinished = new UnfinishedFile(file);
        try {
            unfinished.lock();
            String header = HEADER + fingerprint + "\n";
            if (!resumes || !unfinished.goOn(header)) {
                unfinished.begin(header);
            }
            return unfinished;
        } catch (IOException | CannotGoOnException | RuntimeException e) {
            unfinished.close();
            throw e;
        }
    }

    private void lock() throws IOException, CannotGoOnException {
        try {
            // Held until the channel is closed.
            FileLock lock = parts.tryLock();
            if (lock == null) {
                throw new CannotGoOnException("portfolio.locked");
            }
        } catch (OverlappingFileLockException e) {
            throw new CannotGoOnException("portfolio.locked");
        }
    }

    private void begin(String header) throws IOException {
        notes.truncate(0);
        parts.truncate(0);
        options.truncate(0);
        notes.position(0);
        write(notes, header.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes up the parts that are there; false if there are none. */
    private boolean goOn(String header) throws IOException, CannotGoOnException {
        String text = Files.readString(progress);
        if (!text.contains("\n")) {
            return false;
        }
        if (!text.startsWith(header)) {
            throw new CannotGoOnException("portfolio.changed");
        }
        int at = header.length();
        for (int end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
            WrittenPart part = WrittenPart.of(text.substring(at, end));
            if (part == null
                    || part.start() != position
                    || part.end() > parts.size()
                    || part.keptStart() != keptPosition
                    || part.keptEnd() > options.size()) {
                break;
            }
            written.add(part);
            position = part.end();
            keptPosition = part.keptEnd();
            at = end + 1;
        }
        parts.truncate(position);
        parts.position(position);
        options.truncate(keptPosition);
        options.position(keptPosition);
        int noted = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        notes.truncate(noted);
        notes.position(noted);
        return true;
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** The file with what is kept of the parts. */
    Path kept() {
        return kept;
    }

    /** The parts that are there. */
    List<WrittenPart> parts() {
        return Collections.unmodifiableList(written);
    }

    /**
     * Adds a part.
     *
     * @param toKeep what has to be kept of it until the end
     */
    void add(byte[] bytes, byte[] toKeep, long rows, long skipped, long clamped, String note) throws IOException {
        write(parts, bytes);
        write(options, toKeep);
        WrittenPart part = new WrittenPart(
                position,
                position + bytes.length,
                keptPosition,
                keptPosition + toKeep.length,
                rows,
                skipped,
                clamped,
                note);
        position = part.end();
        keptPosition = part.keptEnd();
        written.add(part);
        waiting.append(part.line());
        if (System.nanoTime() - lastNoted > PAUSE) {
            note();
        }
    }

    private void note() throws IOException {
        parts.force(false);
        options.force(false);
        write(notes, waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
        lastNoted = System.nanoTime();
    }

    /** Adds the end, and puts the whole in its place in one step. */
    void finish(byte[] end) throws IOException {
        write(parts, end);
        parts.force(true);
        isFinished = true;
        close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(progress);
        Files.deleteIfExists(kept);
    }

    /** Throws all parts away. */
    void discard() throws IOException {
        isFinished = true;
        close();
        Files.deleteIfExists(progress);
        Files.deleteIfExists(kept);
        Files.deleteIfExists(partial);
    }

    @Override
    public void close() throws IOException {
        try (parts;
                options;
                notes) {
            if (!isFinished && waiting.length() > 0) {
                note();
            }
        }
    }
}
