/** Many evaluations of a plan with values drawn from the parameters' distributions, and what they say together. */
@NullMarked
package nl.mkba.uncertainty;

import org.jspecify.annotations.NullMarked;
