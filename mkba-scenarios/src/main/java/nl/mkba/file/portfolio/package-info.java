/** Tables of places, read row by row: CSV or Apache Parquet. */
@NullMarked
package nl.mkba.file.portfolio;

import org.jspecify.annotations.NullMarked;
