/** The years that are counted, and when in those years something happens. */
@NullMarked
package nl.mkba.time;

import org.jspecify.annotations.NullMarked;
