/** Large tables, written row by row or part by part: as CSV, Parquet or lines of JSON. */
@NullMarked
package nl.mkba.cli.table;

import org.jspecify.annotations.NullMarked;
