package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the files that {@code include} names, and those that they include. */
final class IncludeFormat {

    private static final String CATALOGUE = "catalogue:";
    private static final int DEEPEST = 20;

    private final IncludeFolders folders;
    private final BuiltInFiles catalogue;
    private final ReadingLimits limits;
    private final List<Problems> reported = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();
    private final Map<String, IncludedEntries> known = new HashMap<>();

    IncludeFormat(IncludeFolders folders, BuiltInFiles catalogue, ReadingLimits limits) {
        this.folders = folders;
        this.catalogue = catalogue;
        this.limits = limits;
    }

    /** What was wrong in the included files, for each of them apart: the same path may stand in several. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        for (Problems problems : reported) {
            all.addAll(problems.all());
        }
        return all;
    }

    /** The files that were read, in the order in which they were. */
    List<InputFile> inputs() {
        return inputs;
    }

    /** The names of the included files, in the order in which they were read. */
    List<String> files() {
        return files;
    }

    /**
     * The entries of all files that a list names; of two the later wins.
     *
     * @param list the value of {@code include}, or null
     * @param chain the files that include each other down to the one with the list
     */
    IncludedEntries entries(@Nullable Value list, List<SourceFile> chain) {
        IncludedEntries entries = new IncludedEntries();
        if (list != null) {
            if (!list.isList()) {
                list.wrongType("list");
                entries.markIncomplete();
            }
            for (Value include : list.isList() ? list.items() : List.<Value>of()) {
                entries.override(entries(include, chain, chain.get(chain.size() - 1)));
            }
        }
        return entries;
    }

    private IncludedEntries entries(Value include, List<SourceFile> chain, SourceFile from) {
        SourceFile file = include.text() == null ? null : find(include, from);
        if (file == null) {
            return IncludedEntries.unknown();
        }
        IncludedEntries earlier = known.get(file.identity());
        if (earlier != null) {
            return earlier;
        }
        if (chain.stream().anyMatch(other -> other.identity().equals(file.identity()))) {
            include.problems()
                    .add(Problem.of(ProblemCode.INCLUDE_CIRCLE, Problem.NO_PATH, circle(chain, file))
                            .in(include.node().location()));
            return IncludedEntries.unknown();
        }
        if (chain.size() > DEEPEST) {
            include.refuse(ProblemCode.INCLUDE_TOO_DEEP, String.valueOf(DEEPEST));
            return IncludedEntries.unknown();
        }
        IncludedEntries read = read(file, chain);
        known.put(file.identity(), read);
        return read;
    }

    private static String circle(List<SourceFile> chain, SourceFile file) {
        return Stream.concat(
                        chain.stream().dropWhile(other -> !other.identity().equals(file.identity())), Stream.of(file))
                .map(SourceFile::name)
                .collect(Collectors.joining(" → "));
    }

    private @Nullable SourceFile find(Value include, SourceFile from) {
        String name = include.words();
        if (!name.startsWith(CATALOGUE)) {
            return folders.find(include, from.folder());
        }
        String wanted = name.substring(CATALOGUE.length());
        Optional<byte[]> bytes = catalogue.find(wanted);
        if (bytes.isEmpty() && catalogue.names().isEmpty()) {
            include.refuse(ProblemCode.INCLUDE_OUTSIDE, name, IncludeFolders.SCENARIO);
            return null;
        }
        if (bytes.isEmpty()) {
            include.refuse(Problem.of(ProblemCode.UNKNOWN_CATALOGUE, include.path(), wanted)
                    .suggesting(new Spelling().allNearest(wanted, catalogue.names())));
            return null;
        }
        return SourceFile.builtIn(name, bytes.get());
    }

    private IncludedEntries read(SourceFile file, List<SourceFile> chain) {
        Problems problems = new Problems();
        reported.add(problems);
        files.add(file.name());
        Node tree = file.tree(limits, inputs, problems);
        if (tree == null) {
            return IncludedEntries.unknown();
        }
        Value whole = Value.of("", file.start(), tree, problems);
        if (!FormatVersion.isKnown(whole)) {
            return IncludedEntries.unknown();
        }
        Section sections = whole.section(Stream.concat(IncludedEntries.SECTIONS.stream(), Stream.of("include", "mkba"))
                .toArray(String[]::new));
        List<SourceFile> longer = new ArrayList<>(chain);
        longer.add(file);
        IncludedEntries entries = new IncludedEntries();
        entries.override(entries(sections.optional("include"), longer));
        entries.override(IncludedEntries.of(sections));
        return entries;
    }
}
