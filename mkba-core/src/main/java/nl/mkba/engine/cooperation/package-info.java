/** Finds out who must join in, and what each intervention adds to a package. */
@NullMarked
package nl.mkba.engine.cooperation;

import org.jspecify.annotations.NullMarked;
