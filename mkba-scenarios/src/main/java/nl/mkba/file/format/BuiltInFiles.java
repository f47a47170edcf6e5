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

    /**
     * {@return the content of the file of that name; empty if there is none}
     *
     * @param name without {@code catalogue:}
     */
    Optional<byte[]> find(String name);

    /** {@return the names of all files} */
    Collection<String> names();
}
