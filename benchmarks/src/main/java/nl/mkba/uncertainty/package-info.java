/** What speed measurements must see of the simulation's inside; never published. */
@NullMarked
package nl.mkba.uncertainty;

import org.jspecify.annotations.NullMarked;
