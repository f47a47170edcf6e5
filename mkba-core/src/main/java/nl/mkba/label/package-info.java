/** Labels by which a result is cut: free ones, and the lists that an authority keeps. */
@NullMarked
package nl.mkba.label;

import org.jspecify.annotations.NullMarked;
