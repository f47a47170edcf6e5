package nl.mkba.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mkba.appraisal.NetResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.InputFile;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A scenario file that was read, as the user named it. */
final class LoadedFile {

    private final String name;
    private final LoadedScenario file;

    private LoadedFile(String name, LoadedScenario file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidScenarioException with every problem, if it is refused
     */
    static LoadedFile read(String name, Invocation invocation) {
        try {
            LoadedScenario file = ScenarioFile.load(
                    Path.of(name),
                    libraries(invocation),
                    SelectionArguments.limitsTimes(invocation),
                    CommandThreads.unwatched(invocation));
            for (InputFile input : file.inputs()) {
                OutputFile.keep(input.name(), invocation);
            }
            return new LoadedFile(name, file);
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_file_name", name);
        }
    }

    private static List<Path> libraries(Invocation invocation) {
        List<Path> libraries = new ArrayList<>();
        for (String library : invocation.arguments().values(Option.LIBRARY)) {
            Path folder = Path.of(library);
            if (!Files.isDirectory(folder)) {
                throw invocation.wrong("usage.no_folder", library);
            }
            libraries.add(folder);
        }
        return libraries;
    }

    String name() {
        return name;
    }

    Scenario scenario() {
        return file.scenario();
    }

    /** The files that were read. */
    List<InputFile> inputs() {
        return file.inputs();
    }

    List<Problem> warnings() {
        return file.warnings();
    }

    /** The net of an alternative in an outlook of the file as it stands, if reading it came by that. */
    Optional<NetResult> net(String alternative, Optional<String> outlook) {
        for (NetResult net : file.nets()) {
            if (net.alternative().equals(alternative) && net.outlook().equals(outlook)) {
                return Optional.of(net);
            }
        }
        return Optional.empty();
    }

    /** The same problems, each with its place in the file; what the command line is wrong about has none. */
    List<Problem> located(List<Problem> problems) {
        List<Problem> located = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            Problem ofRequest = SelectionArguments.asRequested(problem);
            located.add(isAboutRequest(ofRequest) ? ofRequest : file.places().locate(problem));
        }
        return located;
    }

    private static boolean isAboutRequest(Problem problem) {
        return problem.path().equals(Problem.NO_PATH) || problem.path().startsWith("--");
    }

    /** Where the value of a key stands. */
    @Nullable
    Location place(String path) {
        return file.places()
                .locate(Problem.of(ProblemCode.UNKNOWN_FIGURE, path))
                .location();
    }
}
