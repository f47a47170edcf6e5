/** Every result as JSON, as the command prints it. */
@SuppressWarnings("module") // a module that is built later
module nl.mkba.json {
    requires static transitive org.jspecify;
    requires transitive nl.mkba;
    requires com.fasterxml.jackson.core;
    // for CatalogueJson alone: whoever calls that requires it too
    requires static nl.mkba.file;

    exports nl.mkba.json;
    exports nl.mkba.json.tree to
            nl.mkba.cli;
}
