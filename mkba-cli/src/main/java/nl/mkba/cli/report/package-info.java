/**
 * The report for decision makers: what was found, what a report says of it in a language, and how that is written down as a web page
 * or as Markdown.
 */
@NullMarked
package nl.mkba.cli.report;

import org.jspecify.annotations.NullMarked;
