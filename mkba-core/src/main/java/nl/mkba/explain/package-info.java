/** Every step of one stream, from its parameters to its present value. */
@NullMarked
package nl.mkba.explain;

import org.jspecify.annotations.NullMarked;
