/** What is wrong with a scenario, where, and how to mend it; and the one exception for invalid input. */
@NullMarked
package nl.mkba.problem;

import org.jspecify.annotations.NullMarked;
