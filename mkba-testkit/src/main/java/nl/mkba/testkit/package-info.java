/**
 * To test with: random scenarios ({@link nl.mkba.testkit.ScenarioArbitraries}), and an engine held against a reference evaluation
 * ({@link nl.mkba.testkit.Agreement}).
 */
@NullMarked
package nl.mkba.testkit;

import org.jspecify.annotations.NullMarked;
