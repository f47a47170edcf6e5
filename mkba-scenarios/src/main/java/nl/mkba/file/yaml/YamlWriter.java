package nl.mkba.file.yaml;

import java.util.stream.Collectors;

/**
 * Writes a tree as YAML that people like to read: the sections at the top in blocks, and below them on one line what fits
 * there.
 */
public final class YamlWriter {

    private static final int WIDTH = 120;
    private static final int INDENT = 2;

    /** Deeper maps are not written on one line, however short they are. */
    private static final int DEEPEST_ON_ONE_LINE = 2;

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {}

    /**
     * {@return the text of a document}
     *
     * @param document its one map
     */
    public static String write(MapNode document) {
        YamlWriter writer = new YamlWriter();
        boolean first = true;
        for (MapNode.Entry entry : document.entries()) {
            boolean section = !(entry.value() instanceof ScalarNode) && height(entry.value()) > 0;
            if (section && !first) {
                writer.text.append('\n');
            }
            writer.entry(entry, 0, section);
            first = false;
        }
        return writer.text.toString();
    }

    private void entry(MapNode.Entry entry, int indent, boolean inBlock) {
        String key = ScalarText.key(entry.key());
        text.append(key).append(':');
        value(entry.value(), indent, indent + key.length() + 2, inBlock);
    }

    /**
     * Writes a value behind its key or dash.
     *
     * @param indent of the key
     * @param column where the value would begin on the same line
     * @param inBlock whether it takes lines of its own, however short it is
     */
    private void value(Node value, int indent, int column, boolean inBlock) {
        if (value instanceof ScalarNode scalar) {
            text.append(' ').append(ScalarText.inBlock(scalar, indent + INDENT)).append('\n');
        } else if (!inBlock && fits(value, column)) {
            text.append(' ').append(onOneLine(value)).append('\n');
        } else if (value instanceof MapNode map) {
            text.append('\n');
            for (MapNode.Entry entry : map.entries()) {
                margin(indent + INDENT);
                entry(entry, indent + INDENT, false);
            }
        } else if (value instanceof ListNode list) {
            text.append('\n');
            list.items().forEach(item -> item(item, indent + INDENT));
        }
    }

    private void item(Node item, int indent) {
        margin(indent);
        text.append('-');
        if (item instanceof MapNode map && !fits(item, indent + INDENT)) {
            boolean first = true;
            for (MapNode.Entry entry : map.entries()) {
                margin(first ? 1 : indent + INDENT);
                entry(entry, indent + INDENT, false);
                first = false;
            }
        } else {
            value(item, indent, indent + INDENT, false);
        }
    }

    private void margin(int width) {
        text.append(" ".repeat(width));
    }

    /** Whether a map or list may stand on one line and there is room for it. */
    private static boolean fits(Node node, int column) {
        int height = height(node);
        return height == 0
                || (height <= DEEPEST_ON_ONE_LINE && column + onOneLine(node).length() <= WIDTH);
    }

    private static String onOneLine(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().stream()
                    .map(entry -> ScalarText.key(entry.key()) + ": " + onOneLine(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(YamlWriter::onOneLine).collect(Collectors.joining(", ", "[", "]"));
        }
        return ScalarText.inFlow((ScalarNode) node);
    }

    /** How many maps and lists are within each other; 0 for an empty one. */
    private static int height(Node node) {
        if (node instanceof MapNode map && !map.entries().isEmpty()) {
            return 1
                    + map.entries().stream()
                            .mapToInt(entry -> height(entry.value()))
                            .max()
                            .orElse(0);
        }
        if (node instanceof ListNode list && !list.items().isEmpty()) {
            return 1 + list.items().stream().mapToInt(YamlWriter::height).max().orElse(0);
        }
        return 0;
    }
}
