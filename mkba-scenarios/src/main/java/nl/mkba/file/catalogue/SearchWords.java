package nl.mkba.file.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Other words for those that somebody looks for: other forms of them, and what the field calls the same thing. */
final class SearchWords {

    /** Endings of Dutch and English words; what remains must still be a word. */
    private static final Pattern ENDING =
            Pattern.compile("(?<=\\w{4})(heden|heid|ingen|loosheid|ers|en|er|es|e|s|ing)$");

    /** Words on a line mean nearly the same, written without accents. */
    private static final List<List<String>> SAME =
            """
            dakloos, dakloosheid, dakloze, thuisloos, thuisloze, zwerver, homeless, opvang, shelter
            bijstand, uitkering, armoede, minima, poverty, social_assistance, welfare, benefit
            baan, werk, arbeid, job, employment, betaald werk
            schuld, schulden, debt, schuldhulp, schuldsanering, wsnp, betalingsachterstand
            ontruiming, uitzetting, huisuitzetting, eviction
            inbraak, diefstal, woninginbraak, burglary
            criminaliteit, misdaad, delict, crime
            jeugdzorg, jeugdhulp, youth care, uithuisplaatsing
            ggz, psychisch, geestelijke gezondheid, depressie, zelfdoding, suicide, mental
            levensjaar, gezond levensjaar, qaly
            school, onderwijs, schooluitval, schoolverlater, schoolverlaten, spijbelen, truancy, vsv, education, dropout
            eenzaam, eenzaamheid, loneliness, isolement
            energie, gas, elektriciteit, stroom, zonnepanelen, isolatie, energy
            co2, broeikasgas, uitstoot, carbon, klimaat
            groen, bomen, park, tree, green
            huur, woning, huis, house, rent
            bewegen, sport, exercise, lichamelijke activiteit
            huisarts, gp, dokter, general practitioner
            vrijwilliger, vrijwilligers, volunteer, mantelzorg
            overlast, hangjongeren, hangjeugd, burenruzie, lawaai, geluidsoverlast, nuisance
            wmo, thuiszorg, huishoudelijke hulp, home care
            taalcursus, laaggeletterd, inburgering, vluchteling, statushouder, nieuwkomer, literacy, language
            verslaving, verslaafd, alcohol, drank, drugs, addiction
            geweld, mishandeling, huiselijk, violence, abuse
            """.lines().map(line -> List.of(line.strip().split(", "))).toList();

    private SearchWords() {}

    /** The word itself, its stem, and words that mean the same. */
    static List<String> alike(String word) {
        Set<String> alike = new LinkedHashSet<>();
        alike.add(word);
        String stem = stem(word);
        alike.add(stem);
        for (List<String> same : SAME) {
            if (same.stream()
                    .anyMatch(known -> known.equals(word) || stem(known).equals(stem))) {
                alike.addAll(same);
            }
        }
        return new ArrayList<>(alike);
    }

    /** Dutch doubles a vowel or a consonant where an ending falls away: dakloze and dakloos, tellen and tel. */
    private static String stem(String word) {
        String stem = ENDING.matcher(word).replaceFirst("");
        return stem.replaceFirst("([b-df-hj-np-tv-z])\\1$", "$1")
                .replaceFirst("([aeou])\\1(?=[^aeiou]$)", "$1")
                .replaceFirst("z$", "s");
    }
}
