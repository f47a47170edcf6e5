package nl.mkba.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** The texts that an authority has laid down for the labels under a key. A list may change from year to year. */
public enum LabelList {
    /**
     * The task fields of the Dutch municipal accounts (Iv3, Informatie voor derden). Their names change from year to year, so
     * the code alone is the text.
     */
    TAAKVELD(
            2026,
            """
            0.1 Bestuur
            0.2 Burgerzaken
            0.3 Beheer overige gebouwen en gronden
            0.4 Overhead
            0.5 Treasury
            0.61 OZB woningen
            0.62 OZB niet-woningen
            0.63 Parkeerbelasting
            0.64 Belastingen overig
            0.7 Algemene uitkering en overige uitkeringen gemeentefonds
            0.8 Overige baten en lasten
            0.9 Vennootschapsbelasting (Vpb)
            0.10 Mutaties reserves
            0.11 Resultaat van de rekening van baten en lasten
            1.1 Crisisbeheersing en brandweer
            1.2 Openbare orde en veiligheid
            2.1 Verkeer en vervoer
            2.2 Parkeren
            2.3 Recreatieve havens
            2.4 Economische havens en waterwegen
            2.5 Openbaar vervoer
            3.1 Economische ontwikkeling
            3.2 Fysieke bedrijfsinfrastructuur
            3.3 Bedrijvenloket en bedrijfsregelingen
            3.4 Economische promotie
            4.1 Openbaar basisonderwijs
            4.2 Onderwijshuisvesting
            4.3 Onderwijsbeleid en leerlingzaken
            5.1 Sportbeleid en activering
            5.2 Sportaccommodaties
            5.3 Cultuurpresentatie, cultuurproductie en cultuurparticipatie
            5.4 Musea
            5.5 Cultureel erfgoed
            5.6 Media
            5.7 Openbaar groen en (openlucht) recreatie
            6.1 Samenkracht en burgerparticipatie
            6.21 Toegang en eerstelijnsvoorzieningen Wmo
            6.22 Toegang en eerstelijnsvoorzieningen Jeugd
            6.23 Toegang en eerstelijnsvoorzieningen Integraal
            6.3 Inkomensregelingen
            6.4 WSW en beschut werk
            6.5 Arbeidsparticipatie
            6.60 Hulpmiddelen en diensten (Wmo)
            6.711 Huishoudelijke hulp (Wmo)
            6.712 Begeleiding (Wmo)
            6.713 Dagbesteding (Wmo)
            6.714 Overige maatwerkarrangementen (Wmo)
            6.751 Jeugdhulp ambulant lokaal
            6.752 Jeugdhulp ambulant regionaal
            6.753 Jeugdhulp ambulant landelijk
            6.761 Jeugdhulp met verblijf lokaal
            6.762 Jeugdhulp met verblijf regionaal
            6.763 Jeugdhulp met verblijf landelijk
            6.791 PGB Wmo
            6.792 PGB Jeugd
            6.811 Beschermd wonen (Wmo)
            6.812 Maatschappelijke- en vrouwenopvang (Wmo)
            6.821 Jeugdbescherming
            6.822 Jeugdreclassering
            6.91 Coördinatie en beleid Wmo
            6.92 Coördinatie en beleid Jeugd
            7.1 Volksgezondheid
            7.2 Riolering
            7.3 Afval
            7.4 Milieubeheer
            7.5 Begraafplaatsen en crematoria
            8.1 Ruimte en leefomgeving
            8.2 Grondexploitatie (niet-bedrijventerreinen)
            8.3 Wonen en bouwen
            """,
            new Provenance(
                    "Ministerie van BZK, Iv3-informatievoorschrift gemeenten en gemeenschappelijke regelingen, taakvelden"
                            + " 2025–2026",
                    Text.of(
                            "De code alleen is genoeg. Het voorschrift zelf kon niet worden gelezen: codes en namen zijn die van"
                                    + " gemeentelijke begrotingen voor 2026 (Weststellingwerf, Heusden), naast een overname van"
                                    + " hoofdstuk 3 van het voorschrift. Sommige begrotingen hebben nog oudere namen, zoals 6.4"
                                    + " Begeleide participatie of 6.711 Hulp bij het huishouden.",
                            "The code alone will do. The regulation itself could not be read: codes and names are those of"
                                    + " municipal budgets for 2026 (Weststellingwerf, Heusden), beside a copy of its chapter 3. Some"
                                    + " budgets still have older names, such as 6.4 Begeleide participatie or 6.711 Hulp bij het"
                                    + " huishouden."),
                    "https://weststellingwerf.begrotingsapp.nl/begroting-2026/programma/programma-6--sociaal-domein",
                    null,
                    Quality.WEAK)) {

        @Override
        public String text(String written) {
            Matcher code = CODE.matcher(written.strip());
            return code.matches() ? code.group(1) : written.strip();
        }

        @Override
        String key(String entry) {
            return text(entry);
        }

        @Override
        @Nullable
        String meant(String written) {
            Matcher parts = CODE_AND_REST.matcher(written.strip());
            if (!parts.matches()) {
                return null;
            }
            String name = parts.group(3).strip();
            String ofCode = null;
            for (String entry : entries()) {
                String code = key(entry);
                if (code.equals(parts.group(1))) {
                    ofCode = entry;
                } else if (parts.group(2).isEmpty()
                        && entry.substring(code.length() + 1).equalsIgnoreCase(name)) {
                    return entry;
                }
            }
            return parts.group(2).isEmpty() ? null : ofCode;
        }

        @Override
        void spell(String entry, Map<String, String> spellings) {
            String code = key(entry);
            spellings.put(code, entry);
            spellings.put(entry.substring(code.length() + 1).toLowerCase(Locale.ROOT), entry);
        }
    },

    /** The themes of Statistics Netherlands' monitor of well-being (Monitor Brede Welvaart), in its dimension here and now. */
    BREDE_WELVAART(
            2023,
            """
            subjectief welzijn
            materiële welvaart
            gezondheid
            arbeid en vrije tijd
            wonen
            samenleving
            veiligheid
            milieu
            """,
            new Provenance(
                    "CBS, Monitor Brede Welvaart en de Sustainable Development Goals 2023, Hier en nu",
                    Text.of(
                            "Thema's van brede welvaart hier en nu; achter een thema mag een komma staan en later of elsewhere"
                                    + " (elders). De acht thema's zijn dezelfde als in de editie van 2020; of latere edities ze ook"
                                    + " hebben, kon niet worden nagelezen.",
                            "Themes of well-being here and now; behind a theme may stand a comma and later or elsewhere. The eight"
                                    + " themes are those of the edition of 2020 too; whether later editions have them could not be"
                                    + " read."),
                    "https://www.cbs.nl/nl-nl/dossier/dossier-brede-welvaart-en-de-sustainable-development-goals/"
                            + "monitor-brede-welvaart-en-de-sustainable-development-goals-2023/brede-welvaart/hier-en-nu",
                    null,
                    Quality.OFFICIAL)) {

        @Override
        public String text(String written) {
            int comma = written.indexOf(',');
            return comma < 0
                    ? written.strip()
                    : written.substring(0, comma).strip()
                            + ", "
                            + written.substring(comma + 1).strip();
        }

        @Override
        String key(String entry) {
            return entry;
        }

        @Override
        void spell(String entry, Map<String, String> spellings) {
            spellings.put(entry, entry);
            DIMENSIONS.forEach(dimension -> spellings.put(entry + ", " + dimension, entry + ", " + dimension));
        }

        @Override
        String base(String text) {
            for (String dimension : DIMENSIONS) {
                if (text.endsWith(", " + dimension)) {
                    return text.substring(0, text.length() - dimension.length() - 2);
                }
            }
            return text;
        }
    };

    /** The dimensions of well-being that a theme's text may name, besides here and now. */
    public static final List<String> DIMENSIONS = List.of("later", "elsewhere");

    private static final Pattern CODE = Pattern.compile("(\\d+\\.\\d+[a-z]?)(?:\\s.*)?", Pattern.DOTALL);

    /** A code, marks that do not belong there, and what follows. */
    private static final Pattern CODE_AND_REST =
            Pattern.compile("(\\d+\\.\\d+[a-z]?)([:;,)/–-]*)\\s+(.*)", Pattern.DOTALL);

    private final String id = name().toLowerCase(Locale.ROOT);
    private final int year;
    private final List<String> entries;
    private final Provenance provenance;

    LabelList(int year, String lines, Provenance provenance) {
        this.year = year;
        this.entries = lines.lines().toList();
        this.provenance = provenance;
    }

    /**
     * {@return the list that the texts under a key come from; empty for a key whose texts are free}
     *
     * @param key the labels' key
     */
    public static Optional<LabelList> of(String key) {
        for (LabelList list : values()) {
            if (list.id.equals(key)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** {@return the key under which its texts stand} */
    public String id() {
        return id;
    }

    /** {@return the year whose list it is} */
    public int year() {
        return year;
    }

    /** {@return what may be written, in the authority's order and in full} */
    public List<String> entries() {
        return entries;
    }

    /** {@return where it was laid down, and how well that was seen} */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * {@return the text by which a result is cut, of a text as it is written; the same for every way to write one entry}
     *
     * @param written a text as it stands in a scenario
     */
    public abstract String text(String written);

    /** The text of an entry. */
    abstract String key(String entry);

    /** Adds the ways, in small letters, in which people may have meant an entry, each with what is right. */
    abstract void spell(String entry, Map<String, String> spellings);

    /** The entry that a text means which names another, or names one in another form; null if it does neither. */
    @Nullable
    String meant(String written) {
        return null;
    }

    /** A text without what may follow it. */
    String base(String text) {
        return text;
    }

    /**
     * {@return what people see of a text by which a result is cut: the entry in full, with what follows it; the text if it is
     * none}
     *
     * @param text the text by which a result is cut
     */
    public String shown(String text) {
        String base = base(text);
        for (String entry : entries) {
            if (key(entry).equals(base)) {
                return entry + text.substring(base.length());
            }
        }
        return text;
    }

    /**
     * {@return whether a text, as it is written, stands in the list}
     *
     * @param written a text as it stands in a scenario
     */
    public boolean has(String written) {
        String base = base(text(written));
        return meant(written) == null
                && entries.stream().anyMatch(entry -> key(entry).equals(base));
    }

    /**
     * {@return what a text, as it is written, was probably meant to be; null if nothing is near}
     *
     * @param written a text as it stands in a scenario
     */
    public @Nullable String nearest(String written) {
        String other = meant(written);
        if (other != null) {
            return other;
        }
        String meant = text(written).toLowerCase(Locale.ROOT);
        Map<String, String> spellings = new LinkedHashMap<>();
        for (String entry : entries) {
            spell(entry, spellings);
        }
        String same = spellings.get(meant);
        if (same != null) {
            return same;
        }
        for (String entry : entries) {
            if (entry.startsWith(meant)) {
                return entry;
            }
        }
        String nearest = Spelling.nearest(meant, spellings.keySet());
        return nearest == null ? null : spellings.get(nearest);
    }
}
