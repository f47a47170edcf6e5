/** Answers that others found, for the same questions. */
package nl.mkba.golden;
