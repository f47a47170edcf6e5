package nl.mkba.file.catalogue;

import java.util.List;

/**
 * A scenario to start from.
 *
 * @param id by which {@code mkba new} knows it
 * @param title the scenario's heading
 * @param description what it is about, in the author's words; may be empty
 * @param files what belongs to it, the scenario first
 */
public record Template(String id, String title, String description, List<File> files) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param id see {@link #id()}
     * @param title see {@link #title()}
     * @param description see {@link #description()}
     * @param files see {@link #files()}
     */
    public Template {
        files = List.copyOf(files);
    }

    /**
     * A file of a template.
     *
     * @param name without a folder
     * @param text its contents
     */
    public record File(String name, String text) {}

    /** {@return the scenario itself} */
    public File scenario() {
        return files.get(0);
    }
}
