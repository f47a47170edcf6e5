package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/** Every parameter with its value, range, source and quality. */
final class ParametersTopic extends Topic {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    ParametersTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        Map<String, Parameter> parameters = findings.scenario().parameters();
        if (parameters.isEmpty()) {
            blocks.add(plain(words.text("parameters.none")));
            return new Section("parameters", words.text("parameters.heading"), blocks, true);
        }
        blocks.add(plain(words.text("parameters.intro", parameters.size())));
        blocks.add(qualities());
        blocks.addAll(perAlternative(each -> List.of(restsOn(each))));
        blocks.add(table());
        TableMaker changes = new TableMaker(words.text("parameters.changes"))
                .texts(words.text("column.where"), words.shared("column.parameter"), words.shared("column.written"));
        int changed = changes(changes);
        if (changed > 0) {
            blocks.add(changes.make());
        }
        return new Section("parameters", words.text("parameters.heading"), blocks, true);
    }

    private Table qualities() {
        TableMaker table = new TableMaker(words.text("parameters.quality"))
                .texts(words.text("column.quality"))
                .numbers(words.text("column.count"));
        for (Quality quality : Quality.values()) {
            int count = count(quality);
            if (count > 0) {
                table.row(Cell.of(quality(quality)), Cell.of(String.valueOf(count), count));
            }
        }
        int without = count(null);
        if (without > 0) {
            table.row(Cell.of(words.text("parameters.no_quality")), Cell.of(String.valueOf(without), without));
        }
        return table.make();
    }

    /** How much of an alternative rests on each level of quality. */
    private Table restsOn(CaseFindings theCase) {
        TableMaker table = new TableMaker(words.text("parameters.rests_on"))
                .texts(words.text("column.quality"))
                .numbers(
                        words.text("column.count"),
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.text("column.variance"));
        QualityText quality = quality(theCase);
        for (QualityShare share : theCase.simulated().quality()) {
            table.row(
                    Cell.of(quality.name(share.quality())),
                    Cell.of(String.valueOf(share.parameters()), share.parameters()),
                    Cell.of(quality.percentage(share.costs()), share.costs()),
                    Cell.of(quality.percentage(share.benefits()), share.benefits()),
                    findings.isUncertain()
                            ? Cell.of(
                                    quality.percentage(share.variance().orElse(0)),
                                    share.variance().orElse(0))
                            : none());
        }
        return table.make();
    }

    private int count(@Nullable Quality quality) {
        return (int) findings.scenario().parameters().values().stream()
                .filter(each -> each.provenance().quality() == quality)
                .count();
    }

    private Table table() {
        TableMaker table = new TableMaker(words.text("parameters.table"))
                .texts(words.shared("column.parameter"))
                .numbers(words.shared("column.value"), words.text("column.range"))
                .texts(words.text("column.unit"), words.text("column.source"), words.text("column.quality"));
        Plan plan = findings.shown().plan();
        Map<String, Distribution> distributions = plan.compiled().distributions();
        for (Parameter each : findings.scenario().parameters().values()) {
            Quality quality = each.provenance().quality();
            table.row(
                    new Cell(
                            words.labels().text(each.label()),
                            OptionalDouble.empty(),
                            each.name() == null ? List.of() : List.of(each.id()),
                            null),
                    value(each, plan),
                    range(each, distributions.get(each.id())),
                    unit(each),
                    source(each.provenance()),
                    Cell.of(quality == null ? NONE : quality(quality)));
        }
        return table.make();
    }

    /** The value as it is used, and the formula if it is one. */
    private Cell value(Parameter parameter, Plan plan) {
        Map<String, Double> written = plan.compiled().centralValues();
        Double asWritten = written.get(parameter.id());
        Scalar register = plan.parameters().get(parameter.id());
        double used = register == null ? Double.NaN : plan.value(register);
        double value = asWritten == null ? used : asWritten;
        List<String> details = new ArrayList<>();
        if (asWritten == null) {
            details.add("= " + plan.compiled().written(parameter.id()));
        } else if (Math.abs(used - asWritten) > 1e-12 * Math.abs(asWritten)) {
            details.add(words.text(
                    "parameters.used",
                    words.value(parameter.id(), used),
                    findings.scenario().priceLevel()));
        }
        return new Cell(words.value(parameter.id(), value), OptionalDouble.of(value), details, null);
    }

    private Cell range(Parameter parameter, @Nullable Distribution distribution) {
        if (distribution == null) {
            return none();
        }
        return new Cell(
                words.text(
                        "from_to",
                        words.value(parameter.id(), distribution.quantile(LOW)),
                        words.value(parameter.id(), distribution.quantile(HIGH))),
                OptionalDouble.empty(),
                List.of(shape(distribution)),
                null);
    }

    private String shape(Distribution distribution) {
        return words.labels().text(DistributionForm.of(distribution).title());
    }

    private Cell unit(Parameter parameter) {
        String unit = words.labels().words(parameter.unit());
        Integer year = parameter.priceYear();
        return new Cell(
                unit == null || unit.equals("1") ? NONE : unit,
                OptionalDouble.empty(),
                year == null ? List.of() : List.of(words.shared("explain.price_year", year)),
                null);
    }

    private Cell source(Provenance origin) {
        String source = origin.source();
        String note = words.labels().words(origin.note());
        String url = origin.url();
        boolean isLink = url != null && (url.startsWith("https://") || url.startsWith("http://"));
        List<String> details = new ArrayList<>();
        if (note != null) {
            details.add(note);
        }
        if (url != null && !isLink) {
            details.add(url);
        }
        String text = source != null ? source : isLink ? String.valueOf(url) : NONE;
        return new Cell(text, OptionalDouble.empty(), details, isLink ? url : null);
    }

    private String quality(Quality quality) {
        return switch (quality) {
            case OFFICIAL -> words.shared("quality.official");
            case STUDY -> words.shared("quality.study");
            case PRACTICE -> words.shared("quality.practice");
            case PRESS -> words.shared("quality.press");
            case WEAK -> words.shared("quality.weak");
            case ILLUSTRATIVE -> words.shared("quality.illustrative");
            case CHOICE -> words.shared("quality.choice");
            case DEFINITION -> words.shared("quality.definition");
        };
    }

    /** What alternatives, outlooks and the command line set otherwise; gives how many there are. */
    private int changes(TableMaker table) {
        int count = 0;
        for (Alternative each : findings.scenario().alternatives().values()) {
            count += changes(table, words.labels().alternative(each.id()), each.set());
        }
        for (Outlook each : findings.scenario().outlooks().values()) {
            count += changes(table, words.labels().outlook(each.id()), each.set());
        }
        return count + changes(table, "--set", findings.selection().set());
    }

    private int changes(TableMaker table, String where, Map<String, Replacement> set) {
        set.forEach((id, replacement) ->
                table.row(Cell.of(where), Cell.of(words.labels().parameter(id)), Cell.of(written(id, replacement))));
        return set.size();
    }

    private String written(String id, Replacement replacement) {
        if (replacement instanceof Replacement.Times times) {
            return "× " + times.factor().text();
        }
        Replacement.Value other = (Replacement.Value) replacement;
        Distribution distribution = other.distribution();
        String value = other.value() == null ? "" : other.value().text();
        if (distribution == null) {
            return value;
        }
        String range = words.text(
                        "from_to",
                        words.value(id, distribution.quantile(LOW)),
                        words.value(id, distribution.quantile(HIGH)))
                + ", " + shape(distribution);
        return value.isEmpty() ? range : value + " (" + range + ")";
    }
}
