package nl.mkba.file.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Parameter;
import nl.mkba.text.Text;

/**
 * A figure of the catalogue (kengetal), as its source has it: never brought to the prices of another year.
 *
 * @param part where it stands
 * @param parameter the figure as a scenario gets it, with its name and note
 */
public record KeyFigure(CatalogueSection part, Parameter parameter) {

    /** Of a lognormal distribution only the one with percentiles. */
    private static final Set<String> CONVENTIONS = Set.of("pert", "uniform", "normal");

    /**
     * {@return what it is called}
     *
     * @param locale the language: Dutch or, for any other, English
     */
    public String name(Locale locale) {
        return parameter.label().in(locale);
    }

    /**
     * {@return who bears it, and what to know before using it; empty if there is nothing to say}
     *
     * @param locale the language: Dutch or, for any other, English
     */
    public Optional<String> note(Locale locale) {
        Text note = parameter.provenance().note();
        return note == null ? Optional.empty() : Optional.of(note.in(locale));
    }

    /** {@return the central value: that of the source or, if it has only a range, the middle} */
    public double central() {
        Expression value = parameter.value();
        Distribution distribution = parameter.distribution();
        if (value != null) {
            return value.number().orElseThrow();
        }
        if (distribution != null) {
            return distribution.mean();
        }
        throw new IllegalStateException("The figure " + parameter.id() + " has no value");
    }

    /** {@return the form of its distribution, as a scenario file names it; empty if it is certain} */
    public Optional<String> form() {
        Distribution distribution = parameter.distribution();
        if (distribution == null) {
            return Optional.empty();
        }
        String form = distribution.form();
        boolean isInterval =
                form.equals("lognormal") && distribution.parameters().containsKey("p5");
        if (isInterval || CONVENTIONS.contains(form)) {
            return Optional.of(form);
        }
        throw new IllegalStateException("The range of " + parameter.id() + " follows no convention");
    }

    /** What a search looks in. */
    String words() {
        return String.join(
                " ",
                parameter.id(),
                Catalogue.inBothLanguages(this::name),
                Catalogue.inBothLanguages(part::name),
                String.valueOf(parameter.provenance().source()));
    }
}
