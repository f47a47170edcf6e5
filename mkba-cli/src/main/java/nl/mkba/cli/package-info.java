/** The {@code mkba} command. */
@NullMarked
package nl.mkba.cli;

import org.jspecify.annotations.NullMarked;
