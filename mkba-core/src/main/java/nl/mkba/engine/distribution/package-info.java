/** The forms of distributions, and what a distribution is written with. */
@NullMarked
package nl.mkba.engine.distribution;

import org.jspecify.annotations.NullMarked;
