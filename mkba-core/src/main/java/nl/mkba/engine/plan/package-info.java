/** A case compiled into arrays, and its evaluation: the one arithmetic of the engine. */
@NullMarked
package nl.mkba.engine.plan;

import org.jspecify.annotations.NullMarked;
