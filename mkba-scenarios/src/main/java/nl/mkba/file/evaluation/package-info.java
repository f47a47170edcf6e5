/** What the places of a table come to: their figures, part by part, as the command writes them. */
@NullMarked
package nl.mkba.file.evaluation;

import org.jspecify.annotations.NullMarked;
