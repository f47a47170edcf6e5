package nl.mkba.cli.render;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.UnpricedItem;

/** One alternative in one outlook, for a memo. */
final class ResultText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    /** The order in which people read the figures; any other comes after these. */
    private static final List<ResultFigure> FIRST = List.of(
            ResultFigure.BCR,
            ResultFigure.NPV,
            ResultFigure.RESIDUAL_VALUE,
            ResultFigure.PV_BENEFITS,
            ResultFigure.PV_COSTS,
            ResultFigure.DISCOUNTED_PAYBACK_YEAR,
            ResultFigure.IRR,
            ResultFigure.EQUIVALENT_ANNUAL_VALUE,
            ResultFigure.WEIGHTED_NPV);

    private final Scenario scenario;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final AlternativeResult result;
    private final StringBuilder text;

    ResultText(Scenario scenario, AlternativeResult result, Messages messages, StringBuilder text) {
        this.scenario = scenario;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.labels = new Labels(scenario, messages);
        this.result = result;
        this.text = text;
    }

    /** Writes everything but the years. */
    void write() {
        keyFigures();
        transfers();
        residual();
        increment();
        grossToNet();
        units();
        stakeholders();
        sectors();
        interventions();
        labels();
        unpriced();
        new QualityText(result.quality(), messages, numbers).write(text);
    }

    /** What happens, before it is money. */
    private void units() {
        TextTable table = new TextTable(
                        messages.text("column.intervention"),
                        messages.text("column.effect"),
                        messages.text("column.unit"),
                        messages.text("column.units"),
                        messages.text("column.cost_per_unit"))
                .withTexts(3);
        boolean any = false;
        for (StreamResult stream : result.streams()) {
            if (stream.units().isPresent()) {
                UnitsResult units = stream.units().get();
                table.row(
                        labels.intervention(stream.intervention()),
                        labels.effect(stream.intervention(), stream.id()),
                        units.unit().isPresent() ? labels.line(units.unit().get()) : "",
                        numbers.rounded(units.units()),
                        units.costPerUnit().isPresent() && stream.pv().value() >= 0
                                ? perUnit(units.costPerUnit().get())
                                : ABSENT);
                any = true;
            }
        }
        if (!any) {
            return;
        }
        heading(messages.text("section.units"));
        table.writeTo(text, INDENT);
        for (InterventionResult intervention : result.interventions().values()) {
            if (intervention.participants().isPresent()) {
                text.append(INDENT)
                        .append(messages.text(
                                "units.participants",
                                labels.intervention(intervention.id()),
                                numbers.rounded(intervention.participants().getAsDouble())))
                        .append('\n');
            }
        }
    }

    private String perUnit(Amount amount) {
        return Math.abs(amount.value()) < 100 ? numbers.moneyWithCents(amount.value()) : money(amount);
    }

    /** Society's part under each label; unpriced items are listed there too. */
    private void labels() {
        for (Map.Entry<String, Map<String, LabelResult>> key : result.labels().entrySet()) {
            heading(messages.text("section.labels", labels.labelKey(key.getKey()), numbers.currency()));
            TextTable table = accountTable("column.label");
            boolean unpriced = false;
            for (Map.Entry<String, LabelResult> label : key.getValue().entrySet()) {
                StringBuilder name = new StringBuilder(labels.label(key.getKey(), label.getKey()));
                Map<String, Integer> marks = new LinkedHashMap<>();
                for (UnpricedResult item : label.getValue().unpriced()) {
                    marks.merge(UnpricedText.sign(item.item().sign(), messages) + "PM", 1, Integer::sum);
                    unpriced = true;
                }
                for (Map.Entry<String, Integer> mark : marks.entrySet()) {
                    String times = mark.getValue() == 1 ? "" : " ×" + mark.getValue();
                    name.append(" [").append(mark.getKey()).append(times).append(']');
                }
                account(table, name.toString(), label.getValue().society());
            }
            table.writeTo(text, INDENT);
            if (unpriced) {
                reason("note.labels.unpriced");
            }
        }
    }

    private void keyFigures() {
        TextTable table = new TextTable("", "");
        Set<ResultFigure> figures = new LinkedHashSet<>(FIRST);
        figures.addAll(List.of(ResultFigure.values()));
        for (ResultFigure figure : figures) {
            if (isShown(figure)) {
                table.row(name(figure), shown(figure));
            }
            if (figure == ResultFigure.PV_COSTS && OutsideTransfers.matter(result)) {
                table.row(INDENT + messages.text("figure.transfers"), numbers.money(OutsideTransfers.of(result)));
            }
        }
        table.writeTo(text, INDENT);
        reasons();
    }

    private boolean isShown(ResultFigure figure) {
        return switch (figure) {
            case BCR, NPV, PV_BENEFITS, PV_COSTS, DISCOUNTED_PAYBACK_YEAR, IRR, EQUIVALENT_ANNUAL_VALUE -> true;
            case BELOW_AGAIN_UNTIL -> false; // stands behind the payback year
            case RESIDUAL_VALUE -> result.residualValue().value() != 0;
            case WEIGHTED_NPV -> isWeighted();
            case NPV_WITHOUT_OPTIMISM_BIAS -> scenario.optimismBias() != null;
            default -> result.figure(figure).isPresent();
        };
    }

    private String name(ResultFigure figure) {
        if (figure == ResultFigure.BCR && OutsideTransfers.matter(result)) {
            return messages.text("figure.bcr.transfers");
        }
        String name = messages.text("figure." + figure.key(), scenario.lastYear());
        return switch (figure) {
            case RESIDUAL_VALUE, PV_BENEFITS, PV_COSTS -> INDENT + name;
            default -> name;
        };
    }

    private String shown(ResultFigure figure) {
        OptionalDouble number = result.figure(figure);
        if (number.isEmpty()) {
            return figure == ResultFigure.DISCOUNTED_PAYBACK_YEAR ? PaybackText.absent(result, messages) : ABSENT;
        }
        double value = number.getAsDouble();
        return switch (figure.form()) {
            case AMOUNT -> numbers.money(value);
            case RATIO -> numbers.perEuro(value);
            case RATE -> numbers.percentage(value);
            case YEAR ->
                figure == ResultFigure.DISCOUNTED_PAYBACK_YEAR ? payback((int) value) : String.valueOf((int) value);
        };
    }

    /** Says in words why a figure is not there. */
    private void reasons() {
        if (result.bcr().isEmpty()) {
            reason("absent.bcr");
        } else if (numbers.isBelowZero(result.bcr().getAsDouble())) {
            reason(OutsideTransfers.matter(result) ? "negative.bcr.transfers" : "negative.bcr");
        }
        Optional<Payback.Reason> noPayback = result.payback().absent();
        if (noPayback.isPresent()) {
            reason(
                    switch (noPayback.get()) {
                        case NEVER_BELOW ->
                            result.streams().isEmpty() ? "absent.payback.nothing" : "absent.payback.never_below";
                        case NEVER -> "absent.payback.never";
                    });
        }
        Optional<InternalRate.Reason> noRate = result.internalRate().absent();
        if (noRate.isPresent()) {
            reason(
                    switch (noRate.get()) {
                        case RESIDUAL_VALUE -> "absent.irr.residual_value";
                        case NO_SIGN_CHANGE -> "absent.irr.no_sign_change";
                        case NO_ROOT -> "absent.irr.no_root";
                        case MULTIPLE_ROOTS -> "absent.irr.multiple_roots";
                    });
        }
        MarginalValueText.absent(scenario, result, messages)
                .ifPresent(sentence -> text.append(INDENT).append(sentence).append('\n'));
        OptionalDouble marginalValue = result.marginalValue().ratio();
        if (marginalValue.isPresent() && numbers.isBelowZero(marginalValue.getAsDouble())) {
            reason("negative.mvpf");
        }
        if (marginalValue.isPresent() && MarginalValueText.leavesOut(scenario, result)) {
            reason("note.mvpf");
        }
        if (result.equivalentAnnualValue().isEmpty()) {
            reason("absent.annual");
        }
    }

    private void reason(String key) {
        text.append(INDENT).append(messages.text(key)).append('\n');
    }

    /** Where more changes hands within society than it costs: that the ratio says little. */
    private void transfers() {
        for (String sentence :
                Payers.of(scenario, result).sentences(labels, messages, new SentenceNumbers(messages, numbers, ' '))) {
            text.append(INDENT).append(sentence).append('\n');
        }
    }

    private void residual() {
        new ResidualText(scenario, messages, new SentenceNumbers(messages, numbers, ' '))
                .sentence(result)
                .ifPresent(sentence -> text.append(INDENT).append(sentence).append('\n'));
    }

    private void increment() {
        if (result.increment().isEmpty()) {
            return;
        }
        Increment more = result.increment().get();
        heading(messages.text("section.increment", labels.alternative(more.comparedWith())));
        TextTable table = new TextTable("", "");
        table.row(messages.text("figure.return_per_extra_euro"), ratio(more.bcr()));
        table.row(messages.text("figure.npv"), numbers.difference(more.npv().value()));
        table.row(
                INDENT + messages.text("figure.pv_benefits"),
                numbers.difference(more.pvBenefits().value()));
        table.row(
                INDENT + messages.text("figure.pv_costs"),
                numbers.difference(more.pvCosts().value()));
        if (OutsideTransfers.matter(more)) {
            table.row(INDENT + messages.text("figure.transfers"), numbers.difference(OutsideTransfers.of(more)));
        }
        table.writeTo(text, INDENT);
    }

    /** Left out where nothing is taken off: gross is net then. */
    private void grossToNet() {
        GrossToNet steps = result.grossToNet();
        TextTable table = new TextTable("", "");
        table.row(messages.text("gross.gross"), money(steps.gross()));
        boolean isAny = step(table, "gross.deadweight", steps.deadweight());
        isAny |= step(table, "gross.due_to_others", steps.dueToOthers());
        isAny |= step(table, "gross.displacement", steps.displacement());
        isAny |= step(table, "gross.optimism_bias", steps.optimismBias());
        isAny |= step(table, "gross.interactions", steps.interactions());
        isAny |= step(table, "gross.overlap", steps.overlap());
        if (!isAny) {
            return;
        }
        heading(messages.text("section.gross_to_net"));
        table.rule();
        table.row(messages.text("gross.net"), money(result.pvBenefits()));
        table.writeTo(text, INDENT);
    }

    /** Whether there is such a step. */
    private boolean step(TextTable table, String key, Amount change) {
        boolean isThere = !Negligible.isNegligible(
                change.value(),
                result.grossToNet().gross().value(),
                result.pvBenefits().value());
        if (isThere) {
            table.row(INDENT + messages.text(key), numbers.difference(change.value()));
        }
        return isThere;
    }

    private void stakeholders() {
        heading(messages.text("section.stakeholders", numbers.currency()));
        TextTable table = accountTable("column.stakeholder");
        boolean outsiders = false;
        double cash = 0;
        for (Map.Entry<String, Account> entry : result.stakeholders().entrySet()) {
            Stakeholder stakeholder = scenario.stakeholders().get(entry.getKey());
            boolean counts = stakeholder == null || stakeholder.counts();
            outsiders |= !counts;
            cash += counts ? entry.getValue().cash().value() : 0;
            account(table, labels.stakeholder(entry.getKey()) + (counts ? "" : " *"), entry.getValue());
        }
        table.rule();
        table.row(
                messages.text("row.society"),
                whole(result.pvCosts()),
                whole(result.pvBenefits()),
                numbers.whole(OutsideTransfers.matter(result) ? OutsideTransfers.of(result) : 0),
                whole(result.npv()),
                numbers.whole(cash));
        table.writeTo(text, INDENT);
        reason("note.cash");
        if (outsiders) {
            reason("note.outsiders");
        }
    }

    private void sectors() {
        if (result.sectors().isEmpty()) {
            return;
        }
        heading(messages.text("section.sectors", numbers.currency()));
        TextTable table = accountTable("column.sector");
        for (Map.Entry<String, Account> entry : result.sectors().entrySet()) {
            account(table, labels.sector(entry.getKey()), entry.getValue());
        }
        table.writeTo(text, INDENT);
    }

    private TextTable accountTable(String first) {
        return new TextTable(
                messages.text(first),
                messages.text("column.costs"),
                messages.text("column.benefits"),
                messages.text("column.transfers"),
                messages.text("column.net"),
                messages.text("column.cash"));
    }

    private void account(TextTable table, String name, Account account) {
        table.row(
                name,
                whole(account.costs()),
                whole(account.benefits()),
                whole(account.transfers()),
                whole(account.net()),
                whole(account.cash()));
    }

    private void interventions() {
        heading(messages.text("section.interventions", numbers.currency()));
        TextTable table = new TextTable(
                messages.text("column.intervention"),
                messages.text("column.costs"),
                messages.text("column.benefits"),
                messages.text("column.net"),
                messages.text("column.last"));
        for (InterventionResult one : result.interventions().values()) {
            table.row(
                    labels.intervention(one.id()),
                    whole(one.costs()),
                    whole(one.benefits()),
                    whole(one.npv()),
                    one.last().isPresent() ? whole(one.last().get()) : ABSENT);
        }
        table.writeTo(text, INDENT);
        reason("note.last");
    }

    private void unpriced() {
        if (result.unpriced().isEmpty()) {
            return;
        }
        heading(messages.text("section.unpriced"));
        for (UnpricedResult unpriced : result.unpriced()) {
            UnpricedItem item = unpriced.item();
            text.append(INDENT)
                    .append(UnpricedText.sign(item.sign(), messages))
                    .append(' ')
                    .append(labels.line(item.name()));
            text.append(" (").append(labels.stakeholder(item.stakeholder())).append("; ");
            text.append(labels.intervention(unpriced.intervention())).append(")\n");
        }
    }

    /** Writes the years of the horizon. */
    void writeYears() {
        heading(messages.text("section.years", numbers.currency()));
        TextTable table = new TextTable(
                messages.text("column.year"),
                messages.text("column.costs"),
                messages.text("column.benefits"),
                messages.text("column.net"),
                messages.text("column.discount_factor"),
                messages.text("column.cumulative"));
        for (YearResult year : result.years()) {
            table.row(
                    String.valueOf(year.year()),
                    whole(year.costs()),
                    whole(year.benefits()),
                    whole(year.net()),
                    numbers.decimal(year.discountFactor(), 4),
                    whole(year.cumulativeNpv()));
        }
        table.writeTo(text, INDENT);
    }

    private void heading(String heading) {
        text.append('\n').append(heading).append('\n');
    }

    private String payback(int year) {
        String text = messages.text("figure.discounted_payback_year.year", year, year - scenario.firstYear() + 1);
        OptionalInt again = result.payback().belowAgainUntil();
        return again.isPresent()
                ? messages.text("figure.discounted_payback_year.below_again", text, again.getAsInt())
                : text;
    }

    private boolean isWeighted() {
        return Weights.matter(result.npv().value(), result.weightedNpv().value());
    }

    private String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? numbers.perEuro(ratio.getAsDouble()) : ABSENT;
    }

    private String money(Amount amount) {
        return numbers.money(amount.value());
    }

    private String whole(Amount amount) {
        return numbers.whole(amount.value());
    }
}
