/** Takes what is handed to a builder, and keeps what it cannot take until the whole is built. */
@NullMarked
package nl.mkba.engine.input;

import org.jspecify.annotations.NullMarked;
