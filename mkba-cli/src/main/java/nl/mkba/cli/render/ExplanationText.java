package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.explain.Explanation;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;

/** One stream step by step, as text. */
public final class ExplanationText {

    private static final String INDENT = "  ";
    private static final int CENTS = 2;

    private final Labels labels;
    private final Messages messages;
    private final Numbers numbers;
    private final int firstYear;
    private final StringBuilder text = new StringBuilder(4096);

    private ExplanationText(Scenario scenario, Messages messages) {
        this.labels = new Labels(scenario, messages);
        this.messages = messages;
        this.firstYear = scenario.firstYear();
        this.numbers = new Numbers(messages.language(), scenario.currency());
    }

    /** The text of all explanations, one after the other. */
    public static String of(Scenario scenario, List<Explanation> explanations, Messages messages) {
        ExplanationText writer = new ExplanationText(scenario, messages);
        for (Explanation explanation : explanations) {
            writer.write(explanation);
        }
        return writer.text.toString();
    }

    private void write(Explanation explanation) {
        text.append(text.isEmpty() ? "" : "\n\n");
        RunText.underlined(text, heading(explanation), '=');
        text.append(labels.run(explanation.alternative(), explanation.outlook()))
                .append('\n');
        explanation.taken().ifPresent(this::taken);
        boolean prevents = explanation.taken().isPresent();
        for (Explanation.AmountOverYears part : explanation.parts()) {
            String name = explanation.parts().size() > 1 ? part.id().orElse("") : "";
            text.append('\n').append(messages.text("explain.factors"));
            text.append(name.isEmpty() ? "" : " (" + name + ")").append('\n');
            factors(part.factors());
            text.append('\n')
                    .append(messages.text("explain.years", numbers.currency()))
                    .append('\n');
            years(part, prevents);
        }
        if (!explanation.parameters().isEmpty()) {
            text.append('\n').append(messages.text("explain.parameters")).append('\n');
            parameters(explanation);
        }
        explanation.units().ifPresent(this::units);
        text.append('\n')
                .append(messages.text("explain.quality", QualityText.name(explanation.quality(), messages)))
                .append("\n\n");
        TextTable totals = new TextTable("", "");
        totals.row(
                messages.text("explain.undiscounted"),
                cents(explanation.undiscounted().value()));
        totals.row(messages.text("explain.pv"), cents(explanation.presentValue().value()));
        if (explanation.residualValue().value() != 0) {
            totals.row(
                    INDENT + messages.text("explain.residual"),
                    cents(explanation.residualValue().value()));
        }
        totals.writeTo(text, "");
    }

    private String heading(Explanation explanation) {
        String kind = switch (explanation.kind()) {
            case COST -> messages.text("kind.cost");
            case EFFECT -> messages.text("kind.effect");
            case TRANSFER -> messages.text("kind.transfer");
        };
        return Plain.line(explanation.label().in(messages.language().locale())) + " (" + kind + " "
                + explanation.intervention() + "." + explanation.id() + ")";
    }

    private void taken(Explanation.Taken taken) {
        text.append('\n')
                .append(messages.text("explain.taken", labels.outcome(taken.outcome())))
                .append('\n');
        factors(taken.factors());
        text.append('\n').append(messages.text("explain.taken.years")).append('\n');
        TextTable table = new TextTable(
                messages.text("column.year"),
                messages.text("column.baseline"),
                messages.text("column.takes_away"),
                messages.text("column.together"),
                messages.text("column.prevented"));
        for (Explanation.TakenInYear year : taken.years()) {
            table.row(
                    String.valueOf(year.year()),
                    numbers.decimal(year.baseline(), CENTS),
                    numbers.percentage(year.share()),
                    numbers.percentage(year.together()),
                    numbers.decimal(year.credited(), 4));
        }
        table.writeTo(text, INDENT);
    }

    private void units(Explanation.Units units) {
        UnitsResult result = units.result();
        String unit = result.unit().map(name -> " (" + labels.line(name) + ")").orElse("");
        text.append('\n').append(messages.text("explain.units")).append(unit).append('\n');
        TextTable table = new TextTable(
                messages.text("column.year"),
                messages.text("column.units"),
                messages.text("column.discount_factor"),
                messages.text("column.discounted"));
        for (int y = 0; y < result.unitsPerYear().size(); y++) {
            double number = result.unitsPerYear().get(y);
            double factor = units.discountFactors().get(y);
            table.row(
                    String.valueOf(firstYear + y),
                    numbers.decimal(number, 4),
                    numbers.decimal(factor, 6),
                    numbers.decimal(number * factor, 4));
        }
        table.rule();
        table.row(
                messages.text("explain.total"),
                numbers.decimal(result.units(), 4),
                "",
                numbers.decimal(result.unitsDiscounted(), 4));
        table.writeTo(text, INDENT);
        if (result.costPerUnit().isEmpty() || result.breakEvenValue().isEmpty()) {
            text.append(INDENT).append(messages.text("explain.units.none")).append('\n');
            return;
        }
        String each = numbers.decimal(result.unitsDiscounted(), 4);
        text.append(INDENT)
                .append(messages.text(
                        "explain.units.cost",
                        cents(units.costs().value()),
                        each,
                        cents(result.costPerUnit().get().value())))
                .append('\n');
        double net = units.net().value();
        text.append(INDENT)
                .append(messages.text(
                        net < 0 ? "explain.units.break_even.loss" : "explain.units.break_even",
                        cents(units.own().value()),
                        cents(Math.abs(net)),
                        each,
                        cents(result.breakEvenValue().get().value())))
                .append('\n');
    }

    private void factors(List<Explanation.Factor> factors) {
        TextTable table = new TextTable(
                messages.text("column.factor"), messages.text("column.written"), messages.text("column.value"));
        table.withTexts(2);
        for (Explanation.Factor factor : factors) {
            table.row(labels.factor(factor.key()), Plain.line(factor.expression()), numbers.precise(factor.value()));
        }
        table.writeTo(text, INDENT);
    }

    private void parameters(Explanation explanation) {
        TextTable table = new TextTable(
                messages.text("column.parameter"), messages.text("column.written"), messages.text("column.value"));
        table.withTexts(2);
        List<String> sources = new ArrayList<>();
        for (Explanation.UsedParameter figure : explanation.parameters()) {
            Parameter parameter = figure.parameter();
            table.row(parameter.id(), Plain.line(figure.expression()), numbers.precise(figure.value()));
            sources.add(parameter.id() + ": " + source(parameter));
        }
        table.writeTo(text, INDENT);
        text.append('\n').append(messages.text("explain.sources")).append('\n');
        for (String source : sources) {
            text.append(INDENT).append(source).append('\n');
        }
    }

    private String source(Parameter parameter) {
        Provenance origin = parameter.provenance();
        List<String> words = new ArrayList<>();
        if (parameter.name() != null) {
            words.add(Plain.line(parameter.label().in(messages.language().locale())));
        }
        if (parameter.unit() != null) {
            words.add(Plain.line(parameter.unit().in(messages.language().locale())));
        }
        if (parameter.priceYear() != null) {
            words.add(messages.text("explain.price_year", parameter.priceYear()));
        }
        words.add(origin.source() == null ? messages.text("explain.no_source") : Plain.line(origin.source()));
        Quality quality = origin.quality();
        if (quality != null) {
            words.add(Labels.quality(quality, messages));
        }
        return String.join("; ", words);
    }

    private void years(Explanation.AmountOverYears part, boolean prevents) {
        boolean cohorts =
                part.years().stream().anyMatch(year -> year.participants().isPresent());
        List<String> headings = new ArrayList<>();
        headings.add(messages.text("column.year"));
        if (cohorts) {
            headings.add(messages.text("column.participants"));
        }
        headings.add(prevents ? messages.text("column.prevented") : messages.text("column.strength"));
        headings.add(messages.text("column.growth"));
        headings.add(messages.text("column.interactions"));
        headings.add(messages.text("column.flow"));
        headings.add(messages.text("column.discount_factor"));
        headings.add(messages.text("column.pv"));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (Explanation.Year year : part.years()) {
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(year.year()));
            if (cohorts) {
                cells.add(numbers.decimal(year.participants().orElse(0), CENTS));
            }
            cells.add(numbers.decimal(year.strength(), 4));
            cells.add(numbers.decimal(year.growth(), 6));
            cells.add(numbers.decimal(year.interactions(), 4));
            cells.add(cents(year.flow()));
            cells.add(numbers.decimal(year.discountFactor(), 6));
            cells.add(cents(year.presentValue()));
            table.row(cells.toArray(String[]::new));
        }
        if (part.residualValue().value() != 0) {
            String[] tail = row(headings.size(), cents(part.residualValue().value()));
            tail[0] = messages.text("explain.residual.short");
            table.row(tail);
        }
        table.rule();
        String[] total = row(headings.size(), cents(part.presentValue().value()));
        total[0] = messages.text("explain.total");
        table.row(total);
        table.writeTo(text, INDENT);
    }

    private static String[] row(int cells, String last) {
        String[] row = new String[cells];
        Arrays.fill(row, "");
        row[cells - 1] = last;
        return row;
    }

    private String cents(double amount) {
        return numbers.decimal(amount, CENTS);
    }
}
