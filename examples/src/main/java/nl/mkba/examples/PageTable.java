package nl.mkba.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table in a page that the build makes, between two lines that say so.
 *
 * @param name what the first of these lines calls it
 */
record PageTable(String name) {

    private static final String END = "<!-- end -->\n";

    private String begin() {
        return "<!-- begin: " + name + ", made by examples/table -->\n";
    }

    /** The table as the page has it. */
    String in(Path page) throws IOException {
        String text = Files.readString(page);
        return text.substring(begins(text, page), ends(text, page));
    }

    /** Puts another table in its place. */
    void replace(Path page, String table) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, begins(text, page)) + table + text.substring(ends(text, page)));
    }

    private int begins(String text, Path page) {
        int at = text.indexOf(begin());
        if (at < 0) {
            throw new IllegalStateException(page + " has no line " + begin());
        }
        return at + begin().length();
    }

    private int ends(String text, Path page) {
        return text.indexOf(END, begins(text, page));
    }
}
