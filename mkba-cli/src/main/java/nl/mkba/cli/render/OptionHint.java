package nl.mkba.cli.render;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** The line of a problem as the command prints it: what the library says, and the options with which its hint is followed. */
public final class OptionHint {

    private static final Map<ProblemCode, String> OPTIONS = new EnumMap<>(Map.of(
            ProblemCode.INCLUDE_OUTSIDE, "`--library`",
            ProblemCode.TOO_MANY_FOR_SOBOL, "`--sampling`",
            ProblemCode.TOO_MANY_PARTS, "`--draws`, `--limits`",
            ProblemCode.TOO_LARGE, "`--limits`",
            ProblemCode.UNKNOWN_PROPERTY, "`--map-id`",
            ProblemCode.NO_SHEETS, "`--sheet`",
            ProblemCode.NO_SUCH_COLUMN, "`--check`",
            ProblemCode.NO_PLACE_KEPT, "`--check`",
            ProblemCode.UNKNOWN_COLUMN, "`--ignore-columns`",
            ProblemCode.COLUMN_TYPE, "`--ignore-columns`"));

    private OptionHint() {}

    /** The problem in one line, with its place, path, message and hint. */
    public static String line(Problem problem, Locale locale) {
        String options = OPTIONS.get(problem.code());
        return problem.format(locale) + (options == null ? "" : " (" + options + ")");
    }
}
