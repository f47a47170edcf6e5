package nl.mkba.file.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML document into a tree of located nodes. Scalars stay texts. Anchors, aliases, merge keys and tags are
 * reported: a scenario has parameters and {@code include} instead.
 */
public final class YamlReader {

    private static final int DEEPEST = 50;
    private static final int LONGEST_KEY = 1_000;

    private static final Pattern WITH_DECIMALS = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+%?");
    private static final Pattern NUMBERS = Pattern.compile("\\(?[\\d.]+%?(,\\s*[\\d.]+%?)+\\)?");

    private final String file;
    private final SourceText source;
    private final ReadingLimits limits;
    private final Problems problems;
    private final YAMLParser parser;

    /** The steps from the root to the current value: keys, and items as {@code [0]}. */
    private final Deque<String> steps = new ArrayDeque<>();

    private YamlReader(String file, SourceText source, ReadingLimits limits, Problems problems) throws IOException {
        this.file = file;
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.parser = Factory.YAML.createParser(new StringReader(source.toParse()));
    }

    /** Made with the first file. */
    private static final class Factory {
        static final YAMLFactory YAML = YAMLFactory.builder()
                .loaderOptions(options())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(ReadingLimits.MOST_BYTES)
                        .maxNameLength(ReadingLimits.MOST_BYTES)
                        .maxNumberLength(ReadingLimits.MOST_BYTES)
                        .maxNestingDepth(2 * DEEPEST)
                        .build())
                .build();

        private static LoaderOptions options() {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(ReadingLimits.MOST_BYTES + 1);
            return options;
        }
    }

    /**
     * {@return the tree of a file's one document, or null if there is none; what is wrong is added to {@code problems}}
     *
     * @param file the file's name, for locations
     * @param bytes the file's content
     * @param limits what may still be read
     * @param problems takes what is wrong
     */
    public static @Nullable Node read(String file, byte[] bytes, ReadingLimits limits, Problems problems) {
        try {
            limits.file(file, bytes.length);
            String kind = FileKind.of(bytes);
            if (kind != null) {
                throw new UnreadableException(Problem.of(ProblemCode.NOT_A_SCENARIO, Problem.NO_PATH, kind)
                        .in(new Location(file, 1, 1)));
            }
            return read(file, SourceText.decode(file, bytes), limits, problems);
        } catch (UnreadableException unreadable) {
            problems.add(unreadable.problem());
            return null;
        }
    }

    private static @Nullable Node read(String file, SourceText source, ReadingLimits limits, Problems problems) {
        try {
            return new YamlReader(file, source, limits, problems).document();
        } catch (IOException e) {
            problems.add(SyntaxProblem.of(file, source.toString(), e));
            return null;
        }
    }

    private @Nullable Node document() throws IOException {
        Node root = parser.nextToken() == null ? null : node();
        if (root == null || (root instanceof ScalarNode scalar && scalar.form() != ScalarNode.Form.TEXT)) {
            throw new UnreadableException(
                    Problem.of(ProblemCode.EMPTY_FILE, Problem.NO_PATH).in(new Location(file, 1, 1)));
        }
        if (parser.nextToken() != null) {
            // What the first one lacks may stand in the second.
            throw new UnreadableException(
                    Problem.of(ProblemCode.SEVERAL_DOCUMENTS, Problem.NO_PATH).in(here()));
        }
        return root;
    }

    /** The value that begins at the current token. */
    private Node node() throws IOException {
        Location place = here();
        limits.value(place);
        if (parser.isCurrentAlias()) {
            return refused("alias", place);
        }
        if (parser.getObjectId() != null || (parser.currentToken().isScalarValue() && hasAnchor())) {
            refused("anchor", place);
        }
        if (parser.getTypeId() != null) {
            FaultyNode tagged = refused("tag", place);
            if (parser.currentToken().isScalarValue()) {
                return tagged;
            }
        }
        if (steps.size() > DEEPEST) {
            throw new UnreadableException(syntax("syntax_deep", place));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return map(place);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(place);
        }
        return new ScalarNode(source.asWritten(parser.getText()), form(token), place);
    }

    private ScalarNode.Form form(JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return ScalarNode.Form.NULL;
        }
        boolean written = !isEmptyScalar() || startsWith('\'') || startsWith('"') || startsWith('|') || startsWith('>');
        return written ? ScalarNode.Form.TEXT : ScalarNode.Form.NOTHING;
    }

    private boolean isEmptyScalar() {
        try {
            return parser.currentToken().isScalarValue() && parser.getText().isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException("The text of a token that was read is not there", e);
        }
    }

    /** The parser does not tell of a scalar's anchor; it stands at the beginning, or behind a tag. */
    private boolean hasAnchor() {
        long index = parser.currentTokenLocation().getCharOffset();
        if (source.codePoint(index) == '!') {
            while (source.codePoint(index) > ' ') {
                index++;
            }
            while (source.codePoint(index) == ' ') {
                index++;
            }
        }
        return source.codePoint(index) == '&';
    }

    private boolean startsWith(char character) {
        return source.codePoint(parser.currentTokenLocation().getCharOffset()) == character;
    }

    private Node map(Location place) throws IOException {
        String ownAnchor = parser.getObjectId();
        boolean isInBraces = startsWith('{');
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        // In braces a comma ends a text or number: the entry that it was part of, and all of it as it was meant.
        MapNode.Entry before = null;
        MapNode.Entry last = null;
        StringBuilder whole = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = source.asWritten(parser.currentName());
            Location keyPlace = here();
            long keyStart = parser.currentTokenLocation().getCharOffset();
            if (key.length() > LONGEST_KEY) {
                throw new UnreadableException(syntax("syntax_long_key", keyPlace));
            }
            steps.addLast(key);
            String anchor = parser.getObjectId();
            // At its first key the parser still has the anchor of the map itself.
            if (anchor != null && !(entries.isEmpty() && anchor.equals(ownAnchor))) {
                refused("anchor", keyPlace);
            }
            // Nor does it tell of a key's tag; no plain key begins with its sign.
            if (startsWith('!')) {
                refused("tag", keyPlace);
            }
            parser.nextToken();
            MapNode.Entry entry = new MapNode.Entry(key, keyPlace, value(key, keyPlace));
            boolean isCutOff = isInBraces && isWithoutColon(entry, keyStart);
            steps.removeLast();
            if (isCutOff) {
                int colon = key.indexOf(':');
                if (colon > 0) {
                    refuseWithoutSpace(key, colon, keyPlace, entries);
                    continue;
                }
                if (entries.isEmpty()) {
                    return refusedBraces(place);
                }
                if (before != null) {
                    whole.append(source.codePoint(keyStart - 1) == ' ' ? ", " : ",")
                            .append(key);
                    continue;
                }
            }
            refuseCutOff(before, whole, entries);
            if (!isInBraces && last != null && entries.containsKey(key) && isNothing(last.value())) {
                throw new UnreadableException(Problem.of(
                                ProblemCode.SYNTAX,
                                Problem.NO_PATH,
                                "syntax_beside",
                                Problem.shown(last.key()),
                                Problem.shown(key))
                        .in(last.place()));
            }
            last = entry;
            before = isInBraces && entry.value() instanceof ScalarNode ? entry : null;
            whole.setLength(0);
            if (entries.putIfAbsent(key, entry) != null) {
                problems.add(
                        Problem.ofKey(ProblemCode.REPEATED_KEY, path(key), key).in(keyPlace));
            }
        }
        refuseCutOff(before, whole, entries);
        return new MapNode(entries, place);
    }

    /** Whether there is nothing of an entry but its key, not even a colon. */
    private boolean isWithoutColon(MapNode.Entry entry, long keyStart) {
        int first = isNothing(entry.value()) ? source.codePoint(keyStart) : '"';
        if (first == '"' || first == '\'' || first == '?') {
            return false;
        }
        long index = keyStart + entry.key().codePointCount(0, entry.key().length());
        while (source.codePoint(index) == ' ') {
            index++;
        }
        return source.codePoint(index) == ',' || source.codePoint(index) == '}';
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar && scalar.form() == ScalarNode.Form.NOTHING;
    }

    /** A colon makes a key only with a space behind it. */
    private void refuseWithoutSpace(String key, int colon, Location place, Map<String, MapNode.Entry> entries) {
        String name = key.substring(0, colon);
        problems.add(Problem.of(
                        ProblemCode.SYNTAX,
                        path(name),
                        "syntax_no_space",
                        Problem.shown(name + ": " + key.substring(colon + 1)))
                .in(place));
        entries.putIfAbsent(name, new MapNode.Entry(name, place, new FaultyNode(place)));
    }

    /** Braces around what has no keys. */
    private FaultyNode refusedBraces(Location place) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.skipChildren();
        }
        String known = steps.isEmpty() ? Problem.NO_PATH : path();
        problems.add(Problem.of(ProblemCode.SYNTAX, known, "syntax_braces").in(place));
        return new FaultyNode(place);
    }

    /** Reports an entry whose value a comma has cut off, and leaves it without. */
    private void refuseCutOff(MapNode.@Nullable Entry before, StringBuilder more, Map<String, MapNode.Entry> entries) {
        if (before == null || more.isEmpty() || !(before.value() instanceof ScalarNode cut)) {
            return;
        }
        String whole = cut.text() + more;
        Problem problem = WITH_DECIMALS.matcher(whole).matches() ? asNumber(whole) : null;
        if (problem == null) {
            String meant = NUMBERS.matcher(whole).matches()
                    ? "[" + whole.replaceAll("[()]", "") + "]"
                    : WrittenMistake.quoted(whole);
            problem = Problem.of(
                    ProblemCode.COMMA_IN_BRACES, Problem.NO_PATH, Problem.shown(whole), Problem.shown(meant));
        }
        problems.add(problem.at(path(before.key())).in(cut.location()));
        entries.put(before.key(), new MapNode.Entry(before.key(), before.place(), new FaultyNode(cut.location())));
    }

    /** What is said of a number with a comma wherever else it stands; null if nothing is. */
    private static @Nullable Problem asNumber(String text) {
        try {
            Expression.parse(text);
            return null;
        } catch (InvalidScenarioException refused) {
            return refused.problems().get(0);
        }
    }

    private String path(String key) {
        steps.addLast(key);
        String path = path();
        steps.removeLast();
        return path;
    }

    private Node value(String key, Location keyPlace) throws IOException {
        if (key.equals(MapNode.MERGE_KEY)) {
            parser.skipChildren();
            return refused("merge_key", keyPlace);
        }
        return node();
    }

    private ListNode list(Location place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            steps.addLast("[" + items.size() + "]");
            items.add(node());
            steps.removeLast();
        }
        return new ListNode(items, place);
    }

    private FaultyNode refused(String word, Location place) {
        String known = steps.isEmpty() ? Problem.NO_PATH : path();
        problems.add(Problem.ofKey(ProblemCode.ANCHOR_OR_ALIAS, known, word).in(place));
        return new FaultyNode(place);
    }

    /** The path of the current value; put together only where something is said of it. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (String step : steps) {
            path.append(path.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
        }
        return path.toString();
    }

    private static Problem syntax(String word, Location place) {
        return Problem.of(ProblemCode.SYNTAX, Problem.NO_PATH, word).in(place);
    }

    private Location here() {
        JsonLocation place = parser.currentTokenLocation();
        return new Location(file, place.getLineNr(), place.getColumnNr());
    }
}
