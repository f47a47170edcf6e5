package nl.mkba.file.catalogue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.mkba.file.format.BuiltInFiles;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.ColumnMappingLoader;

/** The mappings of columns that are built in, each for a table that somebody publishes. One is read when it is asked for. */
public final class BuiltInMappings implements BuiltInFiles {

    private static final List<String> NAMES = List.of("cbs:kwb", "cbs:statline", "leefbaarometer");

    /** The mappings that are built in. */
    public BuiltInMappings() {}

    @Override
    public Optional<byte[]> find(String name) {
        return NAMES.contains(name)
                ? Optional.of(CatalogueFiles.bytes("columns/" + name.replace(':', '_') + ".yaml"))
                : Optional.empty();
    }

    @Override
    public Collection<String> names() {
        return NAMES;
    }

    /** All of them, read. */
    static List<ColumnMapping> all() {
        BuiltInMappings files = new BuiltInMappings();
        return NAMES.stream()
                .map(name -> ColumnMappingLoader.load(name, Path.of(name), List.of(), files))
                .toList();
    }
}
