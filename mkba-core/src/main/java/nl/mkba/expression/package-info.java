/** Numbers, percentages and formulas over parameters, as written in a scenario. */
@NullMarked
package nl.mkba.expression;

import org.jspecify.annotations.NullMarked;
