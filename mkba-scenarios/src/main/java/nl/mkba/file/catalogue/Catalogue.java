package nl.mkba.file.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.IncludedFile;
import nl.mkba.label.LabelList;
import nl.mkba.price.PriceIndex;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is built in: what a scenario can include or name, and what it can start from.
 *
 * @param keyFigures the figures, part by part, read from the same files that a scenario includes
 * @param effects what evaluations found, read from the file that a scenario includes
 * @param stakeholders the stakeholders
 * @param policies the discount policies
 * @param indices the price indices
 * @param labels the lists of labels, whole or the entries that a search found
 * @param templates the scenarios to start from
 * @param mappings what makes parameters of the columns of tables that others publish
 */
public record Catalogue(
        List<KeyFigure> keyFigures,
        List<Effect> effects,
        List<CatalogueStakeholder> stakeholders,
        List<PublishedPolicy> policies,
        List<PriceIndex> indices,
        List<LabelEntries> labels,
        List<Template> templates,
        List<ColumnMapping> mappings) {

    /** The edition of the parameters, effects and stakeholders: a result names it, so that one knows with which it was made. */
    public static final String VERSION = "2026.6";

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param keyFigures see {@link #keyFigures()}
     * @param effects see {@link #effects()}
     * @param stakeholders see {@link #stakeholders()}
     * @param policies see {@link #policies()}
     * @param indices see {@link #indices()}
     * @param labels see {@link #labels()}
     * @param templates see {@link #templates()}
     * @param mappings see {@link #mappings()}
     */
    public Catalogue {
        keyFigures = List.copyOf(keyFigures);
        effects = List.copyOf(effects);
        stakeholders = List.copyOf(stakeholders);
        policies = List.copyOf(policies);
        indices = List.copyOf(indices);
        labels = List.copyOf(labels);
        templates = List.copyOf(templates);
        mappings = List.copyOf(mappings);
    }

    /** {@return all of it} */
    public static Catalogue read() {
        List<CatalogueStakeholder> stakeholders = new ArrayList<>();
        List<KeyFigure> keyFigures = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        for (CatalogueSection part : CatalogueSection.values()) {
            IncludedFile file = IncludedFile.read(part.include(), CatalogueFiles.bytes(part.id() + ".yaml"));
            file.stakeholders().forEach(stakeholder -> stakeholders.add(new CatalogueStakeholder(part, stakeholder)));
            if (part == CatalogueSection.EFFECTS) {
                effects.addAll(Effects.of(file.parameters()));
            } else {
                file.parameters().forEach(parameter -> keyFigures.add(new KeyFigure(part, parameter)));
            }
        }
        return new Catalogue(
                keyFigures,
                effects,
                stakeholders,
                List.of(PublishedPolicy.values()),
                PriceIndex.builtInNames().stream()
                        .flatMap(name -> PriceIndex.builtIn(name).stream())
                        .toList(),
                Stream.of(LabelList.values()).map(LabelEntries::of).toList(),
                Templates.read(DUTCH),
                BuiltInMappings.all());
    }

    /**
     * {@return the templates alone, each in this language where it is written in it too}
     *
     * @param language of names and descriptions
     */
    public static List<Template> readTemplates(Locale language) {
        return Templates.read(language);
    }

    /** {@return whether there is nothing in it} */
    public boolean isEmpty() {
        return keyFigures.isEmpty()
                && effects.isEmpty()
                && stakeholders.isEmpty()
                && policies.isEmpty()
                && indices.isEmpty()
                && labels.isEmpty()
                && templates.isEmpty()
                && mappings.isEmpty();
    }

    /** {@return the effects alone} */
    public Catalogue effectsOnly() {
        return new Catalogue(List.of(), effects, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * {@return what these words are all found in: in the id, the Dutch or English name, the part, or the source; of an effect
     * also in the programme, the people, the country, the kind of study and what was found} Small and capital letters and
     * accents do not matter, part of a word suffices, and a singular finds a plural and the other way round; words for one
     * subject find each other. Where nothing has them, words that mean nearly the same are looked for instead.
     *
     * @param words in Dutch or English; all of them must be found
     */
    public Catalogue matching(List<String> words) {
        List<String> folded = words.stream().map(Catalogue::folded).toList();
        String phrase = String.join(" ", folded);
        List<String> asked = SearchWords.isSubject(phrase) ? List.of(phrase) : folded;
        Catalogue found = matchingAny(asked.stream().map(SearchWords::same).toList());
        return found.isEmpty()
                ? matchingAny(asked.stream().map(SearchWords::alike).toList())
                : found;
    }

    /** What has at least one of the words of each list. */
    private Catalogue matchingAny(List<SearchWords> wanted) {
        return new Catalogue(
                matching(keyFigures, KeyFigure::words, wanted),
                matching(effects, Effect::words, wanted),
                matching(stakeholders, CatalogueStakeholder::words, wanted),
                matching(
                        policies,
                        policy -> policy.id() + " " + policy.provenance().source(),
                        wanted),
                matching(
                        indices,
                        index -> index.name() + " " + index.provenance().source(),
                        wanted),
                labels.stream()
                        .map(list -> list.matching(text -> matches(text, wanted)))
                        .filter(list -> !list.entries().isEmpty())
                        .toList(),
                matching(templates, template -> template.id() + " " + template.title(), wanted),
                matching(mappings, Catalogue::words, wanted));
    }

    /**
     * {@return the word nearest to one that is not found, or null}
     *
     * @param word that nothing has
     */
    public @Nullable String nearest(String word) {
        Set<String> known = new LinkedHashSet<>();
        keyFigures.forEach(figure -> known.addAll(words(figure.words())));
        effects.forEach(effect -> known.addAll(words(effect.words())));
        stakeholders.forEach(stakeholder -> known.addAll(words(stakeholder.words())));
        labels.forEach(list -> list.entries().forEach(entry -> known.addAll(words(entry))));
        templates.forEach(template -> known.addAll(words(template.title())));
        return Spelling.nearest(folded(word), known);
    }

    /** {@return the mappings alone} */
    public Catalogue mappingsOnly() {
        return new Catalogue(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), mappings);
    }

    private static String words(ColumnMapping mapping) {
        Text title = mapping.title();
        return mapping.origin()
                + " "
                + (title == null ? "" : inBothLanguages(title::in))
                + " "
                + String.join(" ", mapping.parameters().keySet());
    }

    private static List<String> words(String text) {
        return List.of(NOT_A_WORD.split(folded(text)));
    }

    private static <T> List<T> matching(List<T> entries, Function<T, String> text, List<SearchWords> wanted) {
        return entries.stream()
                .filter(entry -> matches(text.apply(entry), wanted))
                .toList();
    }

    private static boolean matches(String text, List<SearchWords> wanted) {
        String words = folded(text);
        return wanted.stream().allMatch(each -> each.areIn(words));
    }

    private static String folded(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** A text in both languages, to search. */
    static String inBothLanguages(Function<Locale, String> text) {
        return text.apply(DUTCH) + " " + text.apply(Locale.ENGLISH);
    }
}
