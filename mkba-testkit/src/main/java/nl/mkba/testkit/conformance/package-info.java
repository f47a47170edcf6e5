/**
 * Scenarios with known results, for an implementation in any language: as data, and with a command that runs another command on
 * each of them.
 */
@NullMarked
package nl.mkba.testkit.conformance;

import org.jspecify.annotations.NullMarked;
