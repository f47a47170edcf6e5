/** Random scenarios that use every key of the format, and changes to a scenario. */
package nl.mkba.generated;
