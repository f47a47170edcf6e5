package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetRequest.Years;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cli.render.BudgetCsv;
import nl.mkba.cli.render.BudgetText;
import nl.mkba.json.tree.BudgetTree;
import nl.mkba.scenario.Prices;

/** {@code mkba budget}: what the books of one stakeholder see, year by year. */
final class BudgetCommand implements Command {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "budget",
                "FILE",
                1,
                1,
                List.of("text", "json", "csv"),
                Option.drawing(Option.STAKEHOLDER, Option.YEARS, Option.LABEL, Option.PRICES, Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        SimulationArguments drawing = new SimulationArguments(invocation);
        drawing.checkOptional();
        BudgetRequest request = request(invocation);
        return ScenarioSession.work(invocation, study -> {
            BudgetResult result = drawing.draws()
                    ? CommandThreads.work(
                            invocation, workers -> study.budget(request, drawing.settings(study), workers))
                    : study.budget(request);
            if (invocation.isFormat("csv")) {
                return BudgetCsv.of(result, invocation.messages());
            }
            return invocation.rendered(
                    problems -> BudgetTree.of(result, study.warnings(), problems),
                    () -> BudgetText.of(result, study.selection(), invocation.messages()));
        });
    }

    private static BudgetRequest request(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        String stakeholder = arguments.value(Option.STAKEHOLDER);
        if (stakeholder == null) {
            throw invocation.wrong("usage.required", Option.STAKEHOLDER.word());
        }
        return new BudgetRequest(
                stakeholder, years(invocation), Optional.ofNullable(arguments.value(Option.LABEL)), prices(invocation));
    }

    private static Optional<Years> years(Invocation invocation) {
        String text = invocation.arguments().value(Option.YEARS);
        if (text == null) {
            return Optional.empty();
        }
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            int first = Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
            if (first <= last) {
                return Optional.of(new Years(first, last));
            }
        }
        throw invocation.wrong("usage.years", Option.YEARS.word(), text);
    }

    /** In which prices the amounts of a year are. */
    static Prices prices(Invocation invocation) {
        String word = invocation.arguments().value(Option.PRICES);
        if (word == null) {
            return Prices.NOMINAL;
        }
        for (Prices prices : Prices.values()) {
            if (prices.id().equals(word)) {
                return prices;
            }
        }
        throw new IllegalStateException(Option.PRICES.word() + " " + word);
    }
}
