/** The portfolio as an Apache Spark job. */
@NullMarked
package nl.mkba.spark;

import org.jspecify.annotations.NullMarked;
