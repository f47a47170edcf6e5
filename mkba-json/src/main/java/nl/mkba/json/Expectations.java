package nl.mkba.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.json.tree.ExpectationCheck;
import nl.mkba.json.tree.FigurePath;
import nl.mkba.json.tree.ResultTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Holds results against what a scenario's author expects ({@code expect}), as {@code mkba test} does. A figure is named as in the
 * JSON of a result: {@code npv}, {@code stakeholders.municipality.net}, {@code years[2].benefits}.
 */
public final class Expectations {

    private Expectations() {}

    /**
     * An expectation held against one result.
     *
     * @param index its place among the scenario's expectations, from 0
     * @param expectation what is expected
     * @param alternative the id of the result's alternative
     * @param outlook the id of its outlook, if any
     * @param expected the expected value with its margin, as output writes it
     * @param found the figure: a number, a text in quotation marks, or {@code null} if it is absent
     * @param holds whether it is as expected
     */
    public record Checked(
            int index,
            Expectation expectation,
            String alternative,
            Optional<String> outlook,
            String expected,
            String found,
            boolean holds) {}

    /**
     * {@return what must be calculated for every expectation: what is selected, without an outlook and in those that expectations
     * name}
     *
     * @param scenario whose expectations they are
     * @param selection its alternatives, and what is changed
     */
    public static Selection selection(Scenario scenario, Selection selection) {
        Set<String> outlooks = new LinkedHashSet<>();
        for (Expectation expectation : scenario.expectations()) {
            String outlook = expectation.outlook();
            if (outlook != null) {
                outlooks.add(outlook);
            }
        }
        return selection.withOutlooks(outlooks.toArray(String[]::new));
    }

    /**
     * {@return every expectation of the scenario, with each result that it is about, in their order} One about an alternative or an
     * outlook that was not calculated is left out.
     *
     * @param appraisal the central estimates of what {@link #selection} gives
     * @param language of the texts of results: Dutch, or English for any other
     * @throws InvalidScenarioException if an expectation names a figure that results do not have
     */
    public static List<Checked> check(Appraisal appraisal, Locale language) {
        List<Expectation> expectations = appraisal.scenario().expectations();
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        appraisal.results().forEach(result -> trees.add(ResultTree.of(result, language)));
        Problems unknown = new Problems();
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < expectations.size(); i++) {
            Expectation expectation = expectations.get(i);
            for (int j = 0; j < trees.size(); j++) {
                AlternativeResult result = appraisal.results().get(j);
                if (isAbout(expectation, result)) {
                    FigurePath.Found found = new FigurePath(expectation.figure()).in(trees.get(j));
                    if (found.exists()) {
                        checked.add(new Checked(
                                i,
                                expectation,
                                result.alternative(),
                                result.outlook(),
                                ExpectationCheck.expected(expectation),
                                ExpectationCheck.text(found.value()),
                                ExpectationCheck.holds(expectation, found.value())));
                    } else {
                        unknown.add(
                                Problem.of(ProblemCode.UNKNOWN_FIGURE, "expect[" + i + "].figure", expectation.figure())
                                        .suggesting(found.suggestion()));
                    }
                }
            }
        }
        unknown.throwIfErrors();
        return checked;
    }

    private static boolean isAbout(Expectation expectation, AlternativeResult result) {
        String alternative = expectation.alternative();
        return (alternative == null || alternative.equals(result.alternative()))
                && Optional.ofNullable(expectation.outlook()).equals(result.outlook());
    }
}
