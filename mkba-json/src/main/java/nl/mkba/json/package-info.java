/** Results as JSON, exactly as the command prints them. */
@NullMarked
package nl.mkba.json;

import org.jspecify.annotations.NullMarked;
