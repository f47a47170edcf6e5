package nl.mkba.file.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in the words of the person who writes a file what the YAML parser could not read. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    /**
     * What is wrong.
     *
     * @param text the file's
     */
    static Problem of(String file, String text, IOException failure) {
        if (failure.getCause() instanceof MarkedYAMLException marked) {
            return of(file, text, marked);
        }
        JsonLocation place = failure instanceof JacksonException known ? known.getLocation() : null;
        Location location = place == null
                ? new Location(file, 1, 1)
                : new Location(file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        boolean key = String.valueOf(failure.getMessage()).startsWith("Expected a field name");
        return problem(key ? "syntax_key" : "syntax_other", location);
    }

    private static Problem of(String file, String text, MarkedYAMLException marked) {
        String context = String.valueOf(marked.getContext());
        String reason = String.valueOf(marked.getProblem());
        String word = word(context, reason);
        boolean atBeginning = word.equals("syntax_quote") || reason.contains("<stream end>");
        Location place = location(file, atBeginning ? marked.getContextMark() : marked.getProblemMark());
        Problem mistake = new WrittenMistake(file, text).at(word, place);
        return mistake == null ? problem(word, place) : mistake;
    }

    private static String word(String context, String reason) {
        if (reason.contains("\\t(TAB)")) {
            return "syntax_tab";
        }
        if (context.contains("quoted scalar")) {
            return reason.contains("escape") || reason.contains("hexadecimal") ? "syntax_escape" : "syntax_quote";
        }
        if (reason.startsWith("mapping values are not allowed")) {
            return "syntax_colon";
        }
        if (reason.startsWith("could not find expected ':'")) {
            return "syntax_no_colon";
        }
        if (reason.startsWith("sequence entries are not allowed")) {
            return "syntax_dash";
        }
        if (context.contains("flow")) {
            return "syntax_bracket";
        }
        if (reason.contains("cannot start any token")) {
            return "syntax_character";
        }
        if (reason.endsWith("'}'") || reason.endsWith("']'")) {
            return "syntax_closing";
        }
        return context.contains("block") ? "syntax_indent" : "syntax_other";
    }

    private static Location location(String file, @Nullable Mark mark) {
        return mark == null ? new Location(file, 1, 1) : new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Problem problem(String word, Location place) {
        return Problem.of(ProblemCode.SYNTAX, Problem.NO_PATH, word).in(place);
    }
}
