/** The budget of one stakeholder: its cash, year by year. */
@NullMarked
package nl.mkba.budget;

import org.jspecify.annotations.NullMarked;
