package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.render.Headline;
import nl.mkba.cli.render.Negligible;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.UnpricedItem;

/** What is not expressed in money, and what it would have to be worth a year to turn the result. */
final class UnpricedTopic extends Topic {

    UnpricedTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        boolean isNone = findings.cases().stream()
                .allMatch(each -> each.result().unpriced().isEmpty());
        if (isNone) {
            blocks.add(plain(words.text("unpriced.none")));
        }
        blocks.addAll(perAlternative(each -> blocks(each, isNone)));
        return new Section("unpriced", words.text("unpriced.heading"), blocks);
    }

    private List<Block> blocks(CaseFindings theCase, boolean isNone) {
        List<Block> blocks = new ArrayList<>();
        if (!isNone) {
            boolean isNoneHere = theCase.result().unpriced().isEmpty();
            blocks.add(plain(words.text(isNoneHere ? "unpriced.none.here" : "unpriced.intro")));
        }
        blocks.add(plain(breakEven(theCase)));
        if (!theCase.result().unpriced().isEmpty()) {
            TableMaker table = new TableMaker(words.text("unpriced.table"))
                    .texts(
                            words.text("column.item"),
                            words.text("column.works"),
                            words.shared("column.stakeholder"),
                            words.shared("column.intervention"));
            boolean areSeveral = theCase.result().interventions().size() > 1;
            for (UnpricedResult each : theCase.result().unpriced()) {
                UnpricedItem item = each.item();
                String note = words.labels().words(item.note());
                table.row(
                        new Cell(
                                words.labels().text(item.name()),
                                OptionalDouble.empty(),
                                note == null ? List.of() : List.of(note),
                                null),
                        Cell.of(sign(item.sign())),
                        Cell.of(stakeholder(item.stakeholder())),
                        Cell.of(areSeveral ? words.labels().intervention(each.intervention()) : ""));
            }
            blocks.add(table.make());
        }
        return blocks;
    }

    /** What all that has no price would have to be worth together, as an equal amount a year, in expectation where it was drawn. */
    private String breakEven(CaseFindings theCase) {
        if (isNothingPriced(theCase)) {
            return words.text("nothing_priced", words.alternative(theCase));
        }
        boolean isExpected = Headline.isUncertain(theCase.simulated());
        double npv = isExpected
                ? theCase.simulated().expected().npv()
                : theCase.result().npv().value();
        String subject = words.text(isExpected ? "unpriced.npv.expected" : "unpriced.npv");
        String amount = isExpected ? words.roughly(Math.abs(npv)) : words.money(Math.abs(npv));
        Optional<Amount> central = theCase.result().equivalentAnnualValue();
        if (central.isEmpty()) {
            return words.text(
                    "unpriced.break_even.absent", subject, isExpected ? words.roughly(npv) : words.money(npv));
        }
        if (Negligible.isNegligible(
                npv,
                theCase.simulated().expected().pvCosts(),
                theCase.simulated().expected().pvBenefits())) {
            return words.text("unpriced.break_even.even", subject, words.money(0));
        }
        double annual = isExpected ? npv / factors(theCase) : central.get().value();
        return words.text(
                npv < 0 ? "unpriced.break_even.gain" : "unpriced.break_even.loss",
                subject,
                amount,
                isExpected ? words.roughly(Math.abs(annual)) : words.money(Math.abs(annual)));
    }

    /** The present value of 1 a year. */
    private static double factors(CaseFindings theCase) {
        double annual =
                theCase.result().equivalentAnnualValue().map(Amount::value).orElse(0.0);
        return annual == 0
                ? theCase.result().years().stream()
                        .mapToDouble(YearResult::discountFactor)
                        .sum()
                : theCase.result().npv().value() / annual;
    }
}
