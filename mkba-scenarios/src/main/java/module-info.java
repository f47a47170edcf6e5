/** Scenario files: reading, checking and writing them; the catalogue, and tables of places. */
@SuppressWarnings({"module", "requires-automatic"}) // a module that is built later; Parquet's library has no descriptor
module nl.mkba.file {
    requires static transitive org.jspecify;
    requires transitive nl.mkba;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml;
    requires de.siegmar.fastcsv;
    // tables as Parquet and as workbooks: whoever reads those adds them
    requires static parquet.format.structures;
    requires static org.apache.commons.compress;
    requires static org.dhatim.fastexcel.reader;

    exports nl.mkba.file;
    exports nl.mkba.file.catalogue;
    exports nl.mkba.file.format;
    exports nl.mkba.file.portfolio;
    exports nl.mkba.file.schema;
    exports nl.mkba.file.evaluation to
            nl.mkba.cli;
}
