package nl.mkba.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.explain.Comparison;
import nl.mkba.explain.Explanation;
import nl.mkba.json.tree.BudgetTree;
import nl.mkba.json.tree.ChoiceTree;
import nl.mkba.json.tree.CoalitionTree;
import nl.mkba.json.tree.ComparisonTree;
import nl.mkba.json.tree.ExplanationTree;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.PortfolioTree;
import nl.mkba.json.tree.ProblemTree;
import nl.mkba.json.tree.ResultTree;
import nl.mkba.json.tree.SensitivityTree;
import nl.mkba.json.tree.ShapleyTree;
import nl.mkba.json.tree.SimulationTree;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.uncertainty.SimulationResult;
import org.jspecify.annotations.Nullable;

/**
 * Results as JSON: what the command prints with {@code --format json}, without the end of the line. Each is one line;
 * numbers have the fewest digits that give the same {@code double} back, and are not rounded; amounts are in the
 * scenario's currency and price level; what is absent is {@code null}. Characters that could steer a terminal or turn the
 * direction of writing stand as escapes. To put a line into a web page, escape {@code <}, {@code >} and {@code &} as well.
 *
 * <p>The warnings are those of the result, without a place in a file. Of a scenario that was read from one, the command
 * gives the edition of the catalogue, the file's own warnings first, and each its place; {@link #ofFile} does so here.
 */
public final class ResultJson {

    private final ProblemTree problems;
    private final @Nullable String catalogue;
    private final List<Problem> ofFile;
    private final UnaryOperator<Problem> places;

    private ResultJson(
            ProblemTree problems, @Nullable String catalogue, List<Problem> ofFile, UnaryOperator<Problem> places) {
        this.problems = problems;
        this.catalogue = catalogue;
        this.ofFile = ofFile;
        this.places = places;
    }

    /**
     * {@return a writer of JSON with its texts in one language}
     *
     * @param language of messages and descriptions: Dutch, or English for any other
     */
    public static ResultJson in(Locale language) {
        return new ResultJson(new ProblemTree(language), null, List.of(), UnaryOperator.identity());
    }

    /**
     * {@return the same for results of a scenario that was read from a file}
     *
     * @param catalogue the edition of the catalogue that files include from, such as {@code Catalogue.VERSION}; without a
     *     file {@code catalogue_version} is null
     * @param warnings of the file, such as {@code LoadedScenario.warnings()}: they come before those of the result, and one
     *     that is among both is given once
     * @param places gives a warning its place in the file, such as {@code loaded.places()::locate}
     */
    public ResultJson ofFile(String catalogue, List<Problem> warnings, UnaryOperator<Problem> places) {
        return new ResultJson(problems, catalogue, List.copyOf(warnings), places);
    }

    /**
     * {@return the central estimate, as {@code mkba run} prints it}
     *
     * @param appraisal of every alternative and outlook that was asked for
     */
    public String write(Appraisal appraisal) {
        return Json.line(ResultTree.of(appraisal, catalogue, warnings(appraisal.warnings()), problems));
    }

    /**
     * {@return a simulation, as {@code mkba simulate} prints it: statistics, not the draws}
     *
     * @param simulation of every alternative and outlook that was asked for
     */
    public String write(SimulationResult simulation) {
        return Json.line(SimulationTree.of(simulation, warnings(simulation.warnings()), problems));
    }

    /**
     * {@return a sensitivity analysis, as {@code mkba sensitivity} prints it}
     *
     * @param sensitivity of every alternative and outlook that was asked for
     */
    public String write(SensitivityResult sensitivity) {
        return Json.line(SensitivityTree.of(sensitivity, warnings(sensitivity.warnings()), problems));
    }

    /**
     * {@return who pays and who gains, as {@code mkba coalition} prints it}
     *
     * @param coalitions in every alternative and outlook that was asked for
     */
    public String write(CoalitionResult coalitions) {
        return Json.line(CoalitionTree.of(coalitions, warnings(coalitions.warnings()), problems));
    }

    /**
     * {@return what each intervention adds, as {@code mkba shapley} prints it}
     *
     * @param contributions in every alternative and outlook that was asked for
     */
    public String write(ShapleyResult contributions) {
        return Json.line(ShapleyTree.of(contributions, warnings(contributions.warnings()), problems));
    }

    /**
     * {@return the budget of one stakeholder, as {@code mkba budget} prints it}
     *
     * @param budget in every alternative and outlook that was asked for
     */
    public String write(BudgetResult budget) {
        return Json.line(BudgetTree.of(budget, warnings(budget.warnings()), problems));
    }

    /**
     * {@return one stream step by step, as {@code mkba explain} prints it}
     *
     * @param scenario that the explanations are of
     * @param explanations the stream in every alternative and outlook that has it
     */
    public String write(Scenario scenario, List<Explanation> explanations) {
        return Json.line(ExplanationTree.of(scenario, explanations, problems.locale()));
    }

    /**
     * {@return what differs between two cases, as {@code mkba compare} prints it for one pair}
     *
     * @param before the case that was compared with
     * @param after the case that was compared
     * @param comparison what differs between them
     */
    public String write(Comparison.Side before, Comparison.Side after, Comparison comparison) {
        return Json.line(ComparisonTree.of(
                before.scenario().currency(),
                List.of(ComparisonTree.of(before, after, comparison, problems.locale()))));
    }

    /**
     * {@return a portfolio: {@code lines}, with the keys of the lines that {@code mkba portfolio} writes and the number of its
     * row (from 0) in place of the place's id, and {@code refused}, each row without figures with its problems}
     *
     * @param portfolio the figures of every row
     */
    public String write(PortfolioResult portfolio) {
        return Json.line(PortfolioTree.of(portfolio, problems));
    }

    /**
     * {@return a choice of places within a budget, with the keys of each of the {@code choices} that {@code mkba portfolio}
     * prints and the number of its row (from 0) in place of a place's id} If no choice was found, what it costs and is worth is
     * null.
     *
     * @param chosen the choice in one outlook
     */
    public String write(ChoiceResult chosen) {
        return Json.line(ChoiceTree.of(chosen));
    }

    /**
     * {@return problems, as {@code mkba check} prints them, such as those of {@code Mkba.check} or of a refused scenario}
     *
     * @param found errors and warnings, in the order in which they are to stand
     */
    public String writeProblems(List<Problem> found) {
        return Json.line(problems.whole(found.stream().map(places).toList()));
    }

    private List<Problem> warnings(List<Problem> ofResult) {
        Set<Problem> all = new LinkedHashSet<>(ofFile);
        ofResult.forEach(warning -> all.add(places.apply(warning)));
        return List.copyOf(all);
    }
}
