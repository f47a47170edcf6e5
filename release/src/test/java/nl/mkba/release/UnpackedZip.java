package nl.mkba.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Unpacks a zip as people do. */
final class UnpackedZip {

    static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    private UnpackedZip() {}

    /** Unpacks the zip that a property names into a folder, and gives the folder that is then in it. */
    static Path into(Path folder, String property) throws IOException {
        URI zip = URI.create("jar:" + Path.of(System.getProperty(property)).toUri());
        try (FileSystem packed = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> files = Files.walk(packed.getPath("/"))) {
            files.forEach(file -> unpack(file, folder));
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            return unpacked.findFirst().orElseThrow();
        }
    }

    private static void unpack(Path packed, Path folder) {
        try {
            Path target = folder.resolve(packed.toString().substring(1));
            if (Files.isDirectory(packed)) {
                Files.createDirectories(target);
                return;
            }
            Files.copy(packed, target);
            if (!WINDOWS) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(packed);
                Files.setPosixFilePermissions(target, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
