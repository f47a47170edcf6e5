/** Tables of places, read row by row: CSV or Apache Parquet. */
@NullMarked
package nl.mkba.scenarios.portfolio;

import org.jspecify.annotations.NullMarked;
