/** Makes the budget of one stakeholder. */
@NullMarked
package nl.mkba.engine.budget;

import org.jspecify.annotations.NullMarked;
