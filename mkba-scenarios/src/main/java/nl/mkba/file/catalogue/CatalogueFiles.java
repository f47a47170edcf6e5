package nl.mkba.file.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import nl.mkba.file.format.BuiltInFiles;

/** The catalogue's parts as files to include. A part is read when it is asked for. */
public final class CatalogueFiles implements BuiltInFiles {

    /** All parts. */
    public CatalogueFiles() {}

    @Override
    public Optional<byte[]> find(String name) {
        return CatalogueSection.of(name).map(part -> bytes(part.id() + ".yaml"));
    }

    @Override
    public Collection<String> names() {
        return Arrays.stream(CatalogueSection.values())
                .map(CatalogueSection::id)
                .toList();
    }

    static byte[] bytes(String resource) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
