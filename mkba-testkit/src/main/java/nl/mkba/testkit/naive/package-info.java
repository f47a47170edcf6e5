/**
 * A second, slow calculation of a scenario, in decimals and year by year, written from the formulas of the scenario
 * format alone. It shares nothing with the engine but the description of a scenario.
 */
@NullMarked
package nl.mkba.testkit.naive;

import org.jspecify.annotations.NullMarked;
