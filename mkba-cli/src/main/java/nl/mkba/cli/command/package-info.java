/** The commands, one class each: from the words on the command line to what is printed. */
@NullMarked
package nl.mkba.cli.command;

import org.jspecify.annotations.NullMarked;
