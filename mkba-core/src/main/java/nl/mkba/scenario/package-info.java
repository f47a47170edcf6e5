/** The scenario model: exactly what a scenario file says, immutable, and buildable without a file. */
@NullMarked
package nl.mkba.scenario;

import org.jspecify.annotations.NullMarked;
