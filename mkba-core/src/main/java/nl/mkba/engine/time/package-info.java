/** The years of an analysis. */
@NullMarked
package nl.mkba.engine.time;

import org.jspecify.annotations.NullMarked;
