package nl.mkba.scenarios.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the catalogue: a file of its own, which a scenario includes as {@code catalogue:NAME}. */
public enum Part {
    /** Parties that pay or gain. */
    STAKEHOLDERS,
    /** Benefits, production, absence, unpaid work. */
    WORK_AND_INCOME,
    /** Problematic debt and help with it. */
    DEBT,
    /** Eviction, shelter, demolition, building, home values. */
    HOUSING,
    /** Families with many problems, youth care. */
    YOUTH_AND_FAMILY,
    /** Police and justice, damage, prevention, detention, street coaches. */
    SAFETY,
    /** Care and support: prices per visit, day or hour. */
    CARE,
    /** Healthy years of life, lifestyle, sport. */
    HEALTH,
    /** School and language. */
    EDUCATION,
    /** Green, climate, litter. */
    ENVIRONMENT;

    /** The part of that name. */
    static Optional<Part> of(String id) {
        return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    /** The name in {@code catalogue:NAME}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a scenario writes under {@code include}. */
    public String include() {
        return "catalogue:" + id();
    }
}
