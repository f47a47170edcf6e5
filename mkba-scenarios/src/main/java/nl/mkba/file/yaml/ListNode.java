package nl.mkba.file.yaml;

import java.util.List;
import nl.mkba.problem.Location;

/** A list of values. */
public record ListNode(List<Node> items, Location location) implements Node {}
