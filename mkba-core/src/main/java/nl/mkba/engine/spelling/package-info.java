/** Finds the word that was meant by a misspelt one. */
@NullMarked
package nl.mkba.engine.spelling;

import org.jspecify.annotations.NullMarked;
