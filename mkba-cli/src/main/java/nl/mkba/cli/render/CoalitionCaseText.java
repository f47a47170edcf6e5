package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Balance;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.Coalition.SidePayment;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/** Who must join in, in one alternative and outlook: welfare beside money. */
final class CoalitionCaseText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    private final Scenario scenario;
    private final Coalition welfare;
    private final Coalition money;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text;

    CoalitionCaseText(Scenario scenario, Coalition welfare, Coalition money, Messages messages, StringBuilder text) {
        this.scenario = scenario;
        this.welfare = welfare;
        this.money = money;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.labels = new Labels(scenario, messages);
        this.text = text;
    }

    void write() {
        stakeholders();
        String unpriced = UnpricedText.sentence(UnpricedResult.of(scenario, welfare.alternative()), labels, messages);
        if (!unpriced.isEmpty()) {
            line(unpriced);
        }
        inWords(welfare);
        inWords(money);
        welfare.chances().ifPresent(inWelfare -> money.chances().ifPresent(inMoney -> chances(inWelfare, inMoney)));
    }

    private void stakeholders() {
        text.append(messages.text("coalition.stakeholders", numbers.currency())).append('\n');
        TextTable table = new TextTable(
                messages.text("column.stakeholder"),
                messages.text("column.pays"),
                messages.text("column.welfare"),
                messages.text("column.after"),
                messages.text("column.money"),
                messages.text("column.after"),
                messages.text("column.by_benefit"));
        boolean someCannotPay = false;
        for (String stakeholder : welfare.after().keySet()) {
            boolean canPay = canPay(stakeholder);
            someCannotPay |= !canPay;
            table.row(
                    labels.stakeholder(stakeholder) + (canPay ? "" : " *"),
                    numbers.whole(welfare.costs(stakeholder).value()),
                    numbers.whole(welfare.before(stakeholder).value()),
                    after(welfare, numbers.whole(welfare.after(stakeholder).value())),
                    numbers.whole(money.before(stakeholder).value()),
                    after(money, numbers.whole(money.after(stakeholder).value())),
                    welfare.costSharesByBenefit()
                            .map(shares -> shares.get(stakeholder))
                            .map(share -> numbers.whole(share.value()))
                            .orElse(ABSENT));
        }
        table.writeTo(text, INDENT);
        if (someCannotPay) {
            line(messages.text("coalition.cannot_pay"));
        }
    }

    /** Without side payments there is no "after". */
    private static String after(Coalition coalition, String figure) {
        return coalition.feasible() ? figure : ABSENT;
    }

    private boolean canPay(String id) {
        Stakeholder stakeholder = scenario.stakeholders().get(id);
        return stakeholder != null && stakeholder.canPay();
    }

    private void inWords(Coalition coalition) {
        text.append('\n')
                .append(messages.text(coalition.basis() == Basis.NET ? "coalition.in_welfare" : "coalition.in_money"))
                .append('\n');
        line(
                coalition.losers().isEmpty()
                        ? messages.text("coalition.nobody_loses")
                        : messages.text("coalition.lose", named(coalition.losers())));
        coalition.sidePayments().forEach(this::payment);
        if (!coalition.feasible()) {
            line(messages.text(
                    "coalition.missing",
                    numbers.money(coalition.shortfall().value()),
                    numbers.money(sum(coalition.gainers().stream()
                            .filter(gainer -> canPay(gainer.stakeholder()))
                            .toList())),
                    numbers.money(-sum(coalition.losers()))));
        }
        smallest(coalition);
    }

    private void payment(SidePayment payment) {
        line(messages.text(
                "coalition.pays",
                labels.stakeholder(payment.from()),
                numbers.money(payment.amount().value()),
                labels.stakeholder(payment.to())));
    }

    private String named(List<Balance> balances) {
        return list(balances.stream()
                .map(balance -> labels.stakeholder(balance.stakeholder()) + " ("
                        + numbers.money(Math.abs(balance.net().value())) + ")")
                .toList());
    }

    private String list(List<String> names) {
        List<String> most = new ArrayList<>(names);
        String last = most.remove(most.size() - 1);
        return most.isEmpty() ? last : String.join(", ", most) + " " + messages.text("list.and") + " " + last;
    }

    private static double sum(List<Balance> balances) {
        return balances.stream().mapToDouble(balance -> balance.net().value()).sum();
    }

    private void smallest(Coalition coalition) {
        Optional<List<String>> found = coalition.smallestCoalition();
        if (found.isEmpty()) {
            line(messages.text("coalition.none"));
        } else if (!found.get().isEmpty()) {
            double together = found.get().stream()
                    .mapToDouble(stakeholder -> coalition.before(stakeholder).value())
                    .sum();
            line(messages.text(
                    "coalition.least",
                    list(found.get().stream().map(labels::stakeholder).toList()),
                    numbers.money(Math.max(0, together)),
                    found.get().size()));
        } else {
            boolean somebodyPays = coalition.costs().values().stream()
                    .mapToDouble(Amount::value)
                    .anyMatch(costs -> costs > 0);
            line(messages.text(somebodyPays ? "coalition.payers_cannot" : "coalition.nobody_pays"));
        }
    }

    private void chances(Coalition.Chances inWelfare, Coalition.Chances inMoney) {
        text.append('\n').append(messages.text("coalition.chances")).append('\n');
        TextTable stakeholders = new TextTable(
                messages.text("coalition.whole"),
                messages.text("column.welfare"),
                messages.text("column.after"),
                messages.text("column.money"),
                messages.text("column.after"));
        for (String stakeholder : inWelfare.stakeholders().keySet()) {
            stakeholders.row(
                    labels.stakeholder(stakeholder),
                    chance(inWelfare, stakeholder, Coalition.Whole::before),
                    after(welfare, chance(inWelfare, stakeholder, Coalition.Whole::after)),
                    chance(inMoney, stakeholder, Coalition.Whole::before),
                    after(money, chance(inMoney, stakeholder, Coalition.Whole::after)));
        }
        stakeholders.rule();
        stakeholders.row(
                messages.text("coalition.everybody"),
                numbers.chance(inWelfare.allWholeBefore()),
                after(welfare, numbers.chance(inWelfare.allWholeAfter())),
                numbers.chance(inMoney.allWholeBefore()),
                after(money, numbers.chance(inMoney.allWholeAfter())));
        stakeholders.writeTo(text, INDENT);
        text.append('\n');
        TextTable all = new TextTable("", messages.text("column.welfare"), messages.text("column.money"));
        all.row(
                messages.text("coalition.covered"),
                numbers.chance(inWelfare.feasible()),
                numbers.chance(inMoney.feasible()));
        all.row(
                messages.text("coalition.holds"),
                inWelfare.holds().map(numbers::chance).orElse(ABSENT),
                inMoney.holds().map(numbers::chance).orElse(ABSENT));
        all.writeTo(text, INDENT);
    }

    private String chance(Coalition.Chances chances, String stakeholder, ToDoubleFunction<Coalition.Whole> figure) {
        Coalition.Whole whole = chances.stakeholders().get(stakeholder);
        return whole == null ? ABSENT : numbers.chance(figure.applyAsDouble(whole));
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
