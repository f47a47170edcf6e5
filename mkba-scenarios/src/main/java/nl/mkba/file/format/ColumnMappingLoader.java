package nl.mkba.file.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.source.Provenance;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads mappings of columns, each with those that it extends. */
public final class ColumnMappingLoader {

    private static final int DEEPEST = 20;
    private static final Pattern COLUMN_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PARAMETER_ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String EMPTY_MAPPING = "mapping";
    private static final String COMMA = ",";
    private static final String POINT = ".";

    private final IncludeFolders folders;
    private final BuiltInFiles builtIn;
    private final ReadingLimits limits = new ReadingLimits();
    private final List<Problem> reported = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();

    private ColumnMappingLoader(IncludeFolders folders, BuiltInFiles builtIn) {
        this.folders = folders;
        this.builtIn = builtIn;
    }

    /**
     * {@return the mapping that a name stands for: a built-in one, or else that in the file of that name}
     *
     * @param name as the user wrote it
     * @param file where that would be, if it is not built in
     * @param libraries further folders from which it may extend
     * @param builtIn the mappings that have a name, and may be extended
     * @throws InvalidScenarioException with every problem at its place
     */
    public static ColumnMapping load(String name, Path file, List<Path> libraries, BuiltInFiles builtIn) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        IncludeFolders folders =
                new IncludeFolders(IncludeFolders.MAPPING, folder == null ? file.toAbsolutePath() : folder, libraries);
        Optional<byte[]> bytes = builtIn.find(name);
        if (bytes.isEmpty() && mayBeBuiltIn(name) && !Files.exists(file)) {
            throw new InvalidScenarioException(unknown(name, builtIn.names()).in(new Location(name, 1, 1)));
        }
        SourceFile source = bytes.isPresent() ? SourceFile.builtIn(name, bytes.get()) : SourceFile.named(file);
        return new ColumnMappingLoader(folders, builtIn).load(source);
    }

    /**
     * {@return the mapping in a text that is in no file; it may extend built-in ones only}
     *
     * @param origin as problems show it
     * @param text in UTF-8
     * @param builtIn the mappings that it may extend
     * @throws InvalidScenarioException with every problem at its place
     */
    public static ColumnMapping load(String origin, byte[] text, BuiltInFiles builtIn) {
        return new ColumnMappingLoader(new IncludeFolders(IncludeFolders.MAPPING, null, List.of()), builtIn)
                .load(SourceFile.text(origin, most -> text));
    }

    private ColumnMapping load(SourceFile file) {
        Draft draft = read(file, List.of(file));
        if (draft.isComplete) {
            Problems missing = new Problems();
            if (draft.id == null) {
                missing.add(Problem.ofKey(ProblemCode.MISSING_KEY, "id", "id").in(file.start()));
            }
            Location empty = draft.locations.get("parameters");
            if (empty == null) {
                missing.add(Problem.ofKey(ProblemCode.MISSING_KEY, "parameters", "parameters")
                        .in(file.start()));
            } else if (draft.parameters.isEmpty()
                    && reported.stream().noneMatch(problem -> problem.path().startsWith("parameters"))) {
                missing.add(Problem.ofKey(ProblemCode.EMPTY, "parameters").in(empty));
            }
            draft.checkIfMissing(missing);
            reported.addAll(missing.all());
        }
        if (reported.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new InvalidScenarioException(sorted());
        }
        return draft.mapping(file.name(), inputs);
    }

    /** By file, in the order in which they were read, and in it by place. */
    private List<Problem> sorted() {
        List<String> names = inputs.stream().map(InputFile::name).toList();
        return reported.stream()
                .sorted(Comparator.comparing(
                        Problem::location,
                        Comparator.nullsLast(Comparator.<Location>comparingInt(place -> names.indexOf(place.file()))
                                .thenComparing(Comparator.naturalOrder()))))
                .toList();
    }

    private Draft read(SourceFile file, List<SourceFile> chain) {
        Problems problems = new Problems();
        Draft draft = new Draft();
        Node tree = file.tree(limits, inputs, problems);
        if (tree != null) {
            Value whole = Value.of("", file.start(), tree, problems);
            if (whole.isMap()) {
                Section mapping = whole.section(
                        "extends",
                        "title",
                        "source",
                        "url",
                        "note",
                        "id",
                        "name",
                        "where",
                        "decimal",
                        "missing",
                        "columns",
                        "parameters",
                        "if_missing");
                Value parent = mapping.optional("extends");
                if (parent != null) {
                    draft = extended(parent, file, chain);
                }
                draft.read(mapping);
            } else {
                whole.wrongType("map");
            }
        }
        draft.isComplete &= !problems.hasErrors();
        problems.all().stream()
                .map(problem -> problem.code() == ProblemCode.EMPTY_FILE ? asMapping(problem) : ofFormula(problem))
                .forEach(reported::add);
        return draft;
    }

    /** The same problem of a formula over columns, of which one perhaps has a name that a formula cannot use. */
    private static Problem ofFormula(Problem problem) {
        boolean isFormula = problem.path().startsWith("parameters.")
                && (problem.code() == ProblemCode.NOT_A_NUMBER || problem.code() == ProblemCode.EXPRESSION_INCOMPLETE)
                && problem.arguments().size() == 1
                && problem.suggestions().isEmpty();
        return isFormula
                ? new Problem(
                        problem.code(),
                        problem.path(),
                        problem.atKey(),
                        List.of(problem.arguments().get(0), "formula_over_columns"),
                        List.of(),
                        problem.location())
                : problem;
    }

    /** The same problem of a file that is to be a mapping. */
    private static Problem asMapping(Problem problem) {
        return new Problem(
                problem.code(),
                problem.path(),
                problem.atKey(),
                List.of(EMPTY_MAPPING),
                problem.suggestions(),
                problem.location());
    }

    private Draft extended(Value parent, SourceFile from, List<SourceFile> chain) {
        SourceFile file = parent.text() == null ? null : find(parent, from);
        if (file == null) {
            Draft unknown = new Draft();
            unknown.isComplete = false;
            return unknown;
        }
        List<SourceFile> longer = new ArrayList<>(chain);
        longer.add(file);
        if (chain.stream().anyMatch(other -> other.identity().equals(file.identity()))) {
            String circle = Stream.concat(
                            chain.stream().dropWhile(other -> !other.identity().equals(file.identity())),
                            Stream.of(file))
                    .map(SourceFile::name)
                    .collect(Collectors.joining(" → "));
            parent.problems()
                    .add(Problem.of(ProblemCode.INCLUDE_CIRCLE, Problem.NO_PATH, circle)
                            .in(parent.node().location()));
            return new Draft();
        }
        if (chain.size() > DEEPEST) {
            parent.refuse(ProblemCode.INCLUDE_TOO_DEEP, String.valueOf(DEEPEST));
            return new Draft();
        }
        return read(file, longer);
    }

    private @Nullable SourceFile find(Value parent, SourceFile from) {
        String name = parent.words().strip();
        Optional<byte[]> bytes = builtIn.find(name);
        if (bytes.isPresent()) {
            return SourceFile.builtIn(name, bytes.get());
        }
        Path folder = from.folder();
        if (mayBeBuiltIn(name) && (folder == null || !Files.exists(folder.resolve(name)))) {
            parent.refuse(unknown(name, builtIn.names()).at(parent.path()));
            return null;
        }
        return folders.find(parent, from.folder());
    }

    /** Whether a name is none that a file would have. */
    private static boolean mayBeBuiltIn(String name) {
        return name.matches("[a-z]+(:[a-z0-9_]*)?");
    }

    private static Problem unknown(String name, Collection<String> known) {
        return Problem.of(ProblemCode.UNKNOWN_MAPPING, Problem.NO_PATH, name, String.join(", ", known))
                .suggesting(new Spelling().allNearest(name, known));
    }

    /** What was read so far, of the mapping and of those it extends. */
    private static final class Draft {
        private @Nullable Text title;
        private Provenance provenance = new Provenance(null, null, null, null, null);
        private @Nullable String id;
        private @Nullable String placeName;
        private Map<String, List<String>> where = new LinkedHashMap<>();
        private boolean hasDecimalComma;
        private Set<String> missing = new HashSet<>();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, Expression> parameters = new LinkedHashMap<>();
        private final Map<String, ColumnMapping.IfMissing> ifMissing = new LinkedHashMap<>();
        private final Map<String, Location> locations = new LinkedHashMap<>();
        private boolean isComplete = true;

        void read(Section mapping) {
            title = mapping.words("title");
            provenance = new Provenance(mapping.text("source"), mapping.words("note"), mapping.text("url"), null, null);
            id = name(mapping, "id", id);
            placeName = name(mapping, "name", placeName);
            Value decimal = mapping.optional("decimal");
            if (decimal != null) {
                hasDecimalComma = isComma(decimal);
            }
            Value missingTexts = mapping.optional("missing");
            if (missingTexts != null) {
                missing = new HashSet<>(texts(missingTexts));
            }
            Value rows = mapping.optional("where");
            if (rows != null) {
                forget("where");
                where = where(rows);
            }
            each(mapping, "columns", (key, value) -> {
                String name = columnName(value);
                if (isColumnId(key, value) && name != null) {
                    columns.put(key, name);
                }
            });
            each(mapping, "parameters", (key, value) -> {
                Expression formula = value.expression();
                if (!PARAMETER_ID.matcher(key).matches()) {
                    value.refuseKey(ProblemCode.NOT_AN_ID, key);
                } else {
                    parameters.put(key, formula);
                }
            });
            each(mapping, "if_missing", (key, value) -> {
                ColumnMapping.IfMissing what = value.choice(ColumnMapping.IfMissing.class);
                if (what != null) {
                    ifMissing.put(key, what);
                }
            });
        }

        /** What stands under a key that names a column; what stood there before if it does not. */
        private @Nullable String name(Section mapping, String key, @Nullable String before) {
            Value value = mapping.optional(key);
            if (value == null) {
                return before;
            }
            locations.put(key, value.node().location());
            return columnName(value);
        }

        private static @Nullable String columnName(Value value) {
            String text = value.text();
            if (text != null && text.isBlank()) {
                value.refuse(ProblemCode.EMPTY_TEXT);
                return null;
            }
            return text == null ? null : Blanks.strip(text);
        }

        private static boolean isComma(Value decimal) {
            String text = decimal.text();
            if (text != null && !text.equals(COMMA) && !text.equals(POINT)) {
                decimal.refuse(ProblemCode.NOT_A_CHOICE, Value.shortened(text), POINT + " " + COMMA);
            }
            return COMMA.equals(text);
        }

        private static boolean isColumnId(String key, Value value) {
            if (!COLUMN_ID.matcher(key).matches()) {
                value.refuseKey(ProblemCode.NOT_A_COLUMN_ID, key);
                return false;
            }
            if (Expression.Function.named(key).isPresent()) {
                value.refuseKey(ProblemCode.RESERVED_NAME, key);
                return false;
            }
            return true;
        }

        /** A text or a list of texts, without the blanks around them. */
        private static List<String> texts(Value value) {
            List<String> texts = new ArrayList<>();
            for (Value item : value.isList() ? value.items() : List.of(value)) {
                String text = item.text("text_or_list");
                if (text != null) {
                    texts.add(Blanks.strip(text));
                }
            }
            return texts;
        }

        private Map<String, List<String>> where(Value rows) {
            Map<String, List<String>> wanted = new LinkedHashMap<>();
            locations.put("where", rows.keyPlace());
            rows.entries().forEach((column, value) -> {
                locations.put("where." + column, value.node().location());
                List<String> texts = texts(value);
                if (texts.isEmpty() && value.isList()) {
                    value.refuse(ProblemCode.EMPTY);
                }
                wanted.put(Blanks.strip(column), texts);
            });
            return wanted;
        }

        private void forget(String section) {
            locations.keySet().removeIf(path -> path.startsWith(section + POINT));
        }

        /** Reads the entries of a map. */
        private interface EntryReader {
            void read(String key, Value value);
        }

        private void each(Section mapping, String section, EntryReader reader) {
            Value map = mapping.optional(section);
            if (map != null) {
                locations.put(section, map.keyPlace());
                map.entries().forEach((key, value) -> {
                    locations.put(section + POINT + key, value.node().location());
                    reader.read(key, value);
                });
            }
        }

        void checkIfMissing(Problems problems) {
            for (String parameter : ifMissing.keySet()) {
                String path = "if_missing." + parameter;
                Location place = locations.get(path);
                if (!parameters.containsKey(parameter) && place != null) {
                    problems.add(Problem.ofKey(ProblemCode.NOT_MAPPED, path, parameter)
                            .suggesting(problems.nearest(parameter, parameters.keySet()))
                            .in(place));
                }
            }
        }

        ColumnMapping mapping(String origin, List<InputFile> inputs) {
            Supplier<IllegalStateException> absent =
                    () -> new IllegalStateException("A mapping without its column of ids");
            return new ColumnMapping(
                    origin,
                    title,
                    provenance,
                    Optional.ofNullable(id).orElseThrow(absent),
                    placeName,
                    where,
                    hasDecimalComma,
                    missing,
                    columns,
                    parameters,
                    ifMissing,
                    inputs,
                    locations);
        }
    }
}
