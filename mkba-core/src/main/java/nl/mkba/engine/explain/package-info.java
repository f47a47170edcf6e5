/** Reads the steps of a stream from its plan, and finds what differs between two cases. */
@NullMarked
package nl.mkba.engine.explain;

import org.jspecify.annotations.NullMarked;
