package nl.mkba.file.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.NetResult;
import nl.mkba.engine.limit.Limits;
import nl.mkba.engine.plan.ValueCheck;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's file with all that it includes, binds it to the model, and checks it. */
public final class ScenarioLoader {

    /** Without these nothing can be calculated. */
    private static final List<String> YEARS = List.of("base_year", "first_year", "horizon");

    private static final int STAND_IN_YEAR = 2000;

    /** What is wrong whatever the years are. */
    private static final Set<ProblemCode> WITHOUT_YEARS = EnumSet.of(
            ProblemCode.CIRCLE,
            ProblemCode.NOT_FINITE,
            ProblemCode.NOT_WHOLE,
            ProblemCode.OUT_OF_RANGE,
            ProblemCode.SHARES_DO_NOT_ADD_UP,
            ProblemCode.UNCERTAIN_WHERE_WHOLE);

    private final SourceFile file;
    private final IncludeFormat includes;
    private final ReadingLimits limits = new ReadingLimits();
    private final Limits sizes;
    private final Workers workers;
    private final Problems problems = new Problems();
    private List<String> nominalPrices = List.of();
    private List<ValueCheck.CheckedNet> nets = List.of();

    private ScenarioLoader(
            SourceFile file, IncludeFolders folders, BuiltInFiles catalogue, Limits sizes, Workers workers) {
        this.sizes = sizes;
        this.workers = workers;
        this.file = file;
        this.includes = new IncludeFormat(folders, catalogue, limits);
    }

    /**
     * {@return the scenario in a file}
     *
     * @param path the file, in UTF-8
     * @param libraries further folders that {@code include} may read
     * @param catalogue built-in files for {@code include}
     * @param limitsTimes by how much the limits to how many different cases it may have are raised; 1 for the standard ones
     * @param workers where its cases are checked
     * @throws InvalidScenarioException with every problem, sorted by place, if the scenario is refused
     */
    public static LoadedScenario load(
            Path path, List<Path> libraries, BuiltInFiles catalogue, double limitsTimes, Workers workers) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        IncludeFolders folders =
                new IncludeFolders(IncludeFolders.SCENARIO, folder == null ? path.toAbsolutePath() : folder, libraries);
        return new ScenarioLoader(SourceFile.named(path), folders, catalogue, new Limits(limitsTimes), workers).load();
    }

    /**
     * {@return the scenario in a text that is in no file}
     *
     * @param name as problems show it
     * @param text its bytes, read up to a limit
     * @param folders that {@code include} may read
     * @param catalogue built-in files for {@code include}
     * @throws InvalidScenarioException with every problem, sorted by place, if the scenario is refused
     */
    public static LoadedScenario load(String name, Content text, List<Path> folders, BuiltInFiles catalogue) {
        IncludeFolders reach = new IncludeFolders(IncludeFolders.SCENARIO, null, folders);
        return new ScenarioLoader(
                        SourceFile.text(name, text::read), reach, catalogue, Limits.STANDARD, Workers.callerOnly())
                .load();
    }

    /** Reads a text. */
    @FunctionalInterface
    public interface Content {
        /**
         * {@return the first {@code most} bytes of the text, or all of them if it is shorter}
         *
         * @param most how many bytes at most
         * @throws IOException if it cannot be read
         */
        byte[] read(int most) throws IOException;
    }

    private LoadedScenario load() {
        Node tree = file.tree(limits, includes.inputs(), problems);
        if (tree == null || !FormatVersion.isKnown(whole(tree))) {
            throw refused(problems.all());
        }
        if (!(tree instanceof MapNode map)) {
            if (tree instanceof ScalarNode text) {
                boolean isTable = text.text().indexOf(';') >= 0 || text.text().indexOf('\t') >= 0;
                whole(tree).refuse(ProblemCode.NOT_A_SCENARIO, isTable ? "kind_table" : "kind_text");
            } else {
                whole(tree).wrongType("map");
            }
            throw refused(problems.all());
        }
        Node merged = merged(map);
        KeyLocations places = new KeyLocations(merged, file.start());
        Scenario.Builder builder = ScenarioFormat.read(whole(merged));
        if (problems.isFull()) {
            throw refused(located(places));
        }
        leaveOutUnused(builder, own(tree));
        Optional<Scenario> scenario = builder.build(problems, places::locate);
        builder.inspect(draft -> nominalPrices = draft.nominalPrices());
        if (!problems.isFull()) {
            checkValues(builder);
        }
        List<Problem> all = located(places);
        for (Problem problem : all) {
            if (problem.severity() == Problem.Severity.ERROR) {
                throw refused(all);
            }
        }
        return new LoadedScenario(
                scenario.orElseThrow(), sorted(all), places, includes.inputs(), nets(scenario.orElseThrow()));
    }

    private List<NetResult> nets(Scenario scenario) {
        List<NetResult> results = new ArrayList<>();
        for (ValueCheck.CheckedNet net : nets) {
            Amount npv = new Amount(net.npv(), scenario.currency());
            results.add(new NetResult(net.alternative(), net.outlook(), Optional.of(npv), List.of()));
        }
        return results;
    }

    /** All problems so far, each at its place. */
    private List<Problem> located(KeyLocations places) {
        List<Problem> all = includes.problems();
        for (Problem problem : problems.all()) {
            boolean isNominal = problem.code() == ProblemCode.NOMINAL_WITHOUT_INFLATION;
            all.add(isNominal ? firstInFile(problem, places) : places.locate(problem));
        }
        return all;
    }

    /** The problem at the first nominal {@code prices} of the file, which need not be the first of the model. */
    private Problem firstInFile(Problem problem, KeyLocations places) {
        List<Problem> candidates = new ArrayList<>();
        for (String path : nominalPrices) {
            candidates.add(places.locate(problem.at(path)));
        }
        return sorted(candidates).get(0);
    }

    private Value whole(Node tree) {
        return new Value("", file.start(), tree, problems);
    }

    private MapNode merged(MapNode tree) {
        MapNode.Entry include = tree.entry("include");
        if (include == null) {
            return tree;
        }
        Value list = whole(tree).child(include, "include");
        return includes.entries(list, List.of(file)).under(tree, file.start(), problems);
    }

    /** The entries that the file itself has in the sections that may be included, as {@code parameters.households}. */
    private static Set<String> own(Node tree) {
        Set<String> own = new HashSet<>();
        for (String section : IncludedEntries.SECTIONS) {
            MapNode.@Nullable Entry entry = tree instanceof MapNode map ? map.entry(section) : null;
            if (entry != null && entry.value() instanceof MapNode entries) {
                for (MapNode.Entry each : entries.entries()) {
                    own.add(section + "." + each.key());
                }
            }
        }
        return own;
    }

    /** Leaves out included entries that nothing refers to. */
    private void leaveOutUnused(Scenario.Builder builder, Set<String> own) {
        if (includes.files().isEmpty()) {
            return;
        }
        builder.inspect(scenario -> {
            UsedEntries used = new UsedEntries(scenario, own);
            builder.keepParameters(id -> used.contains("parameters", id));
            builder.keepOutcomes(id -> used.contains("outcomes", id));
            builder.keepStakeholders(id -> used.contains("stakeholders", id));
        });
    }

    private void checkValues(Scenario.Builder builder) {
        for (String year : YEARS) {
            if (problems.isFaulty(year)) {
                checkWithoutYears(builder);
                return;
            }
        }
        builder.inspect(scenario -> nets = ValueCheck.run(scenario, sizes, problems, workers));
    }

    /** What can be said of values where the years of the analysis are faulty, and others stand in for them. */
    private void checkWithoutYears(Scenario.Builder builder) {
        Problems found = new Problems();
        builder.baseYear(STAND_IN_YEAR)
                .firstYear(STAND_IN_YEAR)
                .horizon(Scenario.LONGEST_HORIZON)
                .inspect(standIn -> ValueCheck.run(standIn, sizes, found, workers));
        found.all().stream()
                .filter(problem -> WITHOUT_YEARS.contains(problem.code()))
                .forEach(problems::add);
    }

    private InvalidScenarioException refused(List<Problem> all) {
        return new InvalidScenarioException(sorted(all));
    }

    /** By file, the scenario's own first, and in it by place; what belongs to no place comes last. */
    private List<Problem> sorted(List<Problem> all) {
        if (all.size() < 2) {
            return all;
        }
        List<String> files = new ArrayList<>(includes.files());
        files.add(0, file.name());
        return all.stream()
                .sorted(Comparator.comparing(
                        Problem::location,
                        Comparator.nullsLast(Comparator.<Location>comparingInt(place -> files.indexOf(place.file()))
                                .thenComparing(Comparator.naturalOrder()))))
                .toList();
    }
}
