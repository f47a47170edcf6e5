/** How much one question may ask for. */
@NullMarked
package nl.mkba.engine.limit;

import org.jspecify.annotations.NullMarked;
