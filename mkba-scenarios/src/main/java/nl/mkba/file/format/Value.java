package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.FaultyNode;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A value of a scenario file, to be read as what the key it stands under expects. If it is something else that is
 * reported, and a placeholder comes back.
 *
 * @param path the key's path
 * @param keyPlace where the key stands; for an item of a list and for a whole file, where the value stands
 * @param node what stands there
 * @param problems where to report
 * @param misspelt which keys of the file were found to be misspelt
 */
record Value(String path, Location keyPlace, Node node, Problems problems, Misspelt misspelt) {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    /** A value of a file of which nothing was read yet. */
    static Value of(String path, Location keyPlace, Node node, Problems problems) {
        return new Value(path, keyPlace, node, problems, new Misspelt());
    }

    /** A value that could not be read; what needs it is silent. */
    static Value faulty(String path, Location keyPlace, Problems problems) {
        return of(path, keyPlace, new FaultyNode(keyPlace), problems);
    }

    boolean isMap() {
        return node instanceof MapNode;
    }

    boolean isList() {
        return node instanceof ListNode;
    }

    /** Whether it is a scalar with something written in it. */
    boolean isText() {
        return node instanceof ScalarNode scalar && scalar.form() != ScalarNode.Form.NOTHING;
    }

    boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.form() == ScalarNode.Form.NULL;
    }

    boolean isFaulty() {
        return node instanceof FaultyNode;
    }

    /** A map with these keys and no others. */
    Section section(String... keys) {
        return sectionOf("map", keys);
    }

    /** A map with these keys and no others. */
    Section section(Keys keys) {
        return sectionOf("map", keys);
    }

    /**
     * A map with these keys and no others.
     *
     * @param needed the word for it in messages
     */
    Section sectionOf(String needed, Keys keys) {
        return new Section(this, map(needed), keys.names());
    }

    /**
     * A map with these keys and no others.
     *
     * @param needed the word for it in messages
     */
    Section sectionOf(String needed, String... keys) {
        return new Section(this, map(needed), Arrays.asList(keys));
    }

    /** The entries of a map whose keys are ids or years, in their order. */
    Map<String, Value> entries() {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (MapNode.Entry entry : map().entries()) {
            if (!entry.key().equals(MapNode.MERGE_KEY)) {
                entries.put(entry.key(), child(entry, path + "." + entry.key()));
            }
        }
        return entries;
    }

    /** The entries of a map that must have at least one. */
    Map<String, Value> someEntries() {
        refuseEmpty();
        return entries();
    }

    /** A map with at least one of these keys and no others. */
    Section someSection(Keys keys) {
        refuseEmpty();
        return section(keys);
    }

    /** A map with at least one of these keys and no others. */
    Section someSection(String... keys) {
        refuseEmpty();
        return section(keys);
    }

    private void refuseEmpty() {
        if (node instanceof MapNode map && map.entries().isEmpty()) {
            refuse(ProblemCode.EMPTY);
            problems.markIncomplete(path);
        }
    }

    private MapNode map() {
        return map("map");
    }

    private MapNode map(String needed) {
        if (node instanceof MapNode map) {
            if (map.entry(MapNode.MERGE_KEY) != null) {
                problems.markIncomplete(path);
            }
            return map;
        }
        wrongType(needed);
        problems.markIncomplete(path);
        return new MapNode(Map.of(), node.location());
    }

    Value child(MapNode.Entry entry, String childPath) {
        return new Value(childPath, entry.place(), entry.value(), problems, misspelt);
    }

    /** The entries of a map whose keys are years or steps: whole numbers. */
    Map<Integer, Value> years() {
        Map<Integer, Value> years = new LinkedHashMap<>();
        someEntries().forEach((key, entry) -> {
            if (!WHOLE.matcher(key).matches()) {
                entry.refuseKey(ProblemCode.NOT_WHOLE, "`" + shortened(key) + "`");
            } else if (years.putIfAbsent(Integer.valueOf(key), entry) != null) {
                entry.refuseKey(ProblemCode.REPEATED_KEY, key);
            }
        });
        return years;
    }

    /** The items of a list. */
    List<Value> items() {
        List<Value> items = new ArrayList<>();
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                items.add(new Value(path + "[" + items.size() + "]", item.location(), item, problems, misspelt));
            }
        } else {
            wrongType("list");
        }
        return items;
    }

    /** The text, or null if it is none. */
    @Nullable
    String text() {
        return text("text");
    }

    /** A text, or a map with versions of it in Dutch, English or both; null if it is none. */
    @Nullable
    Text inLanguages() {
        if (!isMap()) {
            return Text.ofNullable(text("text_in_languages"));
        }
        Section section = someSection(Text.DUTCH, Text.ENGLISH);
        Map<String, String> versions = new LinkedHashMap<>();
        for (String language : List.of(Text.DUTCH, Text.ENGLISH)) {
            String version = section.text(language);
            if (version != null) {
                versions.put(language, version);
            }
        }
        return versions.isEmpty() ? null : new Text(null, versions);
    }

    /** The text, or an empty one if it is none. */
    String words() {
        String text = text();
        return text == null ? "" : text;
    }

    /** The id that stands here; a placeholder that is not an id if none does. */
    String id() {
        String id = text("id");
        if (id != null && id.isBlank()) {
            wrongType("id");
        }
        return id == null ? "" : id.strip();
    }

    @Nullable
    String text(String needed) {
        if (node instanceof ScalarNode scalar && scalar.form() != ScalarNode.Form.NOTHING) {
            return scalar.text();
        }
        wrongType(needed);
        return null;
    }

    /** The number, percentage or formula, or {@link Expression#UNKNOWN}. */
    Expression expression() {
        return NumberFormat.expression(this, "expression");
    }

    /** The same, where the message says that something else would be right too. */
    Expression expression(String needed) {
        return NumberFormat.expression(this, needed);
    }

    /** The number or percentage, or null if it is none. */
    @Nullable
    Double number() {
        return NumberFormat.number(this, "number");
    }

    /** The whole number, or null if it is none or outside the bounds. */
    @Nullable
    Long whole(long least, long most) {
        return NumberFormat.whole(this, least, most);
    }

    /** The whole number, or null if it is none or outside the bounds. */
    @Nullable
    Integer wholeInt(int least, int most) {
        Long number = whole(least, most);
        return number == null ? null : number.intValue();
    }

    /** Whether it says {@code true}; null if it says neither that nor {@code false}. */
    @Nullable
    Boolean truth() {
        String text = text("text");
        if (text == null) {
            return null;
        }
        if (text.strip().equals("true") || text.strip().equals("false")) {
            return text.strip().equals("true");
        }
        notAChoice(text, List.of("true", "false"));
        return null;
    }

    /** One of the words of an enum, or null if it is none of them. */
    <E extends Enum<E>> @Nullable E choice(Class<E> type) {
        List<String> words = new ArrayList<>();
        String text = text("text");
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (text != null && word.equals(text.strip())) {
                return constant;
            }
            words.add(word);
        }
        if (text != null) {
            notAChoice(text, words);
        }
        return null;
    }

    private void notAChoice(String text, List<String> words) {
        problems.add(problem(ProblemCode.NOT_A_CHOICE, shortened(text), String.join(", ", words))
                .suggesting(OtherWords.meant(text, words, problems)));
    }

    /** Reports that something else is needed here, unless what is here was reported already. */
    void wrongType(String needed) {
        if (isFaulty()) {
            problems.silence(path);
        } else {
            // In backticks, so that it cannot be taken for one of the words that messages are made of.
            refuse(ProblemCode.WRONG_TYPE, isText() ? "`" + found() + "`" : found(), needed);
        }
    }

    /** Reports what the model has against this value. */
    void refuseAll(InvalidScenarioException refused) {
        refused.problems().forEach(problem -> problems.add(problem.at(path).in(node.location())));
    }

    /** Reports a problem with this value. */
    void refuse(ProblemCode code, String... arguments) {
        problems.add(problem(code, arguments));
    }

    /** Reports a problem, made for this value's path, with this value. */
    void refuse(Problem problem) {
        problems.add(problem.in(node.location()));
    }

    /** Reports that a key is missing from the map that this value is. */
    void refuseMissing(String key) {
        problems.add(
                Problem.ofKey(ProblemCode.MISSING_KEY, path + "." + key, key).in(keyPlace));
    }

    /** Reports a problem with this value's key. */
    void refuseKey(ProblemCode code, String... arguments) {
        problems.add(Problem.ofKey(code, path, arguments).in(keyPlace));
    }

    Problem problem(ProblemCode code, String... arguments) {
        String known = path.isEmpty() ? Problem.NO_PATH : path;
        return Problem.of(code, known, arguments).in(node.location());
    }

    /** What stands here, as a message shows it: the text itself, or the name of another shape. */
    String found() {
        if (node instanceof ScalarNode scalar) {
            return scalar.form() == ScalarNode.Form.NOTHING ? "nothing" : shortened(scalar.text());
        }
        return isMap() ? "map" : "list";
    }

    static String shortened(String text) {
        return Problem.shown(text);
    }
}
