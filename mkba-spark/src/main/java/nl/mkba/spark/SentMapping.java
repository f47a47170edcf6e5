package nl.mkba.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.problem.Location;
import nl.mkba.source.Provenance;
import org.jspecify.annotations.Nullable;

/** A mapping of columns on its way to another machine: what rows are read by, and where it stands in its files. */
record SentMapping(
        String origin,
        String id,
        @Nullable String placeName,
        Map<String, List<String>> where,
        boolean hasDecimalComma,
        Set<String> missing,
        Map<String, String> columns,
        Map<String, String> formulas,
        Map<String, ColumnMapping.IfMissing> ifMissing,
        Map<String, Location> locations)
        implements Serializable {

    static SentMapping of(ColumnMapping mapping) {
        Map<String, String> formulas = new LinkedHashMap<>();
        mapping.parameters().forEach((parameter, formula) -> formulas.put(parameter, formula.text()));
        return new SentMapping(
                mapping.origin(),
                mapping.id(),
                mapping.placeName(),
                mapping.where(),
                mapping.hasDecimalComma(),
                mapping.missing(),
                mapping.columns(),
                formulas,
                mapping.ifMissing(),
                mapping.locations());
    }

    /** The mapping again; where it comes from stays behind. */
    ColumnMapping mapping() {
        Map<String, Expression> parameters = new LinkedHashMap<>();
        formulas.forEach((parameter, formula) -> parameters.put(parameter, Expression.parse(formula)));
        return new ColumnMapping(
                origin,
                null,
                Provenance.NONE,
                id,
                placeName,
                where,
                hasDecimalComma,
                missing,
                columns,
                parameters,
                ifMissing,
                List.of(),
                locations);
    }
}
