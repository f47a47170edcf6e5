package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may read and write a file that is replaced: the same as before, also while it is being made. */
final class FileMode {

    private final @Nullable Set<PosixFilePermission> permissions;

    private FileMode(@Nullable Set<PosixFilePermission> permissions) {
        this.permissions = permissions;
    }

    /** That of a file; of one that is not there, what the system gives a new one. */
    static FileMode of(Path file) throws IOException {
        return new FileMode(
                Files.exists(file)
                                && file.getFileSystem()
                                        .supportedFileAttributeViews()
                                        .contains("posix")
                        ? Files.getPosixFilePermissions(file)
                        : null);
    }

    /** With which a file is created that is to get it: nobody else may read it, and we may write. */
    FileAttribute<?>[] forCreation() {
        if (permissions == null) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> creating = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        creating.addAll(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(creating)};
    }

    /** Gives it to a file. */
    void applyTo(Path file) throws IOException {
        if (permissions != null) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
