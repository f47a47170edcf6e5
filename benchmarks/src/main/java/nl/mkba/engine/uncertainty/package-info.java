/** What speed measurements must see of the simulation's inside; never published. */
@NullMarked
package nl.mkba.engine.uncertainty;

import org.jspecify.annotations.NullMarked;
