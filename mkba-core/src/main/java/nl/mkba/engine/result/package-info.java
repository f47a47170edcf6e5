/** What results of several alternatives have in common. */
@NullMarked
package nl.mkba.engine.result;

import org.jspecify.annotations.NullMarked;
