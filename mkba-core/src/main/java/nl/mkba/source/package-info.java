/** Where a figure comes from and how far it can be trusted. */
@NullMarked
package nl.mkba.source;

import org.jspecify.annotations.NullMarked;
