package nl.mkba.file.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.mkba.text.Text;

/** A part of the catalogue: a file of its own, which a scenario includes as {@code catalogue:NAME}. */
public enum CatalogueSection {
    /** Stakeholders that pay or gain. */
    STAKEHOLDERS("Partijen", "Stakeholders"),
    /** Benefits, production, absence, unpaid work. */
    WORK_AND_INCOME("Werk en inkomen", "Work and income"),
    /** Problematic debt and help with it. */
    DEBT("Schulden", "Debt"),
    /** Eviction, shelter, demolition, building, home values. */
    HOUSING("Wonen", "Housing"),
    /** Families with many problems, youth care. */
    YOUTH_AND_FAMILY("Jeugd en gezin", "Youth and family"),
    /** Police and justice, damage, prevention, detention, street coaches. */
    SAFETY("Veiligheid", "Safety"),
    /** Care and support: prices per visit, day or hour. */
    CARE("Zorg en ondersteuning", "Care and support"),
    /** Healthy years of life, lifestyle, sport. */
    HEALTH("Gezondheid", "Health"),
    /** School and language. */
    EDUCATION("Onderwijs en taal", "Education and language"),
    /** Green, climate, litter. */
    ENVIRONMENT("Groen en klimaat", "Green and climate"),
    /** Taxes on amounts. */
    GENERAL("Algemeen", "General"),
    /** What evaluations found, with the base rates that go with it. */
    EFFECTS("Effecten", "Effects");

    private final Text name;

    CatalogueSection(String dutch, String english) {
        this.name = Text.of(dutch, english);
    }

    /** The part of that name. */
    static Optional<CatalogueSection> of(String id) {
        return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    /** {@return the name in {@code catalogue:NAME}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return what it is called}
     *
     * @param locale the language: Dutch or, for any other, English
     */
    public String name(Locale locale) {
        return name.in(locale);
    }

    /** {@return what a scenario writes under {@code include}} */
    public String include() {
        return "catalogue:" + id();
    }
}
