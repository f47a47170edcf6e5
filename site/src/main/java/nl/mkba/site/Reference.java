package nl.mkba.site;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.commonmark.node.Node;

/**
 * A link or picture of a page.
 *
 * @param source the file of the page, from the project's folder
 * @param node where it stands
 * @param destination as written
 * @param redirect changes it
 */
record Reference(Path source, Node node, String destination, Consumer<String> redirect) {

    boolean leadsOutside() {
        return destination.contains("://") || destination.startsWith("mailto:");
    }

    /** The file that it leads to, from the project's folder. */
    Path file() {
        String file = destination.replaceFirst("#.*", "");
        return file.isEmpty() ? source : source.resolveSibling(file).normalize();
    }

    /** The place in that file, without the number sign; empty for the whole. */
    String anchor() {
        int sign = destination.indexOf('#');
        return sign < 0 ? "" : destination.substring(sign + 1);
    }

    /** Says where it stands, for a message. */
    @Override
    public String toString() {
        return source + ":" + Markdown.line(node) + ": (" + destination + ")";
    }
}
