package nl.mkba.file.pages;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Puts the few lines of an example into a whole scenario, as a reader of the documentation would. */
final class Overlay {

    private Overlay() {}

    /** The scenario with the example's keys; the example itself if it is a file of its own. */
    static String of(String scenario, String example) {
        if (example.startsWith("mkba:")) {
            return example;
        }
        Node merged =
                merged(new Yaml().compose(new StringReader(scenario)), new Yaml().compose(new StringReader(example)));
        StringWriter text = new StringWriter();
        new Yaml().serialize(merged, text);
        return text.toString();
    }

    private static Node merged(Node below, Node above) {
        if (!(below instanceof MappingNode) || !(above instanceof MappingNode)) {
            return above;
        }
        List<NodeTuple> tuples = new ArrayList<>(((MappingNode) below).getValue());
        for (NodeTuple tuple : ((MappingNode) above).getValue()) {
            int at = indexOf(tuples, key(tuple));
            if (at < 0) {
                tuples.add(tuple);
            } else {
                NodeTuple old = tuples.get(at);
                tuples.set(at, new NodeTuple(old.getKeyNode(), merged(old.getValueNode(), tuple.getValueNode())));
            }
        }
        return new MappingNode(below.getTag(), tuples, ((MappingNode) below).getFlowStyle());
    }

    private static int indexOf(List<NodeTuple> tuples, String key) {
        for (int i = 0; i < tuples.size(); i++) {
            if (key(tuples.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }
}
