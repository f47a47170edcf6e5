/** Price levels and the indices that convert between them. */
@NullMarked
package nl.mkba.price;

import org.jspecify.annotations.NullMarked;
