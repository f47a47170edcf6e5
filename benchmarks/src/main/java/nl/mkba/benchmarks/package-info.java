/** Speed measurements; never published. */
@NullMarked
package nl.mkba.benchmarks;

import org.jspecify.annotations.NullMarked;
