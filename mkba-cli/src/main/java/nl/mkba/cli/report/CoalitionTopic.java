package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.mkba.appraisal.Amount;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.cooperation.Basis;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.SidePayment;
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
        blocks.addAll(perAlternative(this::blocks));
        blocks.add(note(words.text("coalition.note")));
        return new Section("coalition", words.text("coalition.heading"), blocks);
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>();
        for (Coalition coalition : theCase.coalitions()) {
            blocks.add(plain(verdict(coalition)));
            if (!coalition.sidePayments().isEmpty()) {
                blocks.add(payments(coalition));
            }
        }
        blocks.add(plain(smallest(theCase.coalitions().get(0))));
        Coalition welfare = theCase.coalitions().get(0);
        welfare.costSharesByBenefit().ifPresent(shares -> blocks.add(chart(theCase, shares)));
        return blocks;
    }

    /** Whether the gainers can compensate the losers, and how sure that is. */
    private String verdict(Coalition coalition) {
        boolean isWelfare = coalition.basis() == Basis.NET;
        String sentence;
        if (coalition.losers().isEmpty()) {
            sentence = words.text(isWelfare ? "coalition.nobody.welfare" : "coalition.nobody.cash");
        } else if (coalition.feasible()) {
            sentence = words.text(isWelfare ? "coalition.feasible.welfare" : "coalition.feasible.cash");
        } else {
            sentence = words.text(
                    isWelfare ? "coalition.short.welfare" : "coalition.short.cash",
                    words.roughly(coalition.shortfall().value()));
        }
        boolean isSure = !findings.isUncertain() || coalition.chances().isEmpty();
        return isSure
                ? sentence
                : sentence + " "
                        + words.text(
                                "coalition.chance",
                                words.chance(coalition.chances().get().feasible()));
    }

    private Table payments(Coalition coalition) {
        TableMaker table = new TableMaker(words.text(
                        coalition.basis() == Basis.NET ? "coalition.payments.welfare" : "coalition.payments.cash",
                        words.numbers().currency()))
                .texts(words.text("column.payer"), words.text("column.receiver"))
                .numbers(words.text("column.amount"));
        for (SidePayment payment : coalition.sidePayments()) {
            table.row(
                    Cell.of(party(payment.from())),
                    Cell.of(party(payment.to())),
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
                .texts(words.shared("column.party"))
                .numbers(words.text("coalition.now"), words.text("coalition.fair"));
        List<@Nullable Object> rows = new ArrayList<>();
        shares.forEach((id, share) -> {
            Amount paid = Objects.requireNonNull(theCase.result().stakeholders().get(id))
                    .costs();
            table.row(Cell.of(party(id)), money(paid.value()), money(share.value()));
            if (paid.value() != 0 || share.value() != 0) {
                Map<String, @Nullable Object> row = tree();
                row.put("name", party(id));
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
