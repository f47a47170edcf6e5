/** The JSON Schema of the scenario file, for editors. */
@NullMarked
package nl.mkba.file.schema;

import org.jspecify.annotations.NullMarked;
