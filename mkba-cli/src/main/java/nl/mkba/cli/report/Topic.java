package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.cli.render.Negligible;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.render.Weights;
import nl.mkba.cli.report.Document.AlternativePart;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import org.jspecify.annotations.Nullable;

/** What the sections of a report share: the findings, the words, and how both are put together. */
abstract class Topic {

    /** What stands where there is no figure. */
    static final String NONE = "–";

    final Findings findings;
    final Words words;

    Topic(Findings findings, Words words) {
        this.findings = findings;
        this.words = words;
    }

    /** The section; one without blocks is left out. */
    abstract Section section();

    /** The same for every alternative: apart where there are several. */
    final List<Block> perAlternative(Function<CaseFindings, List<Block>> blocks) {
        return perAlternative(true, blocks);
    }

    /** The same, with or without the alternative's name above it; what says nothing is left out. */
    final List<Block> perAlternative(boolean isNamed, Function<CaseFindings, List<Block>> blocks) {
        if (findings.cases().size() == 1) {
            return blocks.apply(findings.cases().get(0));
        }
        List<Block> parts = new ArrayList<>();
        for (CaseFindings each : findings.cases()) {
            List<Block> said = blocks.apply(each);
            if (!said.isEmpty()) {
                parts.add(new AlternativePart(each.result().alternative(), words.alternative(each), isNamed, said));
            }
        }
        return parts;
    }

    final Paragraph plain(String text) {
        return new Paragraph(Tone.PLAIN, text);
    }

    final Paragraph note(String text) {
        return new Paragraph(Tone.NOTE, text);
    }

    final Paragraph warning(String text) {
        return new Paragraph(Tone.WARNING, text);
    }

    final Cell money(double amount) {
        return Cell.of(words.numbers().whole(amount), amount);
    }

    final Cell change(double amount) {
        String text = words.numbers().whole(amount);
        return Cell.of(amount > 0 && !text.equals("0") ? "+" + text : text, amount);
    }

    final Cell ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Cell.of(words.numbers().perEuro(ratio.getAsDouble()), ratio.getAsDouble()) : none();
    }

    final Cell chance(double chance) {
        return Cell.of(words.chance(chance), chance);
    }

    final Cell none() {
        return Cell.of(NONE);
    }

    /** The same cell with the limits of its interval below it; they are not there where the figure is certain. */
    final Cell within(Cell cell, DoubleFunction<String> format, double low, double high) {
        return findings.isUncertain() && low < high
                ? new Cell(
                        cell.text(),
                        cell.value(),
                        List.of(words.text("from_to", format.apply(low), format.apply(high))
                                .replaceFirst(" ", "\u00a0")),
                        cell.link())
                : cell;
    }

    final Cell within(Cell amount, double low, double high) {
        return within(amount, words.numbers()::whole, low, high);
    }

    /** A stakeholder's name, marked if it does not belong to society. */
    final String stakeholder(String id) {
        Stakeholder stakeholder = findings.scenario().stakeholders().get(id);
        return words.labels().stakeholder(id) + (stakeholder == null || stakeholder.counts() ? "" : " *");
    }

    /** What a result rests on, in words. */
    final QualityText quality(CaseFindings theCase) {
        return new QualityText(theCase.simulated().quality(), words.sharedMessages(), words.numbers());
    }

    /** Whether an alternative has no costs, effects or transfers at all: what has no price is all there is. */
    static boolean isNothingPriced(CaseFindings theCase) {
        return theCase.result().streams().isEmpty();
    }

    /** The same of what is in money: of an alternative that has nothing in money only that is said, instead of tables of zeros. */
    final List<Block> perPriced(Function<CaseFindings, List<Block>> blocks) {
        return perAlternative(each -> isNothingPriced(each)
                ? List.of(plain(words.text("nothing_priced", words.alternative(each))))
                : blocks.apply(each));
    }

    /** Whether a parameter moves the net present value by more than how the computer rounds it. */
    static boolean matters(TornadoBar bar) {
        return !Negligible.isNegligible(bar.spread(), bar.npvLow(), bar.npvHigh());
    }

    /** Whether no alternative has any. */
    final boolean isNothingPriced() {
        return findings.cases().stream().allMatch(Topic::isNothingPriced);
    }

    /** Whether the weighted net present value says something of its own. */
    final boolean isWeighted() {
        return findings.cases().stream()
                .anyMatch(each -> Weights.matter(
                                each.result().npv().value(),
                                each.result().weightedNpv().value())
                        || Weights.matter(
                                each.simulated().npv(), each.simulated().weightedNpv()));
    }

    /** The years up to the last in which something is paid or gained; the first one at least. */
    static List<YearResult> untilFlowsEnd(List<YearResult> years) {
        int end = 1;
        for (int y = 0; y < years.size(); y++) {
            YearResult year = years.get(y);
            boolean isEmpty = year.costs().value() == 0
                    && year.benefits().value() == 0
                    && year.net().value() == 0
                    && year.stakeholders().values().stream()
                            .allMatch(stakeholder -> stakeholder.net().value() == 0
                                    && stakeholder.cash().value() == 0);
            end = isEmpty ? end : y + 1;
        }
        return years.subList(0, end);
    }

    /** Whether one of them is marked as not belonging to society. */
    final boolean hasOutsiders(Set<String> shown) {
        return shown.stream().anyMatch(id -> {
            Stakeholder stakeholder = findings.scenario().stakeholders().get(id);
            return stakeholder != null && !stakeholder.counts();
        });
    }

    /** In which direction an item without a price works. */
    final String sign(UnpricedItem.Sign sign) {
        return sign(sign, words);
    }

    /** What an unpriced item is: a gain, a loss, neither, or not known. */
    static String sign(UnpricedItem.Sign sign, Words words) {
        return switch (sign) {
            case POSITIVE -> words.text("sign.positive");
            case NEGATIVE -> words.text("sign.negative");
            case NEUTRAL -> words.text("sign.neutral");
            case UNKNOWN -> words.text("sign.unknown");
        };
    }

    static Map<String, @Nullable Object> tree() {
        return new LinkedHashMap<>();
    }
}
