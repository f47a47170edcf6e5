/** Reads the results of the central estimate from a plan. */
@NullMarked
package nl.mkba.engine.appraisal;

import org.jspecify.annotations.NullMarked;
