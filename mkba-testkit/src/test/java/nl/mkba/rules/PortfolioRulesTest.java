package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.expression.Expression;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.testkit.ScenarioArbitraries;

/** The rows of a table, and the same values in the scenario. */
class PortfolioRulesTest {

    /** Rows of random scenarios, against an appraisal with the same values set: bit for bit. */
    @Property(tries = 150)
    void aRowGivesWhatAnAppraisalWithItsValuesGives(@ForAll("seeds") long seed) {
        Scenario scenario = ScenarioArbitraries.ofSeed(seed);
        List<String> columns = new ArrayList<>();
        scenario.parameters().forEach((id, parameter) -> {
            boolean isReplaced = scenario.alternatives().values().stream()
                    .anyMatch(alternative -> alternative.set().containsKey(id));
            if (!isReplaced
                    && parameter.value() != null
                    && parameter.value().number().isPresent()) {
                columns.add(id);
            }
        });
        Assume.that(!columns.isEmpty() && isAccepted(scenario, Selection.ALL));
        List<Map<String, Double>> values = new ArrayList<>();
        List<Selection> selections = new ArrayList<>();
        for (int row = 0; row < 6; row++) {
            Map<String, Double> own = new LinkedHashMap<>();
            Map<String, Replacement> set = new LinkedHashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                double central = scenario.parameters()
                        .get(columns.get(c))
                        .value()
                        .number()
                        .getAsDouble();
                boolean stays = central == Math.rint(central) && row < 4;
                double value = stays ? central : central * (0.85 + 0.1 * ((row * 7 + c * 3) % 4));
                own.put(columns.get(c), value);
                set.put(columns.get(c), new Replacement.Value(Expression.of(value), null));
            }
            values.add(own);
            selections.add(new Selection(List.of(), List.of(), true, set, null));
        }
        PortfolioResult rows = Mkba.portfolio(scenario, Selection.ALL, values);
        for (int row = 0; row < values.size(); row++) {
            assertThat(rows.problems(row).isEmpty())
                    .as("%s", rows.problems(row))
                    .isEqualTo(isAccepted(scenario, selections.get(row)));
            if (rows.problems(row).isEmpty()) {
                agree(
                        rows.results(row),
                        Mkba.appraise(scenario, selections.get(row)).results());
            }
        }
    }

    private static boolean isAccepted(Scenario scenario, Selection selection) {
        try {
            Mkba.appraise(scenario, selection);
            return true;
        } catch (InvalidScenarioException e) {
            return false;
        }
    }

    private static void agree(List<PortfolioResult.Line> lines, List<AlternativeResult> results) {
        assertThat(lines).hasSameSizeAs(results);
        for (int c = 0; c < results.size(); c++) {
            AlternativeResult result = results.get(c);
            PortfolioResult.Line line = lines.get(c);
            assertThat(line.figure("pv_costs")).hasValue(result.pvCosts().value());
            assertThat(line.figure("pv_benefits")).hasValue(result.pvBenefits().value());
            assertThat(line.npv()).hasValue(result.npv().value());
            assertThat(line.bcr()).isEqualTo(result.bcr());
            assertThat(line.figure("weighted_npv"))
                    .hasValue(result.weightedNpv().value());
            result.stakeholders()
                    .forEach((id, account) -> assertThat(line.figure("net_" + id))
                            .as(id)
                            .hasValue(account.net().value()));
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(1, 100_000);
    }
}
