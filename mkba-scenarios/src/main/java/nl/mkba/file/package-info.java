/** Scenario files: the way in and out of a {@code Scenario}. */
@NullMarked
package nl.mkba.file;

import org.jspecify.annotations.NullMarked;
