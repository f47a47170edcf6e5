/**
 * Many places: one scenario evaluated for every row of a table, a row's values in and a row's figures out; and which places
 * to choose within a budget.
 */
@NullMarked
package nl.mkba.portfolio;

import org.jspecify.annotations.NullMarked;
