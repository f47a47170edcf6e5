package nl.mkba.scenario;

import java.util.Optional;
import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** What an intervention brings about: valued directly, or by taking away a share of a shared outcome. */
public sealed interface Effect extends Stream {

    /** What is not the intervention's doing. */
    Corrections corrections();

    /** What one unit of it is, if stated: its own, or for a reduction that of its outcome. */
    Optional<Text> unit(Scenario scenario);

    @Override
    default StreamKind kind() {
        return StreamKind.EFFECT;
    }

    /**
     * A quantity a year times a value each; negative is a loss.
     *
     * @param id its id within the intervention
     * @param quantity units a year at full strength
     * @param value of one unit
     * @param accruesTo who gains
     * @param corrections what is not the intervention's doing
     * @param terms timing, prices and discounting
     * @param unit what one unit is, or null
     */
    record Valued(
            String id,
            Expression quantity,
            Expression value,
            Shares accruesTo,
            Corrections corrections,
            StreamTerms terms,
            @Nullable Text unit)
            implements Effect {

        /** An effect whose units have no name. */
        public Valued(
                String id,
                Expression quantity,
                Expression value,
                Shares accruesTo,
                Corrections corrections,
                StreamTerms terms) {
            this(id, quantity, value, accruesTo, corrections, terms, null);
        }

        @Override
        public Optional<Text> unit(Scenario scenario) {
            return Optional.ofNullable(unit);
        }

        /** This effect, whose units have a name. */
        public Valued inUnits(String name) {
            return new Valued(id, quantity, value, accruesTo, corrections, terms, Text.of(name));
        }
    }

    /**
     * A share taken away of what is left of an outcome.
     *
     * @param id its id within the intervention
     * @param outcome id of the outcome
     * @param by the share at full strength
     * @param corrections what is not the intervention's doing
     * @param terms timing; an outcome has its own prices, discounting and cashable part
     */
    record Reduction(String id, String outcome, Expression by, Corrections corrections, StreamTerms terms)
            implements Effect {

        @Override
        public Optional<Text> unit(Scenario scenario) {
            Outcome reduced = scenario.outcomes().get(outcome);
            return reduced == null ? Optional.empty() : Optional.ofNullable(reduced.unit());
        }
    }

    /** A quantity a year times a value each. */
    static Valued valued(String id, String quantity, String value, Shares accruesTo, StreamTerms terms) {
        return new Valued(id, Expression.parse(quantity), Expression.parse(value), accruesTo, Corrections.NONE, terms);
    }

    /** A share taken away of what is left of an outcome. */
    static Reduction reduction(String id, String outcome, String by, StreamTerms terms) {
        return new Reduction(id, outcome, Expression.parse(by), Corrections.NONE, terms);
    }
}
