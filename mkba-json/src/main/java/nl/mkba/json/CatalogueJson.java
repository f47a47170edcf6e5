package nl.mkba.json;

import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.ColumnsPreview;
import nl.mkba.json.tree.CatalogueTree;
import nl.mkba.json.tree.ColumnsTree;
import nl.mkba.json.tree.Json;

/**
 * The catalogue, and how its mappings read a table, as JSON: what the command prints with {@code --format json}, without the end of
 * the line. It is written as {@link ResultJson} writes, with every text in both languages. It needs {@code mkba-scenarios} beside this module;
 * results alone do not.
 */
@SuppressWarnings("exports") // results alone do not bring the module of scenario files along
public final class CatalogueJson {

    private CatalogueJson() {}

    /**
     * {@return the catalogue, as {@code mkba catalogue} prints it}
     *
     * @param catalogue all of it, or what a search found
     */
    public static String write(Catalogue catalogue) {
        return Json.line(CatalogueTree.of(catalogue));
    }

    /**
     * {@return what a table's columns were taken for, with its first places, as {@code mkba portfolio --check} prints it}
     *
     * @param preview of the table
     * @param mapping that was applied to it
     */
    public static String write(ColumnsPreview preview, ColumnMapping mapping) {
        return Json.line(ColumnsTree.of(preview, mapping));
    }
}
