package nl.mkba.json.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.CatalogueStakeholder;
import nl.mkba.file.catalogue.Effect;
import nl.mkba.file.catalogue.Evidence;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.file.catalogue.LabelEntries;
import nl.mkba.file.catalogue.Template;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** The catalogue, or what a search found in it, as a tree for JSON. */
public final class CatalogueTree {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);

    private CatalogueTree() {}

    /**
     * {@return the catalogue, with its texts in both languages}
     *
     * @param catalogue all of it, or what a search found
     */
    public static Map<String, @Nullable Object> of(Catalogue catalogue) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalogue_version", Catalogue.VERSION);
        tree.put("key_figures", each(catalogue.keyFigures(), CatalogueTree::figure));
        tree.put("effects", each(catalogue.effects(), CatalogueTree::effect));
        tree.put("stakeholders", each(catalogue.stakeholders(), CatalogueTree::stakeholder));
        tree.put("discount_policies", each(catalogue.policies(), CatalogueTree::policy));
        tree.put("price_indices", each(catalogue.indices(), CatalogueTree::index));
        tree.put("label_lists", each(catalogue.labels(), CatalogueTree::labels));
        tree.put("templates", each(catalogue.templates(), CatalogueTree::template));
        tree.put("columns", each(catalogue.mappings(), CatalogueTree::mapping));
        return tree;
    }

    private static <T> List<Map<String, @Nullable Object>> each(
            List<T> entries, Function<T, Map<String, @Nullable Object>> tree) {
        return entries.stream().map(tree).toList();
    }

    private static Map<String, @Nullable Object> figure(KeyFigure figure) {
        Distribution range = figure.parameter().distribution();
        return parameter(
                figure,
                figure.central(),
                range == null ? null : new Evidence.Interval(range.lowest(), range.highest()));
    }

    private static Map<String, @Nullable Object> effect(Effect effect) {
        Evidence evidence = effect.evidence();
        Map<String, @Nullable Object> tree =
                parameter(effect.figure(), effect.central(), effect.range().orElse(null));
        tree.put("formula", effect.formula().orElse(null));
        tree.put("programme", inBothLanguages(evidence.programme()::in));
        tree.put("population", inBothLanguages(evidence.population()::in));
        tree.put("comparison", evidence.comparison().id());
        tree.put("scale", evidence.scale().id());
        tree.put("interval", interval(effect));
        Text decay = evidence.decay();
        tree.put("decay", inBothLanguages(locale -> decay == null ? null : decay.in(locale)));
        tree.put("country", evidence.country());
        tree.put("design", evidence.design().id());
        tree.put("year", evidence.year());
        Evidence.Finding finding = evidence.finding();
        tree.put("finding", finding == null ? null : finding.id());
        tree.put("read_at", evidence.readAt());
        return tree;
    }

    /** What low and high are: the source's 95 % interval, the ends of the distribution, or nothing. */
    private static @Nullable String interval(Effect effect) {
        if (effect.range().isEmpty()) {
            return null;
        }
        return effect.evidence().confidenceInterval() == null ? "range" : "confidence_95";
    }

    private static Map<String, @Nullable Object> parameter(
            KeyFigure figure, double central, Evidence.@Nullable Interval range) {
        Parameter parameter = figure.parameter();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", parameter.id());
        tree.put("include", figure.part().include());
        tree.put("name", inBothLanguages(figure::name));
        tree.put("value", central);
        tree.put("distribution", figure.form().orElse(null));
        tree.put("low", range == null ? null : range.low());
        tree.put("high", range == null ? null : range.high());
        // one word for programs, whatever language is asked for
        tree.put("unit", parameter.unit() == null ? null : parameter.unit().in(Locale.ENGLISH));
        tree.put("price_year", parameter.priceYear());
        tree.put("group", parameter.group());
        provenance(tree, parameter.provenance());
        tree.put("note", inBothLanguages(locale -> figure.note(locale).orElse(null)));
        return tree;
    }

    private static Map<String, @Nullable Object> stakeholder(CatalogueStakeholder stakeholder) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", stakeholder.stakeholder().id());
        tree.put("include", stakeholder.part().include());
        tree.put("name", inBothLanguages(stakeholder::name));
        tree.put("sector", stakeholder.stakeholder().sector());
        tree.put("counts", stakeholder.stakeholder().counts());
        tree.put("can_pay", stakeholder.stakeholder().canPay());
        return tree;
    }

    private static Map<String, @Nullable Object> policy(PublishedPolicy published) {
        DiscountPolicy policy = published.policy();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", published.id());
        tree.put("standard", steps(policy.standard()));
        Map<String, @Nullable Object> classes = new LinkedHashMap<>();
        policy.classes().forEach((name, schedule) -> classes.put(name, steps(schedule)));
        tree.put("classes", classes);
        tree.put("valid_from", published.validFrom());
        tree.put("valid_until", published.validUntil().orElse(null));
        provenance(tree, published.provenance());
        return tree;
    }

    /** Rate by years after the base year. */
    private static Map<String, @Nullable Object> steps(RateSchedule schedule) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        schedule.steps()
                .forEach((year, rate) -> tree.put(year.toString(), rate.number().orElseThrow()));
        return tree;
    }

    private static Map<String, @Nullable Object> index(PriceIndex index) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", index.name());
        Map<String, @Nullable Object> years = new LinkedHashMap<>();
        index.values().forEach((year, number) -> years.put(year.toString(), number));
        tree.put("values", years);
        provenance(tree, index.provenance());
        return tree;
    }

    private static Map<String, @Nullable Object> labels(LabelEntries labels) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", labels.list().id());
        tree.put("year", labels.list().year());
        tree.put("entries", labels.entries());
        provenance(tree, labels.list().provenance());
        Text note = labels.list().provenance().note();
        tree.put("note", note == null ? null : inBothLanguages(note::in));
        return tree;
    }

    private static Map<String, @Nullable Object> template(Template template) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", template.id());
        tree.put("title", template.title());
        tree.put("description", template.description());
        return tree;
    }

    private static Map<String, @Nullable Object> mapping(ColumnMapping mapping) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Text title = mapping.title();
        Text note = mapping.provenance().note();
        tree.put("id", mapping.origin());
        tree.put("title", title == null ? null : inBothLanguages(title::in));
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        mapping.parameters().forEach((id, formula) -> parameters.put(id, formula.text()));
        tree.put("parameters", parameters);
        tree.put("columns", new LinkedHashMap<String, @Nullable Object>(mapping.columns()));
        provenance(tree, mapping.provenance());
        tree.put("note", note == null ? null : inBothLanguages(note::in));
        return tree;
    }

    private static void provenance(Map<String, @Nullable Object> tree, Provenance origin) {
        Quality quality = origin.quality();
        tree.put("source", origin.source());
        tree.put("url", origin.url());
        tree.put("quality", quality == null ? null : quality.id());
    }

    private static Map<String, @Nullable Object> inBothLanguages(Function<Locale, @Nullable String> text) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> tree.put(language.getLanguage(), text.apply(language)));
        return tree;
    }
}
