package nl.mkba.file.format;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Built-in files that {@code include: [catalogue:NAME]} reads. */
public interface BuiltInFiles {

    /** No files. */
    BuiltInFiles NONE = new BuiltInFiles() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    };

    /** The content of the file of that name. */
    Optional<byte[]> find(String name);

    /** The names of all files. */
    Collection<String> names();
}
