/** The rules that the figures of an appraisal obey. */
package nl.mkba.rules;
