package nl.mkba.cli.render;

import java.util.Locale;
import java.util.Set;
import nl.mkba.problem.Problem;

/**
 * The line of a problem as the command prints it: what the library says, the option in which the value stands, and those with which
 * its hint is followed.
 */
public final class OptionHint {

    /** What a problem with a column that is not there says where another sheet is not what helps. */
    private static final Set<String> SHEET_IS_RIGHT = Set.of("one_table", "others_found", "not_one_word");

    private static final String DISCOUNTING = "selection.discounting";

    private OptionHint() {}

    /** The problem in one line, with its place, path, message and hint. */
    public static String line(Problem problem, Locale locale) {
        String options = options(problem);
        return withOption(problem).format(locale) + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** The same problem, with the option in which the value stands for what the library calls that. */
    public static Problem withOption(Problem problem) {
        String path = problem.path();
        return path.startsWith(DISCOUNTING)
                ? problem.at("--discounting" + path.substring(DISCOUNTING.length()))
                : problem;
    }

    private static String options(Problem problem) {
        return switch (problem.code()) {
            case INCLUDE_OUTSIDE -> "`--library`";
            case TOO_MANY_FOR_SOBOL -> "`--sampling`";
            case TOO_MANY_PARTS -> "`--draws`, `--limits`";
            case TOO_LARGE -> "`--limits`";
            case UNKNOWN_PROPERTY -> "`--map-id`";
            case NO_SHEETS -> "`--sheet`";
            case NO_SUCH_COLUMN -> SHEET_IS_RIGHT.contains(problem.arguments().get(4)) ? "" : "`--sheet`";
            case EMPTY_TABLE -> problem.arguments().isEmpty() ? "" : "`--sheet`";
            case NO_PLACE_KEPT -> "`--check`";
            case UNKNOWN_COLUMN -> "`--ignore-columns`";
            case COLUMN_TYPE -> problem.arguments().contains("in_mapping") ? "" : "`--ignore-columns`";
            case WRONG_NUMBER_OF_CELLS -> problem.arguments().get(0).equals("1") ? "`--skip-bad-rows`" : "";
            default -> "";
        };
    }
}
