package nl.mkba.file.yaml;

import nl.mkba.problem.Location;

/**
 * Stands where something was reported and nothing can be read; what needs it is silent.
 *
 * @param location where that begins
 */
public record FaultyNode(Location location) implements Node {}
