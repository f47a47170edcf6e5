package nl.mkba.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The list of all pages for readers of one language: a heading for each group, and rows of tables with a link. A second link in a row, in
 * the column of the other language, is the same page in that language.
 *
 * @param groups in their order
 */
record Contents(List<Group> groups) {

    /**
     * Pages of one kind.
     *
     * @param title what the group is called
     * @param entries its pages
     */
    record Group(String title, List<Entry> entries) {}

    /**
     * A page of the list.
     *
     * @param title what the list calls it
     * @param files the file, and the same page in the other language if the row names it; from the project's folder
     */
    record Entry(String title, List<Path> files) {}

    /** Reads the list from a page. */
    static Contents read(Node document, Path file) {
        List<Group> groups = new ArrayList<>();
        for (Node child : Markdown.children(document)) {
            if (child instanceof Heading heading && heading.getLevel() == 2) {
                groups.add(new Group(Markdown.text(heading), new ArrayList<>()));
            }
            for (TableRow row : Markdown.all(child, TableRow.class)) {
                List<Link> links = Markdown.all(row, Link.class);
                if (!links.isEmpty() && groups.isEmpty()) {
                    throw new IllegalArgumentException(file + ": a row with a page stands under no heading");
                }
                if (!links.isEmpty()) {
                    List<Path> files = links.stream()
                            .map(link ->
                                    file.resolveSibling(link.getDestination()).normalize())
                            .toList();
                    groups.get(groups.size() - 1).entries().add(new Entry(Markdown.text(links.get(0)), files));
                }
            }
        }
        return new Contents(groups);
    }

    /** Every file that has another for the other language, with that one; both ways. A file that is for both languages has itself. */
    Map<Path, Path> pairs() {
        Map<Path, Path> pairs = new HashMap<>();
        for (Group group : groups) {
            for (Entry entry : group.entries()) {
                if (entry.files().size() == 2) {
                    pairs.put(entry.files().get(0), entry.files().get(1));
                    pairs.put(entry.files().get(1), entry.files().get(0));
                }
            }
        }
        return pairs;
    }

    /** Leaves out the column of the other language, which readers reach by the switch. */
    static void withoutColumn(Node document, String heading) {
        for (TableHead head : Markdown.all(document, TableHead.class)) {
            List<String> columns = Markdown.all(head, TableCell.class).stream()
                    .map(Markdown::text)
                    .toList();
            int column = columns.indexOf(heading);
            if (column >= 0) {
                for (TableRow row : Markdown.all(head.getParent(), TableRow.class)) {
                    Markdown.children(row).get(column).unlink();
                }
            }
        }
    }
}
