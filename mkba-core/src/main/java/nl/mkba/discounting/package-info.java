/** Discount policies: rates, steps and classes of rates. */
@NullMarked
package nl.mkba.discounting;

import org.jspecify.annotations.NullMarked;
