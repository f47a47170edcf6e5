package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.mkba.appraisal.Amount;
import nl.mkba.cli.render.Negligible;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.Coalition.SidePayment;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.SimulationResult;
import org.jspecify.annotations.Nullable;

/** Who must join in, who would compensate whom, and what everybody would pay in proportion to what it receives. */
final class CoalitionTopic extends Topic {

    CoalitionTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("coalition.intro")));
        blocks.addAll(perPriced(this::blocks));
        blocks.add(note(contract()));
        return new Section("coalition", words.text("coalition.heading"), blocks);
    }

    /** Who pays no compensation, if there is anybody, and what else a contract needs. */
    private String contract() {
        String names = findings.scenario().stakeholders().values().stream()
                .filter(each -> each.counts() && !each.canPay())
                .map(each -> words.labels().stakeholder(each.id()))
                .collect(Collectors.joining(", "));
        String contract = words.text("coalition.note");
        return names.isEmpty() ? contract : words.text("coalition.cannot_pay", names) + " " + contract;
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>();
        for (Coalition coalition : theCase.coalitions()) {
            blocks.add(plain(verdict(theCase, coalition)));
            if (!coalition.sidePayments().isEmpty()) {
                blocks.add(payments(coalition));
            }
        }
        blocks.add(plain(smallest(theCase.coalitions().get(0))));
        Coalition welfare = theCase.coalitions().get(0);
        welfare.costSharesByBenefit().ifPresent(shares -> blocks.add(chart(theCase, shares)));
        return blocks;
    }

    /** Whether the gainers can compensate the losers: in expectation where that was drawn, and how often that is so in the draws. */
    private String verdict(CaseFindings theCase, Coalition coalition) {
        boolean isWelfare = coalition.basis() == Basis.NET;
        String where = words.text(isWelfare ? "coalition.welfare" : "coalition.cash");
        Verdict central =
                new Verdict(!coalition.losers().isEmpty(), coalition.shortfall().value());
        if (!findings.isUncertain()) {
            return sentence(central, "coalition.when.central", where);
        }
        Verdict expected = expected(theCase, isWelfare);
        String sentence = sentence(expected, "coalition.when.expected", where);
        double chance = coalition.chances().map(Coalition.Chances::feasible).orElse(1.0);
        if (expected.isLost()) {
            sentence += " " + words.text("coalition.chance", words.draws(chance));
        } else if (chance < 1) {
            sentence += " " + words.text("coalition.chance.nobody", words.text("draws.some", words.chance(chance)));
        }
        return expected.isLost() == central.isLost() && expected.isEnough() == central.isEnough()
                ? sentence
                : sentence + " " + sentence(central, "coalition.when.central", where);
    }

    /**
     * Whether there is anything to compensate, and whether the gain of those who can pay is enough.
     *
     * @param isLost whether anybody loses
     * @param shortfall what the losses exceed that gain by; 0 where it is enough
     */
    private record Verdict(boolean isLost, double shortfall) {

        boolean isEnough() {
            return shortfall == 0;
        }
    }

    /** That of the expected gains and losses of society's stakeholders. */
    private Verdict expected(CaseFindings theCase, boolean isWelfare) {
        double gains = 0;
        double losses = 0;
        for (Map.Entry<String, SimulationResult.StakeholderStatistics> entry :
                theCase.simulated().stakeholders().entrySet()) {
            Stakeholder stakeholder = findings.scenario().stakeholders().get(entry.getKey());
            if (stakeholder == null || !stakeholder.counts()) {
                continue;
            }
            SimulationResult.StakeholderStatistics drawn = entry.getValue();
            double net = (isWelfare ? drawn.net() : drawn.cash()).mean();
            losses += Math.max(0, -net);
            gains += stakeholder.canPay() ? Math.max(0, net) : 0;
        }
        boolean isLost = !Negligible.isNegligible(losses, gains);
        boolean isShort = losses > gains && !Negligible.isNegligible(losses - gains, losses);
        return new Verdict(isLost, isShort ? losses - gains : 0);
    }

    private String sentence(Verdict verdict, String when, String where) {
        if (!verdict.isLost()) {
            return words.text("coalition.nobody", words.text(when), where);
        }
        return verdict.isEnough()
                ? words.text("coalition.feasible", words.text(when), where)
                : words.text("coalition.short", words.text(when), where, words.roughly(verdict.shortfall()));
    }

    private Table payments(Coalition coalition) {
        TableMaker table = new TableMaker(words.text(
                        coalition.basis() == Basis.NET ? "coalition.payments.welfare" : "coalition.payments.cash",
                        words.numbers().currency()))
                .texts(words.text("column.payer"), words.text("column.receiver"))
                .numbers(words.text("column.amount"));
        for (SidePayment payment : coalition.sidePayments()) {
            table.row(
                    Cell.of(stakeholder(payment.from())),
                    Cell.of(stakeholder(payment.to())),
                    money(payment.amount().value()));
        }
        return table.make();
    }

    private String smallest(Coalition coalition) {
        if (coalition.smallestCoalition().isEmpty()) {
            return words.text("coalition.smallest.none");
        }
        List<String> members = coalition.smallestCoalition().get();
        return members.isEmpty()
                ? words.text("coalition.smallest.nobody_pays")
                : words.text(
                        "coalition.smallest",
                        members.stream().map(words.labels()::stakeholder).collect(Collectors.joining(", ")));
    }

    private Chart chart(CaseFindings theCase, Map<String, Amount> shares) {
        TableMaker table = new TableMaker(
                        words.text("coalition.shares.table", words.numbers().currency()))
                .texts(words.shared("column.stakeholder"))
                .numbers(words.text("coalition.now"), words.text("coalition.fair"));
        List<@Nullable Object> rows = new ArrayList<>();
        shares.forEach((id, share) -> {
            Amount paid = Objects.requireNonNull(theCase.result().stakeholders().get(id))
                    .costs();
            table.row(Cell.of(stakeholder(id)), money(paid.value()), money(share.value()));
            if (paid.value() != 0 || share.value() != 0) {
                Map<String, @Nullable Object> row = tree();
                row.put("name", stakeholder(id));
                row.put("values", List.of(paid.value(), share.value()));
                rows.add(row);
            }
        });
        Map<String, @Nullable Object> data = tree();
        data.put("series", List.of(words.text("coalition.now"), words.text("coalition.fair")));
        data.put("rows", rows);
        return new Chart(
                ChartKind.BARS,
                words.text("coalition.shares", words.numbers().currency()),
                words.text("coalition.shares.description"),
                data,
                List.of(table.make()),
                false);
    }
}
