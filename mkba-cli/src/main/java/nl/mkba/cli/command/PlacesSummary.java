package nl.mkba.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.render.ChoiceText;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.json.tree.ChoiceTree;
import nl.mkba.json.tree.Json;
import org.jspecify.annotations.Nullable;

/** What is told on the screen of a run over many places: how many, and what is chosen. */
final class PlacesSummary {

    private final ScenarioSession study;
    private final Portfolio portfolio;
    private final PlacesRun run;
    private final List<ChoiceOfPlaces> choices;
    private final Invocation invocation;

    PlacesSummary(
            ScenarioSession study,
            Portfolio portfolio,
            PlacesRun run,
            List<ChoiceOfPlaces> choices,
            Invocation invocation) {
        this.study = study;
        this.portfolio = portfolio;
        this.run = run;
        this.choices = choices;
        this.invocation = invocation;
    }

    /**
     * The summary.
     *
     * @param isMapped whether the table's columns were mapped
     * @param out where the figures went, or null
     * @param page where the page about the places went, or null
     */
    String of(boolean isMapped, @Nullable OutputFile out, @Nullable OutputFile page) {
        long places = run.places();
        if (invocation.isFormat("json")) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", study.scenario().id());
            tree.put("rows", run.rows());
            tree.put("skipped", run.bad());
            tree.put("lines", places * portfolio.cases());
            tree.put("draws", portfolio.draws() == 0 ? null : portfolio.draws());
            tree.put("clamped", run.clamped());
            if (isMapped) {
                tree.put("passed_over", run.passedOver());
                tree.put("left_out", run.leftOut());
                tree.put("kept", run.kept());
            }
            if (!choices.isEmpty()) {
                tree.put(
                        "choices",
                        choices.stream()
                                .map(each -> ChoiceTree.of(each.result(), each.places()))
                                .toList());
            }
            return Json.line(tree) + "\n";
        }
        Messages messages = invocation.messages();
        Numbers numbers = new Numbers(messages.language(), study.scenario().currency());
        StringBuilder text = new StringBuilder();
        if (out != null) {
            text.append(messages.text(
                            "portfolio.done",
                            numbers.whole((double) places),
                            numbers.whole(portfolio.cases()),
                            numbers.whole((double) places * portfolio.cases()),
                            OutputFile.shown(out)))
                    .append('\n');
        }
        if (page != null) {
            text.append(messages.text("portfolio.page", numbers.whole((double) places), OutputFile.shown(page)))
                    .append('\n');
        }
        if (run.passedOver() + run.leftOut() > 0) {
            text.append(messages.text(
                            "portfolio.not_all", numbers.whole((double) run.passedOver()), numbers.whole((double)
                                    run.leftOut())))
                    .append('\n');
        }
        if (!run.kept().isEmpty()) {
            String kept = run.kept().entrySet().stream()
                    .map(each ->
                            messages.text("portfolio.kept.in", each.getKey(), numbers.whole((double) each.getValue())))
                    .collect(Collectors.joining(", "));
            text.append(messages.text("portfolio.kept", kept)).append('\n');
        }
        choices.forEach(choice -> text.append(ChoiceText.of(choice, study.scenario(), messages)));
        return invocation.toRead(text.toString(), study.scenario());
    }
}
