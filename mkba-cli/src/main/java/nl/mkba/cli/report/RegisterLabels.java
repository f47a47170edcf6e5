package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanDescription.Step;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.plan.Register;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What every register of a calculation stands for, and in which unit it is, in the words of the report. What has no name of its
 * own is a step on the way to the first that has.
 */
final class RegisterLabels {

    private final Workings workings;
    private final Words words;
    private final String money;
    private final String perYear;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> units = new HashMap<>();

    RegisterLabels(Workings workings, Words words) {
        this.workings = workings;
        this.words = words;
        this.money = words.numbers().currency();
        this.perYear = words.text("workbook.unit.per_year", money);
        parameters();
        workings.plan().streams().forEach(this::stream);
        Plan plan = workings.plan();
        name(plan.discountFactors(), words.shared("column.discount_factor"), "");
        name(plan.inflated(), words.text("workbook.inflated"), "");
        accounts();
        ways();
    }

    /** What a register stands for; empty if nothing that is shown needs it. */
    String name(int register) {
        return names.getOrDefault(register, "");
    }

    /** The unit of what a register holds; empty if that is not known. */
    String unit(int register) {
        return units.getOrDefault(register, "");
    }

    private void name(@Nullable Register register, String name, @Nullable String unit) {
        if (register != null && names.putIfAbsent(register.number(), name) == null && unit != null) {
            units.put(register.number(), unit);
        }
    }

    private void parameters() {
        Scenario scenario = workings.plan().compiled().scenario();
        workings.plan().parameters().forEach((id, register) -> {
            if (scenario.parameters().containsKey(id)) {
                name(register, words.labels().parameter(id), unit(id));
            }
        });
    }

    private @Nullable String unit(String parameter) {
        return words.labels()
                .words(workings.plan().compiled().parameter(parameter).unit());
    }

    private void stream(PlanStream stream) {
        String subject = words.labels().intervention(stream.intervention().id()) + " – "
                + words.labels().line(stream.stream().label());
        name(
                stream.units(),
                of(subject, words.shared("column.units")),
                stream.stream() instanceof Effect effect
                        ? effect.unit(workings.plan().compiled().scenario())
                                .map(words.labels()::text)
                                .orElse(null)
                        : null);
        for (PlanStream.ValueComponent part : stream.parts()) {
            String of = part.valueId().isEmpty() ? subject : subject + " (" + part.valueId() + ")";
            name(part.flow(), of(of, words.shared("column.flow")), perYear);
            name(part.presentValue(), of(of, words.shared("column.pv")), money);
            name(part.within(), of(of, words.text("workbook.within")), money);
            name(part.tail(), of(of, words.text("column.residual")), money);
            name(part.societyShare(), of(of, words.text("workbook.society_share")), "");
            name(part.cashable(), of(of, words.text("workbook.cashable")), "");
            part.shares()
                    .forEach((stakeholder, share) -> name(
                            share,
                            of(
                                    of,
                                    words.text(
                                            "workbook.share_of", words.labels().stakeholder(stakeholder))),
                            ""));
            for (PlanStream.Factor factor : part.factors()) {
                name(factor.register(), of(of, words.labels().factor(factor.key())), null);
            }
            name(part.entering(), of(subject, words.shared("column.participants")), null);
            name(part.strength(), of(subject, words.shared("column.strength")), "");
            name(part.interactions(), of(subject, words.shared("column.interactions")), "");
            name(part.growth(), of(of, words.shared("column.growth")), "");
            name(part.discountFactors(), of(of, words.shared("column.discount_factor")), "");
        }
    }

    private static String of(String subject, String what) {
        return subject + ": " + what;
    }

    private void accounts() {
        Plan plan = workings.plan();
        plan.stakeholders().forEach((id, account) -> {
            String stakeholder = words.labels().stakeholder(id);
            name(account.costs(), of(stakeholder, words.shared("column.costs")), money);
            name(account.benefits(), of(stakeholder, words.shared("column.benefits")), money);
            name(account.transfers(), of(stakeholder, words.shared("column.transfers")), money);
            name(account.net(), of(stakeholder, words.shared("column.net")), money);
            name(account.cash(), of(stakeholder, words.shared("column.cash")), money);
            name(account.weight(), of(stakeholder, words.text("workbook.weight")), "");
        });
        Plan.Society society = plan.society();
        String all = words.shared("row.society");
        name(society.costs(), of(all, words.shared("column.costs")), money);
        plan.sizeRegister(society.costs())
                .ifPresent(size -> name(size, of(all, words.text("workbook.size_of_costs")), money));
        name(society.benefits(), of(all, words.shared("column.benefits")), money);
        name(society.transfers(), of(all, words.shared("column.transfers")), money);
        name(society.npv(), of(all, words.shared("column.net")), money);
        name(society.weightedNpv(), words.shared("figure.weighted_npv"), money);
        List<Scalar> stages = plan.grossToNet();
        for (int k = 0; k < stages.size(); k++) {
            name(stages.get(k), words.text("workbook.benefits_after", ResultsSheet.stage(words, k)), money);
        }
    }

    /** Names every step that has no name after the first one that it leads to. */
    private void ways() {
        Map<Integer, String> towards = new HashMap<>();
        List<Step> steps = workings.description().steps();
        for (int k = steps.size() - 1; k >= 0; k--) {
            Step step = steps.get(k);
            if (step.result().isEmpty()) {
                continue;
            }
            int result = step.result().getAsInt();
            String to = names.getOrDefault(result, towards.get(result));
            if (to != null) {
                step.operands().forEach(operand -> towards.put(operand, to));
            }
        }
        towards.forEach((register, to) -> names.putIfAbsent(register, words.text("workbook.towards", to)));
    }
}
