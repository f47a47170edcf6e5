package nl.mkba.scenarios.catalogue;

import java.util.Locale;
import java.util.Optional;
import nl.mkba.scenario.Parameter;

/**
 * A figure of the catalogue (kengetal), as its source has it: never brought to the prices of another year.
 *
 * @param part where it stands
 * @param parameter the figure as a scenario gets it, with its Dutch name and note
 */
public record KeyFigure(Part part, Parameter parameter) {

    /** What it is called. */
    public String name(Locale locale) {
        return EnglishTexts.speaks(locale) ? EnglishTexts.required(key("name")) : parameter.label();
    }

    /** Who bears it, and what to know before using it. */
    public Optional<String> note(Locale locale) {
        return EnglishTexts.speaks(locale)
                ? EnglishTexts.find(key("note"))
                : Optional.ofNullable(parameter.provenance().note());
    }

    private String key(String what) {
        return "parameters." + parameter.id() + "." + what;
    }
}
