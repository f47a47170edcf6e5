package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Output;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Slider;
import nl.mkba.cli.report.Document.WhatIf;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.PlanDescription;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;

/** Sliders for the parameters that matter most; the page evaluates the same plan as this program. */
final class WhatIfTopic extends Topic {

    private static final int MOST = 5;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 0.99;

    WhatIfTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (findings.cases().stream().allMatch(each -> parameters(each).isEmpty())) {
            blocks.add(plain(words.text("what_if.certain")));
        } else {
            blocks.add(plain(words.text("what_if.intro")));
            blocks.addAll(perAlternative(each -> parameters(each).isEmpty()
                    ? List.of(plain(words.text("what_if.certain")))
                    : List.of(whatIf(each))));
            blocks.add(note(words.text("what_if.note")));
        }
        return new Section("what-if", words.text("what_if.heading"), blocks);
    }

    /** The parameters that move the net present value of a case most, at most five. */
    private static List<String> parameters(CaseFindings theCase) {
        return theCase.sensitivity().tornado().stream()
                .filter(Topic::matters)
                .limit(MOST)
                .map(TornadoBar::name)
                .toList();
    }

    /** The plan of a case as a function of the parameters that can be moved. */
    static PlanDescription plan(CaseFindings theCase) {
        Set<String> inputs = new LinkedHashSet<>(parameters(theCase));
        Plan plan = Plan.ofSized(theCase.plan().compiled(), inputs);
        Map<String, Integer> figures = new LinkedHashMap<>();
        Plan.Society society = plan.society();
        figures.put("transfers", society.transfers());
        add(figures, plan, "pv_costs", society.costs());
        add(figures, plan, "pv_benefits", society.benefits());
        add(figures, plan, "npv", society.npv());
        plan.stakeholders().forEach((id, account) -> add(figures, plan, "net_" + id, account.net()));
        return plan.describe(figures);
    }

    /** An account and, as {@code size_…}, what it is made of: the page lets rounding be 0 as the engine does. */
    private static void add(Map<String, Integer> figures, Plan plan, String name, int register) {
        figures.put(name, register);
        plan.sizeRegister(register).ifPresent(size -> figures.put("size_" + name, size));
    }

    private WhatIf whatIf(CaseFindings theCase) {
        List<Slider> sliders = new ArrayList<>();
        Map<String, Double> central = theCase.plan().compiled().centralValues();
        Map<String, Distribution> distributions = theCase.plan().compiled().distributions();
        for (String id : parameters(theCase)) {
            Distribution distribution = distributions.get(id);
            Double value = central.get(id);
            if (distribution != null && value != null) {
                boolean isFraction = words.isFraction(id);
                sliders.add(new Slider(
                        id,
                        words.nameWithUnit(id),
                        isFraction ? "" : words.spokenUnit(id),
                        isFraction,
                        words.isMoney(id),
                        Math.min(value, distribution.quantile(LOWEST)),
                        value,
                        Math.max(value, distribution.quantile(HIGHEST))));
            }
        }
        return new WhatIf(
                theCase.result().alternative(),
                sliders,
                outputs(theCase),
                words.text("what_if.no_ratio"),
                words.text("what_if.refused"));
    }

    private List<Output> outputs(CaseFindings theCase) {
        List<Output> outputs = new ArrayList<>();
        OptionalDouble ratio = theCase.result().bcr();
        outputs.add(new Output(
                "bcr",
                words.shared("figure.bcr"),
                ratio.isPresent() ? words.perEuro(ratio.getAsDouble()) : words.text("what_if.no_ratio")));
        outputs.add(new Output(
                "npv",
                words.shared("figure.npv"),
                words.money(theCase.result().npv().value())));
        outputs.add(new Output(
                "pv_benefits",
                words.shared("figure.pv_benefits"),
                words.money(theCase.result().pvBenefits().value())));
        outputs.add(new Output(
                "pv_costs",
                words.shared("figure.pv_costs"),
                words.money(theCase.result().pvCosts().value())));
        StakeholdersTopic.touched(theCase)
                .forEach((id, account) -> outputs.add(new Output(
                        "net_" + id,
                        words.text("what_if.stakeholder", words.labels().stakeholder(id)),
                        words.money(account.net().value()))));
        return outputs;
    }
}
