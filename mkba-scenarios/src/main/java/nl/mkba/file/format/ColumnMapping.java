package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.source.Provenance;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a table that somebody else made become parameters of a scenario: what a file of {@code --columns} says,
 * together with the mappings that it extends. Whether the table has these columns, and the scenario these parameters, shows when
 * a table is read with it.
 *
 * @param origin the file it was read from, or the name of a built-in one, as messages show it
 * @param title what tables it is for, if it says so
 * @param provenance where the form of those tables was seen
 * @param id the column with the code of the place
 * @param placeName the column with the name of the place, or null
 * @param where by column, in the mapping's order, the texts of which one must stand in a row; a row is kept if it does in all of
 *     them. A {@code *} at the end of a text means: begins with
 * @param hasDecimalComma whether numbers that are texts have a decimal comma
 * @param missing texts that stand for a value that is not known, without blanks around them; an empty cell always does
 * @param columns by id, the name of the column that formulas call so
 * @param parameters by parameter, the formula over columns that gives its value
 * @param ifMissing what to do with a place where a parameter has no value; absent for {@link IfMissing#REFUSE}
 * @param inputs the files that were read, in the order in which they were
 * @param locations by path, such as {@code parameters.households}, where it stands in those files
 */
public record ColumnMapping(
        String origin,
        @Nullable Text title,
        Provenance provenance,
        String id,
        @Nullable String placeName,
        Map<String, List<String>> where,
        boolean hasDecimalComma,
        Set<String> missing,
        Map<String, String> columns,
        Map<String, Expression> parameters,
        Map<String, IfMissing> ifMissing,
        List<InputFile> inputs,
        Map<String, Location> locations) {

    /** In {@code where}: the column of ids, whatever its name. */
    public static final String ID = "id";

    /** What to do with a place where a parameter has no value. */
    public enum IfMissing {
        /** The row is refused, and reported. */
        REFUSE,
        /** The place keeps the scenario's own value, and its distribution. */
        KEEP,
        /** The place is left out, and counted. */
        SKIP;

        /** {@return as it is written} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Copies its lists and sets and maps, so that it cannot change.
     *
     * @param origin see {@link #origin()}
     * @param title see {@link #title()}
     * @param provenance see {@link #provenance()}
     * @param id see {@link #id()}
     * @param placeName see {@link #placeName()}
     * @param where see {@link #where()}
     * @param hasDecimalComma see {@link #hasDecimalComma()}
     * @param missing see {@link #missing()}
     * @param columns see {@link #columns()}
     * @param parameters see {@link #parameters()}
     * @param ifMissing see {@link #ifMissing()}
     * @param inputs see {@link #inputs()}
     * @param locations see {@link #locations()}
     */
    public ColumnMapping {
        where = ordered(where);
        missing = Set.copyOf(missing);
        columns = ordered(columns);
        parameters = ordered(parameters);
        ifMissing = ordered(ifMissing);
        inputs = List.copyOf(inputs);
        locations = ordered(locations);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * {@return what to do where a parameter has no value}
     *
     * @param parameter its id
     */
    public IfMissing ifMissing(String parameter) {
        return ifMissing.getOrDefault(parameter, IfMissing.REFUSE);
    }

    /**
     * {@return the problem at its place: that of its path, or of what the path is in; else the beginning of the mapping}
     *
     * @param problem with a path in the mapping
     */
    public Problem located(Problem problem) {
        String path = problem.path();
        while (!path.isEmpty() && !locations.containsKey(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        return problem.in(locations.getOrDefault(path, new Location(origin, 1, 1)));
    }

    /**
     * {@return whether a file of the mapping is built in}
     *
     * @param file as the places of problems name it
     */
    public boolean isBuiltIn(String file) {
        return inputs.stream()
                .anyMatch(input -> input.isBuiltIn() && input.name().equals(file));
    }

    /**
     * {@return warnings of parameters that the scenario has not, and of which one of its own has nearly the name}
     *
     * @param scenario the ids of its parameters
     */
    public List<Problem> nearlyPassedOver(Set<String> scenario) {
        List<Problem> near = new ArrayList<>();
        for (String mapped : parameters.keySet()) {
            String meant = scenario.contains(mapped) ? null : Spelling.nearest(mapped, scenario);
            if (meant != null && !parameters.containsKey(meant)) {
                near.add(located(Problem.ofKey(ProblemCode.MAPPED_PASSED_OVER, "parameters." + mapped, mapped)
                        .suggesting(meant)));
            }
        }
        return near;
    }

    /**
     * {@return what there is to tell of a table of which no row is kept}
     *
     * @param passedOver how many are not
     * @param table as messages show it
     */
    public Problem noPlaceKept(long passedOver, String table) {
        return located(Problem.of(ProblemCode.NO_PLACE_KEPT, "where", Long.toString(passedOver), table));
    }
}
