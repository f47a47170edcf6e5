package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.Amount;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Shares;
import org.assertj.core.data.Offset;

/** Appraisals for tests. */
final class Appraised {

    static final Shares SOCIETY = Shares.of("society");

    private Appraised() {}

    /** The result of a scenario's only alternative. */
    static AlternativeResult only(Scenario scenario) {
        return Mkba.appraise(scenario).result(Alternative.ALL);
    }

    /** The result of one measure of {@link CashFlows#empty}. */
    static AlternativeResult only(int horizon, double ratePerYear, Intervention.Builder measure) {
        return only(CashFlows.empty(horizon, DiscountPolicy.flat(ratePerYear))
                .intervention(measure.build())
                .build());
    }

    /** Every alternative in every outlook, of a random scenario that the format does not refuse. */
    static List<AlternativeResult> everything(Scenario scenario) {
        try {
            return Mkba.appraise(
                            scenario,
                            Selection.ALL.withOutlooks(
                                    scenario.outlooks().keySet().toArray(String[]::new)))
                    .results();
        } catch (InvalidScenarioException refused) {
            Assume.that(false);
            throw refused;
        }
    }

    /** Rounding of sums of what the streams come to, before and after corrections. */
    static Offset<Double> rounding(AlternativeResult result) {
        double size = result.streams().stream()
                .mapToDouble(stream -> Math.abs(stream.pv().value())
                        + Math.abs(stream.undiscounted().value()))
                .sum();
        GrossToNet way = result.grossToNet();
        for (Amount step : List.of(way.gross(), way.deadweight(), way.dueToOthers(), way.displacement())) {
            size += Math.abs(step.value());
        }
        return Offset.offset(1e-9 * size + 1e-12);
    }

    static void assertSame(Amount found, double expected, Offset<Double> rounding) {
        assertThat(found.value()).isCloseTo(expected, rounding);
    }

    static Expression times(Expression expression, String factor) {
        return Expression.parse("(" + expression.text() + ") * " + factor);
    }
}
