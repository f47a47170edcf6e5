/** The engine's entry point. */
@NullMarked
package nl.mkba;

import org.jspecify.annotations.NullMarked;
