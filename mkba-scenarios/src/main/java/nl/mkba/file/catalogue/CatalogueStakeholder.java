package nl.mkba.file.catalogue;

import java.util.Locale;
import nl.mkba.scenario.Stakeholder;

/**
 * A stakeholder of the catalogue.
 *
 * @param part where it stands
 * @param stakeholder the stakeholder as a scenario gets it, with its name in both languages
 */
public record CatalogueStakeholder(CatalogueSection part, Stakeholder stakeholder) {

    /**
     * {@return what it is called}
     *
     * @param locale the language: Dutch or, for any other, English
     */
    public String name(Locale locale) {
        return stakeholder.label().in(locale);
    }

    /** What a search looks in. */
    String words() {
        return stakeholder.id() + " " + Catalogue.inBothLanguages(this::name);
    }
}
