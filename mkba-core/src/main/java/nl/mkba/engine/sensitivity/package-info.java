/** Varies parameters on purpose, and finds what the result depends on. */
@NullMarked
package nl.mkba.engine.sensitivity;

import org.jspecify.annotations.NullMarked;
