package nl.mkba.json.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.ColumnsPreview;
import org.jspecify.annotations.Nullable;

/** How the columns of a table were understood, as a tree for JSON. */
public final class ColumnsTree {

    private ColumnsTree() {}

    /**
     * {@return what a table's columns were taken for, and its first places}
     *
     * @param preview of the table
     * @param mapping that was applied to it
     */
    public static Map<String, @Nullable Object> of(ColumnsPreview preview, ColumnMapping mapping) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("table", preview.table());
        tree.put("form", preview.form().word());
        tree.put("detail", preview.detail());
        tree.put("mapping", mapping.origin());
        tree.put("id", column(preview.id()));
        ColumnsPreview.Column name = preview.name();
        tree.put("name", name == null ? null : column(name));
        tree.put(
                "where",
                preview.where().entrySet().stream()
                        .map(entry -> {
                            Map<String, @Nullable Object> filter = column(entry.getKey());
                            filter.put("texts", entry.getValue());
                            return filter;
                        })
                        .toList());
        tree.put(
                "parameters",
                preview.parameters().stream().map(ColumnsTree::understood).toList());
        tree.put("no_parameters", preview.unknown());
        tree.put(
                "places",
                preview.places().stream()
                        .map(place -> place(place, preview.parameters()))
                        .toList());
        tree.put("kept", preview.kept());
        tree.put("passed_over", preview.passedOver());
        tree.put("left_out", preview.leftOut());
        tree.put("bad", preview.bad());
        return tree;
    }

    private static Map<String, @Nullable Object> column(ColumnsPreview.Column column) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("column", column.name());
        tree.put("letters", column.letters());
        return tree;
    }

    private static Map<String, @Nullable Object> understood(ColumnsPreview.Understood understood) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("parameter", understood.parameter());
        tree.put("formula", understood.formula());
        tree.put(
                "columns",
                understood.columns().stream().map(ColumnsTree::column).toList());
        tree.put("if_missing", understood.ifMissing().word());
        tree.put("missing", understood.missing());
        return tree;
    }

    private static Map<String, @Nullable Object> place(
            ColumnsPreview.Place place, List<ColumnsPreview.Understood> parameters) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", place.id());
        tree.put("name", place.name());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(
                    parameters.get(i).parameter(),
                    place.values().get(i).isPresent() ? place.values().get(i).getAsDouble() : null);
        }
        tree.put("values", values);
        return tree;
    }
}
