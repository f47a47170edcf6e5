/** Large tables, written row by row: as CSV or Parquet. */
@NullMarked
package nl.mkba.cli.table;

import org.jspecify.annotations.NullMarked;
