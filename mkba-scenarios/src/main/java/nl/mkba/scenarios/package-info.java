/** Scenario files: the way in and out of a {@code Scenario}. */
@NullMarked
package nl.mkba.scenarios;

import org.jspecify.annotations.NullMarked;
