/** Evaluates one scenario for every row of a table, and chooses places within a budget. */
@NullMarked
package nl.mkba.engine.portfolio;

import org.jspecify.annotations.NullMarked;
