/** Probability distributions of uncertain parameters. */
@NullMarked
package nl.mkba.distribution;

import org.jspecify.annotations.NullMarked;
