package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table with headings in a text, as a reader sees it: under which title, and what stands where. Found by the line of dashes under
 * its headings.
 *
 * @param title the line before it
 * @param headings of its columns
 * @param rows its cells, without the lines between rows
 */
record ShownTable(String title, List<String> headings, List<List<String>> rows) {

    private static final Pattern RULE = Pattern.compile(" +-+(  -+)*");
    private static final Pattern DASHES = Pattern.compile("-+");

    /** All tables of a text, in their order. */
    static List<ShownTable> of(String text) {
        String[] lines = text.split("\n");
        List<ShownTable> tables = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            boolean isTop = RULE.matcher(lines[i]).matches()
                    && lines[i - 1].startsWith("  ")
                    && (lines[i - 2].isBlank() || !lines[i - 2].startsWith("  "));
            if (isTop) {
                List<List<String>> rows = new ArrayList<>();
                int next = i + 1;
                while (next < lines.length && lines[next].startsWith("  ") && isRow(lines[next], lines[i])) {
                    if (!RULE.matcher(lines[next]).matches()) {
                        rows.add(cells(lines[next], lines[i]));
                    }
                    next++;
                }
                tables.add(new ShownTable(lines[i - 2].strip(), cells(lines[i - 1], lines[i]), rows));
            }
        }
        return tables;
    }

    /** A row keeps the gaps between columns free; a sentence under a table does not. */
    private static boolean isRow(String line, String rule) {
        for (int c = 2; c < Math.min(line.length(), rule.length()); c++) {
            if (rule.charAt(c) == ' ' && line.charAt(c) != ' ') {
                return false;
            }
        }
        return line.length() <= rule.length();
    }

    private static List<String> cells(String line, String rule) {
        List<String> cells = new ArrayList<>();
        Matcher column = DASHES.matcher(rule);
        while (column.find()) {
            int end = Math.min(column.end(), line.length());
            cells.add(
                    column.start() >= end
                            ? ""
                            : line.substring(column.start(), end).strip());
        }
        return cells;
    }
}
