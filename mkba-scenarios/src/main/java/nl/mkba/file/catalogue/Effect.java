package nl.mkba.file.catalogue;

import java.util.Locale;
import java.util.Optional;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Parameter;

/**
 * What an evaluation found, a base rate that goes with it, or a conversion of the two.
 *
 * @param figure the effect as a scenario gets it
 * @param central the central value: of a conversion, that of its formula with every figure at its central value
 * @param evidence how it was found
 */
public record Effect(KeyFigure figure, double central, Evidence evidence) {

    /** {@return the parameter that a scenario gets} */
    public Parameter parameter() {
        return figure.parameter();
    }

    /** {@return the formula of a conversion; empty for a number} */
    public Optional<String> formula() {
        Expression value = parameter().value();
        return value == null || value.number().isPresent() ? Optional.empty() : Optional.of(value.text());
    }

    /**
     * {@return the range as the source has it: its 95 % interval, or else from the least to the greatest value; empty if it has
     * none}
     */
    public Optional<Evidence.Interval> range() {
        Distribution distribution = parameter().distribution();
        if (evidence.confidenceInterval() != null) {
            return Optional.of(evidence.confidenceInterval());
        }
        return distribution == null
                ? Optional.empty()
                : Optional.of(new Evidence.Interval(distribution.lowest(), distribution.highest()));
    }

    /** What a search looks in: also what was found, so that null findings are found as such. */
    String words() {
        return figure.words() + " " + Catalogue.inBothLanguages(this::evidenceWords);
    }

    private String evidenceWords(Locale locale) {
        Evidence.Finding finding = evidence.finding();
        return String.join(
                " ",
                evidence.programme().in(locale),
                evidence.population().in(locale),
                evidence.country(),
                evidence.design().label().in(locale),
                finding == null ? "" : finding.label().in(locale),
                finding == Evidence.Finding.NONE ? "nulvondst null finding null result" : "");
    }
}
