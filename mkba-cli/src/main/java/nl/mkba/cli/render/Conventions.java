package nl.mkba.cli.render;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** The conventions behind the results: without them a figure says little. */
final class Conventions {

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
        new Conventions(scenario, messages).write(text, selection);
    }

    private void write(StringBuilder text, Selection selection) {
        int firstYear = scenario.firstYear();
        line(text, messages.text("convention.base_year", scenario.baseYear()));
        line(
                text,
                messages.text(
                        "convention.horizon",
                        scenario.horizon(),
                        firstYear,
                        scenario.timeFrame().lastYear()));
        line(text, messages.text("convention.price_level", scenario.priceLevel(), scenario.currency(), index()));
        if (scenario.inflation().number().orElse(1) != 0) {
            line(text, messages.text("convention.inflation", policyText.rate(scenario.inflation())));
        }
        line(
                text,
                switch (scenario.flowsAt()) {
                    case START -> messages.text("convention.flows_at.start");
                    case MID -> messages.text("convention.flows_at.mid");
                    case END -> messages.text("convention.flows_at.end");
                });
        for (String policy : policies(selection)) {
            line(text, messages.text("convention.discounting", policy));
        }
    }

    private String index() {
        String name = scenario.priceIndex().name();
        return name == null ? messages.text("convention.own_index") : name;
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
                            : policyText.named(own) + " (" + Plain.line(outlook.label()) + ")");
        }
        return policies;
    }

    private static void line(StringBuilder text, String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
