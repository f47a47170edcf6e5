package nl.mkba.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a page sees. Addresses are relative to the page.
 *
 * @param readers for readers of which language the page is
 * @param language the language that it is written in
 * @param title of the page
 * @param html what the page says
 * @param top the folder of the site
 * @param groups the navigation
 * @param above the page of the navigation that this one belongs to; null if it is in the navigation itself
 * @param sections its headings by their anchors
 * @param formulas whether it has any
 * @param file the file that it shows as it is; null if it is a page of its own
 * @param other the page for readers of the other language
 * @param version of the project
 */
public record View(
        Language readers,
        Language language,
        String title,
        String html,
        String top,
        List<Group> groups,
        @Nullable Entry above,
        Map<String, String> sections,
        boolean formulas,
        @Nullable String file,
        String other,
        String version) {

    /**
     * A group of the navigation.
     *
     * @param title what it is called
     * @param entries its pages
     */
    public record Group(String title, List<Entry> entries) {}

    /**
     * A page in the navigation.
     *
     * @param title what the list of pages calls it
     * @param address where it is
     * @param current "page" for the page itself, "true" for the one it belongs to, null for others: as {@code aria-current} has it
     * @param foreign whether it is in the other language only
     */
    public record Entry(
            String title, String address, @Nullable String current, boolean foreign) {}

    /** Whether the page is in the other language only. */
    public boolean foreign() {
        return language != readers;
    }

    /** A text of the site in the language of the readers. */
    public String text(String key) {
        return readers.text(key);
    }
}
