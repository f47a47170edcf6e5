/** Which inputs decide the result, from which value on it turns, and what it is worth to know them better. */
@NullMarked
package nl.mkba.sensitivity;

import org.jspecify.annotations.NullMarked;
