package nl.mkba.explain;

import java.util.Optional;
import nl.mkba.scenario.Scenario;

/**
 * One alternative of a scenario, as a side of a comparison.
 *
 * @param scenario the scenario
 * @param alternative id of one of its alternatives
 * @param outlook id of one of its outlooks, if the comparison is made in one
 */
public record ComparedCase(Scenario scenario, String alternative, Optional<String> outlook) {}
