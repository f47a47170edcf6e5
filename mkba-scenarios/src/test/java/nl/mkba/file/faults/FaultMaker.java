package nl.mkba.file.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.Location;

/** Makes every kind of mistake once at every place of a scenario. */
final class FaultMaker {

    private static final Location NOWHERE = new Location("", 1, 1);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    /** The maps whose keys are ids that other places refer to, as the ends of paths without the ids in them. */
    private static final Set<String> DEFINITIONS = Set.of(
            "stakeholders",
            "parameters",
            "outcomes",
            "interventions",
            "alternatives",
            "outlooks",
            "optimism_bias",
            "discounting.classes",
            "interventions.*.effects",
            "interventions.*.costs",
            "interventions.*.transfers",
            "outcomes.*.values");

    /** The maps whose keys are ids, years or numbers, but which define nothing that others refer to. */
    private static final Pattern KEYS_OF_THEIR_OWN =
            Pattern.compile(".*(paid_by|accrues_to|borne_by|set|steps|series|price_index|baseline)");

    private static final Pattern SHARES = Pattern.compile(".*(paid_by|accrues_to|borne_by)\\.\\*");

    private static final Set<String> FRACTIONS =
            Set.of("deadweight", "due_to_others", "displacement", "cashable", "drop_off", "fade_out", "rank");

    private static final String UNKNOWN_KEY = "zz_qqqqqqqqqqqq";

    private final List<Fault> faults = new ArrayList<>();

    private FaultMaker() {}

    /** All faulty versions of a file. */
    static List<Fault> faults(MapNode original) {
        FaultMaker maker = new FaultMaker();
        maker.map(original, "", "", whole -> (MapNode) whole);
        return maker.faults;
    }

    /** Turns another version of a node into the whole file that has it. */
    private interface Whole {
        MapNode with(Node replacement);
    }

    private void node(Node node, String path, String shape, Whole whole) {
        if (node instanceof MapNode map) {
            replaced("a text for a map", path, whole, text("zz qq"));
            replaced("a list for a map", path, whole, list(text("1")));
            replaced("nothing for a map", path, whole, nothing());
            map(map, path, shape, whole);
        } else if (node instanceof ListNode list) {
            replaced("a map for a list", path, whole, map("zz_q", text("1")));
            if (shape.matches(".*distribution\\.(uniform|triangular|pert)")) {
                List<Node> reversed = new ArrayList<>(list.items());
                Collections.reverse(reversed);
                replaced("a distribution out of order", path, whole, new ListNode(reversed, NOWHERE));
                replaced("a distribution of too few numbers", path, whole, list(text("1")));
            }
            for (int i = 0; i < list.items().size(); i++) {
                int at = i;
                node(list.items().get(i), path + "[" + i + "]", shape + "[]", item -> {
                    List<Node> items = new ArrayList<>(list.items());
                    items.set(at, item);
                    return whole.with(new ListNode(items, NOWHERE));
                });
            }
        } else if (node instanceof ScalarNode scalar) {
            scalar(scalar, path, shape, whole);
        }
    }

    private void scalar(ScalarNode scalar, String path, String shape, Whole whole) {
        replaced("a map for a scalar", path, whole, map("zz_q", text("1")));
        replaced("a list for a scalar", path, whole, list(text("zz_q")));
        replaced("nothing", path, whole, nothing());
        replaced("no number", path, whole, text("12 zz"));
        replaced("a decimal comma", path, whole, text("4,5"));
        if (ID.matcher(scalar.text()).matches()) {
            replaced("an unknown id", path, whole, text(scalar.text() + "_q"));
        }
        replaced("no finite number", path, whole, text("1e999"));
        if (FRACTIONS.contains(shape.substring(shape.lastIndexOf('.') + 1))) {
            replaced("a fraction above 1", path, whole, text("150%"));
        }
        if (shape.equals("horizon")) {
            replaced("a horizon of no year", path, whole, text("0"));
            replaced("a horizon beyond all", path, whole, text("201"));
        }
        if (SHARES.matcher(shape).matches()) {
            String shares = path.substring(0, path.lastIndexOf('.'));
            faults.add(new Fault("shares that do not add up", shares, whole.with(text("33.3%")), Set.of()));
        }
        if (shape.matches("parameters\\.\\*(\\.value)?")) {
            replaced("a circle", path, whole, text(path.split("\\.")[1] + " + 1"));
        }
        replaced("an unknown word", path, whole, text("qqqqqqqqqqqqqqqqqqq"));
    }

    private void replaced(String kind, String path, Whole whole, Node by) {
        faults.add(new Fault(kind, path, whole.with(by), Set.of()));
    }

    private void map(MapNode map, String path, String shape, Whole whole) {
        boolean defines = DEFINITIONS.contains(shape);
        boolean ownKeys = KEYS_OF_THEIR_OWN.matcher(shape).matches();
        List<MapNode.Entry> entries = new ArrayList<>(map.entries());
        for (int i = 0; i < entries.size(); i++) {
            MapNode.Entry entry = entries.get(i);
            String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
            int at = i;
            Set<String> lost = lost(entry, deeper(shape, entry.key()), defines);
            List<MapNode.Entry> without = new ArrayList<>(entries);
            without.remove(at);
            faults.add(new Fault("a missing key", below, whole.with(of(without)), lost));
            List<MapNode.Entry> twice = new ArrayList<>(entries);
            twice.add(new MapNode.Entry(entry.key(), NOWHERE, entry.value()));
            faults.add(new Fault("a key twice", below, whole.with(of(twice)), Set.of()));
            String misspelt = entry.key() + "q";
            List<MapNode.Entry> renamed = new ArrayList<>(entries);
            renamed.set(at, new MapNode.Entry(misspelt, NOWHERE, entry.value()));
            faults.add(new Fault(
                    "a misspelt key", below + "q", whole.with(of(renamed)), defines ? Set.of(entry.key()) : Set.of()));
            node(entry.value(), below, deeper(shape, defines || ownKeys ? "*" : entry.key()), value -> {
                List<MapNode.Entry> other = new ArrayList<>(entries);
                other.set(at, new MapNode.Entry(entry.key(), NOWHERE, value));
                return whole.with(of(other));
            });
        }
        if (!defines && !ownKeys) {
            List<MapNode.Entry> more = new ArrayList<>(entries);
            more.add(new MapNode.Entry(UNKNOWN_KEY, NOWHERE, text("1")));
            faults.add(new Fault(
                    "an unknown key",
                    path.isEmpty() ? UNKNOWN_KEY : path + "." + UNKNOWN_KEY,
                    whole.with(of(more)),
                    Set.of()));
        }
    }

    private static String deeper(String shape, String key) {
        return shape.isEmpty() ? key : shape + "." + key;
    }

    /** The ids that a file no longer defines without an entry: its own, or those of the whole section. */
    private static Set<String> lost(MapNode.Entry entry, String shape, boolean defines) {
        Set<String> lost = new HashSet<>();
        if (defines) {
            lost.add(entry.key());
        } else if ((DEFINITIONS.contains(shape) || shape.endsWith(".effects"))
                && entry.value() instanceof MapNode map) {
            map.entries().forEach(each -> lost.add(each.key()));
        }
        return lost;
    }

    private static MapNode of(List<MapNode.Entry> entries) {
        Map<String, MapNode.Entry> numbered = new LinkedHashMap<>();
        for (MapNode.Entry entry : entries) {
            numbered.put(numbered.size() + "", entry);
        }
        return new MapNode(numbered, NOWHERE);
    }

    private static ScalarNode text(String text) {
        return new ScalarNode(text, ScalarNode.Form.TEXT, NOWHERE);
    }

    private static ScalarNode nothing() {
        return new ScalarNode("", ScalarNode.Form.NOTHING, NOWHERE);
    }

    private static ListNode list(Node item) {
        return new ListNode(List.of(item), NOWHERE);
    }

    private static MapNode map(String key, Node value) {
        return of(List.of(new MapNode.Entry(key, NOWHERE, value)));
    }
}
