/** How jqwik prints a scenario. */
@NullMarked
package nl.mkba.testkit.report;

import org.jspecify.annotations.NullMarked;
