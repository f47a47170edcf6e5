/** Results as text for people, and as JSON and CSV for programs. */
@NullMarked
package nl.mkba.cli.render;

import org.jspecify.annotations.NullMarked;
