package nl.mkba.file.format;

import java.util.Set;
import nl.mkba.file.yaml.FaultyNode;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Knows where every key of a scenario stands in its files, and so where a problem with it is. */
public final class KeyLocations {

    /** The message about a missing key; its path is kept, and the place is that of the map it belongs in. */
    private static final Set<ProblemCode> ABSENT =
            Set.of(ProblemCode.MISSING_KEY, ProblemCode.PRICE_LEVEL_TAKEN, ProblemCode.NO_UNIT, ProblemCode.NO_SOURCE);

    private final Node root;
    private final Location start;
    private final Misspelt misspelt;

    /** @param misspelt which keys were found to be misspelt, when what is in the tree has been read */
    KeyLocations(Node root, Location start, Misspelt misspelt) {
        this.root = root;
        this.start = start;
        this.misspelt = misspelt;
    }

    /**
     * {@return the same problem with its place in the files} Where its path goes deeper than what the file wrote ({@code
     * parameters.p.value} for {@code p: 5}), the path is cut to what is there.
     *
     * @param problem with a path in the scenario
     */
    public Problem locate(Problem problem) {
        if (problem.location() != null) {
            return problem;
        }
        if (problem.path().equals(Problem.NO_PATH)) {
            return problem.in(start);
        }
        Walk walk = new Walk(problem.path());
        walk.run();
        if (walk.isComplete() && !problem.atKey() && onlyStep(walk.node)) {
            return locate(problem.at(problem.path() + ".steps.0"));
        }
        if (walk.isComplete()) {
            return problem.in(problem.atKey() ? walk.keyPlace : walk.node.location());
        }
        if (ABSENT.contains(problem.code())) {
            return problem.in(walk.keyPlace);
        }
        return problem.at(walk.reached()).in(walk.node == root ? start : walk.node.location());
    }

    /** Whether it is a schedule of one step, which says no more than a rate does and has that one's path. */
    private boolean onlyStep(Node node) {
        MapNode.Entry found = node instanceof MapNode map ? misspelt.entry(map, "steps") : null;
        return found != null
                && found.value() instanceof MapNode steps
                && steps.entries().size() == 1;
    }

    /** Follows a path down the tree as far as it goes. */
    private final class Walk {
        private final String path;
        private int reached;
        private Node node = root;
        private Location keyPlace = start;

        Walk(String path) {
            this.path = path;
        }

        boolean isComplete() {
            return reached == path.length();
        }

        String reached() {
            return reached == 0 ? Problem.NO_PATH : path.substring(0, reached);
        }

        void run() {
            boolean onwards = true;
            while (onwards && !isComplete()) {
                if (node instanceof MapNode map) {
                    onwards = toEntry(map);
                } else if (node instanceof ListNode list) {
                    onwards = toItem(list);
                } else if (node instanceof ScalarNode || node instanceof FaultyNode) {
                    onwards = false;
                }
            }
        }

        private boolean toEntry(MapNode map) {
            int from = Math.min(reached == 0 ? 0 : reached + 1, path.length());
            String key = key(map, path.substring(from));
            MapNode.Entry entry = misspelt.entry(map, key);
            if (entry == null) {
                return false;
            }
            reached = from + key.length();
            node = entry.value();
            keyPlace = entry.place();
            return true;
        }

        /** The key with which the rest of the path begins; keys may have points themselves. */
        private String key(MapNode map, String rest) {
            String plain = rest.substring(0, firstSeparator(rest));
            if (misspelt.entry(map, plain) != null) {
                return plain;
            }
            for (MapNode.Entry entry : map.entries()) {
                String key = entry.key();
                boolean whole = rest.length() == key.length();
                if (rest.startsWith(key) && (whole || ".[".indexOf(rest.charAt(key.length())) >= 0)) {
                    return key;
                }
            }
            return plain;
        }

        private static int firstSeparator(String rest) {
            for (int i = 0; i < rest.length(); i++) {
                if (rest.charAt(i) == '.' || rest.charAt(i) == '[') {
                    return i;
                }
            }
            return rest.length();
        }

        private boolean toItem(ListNode list) {
            int close = path.indexOf(']', reached);
            if (path.charAt(reached) != '[' || close < 0) {
                return false;
            }
            int index = Integer.parseInt(path.substring(reached + 1, close));
            if (index >= list.items().size()) {
                return false;
            }
            reached = close + 1;
            node = list.items().get(index);
            keyPlace = node.location();
            return true;
        }
    }
}
