package nl.mkba.testkit;

import java.util.function.BiConsumer;

/**
 * What holds for every scenario by a rule.
 *
 * @param says in words
 * @param check tells what does not hold
 */
record Law(String says, BiConsumer<HeldScenario, Violations> check) {}
