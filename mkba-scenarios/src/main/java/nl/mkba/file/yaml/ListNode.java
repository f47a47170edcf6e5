package nl.mkba.file.yaml;

import java.util.List;
import nl.mkba.problem.Location;

/**
 * A list of values.
 *
 * @param items in the order of the file
 * @param location where the list begins
 */
public record ListNode(List<Node> items, Location location) implements Node {}
