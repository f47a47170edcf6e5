package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** The conventions behind the results: without them a figure says little. */
public final class Conventions {

    private static final String INDENT = "  ";

    private final Scenario scenario;
    private final Messages messages;
    private final PolicyText policyText;

    private Conventions(Scenario scenario, Messages messages) {
        this.scenario = scenario;
        this.messages = messages;
        this.policyText = new PolicyText(messages, new Numbers(messages.language(), scenario.currency()));
    }

    static void write(StringBuilder text, Scenario scenario, Selection selection, Messages messages) {
        of(scenario, selection, messages)
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    /** A sentence for each convention. */
    public static List<String> of(Scenario scenario, Selection selection, Messages messages) {
        return new Conventions(scenario, messages).sentences(selection);
    }

    private List<String> sentences(Selection selection) {
        List<String> lines = new ArrayList<>();
        int firstYear = scenario.firstYear();
        lines.add(messages.text("convention.base_year", scenario.baseYear()));
        lines.add(messages.text(
                "convention.horizon",
                scenario.horizon(),
                firstYear,
                scenario.timeFrame().lastYear()));
        lines.add(messages.text(
                "convention.price_level", scenario.priceLevel(), scenario.currency(), index(), Catalogue.VERSION));
        if (scenario.inflation().number().orElse(1) != 0) {
            lines.add(messages.text("convention.inflation", policyText.rate(scenario.inflation())));
        }
        lines.add(
                switch (scenario.flowsAt()) {
                    case START -> messages.text("convention.flows_at.start");
                    case MID -> messages.text("convention.flows_at.mid");
                    case END -> messages.text("convention.flows_at.end");
                });
        IncomeWeights weights = scenario.incomeWeights();
        if (weights != null) {
            lines.add(messages.text(
                    "convention.income_weights",
                    policyText.amount(weights.reference()),
                    policyText.amount(weights.elasticity())));
        }
        lines.addAll(discounting(selection));
        return lines;
    }

    /** A sentence for each discount policy in force, with where it was read. */
    public static List<String> discounting(Scenario scenario, Selection selection, Messages messages) {
        return new Conventions(scenario, messages).discounting(selection);
    }

    private List<String> discounting(Selection selection) {
        List<String> lines = new ArrayList<>();
        for (String policy : policies(selection)) {
            lines.add(messages.text("convention.discounting", policy));
        }
        return lines;
    }

    private String index() {
        String name = scenario.priceIndex().name();
        return name == null
                ? messages.text("convention.own_index")
                : messages.text(
                        "convention.index",
                        name,
                        String.valueOf(scenario.priceIndex().lastYear()));
    }

    /** The policies in force, each with the outlook that brings it. */
    private Set<String> policies(Selection selection) {
        Set<String> policies = new LinkedHashSet<>();
        DiscountPolicy overall = selection.discounting();
        if (overall != null) {
            policies.add(policyText.named(overall));
            return policies;
        }
        if (selection.withoutOutlook()) {
            policies.add(policyText.named(scenario.discounting()));
        }
        for (String id : selection.outlooks()) {
            Outlook outlook = scenario.outlooks().get(id);
            DiscountPolicy own = outlook == null ? null : outlook.discounting();
            policies.add(
                    own == null || outlook == null
                            ? policyText.named(scenario.discounting())
                            : policyText.named(own) + " ("
                                    + Plain.line(outlook.label()
                                            .in(messages.language().locale())) + ")");
        }
        return policies;
    }
}
