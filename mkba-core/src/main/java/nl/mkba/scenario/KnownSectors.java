package nl.mkba.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.engine.spelling.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The sectors that mean something by themselves. A sector of one's own is allowed, so one that was probably meant to be a known
 * one would pass unseen, and the government would be no government.
 */
final class KnownSectors {

    private static final List<String> KNOWN = List.of("public", "private", "households");

    /** Other words for them, Dutch and English. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("overheid", "public"),
            Map.entry("overheden", "public"),
            Map.entry("publiek", "public"),
            Map.entry("publieke_sector", "public"),
            Map.entry("openbaar", "public"),
            Map.entry("gemeente", "public"),
            Map.entry("rijk", "public"),
            Map.entry("government", "public"),
            Map.entry("public_sector", "public"),
            Map.entry("privaat", "private"),
            Map.entry("particulier", "private"),
            Map.entry("markt", "private"),
            Map.entry("bedrijf", "private"),
            Map.entry("bedrijven", "private"),
            Map.entry("business", "private"),
            Map.entry("businesses", "private"),
            Map.entry("private_sector", "private"),
            Map.entry("huishouden", "households"),
            Map.entry("huishoudens", "households"),
            Map.entry("bewoners", "households"),
            Map.entry("burgers", "households"),
            Map.entry("gezinnen", "households"),
            Map.entry("residents", "households"),
            Map.entry("citizens", "households"),
            Map.entry("families", "households"));

    private KnownSectors() {}

    /** The known sector that another word was probably meant to be; null for a known one and for one of one's own. */
    static @Nullable String meant(String sector) {
        if (KNOWN.contains(sector)) {
            return null;
        }
        String other = OTHER_WORDS.get(sector.toLowerCase(Locale.ROOT));
        return other == null ? Spelling.nearest(sector, KNOWN) : other;
    }
}
