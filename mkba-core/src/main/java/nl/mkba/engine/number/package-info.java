/** What is asked of every number. */
@NullMarked
package nl.mkba.engine.number;

import org.jspecify.annotations.NullMarked;
