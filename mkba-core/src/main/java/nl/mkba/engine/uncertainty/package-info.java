/** Draws values from distributions, evaluates a plan for each draw, and summarises them. */
@NullMarked
package nl.mkba.engine.uncertainty;

import org.jspecify.annotations.NullMarked;
