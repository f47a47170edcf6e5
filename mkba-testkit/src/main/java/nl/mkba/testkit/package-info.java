/**
 * To test an engine with: random scenarios ({@link nl.mkba.testkit.ScenarioArbitraries}), the rules of the method
 * ({@link nl.mkba.testkit.FinancialRules}), and the naive evaluation held against an engine ({@link nl.mkba.testkit.Agreement}).
 */
@NullMarked
package nl.mkba.testkit;

import org.jspecify.annotations.NullMarked;
