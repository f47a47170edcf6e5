package nl.mkba.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** A language of the site, with the words around its pages. */
public enum Language {
    /** Dutch. */
    NL("nl/README.md", "Nederlands"),
    /** English. */
    EN("README.md", "English");

    private final String contents;
    private final String heading;
    private final Properties texts = new Properties();

    Language(String contents, String heading) {
        this.contents = "docs/" + contents;
        this.heading = heading;
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream("texts_" + tag() + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code lang} has it: nl, en. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one. */
    public Language other() {
        return this == NL ? EN : NL;
    }

    /** A text of the site itself, such as the label of the search field. */
    public String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("texts_" + tag() + ".properties has no " + key);
        }
        return text;
    }

    /** The file that lists all pages for readers of this language: the navigation, and the first page. */
    String contents() {
        return contents;
    }

    /** What stands above the part in this language, on a page that has both and in the columns of the list of pages. */
    String heading() {
        return heading;
    }
}
