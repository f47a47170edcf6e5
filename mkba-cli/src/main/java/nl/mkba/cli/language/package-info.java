/** The languages the command speaks: its texts, and how numbers are written. */
@NullMarked
package nl.mkba.cli.language;

import org.jspecify.annotations.NullMarked;
