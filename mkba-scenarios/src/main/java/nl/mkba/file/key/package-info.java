/** What is declared of the format's keys, for the reader, the writer, the hints and the JSON Schema alike. */
@NullMarked
package nl.mkba.file.key;

import org.jspecify.annotations.NullMarked;
