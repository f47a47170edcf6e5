package nl.mkba.cli.render;

import java.util.List;
import java.util.Locale;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.CatalogueSection;
import nl.mkba.file.catalogue.CatalogueStakeholder;
import nl.mkba.file.catalogue.Effect;
import nl.mkba.file.catalogue.Evidence;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.file.catalogue.LabelEntries;
import nl.mkba.file.catalogue.Template;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.json.tree.Plain;
import nl.mkba.label.LabelList;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** The catalogue, or what a search found in it, for people. */
public final class CatalogueText {

    private static final String INDENT = "  ";
    private static final int WIDTH = 100;

    /** This many parameters are shown in full; more in a table. */
    private static final int IN_FULL = 5;

    private final Catalogue catalogue;
    private final Messages messages;
    private final Numbers numbers;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder(16384);

    private CatalogueText(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), "EUR");
        this.locale = messages.language().locale();
    }

    /** The text. */
    public static String of(Catalogue catalogue, Messages messages) {
        return new CatalogueText(catalogue, messages).text();
    }

    private String text() {
        List<KeyFigure> figures = catalogue.keyFigures();
        if (!figures.isEmpty()) {
            heading("catalogue.key_figures");
            if (figures.size() <= IN_FULL) {
                figures.forEach(this::inFull);
            } else {
                byPart(figures);
                text.append('\n').append(INDENT);
                text.append(messages.text(
                                "catalogue.more", figures.get(0).parameter().id()))
                        .append('\n');
            }
        }
        effects();
        stakeholders();
        policies();
        indices();
        labels();
        templates();
        mappings();
        return text.toString();
    }

    private void heading(String key) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        String heading = messages.text(key);
        text.append(heading).append('\n').append("-".repeat(heading.length())).append('\n');
    }

    private void byPart(List<KeyFigure> figures) {
        for (CatalogueSection part : CatalogueSection.values()) {
            List<KeyFigure> own =
                    figures.stream().filter(figure -> figure.part() == part).toList();
            if (own.isEmpty()) {
                continue;
            }
            text.append('\n').append(INDENT).append(part.name(locale)).append(": ");
            text.append(include(part)).append("\n");
            TextTable table = new TextTable(
                            messages.text("catalogue.column.id"),
                            messages.text("catalogue.column.name"),
                            messages.text("catalogue.column.unit"),
                            messages.text("catalogue.column.quality"),
                            messages.text("catalogue.column.value"),
                            messages.text("catalogue.column.low"),
                            messages.text("catalogue.column.high"),
                            messages.text("catalogue.column.price_year"))
                    .withTexts(4);
            own.forEach(figure -> row(table, figure));
            table.writeTo(text, INDENT);
        }
    }

    private void effects() {
        List<Effect> effects = catalogue.effects();
        if (effects.isEmpty()) {
            return;
        }
        heading("catalogue.effects");
        if (effects.size() <= IN_FULL) {
            effects.forEach(this::inFull);
            return;
        }
        text.append(INDENT).append(include(CatalogueSection.EFFECTS)).append('\n');
        TextTable table = new TextTable(
                        messages.text("catalogue.column.id"),
                        messages.text("catalogue.column.name"),
                        messages.text("catalogue.column.unit"),
                        messages.text("catalogue.column.country"),
                        messages.text("catalogue.column.design"),
                        messages.text("catalogue.column.finding"),
                        messages.text("catalogue.column.quality"),
                        messages.text("catalogue.column.value"),
                        messages.text("catalogue.column.low"),
                        messages.text("catalogue.column.high"))
                .withTexts(7);
        for (Effect effect : effects) {
            Parameter parameter = effect.parameter();
            Evidence evidence = effect.evidence();
            table.row(
                    parameter.id(),
                    effect.figure().name(locale),
                    unit(parameter),
                    evidence.country(),
                    evidence.design().label().in(locale),
                    finding(evidence),
                    quality(parameter.provenance().quality()),
                    numbers.precise(effect.central()),
                    effect.range().map(range -> numbers.precise(range.low())).orElse(""),
                    effect.range().map(range -> numbers.precise(range.high())).orElse(""));
        }
        table.writeTo(text, INDENT);
        text.append('\n').append(INDENT);
        text.append(messages.text(
                        "catalogue.more",
                        "effects " + effects.get(0).parameter().id()))
                .append('\n');
    }

    private String finding(Evidence evidence) {
        Evidence.Finding finding = evidence.finding();
        return finding == null ? "" : finding.label().in(locale);
    }

    private void inFull(Effect effect) {
        KeyFigure figure = effect.figure();
        Evidence evidence = effect.evidence();
        Text decay = evidence.decay();
        title(figure);
        line(
                "catalogue.column.value",
                value(figure, effect.central())
                        + effect.formula().map(formula -> " = " + formula).orElse(""));
        effect.range()
                .ifPresent(range -> line(
                        "catalogue.range",
                        bounds(range.low(), range.high())
                                + (evidence.confidenceInterval() == null
                                        ? " (" + figure.form().orElseThrow() + ")"
                                        : " ("
                                                + messages.text(
                                                        "catalogue.confidence",
                                                        figure.form().orElseThrow()) + ")")));
        line("catalogue.programme", evidence.programme().in(locale));
        line("catalogue.population", evidence.population().in(locale));
        line("catalogue.comparison", evidence.comparison().label().in(locale));
        line("catalogue.scale", evidence.scale().label().in(locale));
        if (evidence.finding() != null) {
            line("catalogue.column.finding", finding(evidence));
        }
        if (decay != null) {
            line("catalogue.decay", decay.in(locale));
        }
        line(
                "catalogue.column.design",
                evidence.design().label().in(locale)
                        + ", "
                        + evidence.country()
                        + (evidence.year() == null ? "" : ", " + evidence.year()));
        source(figure);
        if (evidence.readAt() != null) {
            line("catalogue.read_at", evidence.readAt());
        }
        figure.note(locale).ifPresent(note -> line("catalogue.note", note));
        line("catalogue.use", include(figure.part()));
    }

    private void row(TextTable table, KeyFigure figure) {
        Parameter parameter = figure.parameter();
        Distribution range = parameter.distribution();
        Integer year = parameter.priceYear();
        table.row(
                parameter.id(),
                figure.name(locale),
                unit(parameter),
                quality(parameter.provenance().quality()),
                numbers.precise(figure.central()),
                range == null ? "" : numbers.precise(range.lowest()),
                range == null ? "" : numbers.precise(range.highest()),
                year == null ? "" : year.toString());
    }

    private String quality(@Nullable Quality quality) {
        return quality == null ? "" : Labels.quality(quality, messages);
    }

    private static String include(CatalogueSection part) {
        return "include: ['" + part.include() + "']";
    }

    private void inFull(KeyFigure figure) {
        title(figure);
        line("catalogue.column.value", value(figure, figure.central()));
        Distribution range = figure.parameter().distribution();
        if (range != null) {
            line(
                    "catalogue.range",
                    bounds(range.lowest(), range.highest()) + " ("
                            + figure.form().orElseThrow() + ")");
        }
        source(figure);
        figure.note(locale).ifPresent(note -> line("catalogue.note", note));
        line("catalogue.use", include(figure.part()));
    }

    private String unit(Parameter parameter) {
        return parameter.unit() == null ? "" : parameter.unit().in(locale);
    }

    private void title(KeyFigure figure) {
        text.append('\n').append(INDENT).append(figure.parameter().id()).append('\n');
        text.append(INDENT).append(figure.name(locale)).append('\n');
    }

    private void source(KeyFigure figure) {
        Provenance origin = figure.parameter().provenance();
        line("catalogue.column.source", origin.source() + " (" + quality(origin.quality()) + ")");
        if (origin.url() != null) {
            line("", origin.url());
        }
    }

    private String bounds(double low, double high) {
        return numbers.precise(low) + " – " + numbers.precise(high);
    }

    private String value(KeyFigure figure, double central) {
        Integer year = figure.parameter().priceYear();
        String value = numbers.precise(central);
        String unit = unit(figure.parameter());
        return (unit.equals("1") ? value : value + " " + unit)
                + (year == null ? "" : ", " + messages.text("catalogue.prices", year));
    }

    /** A labelled text, its lines broken between words. */
    private void line(String key, String words) {
        String label = key.isEmpty() ? "" : messages.text(key);
        int margin = 15;
        text.append(INDENT).append(INDENT).append(label).append(" ".repeat(margin - label.length()));
        int column = 0;
        for (String word : words.split(" ")) {
            if (column > 0 && column + word.length() > WIDTH - margin) {
                text.append('\n').append(INDENT).append(INDENT).append(" ".repeat(margin));
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += word.length() + 1;
        }
        text.append('\n');
    }

    private void stakeholders() {
        if (catalogue.stakeholders().isEmpty()) {
            return;
        }
        heading("catalogue.stakeholders");
        text.append(INDENT).append(include(CatalogueSection.STAKEHOLDERS)).append('\n');
        TextTable table = new TextTable(
                        messages.text("catalogue.column.id"),
                        messages.text("catalogue.column.name"),
                        messages.text("catalogue.column.sector"))
                .withTexts(3);
        for (CatalogueStakeholder stakeholder : catalogue.stakeholders()) {
            table.row(
                    stakeholder.stakeholder().id(),
                    stakeholder.name(locale),
                    Labels.sector(String.valueOf(stakeholder.stakeholder().sector()), messages));
        }
        table.writeTo(text, INDENT);
    }

    private void policies() {
        if (catalogue.policies().isEmpty()) {
            return;
        }
        heading("catalogue.policies");
        PolicyText rates = new PolicyText(messages, numbers);
        for (PublishedPolicy policy : catalogue.policies()) {
            Provenance origin = policy.provenance();
            text.append('\n')
                    .append(INDENT)
                    .append("discounting: ")
                    .append(policy.id())
                    .append('\n');
            line("catalogue.rates", rates.rates(policy.policy()));
            line(
                    "catalogue.valid",
                    policy.validUntil()
                            .map(until -> messages.text("catalogue.valid.until", policy.validFrom(), until))
                            .orElseGet(() -> messages.text("catalogue.valid.from", policy.validFrom())));
            line("catalogue.column.source", origin.source() + " (" + quality(origin.quality()) + ")");
        }
    }

    private void indices() {
        if (catalogue.indices().isEmpty()) {
            return;
        }
        heading("catalogue.indices");
        for (PriceIndex index : catalogue.indices()) {
            Provenance origin = index.provenance();
            text.append('\n')
                    .append(INDENT)
                    .append("price_index: ")
                    .append(index.name())
                    .append('\n');
            line("catalogue.years", index.values().firstKey() + " – " + index.lastYear());
            line("catalogue.column.source", origin.source() + " (" + quality(origin.quality()) + ")");
            if (origin.url() != null) {
                line("", origin.url());
            }
        }
    }

    private void labels() {
        if (catalogue.labels().isEmpty()) {
            return;
        }
        heading("catalogue.labels");
        for (LabelEntries labels : catalogue.labels()) {
            LabelList list = labels.list();
            Provenance origin = list.provenance();
            text.append('\n')
                    .append(INDENT)
                    .append("labels: {")
                    .append(list.id())
                    .append(": …}\n");
            line("catalogue.years", String.valueOf(list.year()));
            line("catalogue.column.source", origin.source() + " (" + quality(origin.quality()) + ")");
            if (origin.url() != null) {
                line("", origin.url());
            }
            if (origin.note() != null) {
                line("catalogue.note", origin.note().in(locale));
            }
            for (String entry : labels.entries()) {
                text.append(INDENT).append(INDENT).append(entry).append('\n');
            }
        }
    }

    private void templates() {
        if (catalogue.templates().isEmpty()) {
            return;
        }
        heading("catalogue.templates");
        writeTemplates(text, catalogue.templates(), messages);
    }

    private void mappings() {
        if (catalogue.mappings().isEmpty()) {
            return;
        }
        heading("catalogue.columns");
        for (ColumnMapping mapping : catalogue.mappings()) {
            Text title = mapping.title();
            Text note = mapping.provenance().note();
            text.append('\n').append(INDENT).append(mapping.origin()).append('\n');
            text.append(INDENT).append(title == null ? "" : title.in(locale)).append('\n');
            if (catalogue.mappings().size() > 1) {
                line(
                        "catalogue.columns.gives",
                        String.join(", ", mapping.parameters().keySet()));
            } else {
                mapping.parameters()
                        .forEach((id, formula) -> text.append(INDENT)
                                .append(INDENT)
                                .append(id)
                                .append(" = ")
                                .append(formula.text())
                                .append('\n'));
            }
            line("catalogue.column.source", String.valueOf(mapping.provenance().source()));
            if (note != null) {
                line("catalogue.note", note.in(locale));
            }
        }
    }

    /** The templates, each with its title. */
    public static String of(List<Template> templates, Messages messages) {
        StringBuilder text = new StringBuilder(2048);
        writeTemplates(text, templates, messages);
        return text.toString();
    }

    private static void writeTemplates(StringBuilder text, List<Template> templates, Messages messages) {
        TextTable table = new TextTable(messages.text("catalogue.column.id"), messages.text("catalogue.column.title"))
                .withTexts(2);
        for (Template template : templates) {
            table.row(template.id(), Plain.line(template.title()));
        }
        table.writeTo(text, INDENT);
    }
}
