/** Texts that people read, in one language or more. */
@NullMarked
package nl.mkba.text;

import org.jspecify.annotations.NullMarked;
