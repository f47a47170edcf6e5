package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Files of which a change is waited for. Their folders are watched, since an editor may write another file and give it the name;
 * and now and then the files themselves are looked at, since not every folder can be watched (one on a network, say) and one that
 * was removed and made again no longer is. Only what has become of the files counts, not what was heard.
 */
final class WatchedFiles implements Closeable {

    /** Between two looks at the files, in milliseconds. */
    private static final long LOOK = 150;

    /** So long a file must be left alone before it is read: what writes in several goes has then ended. */
    private static final long SETTLE = 25;

    /** So long a file that is gone or empty may stay so before that is taken for what it is to be. */
    private static final long HALF_WRITTEN = 400;

    private final @Nullable WatchService service;
    private final Map<Path, WatchKey> folders = new HashMap<>();
    private Map<Path, State> files = Map.of();
    private long looked = System.nanoTime();
    private boolean changed;

    /** What is known of a file without reading it. */
    private record State(
            boolean exists,
            long size,
            long modified,
            @Nullable Object key) {

        static final State GONE = new State(false, 0, 0, null);

        static State of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new State(
                        true,
                        attributes.size(),
                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                        attributes.fileKey());
            } catch (IOException e) {
                return GONE;
            }
        }

        boolean isPerhapsHalf() {
            return !exists || size == 0;
        }
    }

    WatchedFiles() {
        this.service = service();
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            // Looking at the files will do.
            return null;
        }
    }

    /** Takes these files as they are now, before they are read; changes from here on count. */
    void take(Collection<String> names) {
        Map<Path, State> taken = new LinkedHashMap<>();
        for (String name : names) {
            try {
                Path file = Path.of(name).toAbsolutePath().normalize();
                taken.put(file, State.of(file));
            } catch (InvalidPathException e) {
                // What cannot be the name of a file does not change.
            }
        }
        files = taken;
        changed = false;
    }

    /** Adds files that turned out to belong to them; they are taken as they are now. */
    void add(Collection<String> names) {
        Map<Path, State> before = files;
        take(names);
        Map<Path, State> all = new LinkedHashMap<>(files);
        all.putAll(before);
        files = all;
    }

    /**
     * Waits until one of them is another than when it was taken, and has been left alone for a moment.
     *
     * @throws InterruptedException if the waiting is to end
     */
    void await() throws InterruptedException {
        watchFolders();
        Map<Path, State> now = states();
        while (now.equals(files)) {
            hear(LOOK);
            now = states();
        }
        long begin = System.nanoTime();
        while (true) {
            hear(SETTLE);
            Map<Path, State> later = states();
            boolean isHalf = later.values().stream().anyMatch(State::isPerhapsHalf)
                    && System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(HALF_WRITTEN);
            if (later.equals(now) && !isHalf) {
                return;
            }
            now = later;
        }
    }

    /** Whether one of them is another than when it was taken; asked as often as one likes, by any thread. */
    synchronized boolean haveChanged() {
        long now = System.nanoTime();
        if (now - looked > TimeUnit.MILLISECONDS.toNanos(SETTLE)) {
            looked = now;
            changed = !states().equals(files);
        }
        return changed;
    }

    private Map<Path, State> states() {
        Map<Path, State> states = new LinkedHashMap<>();
        files.keySet().forEach(file -> states.put(file, State.of(file)));
        return states;
    }

    /** Waits for something to happen in a folder, for a limited time. */
    private void hear(long most) throws InterruptedException {
        if (service == null) {
            Thread.sleep(Math.min(most, LOOK));
            return;
        }
        WatchKey key = service.poll(most, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                folders.values().remove(key);
            }
            key = service.poll();
        }
        watchFolders();
    }

    private void watchFolders() {
        if (service == null) {
            return;
        }
        for (Path file : files.keySet()) {
            Path folder = file.getParent();
            WatchKey known = folder == null ? null : folders.get(folder);
            if (folder == null || (known != null && known.isValid())) {
                continue;
            }
            try {
                folders.put(
                        folder,
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE));
            } catch (IOException | ClosedWatchServiceException e) {
                // It is not there, or cannot be watched: the files are looked at.
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
