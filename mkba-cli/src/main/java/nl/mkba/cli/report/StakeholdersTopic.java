package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.cli.render.MarginalValueText;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** Who pays and who gains, in welfare and in money, altogether and year by year. */
final class StakeholdersTopic extends Topic {

    StakeholdersTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("stakeholders.intro")));
        blocks.addAll(perPriced(each -> {
            List<Block> parts = new ArrayList<>(List.of(chart(each)));
            nothing(each).ifPresent(text -> parts.add(note(text)));
            marginalValue(each).ifPresent(text -> parts.add(plain(text)));
            return parts;
        }));
        if (findings.cases().stream()
                .anyMatch(each -> hasOutsiders(touched(each).keySet()))) {
            blocks.add(note(words.shared("note.outsiders")));
        }
        return new Section("stakeholders", words.text("stakeholders.heading"), blocks);
    }

    /** What the others gain per euro that it costs the governments; nothing where there is no government. */
    private Optional<String> marginalValue(CaseFindings theCase) {
        MarginalValue value = theCase.result().marginalValue();
        if (value.ratio().isPresent()) {
            double ratio = value.ratio().getAsDouble();
            return Optional.of(
                    words.numbers().isBelowZero(ratio)
                            ? words.text("stakeholders.mvpf.negative", words.cents(-ratio))
                            : words.text("stakeholders.mvpf", words.numbers().ratio(ratio), words.cents(ratio)));
        }
        return MarginalValueText.absent(findings.scenario(), theCase.result(), words.sharedMessages());
    }

    /** The accounts in which there is something, in the central estimate or in a draw. */
    static Map<String, Account> touched(CaseFindings theCase) {
        Map<String, Account> touched = new LinkedHashMap<>();
        theCase.result().stakeholders().forEach((id, account) -> {
            if (isTouched(id, account, theCase)) {
                touched.put(id, account);
            }
        });
        return touched;
    }

    private static boolean isTouched(String id, Account account, CaseFindings theCase) {
        SimulationResult.StakeholderStatistics drawn =
                theCase.simulated().stakeholders().get(id);
        return hasSomething(account) || (drawn != null && (hasSomething(drawn.net()) || hasSomething(drawn.cash())));
    }

    private static boolean hasSomething(Statistics drawn) {
        return drawn.min() != 0 || drawn.max() != 0;
    }

    private static boolean hasSomething(Account account) {
        return account.costs().value() != 0
                || account.benefits().value() != 0
                || account.transfers().value() != 0
                || account.net().value() != 0
                || account.cash().value() != 0;
    }

    /** Those for whom nothing happens, in one line: nothing in their account, and nothing that has no price. */
    private Optional<String> nothing(CaseFindings theCase) {
        Set<String> concerned = concerned(theCase);
        String names = theCase.result().stakeholders().entrySet().stream()
                .filter(entry ->
                        !isTouched(entry.getKey(), entry.getValue(), theCase) && !concerned.contains(entry.getKey()))
                .map(entry -> words.labels().stakeholder(entry.getKey()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(words.text("stakeholders.nothing", names));
    }

    /** Those to whom units of an effect accrue, also where these are worth nothing, and those whom an unpriced item concerns. */
    private Set<String> concerned(CaseFindings theCase) {
        Set<String> concerned = new HashSet<>();
        theCase.result().unpriced().forEach(each -> concerned.add(each.item().stakeholder()));
        for (StreamResult stream : theCase.result().streams()) {
            if (stream.units().isPresent() && stream.units().get().units() != 0) {
                concerned.addAll(accruesTo(stream));
            }
        }
        return concerned;
    }

    private Set<String> accruesTo(StreamResult stream) {
        Scenario scenario = findings.scenario();
        Set<String> stakeholders = new HashSet<>();
        for (Effect effect : Objects.requireNonNull(scenario.interventions().get(stream.intervention()))
                .effects()) {
            if (!effect.id().equals(stream.id())) {
                continue;
            }
            if (effect instanceof Effect.Valued valued) {
                stakeholders.addAll(valued.accruesTo().byStakeholder().keySet());
            } else if (effect instanceof Effect.Reduction reduction) {
                Objects.requireNonNull(scenario.outcomes().get(reduction.outcome()))
                        .values()
                        .values()
                        .forEach(value -> stakeholders.addAll(
                                value.borneBy().byStakeholder().keySet()));
            }
        }
        return stakeholders;
    }

    private Chart chart(CaseFindings theCase) {
        List<@Nullable Object> rows = new ArrayList<>();
        touched(theCase).forEach((id, account) -> {
            Map<String, @Nullable Object> row = tree();
            row.put("name", stakeholder(id));
            row.put("values", List.of(account.net().value(), account.cash().value()));
            rows.add(row);
        });
        Map<String, @Nullable Object> data = tree();
        data.put("series", List.of(words.text("stakeholders.welfare"), words.text("stakeholders.cash")));
        data.put("rows", rows);
        return new Chart(
                ChartKind.BARS,
                words.text("stakeholders.chart", words.numbers().currency()),
                words.text("stakeholders.description", described(touched(theCase))),
                data,
                List.of(matrix(theCase)),
                true);
    }

    private String described(Map<String, Account> accounts) {
        return accounts.entrySet().stream()
                .map(entry -> words.labels().stakeholder(entry.getKey()) + " "
                        + words.roughly(entry.getValue().net().value()))
                .collect(Collectors.joining("; "));
    }

    private Table matrix(CaseFindings theCase) {
        AlternativeResult result = theCase.result();
        TableMaker table = new TableMaker(words.text(
                        hasInterval(theCase) ? "stakeholders.table" : "stakeholders.table.certain",
                        words.numbers().currency()))
                .texts(words.shared("column.stakeholder"))
                .numbers(
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.shared("column.transfers"),
                        words.text("stakeholders.welfare"),
                        words.text("stakeholders.cash"));
        double cash = 0;
        double costs = 0;
        double transfers = 0;
        for (Map.Entry<String, Account> entry : touched(theCase).entrySet()) {
            Account account = entry.getValue();
            Stakeholder stakeholder = findings.scenario().stakeholders().get(entry.getKey());
            if (stakeholder == null || stakeholder.counts()) {
                cash += account.cash().value();
                transfers += account.transfers().value();
                costs += account.costs().value();
            }
            SimulationResult.StakeholderStatistics drawn =
                    Objects.requireNonNull(theCase.simulated().stakeholders().get(entry.getKey()));
            table.row(
                    Cell.of(stakeholder(entry.getKey())),
                    money(account.costs().value()),
                    money(account.benefits().value()),
                    change(account.transfers().value()),
                    within(change(account.net().value()), drawn.net()),
                    within(change(account.cash().value()), drawn.cash()));
        }
        boolean isNothing = Math.abs(transfers) < 1e-9 * (1 + Math.abs(costs));
        table.total(
                Cell.of(words.shared("row.society")),
                money(result.pvCosts().value()),
                money(result.pvBenefits().value()),
                change(isNothing ? 0 : transfers),
                within(change(result.npv().value()), theCase.simulated().npv()),
                change(cash));
        return table.make();
    }

    /** The central estimate, with the expected value and the interval below it where these are something else. */
    private Cell within(Cell amount, Statistics drawn) {
        Cell within = within(amount, drawn.p5(), drawn.p95());
        if (within.details().isEmpty()) {
            return amount;
        }
        List<String> details = new ArrayList<>();
        details.add(words.text("stakeholders.expected", words.numbers().whole(drawn.mean())));
        details.addAll(within.details());
        return new Cell(amount.text(), amount.value(), details, amount.link());
    }

    private boolean hasInterval(CaseFindings theCase) {
        return findings.isUncertain()
                && theCase.simulated().stakeholders().values().stream()
                        .anyMatch(stakeholder -> stakeholder.net().p5()
                                        < stakeholder.net().p95()
                                || stakeholder.cash().p5() < stakeholder.cash().p95());
    }
}
