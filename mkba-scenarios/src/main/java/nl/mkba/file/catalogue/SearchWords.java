package nl.mkba.file.catalogue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word or phrase that somebody looks for, in all its forms, with what the field calls the same thing. */
final class SearchWords {

    /** Endings of Dutch and English words; what remains must still be a word. The s of prijs, huis and loos is none. */
    private static final Pattern ENDING =
            Pattern.compile("(?<=\\w{4})(heden|heid|ingen|loosheid|ers|en|er|es|e|(?<!ij|ui|ei|oo|aa)s|ing)$");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A shorter stem is in too many words: it counts only as a whole one. */
    private static final int LEAST_PART = 4;

    /** What nobody typed, a word that means nearly the same, is to be longer still to count as part of one: tree is in street. */
    private static final int LEAST_PART_OF_OTHER = 5;

    /**
     * Words on a line are for one subject: who looks for one of them misses findings that have only another, in either
     * language.
     */
    private static final List<List<String>> SUBJECTS = lists("""
            huizenprijs, woningprijs, woningwaarde, huizenwaarde, waarde van woningen, waarde van buurwoningen, \
            house price, home price, house value, home value, value of homes, value of neighbouring homes
            jeugd, jongere, youth, juvenile, child welfare
            vernieling, vandalisme, vandalism
            """);

    /** Words on a line mean nearly the same, written without accents. */
    private static final List<List<String>> NEARLY_SAME = lists("""
            dakloos, dakloosheid, dakloze, thuisloos, thuisloze, zwerver, homeless, opvang, shelter
            bijstand, uitkering, armoede, minima, poverty, social_assistance, welfare, benefit
            baan, werk, arbeid, job, employment, betaald werk
            schuld, schulden, debt, schuldhulp, schuldsanering, wsnp, betalingsachterstand
            ontruiming, uitzetting, huisuitzetting, eviction
            inbraak, diefstal, woninginbraak, burglary
            criminaliteit, misdaad, delict, crime, vernieling, vandalisme, vandalism
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
            """);

    private final List<String> words;

    private final List<String> stems;

    private SearchWords(Collection<String> words) {
        this.words = List.copyOf(words);
        this.stems = words.stream()
                .map(SearchWords::stems)
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static List<List<String>> lists(String lines) {
        return lines.lines().map(line -> List.of(line.strip().split(", "))).toList();
    }

    /** Whether this word or phrase names a subject, as a whole. */
    static boolean isSubject(String phrase) {
        return SUBJECTS.stream().anyMatch(list -> has(list, phrase));
    }

    /** The word or phrase, and the others for its subject. */
    static SearchWords same(String word) {
        return among(word, SUBJECTS);
    }

    /** The word or phrase, and what means nearly the same. */
    static SearchWords alike(String word) {
        return among(word, NEARLY_SAME);
    }

    private static SearchWords among(String word, List<List<String>> lists) {
        Set<String> words = new LinkedHashSet<>(List.of(word));
        lists.stream().filter(list -> has(list, word)).forEach(words::addAll);
        return new SearchWords(words);
    }

    private static boolean has(List<String> list, String word) {
        return list.stream().anyMatch(known -> stems(known).equals(stems(word)));
    }

    /** Whether one of the words is in this text, which has no capitals or accents: as it is, or in another form. */
    boolean areIn(String text) {
        for (String word : words) {
            if (isIn(text, word, least(word))) {
                return true;
            }
        }
        String formsOfText = stems(text);
        for (String stem : stems) {
            boolean isFound = stem.length() < LEAST_PART
                    ? formsOfText.contains(" " + stem + " ")
                    : isIn(text, stem, least(stem)) || isIn(formsOfText, stem, least(stem));
            if (isFound) {
                return true;
            }
        }
        return false;
    }

    /** Letters from which on a word counts as part of another, and not at its beginning alone. */
    private int least(String word) {
        return word.equals(words.get(0)) || word.equals(stems.get(0)) ? LEAST_PART : LEAST_PART_OF_OTHER;
    }

    private static boolean isIn(String text, String part, int least) {
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            if (part.length() >= least || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The stem of each word, with a space before and after each. */
    private static String stems(String text) {
        return NOT_A_WORD
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(SearchWords::stem)
                .collect(Collectors.joining(" ", " ", " "));
    }

    /** Dutch doubles a vowel or a consonant where an ending falls away: dakloze and dakloos, tellen and tel. */
    private static String stem(String word) {
        String singular = ENDING.matcher(word).replaceFirst("");
        String stem = ENDING.matcher(singular).replaceFirst("");
        return stem.replaceFirst("([b-df-hj-np-tv-z])\\1$", "$1")
                .replaceFirst("([aeou])\\1(?=[^aeiou]$)", "$1")
                .replaceFirst("z$", "s");
    }
}
