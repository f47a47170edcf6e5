package nl.mkba.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code include} may reach.
 *
 * @param catalogue whether it may name the built-in files, as {@code catalogue:NAME}
 * @param folders from which it may read, with all below them; no link leads out of them
 */
public record Includes(boolean catalogue, List<Path> folders) {

    /** Nothing: for a text from a stranger. */
    public static final Includes NONE = new Includes(false, List.of());

    /** The built-in files, and no file of the machine. */
    public static final Includes CATALOGUE = new Includes(true, List.of());

    /**
     * Copies its list, so that it cannot change.
     *
     * @param catalogue see {@link #catalogue()}
     * @param folders see {@link #folders()}
     */
    public Includes {
        folders = List.copyOf(folders);
    }

    /**
     * {@return the same files, and those of a folder and all below it}
     *
     * @param folder may be read with all that is in it
     */
    public Includes folder(Path folder) {
        List<Path> more = new ArrayList<>(folders);
        more.add(folder);
        return new Includes(catalogue, more);
    }
}
