package nl.mkba.file.yaml;

import nl.mkba.problem.Location;

/** A value in a YAML file, at its place. */
public sealed interface Node permits MapNode, ListNode, ScalarNode, FaultyNode {

    /** {@return where it begins} */
    Location location();
}
