/** The documentation as a static site: Markdown in, pages with navigation, search and a switch of language out. */
@NullMarked
package nl.mkba.site;

import org.jspecify.annotations.NullMarked;
