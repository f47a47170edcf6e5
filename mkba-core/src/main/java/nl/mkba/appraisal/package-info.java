/** The results of the central estimate: indicators, accounts, yearly flows, and the steps behind each stream. */
@NullMarked
package nl.mkba.appraisal;

import org.jspecify.annotations.NullMarked;
