package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.IncomeWeights;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
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
                scenario.horizon() == 1 ? "convention.horizon.one" : "convention.horizon",
                scenario.horizon(),
                firstYear,
                scenario.lastYear()));
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
        String elasticity = weights == null ? "0" : valued(weights.elasticity(), selection);
        if (weights != null && !elasticity.equals("0")) {
            lines.add(messages.text("convention.income_weights", valued(weights.reference(), selection), elasticity));
        }
        lines.addAll(discounting(selection));
        return lines;
    }

    /** What stands under a result: the horizon, the prices, the discount policy with where it was read, and what has no source. */
    public static List<String> basis(Scenario scenario, Selection selection, Messages messages) {
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.text("run.basis", scenario.horizon(), scenario.priceLevel()));
        sentences.addAll(discounting(scenario, selection, messages));
        int all = scenario.parameters().size();
        int without = Uncertainty.withoutSource(scenario);
        if (without == 1) {
            sentences.add(messages.text("note.without_source.one"));
        } else if (all > 0 && without == 0) {
            sentences.add(messages.text("note.without_source.none"));
        } else if (all > 0) {
            sentences.add(messages.text("note.without_source", without, all));
        }
        return sentences;
    }

    /** A sentence for each discount policy in force, with where it was read. */
    public static List<String> discounting(Scenario scenario, Selection selection, Messages messages) {
        return new Conventions(scenario, messages).discounting(selection);
    }

    /** Each discount policy in force, with where it was read. */
    public static List<String> policies(Scenario scenario, Selection selection, Messages messages) {
        return List.copyOf(new Conventions(scenario, messages).policies(selection));
    }

    private List<String> discounting(Selection selection) {
        List<String> lines = new ArrayList<>();
        for (String policy : policies(selection)) {
            lines.add(messages.text("convention.discounting", policy));
        }
        return lines;
    }

    /** A number; of an expression that is one parameter, the number that it has. */
    private String valued(Expression expression, Selection selection) {
        Parameter parameter = scenario.parameters().get(expression.text());
        if (parameter == null) {
            return policyText.amount(expression);
        }
        Expression value = parameter.value();
        if (selection.set().get(parameter.id()) instanceof Replacement.Value replaced && replaced.value() != null) {
            value = replaced.value();
        }
        return policyText.amount(value == null ? expression : value);
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
