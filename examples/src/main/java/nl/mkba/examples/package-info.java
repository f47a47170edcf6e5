/** Small programs that show how to use mkba from Java. */
@NullMarked
package nl.mkba.examples;

import org.jspecify.annotations.NullMarked;
