package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.explain.Explanation;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;

/** A scenario file that was read, and what is asked of it. Every problem it reports has its place in the file. */
final class Study {

    private final LoadedFile file;
    private final Selection selection;
    private final Set<Problem> warnings = new LinkedHashSet<>();

    private Study(LoadedFile file, Selection selection) {
        this.file = file;
        this.selection = selection;
        warnings.addAll(file.warnings());
    }

    /**
     * Reads a file and sorts out what is asked of it.
     *
     * @throws InvalidScenarioException if the file is refused, or has not what is asked for
     */
    static Study read(String name, Invocation invocation) {
        LoadedFile file = LoadedFile.read(name, invocation);
        SelectionArguments asked = new SelectionArguments(invocation, file.scenario());
        Study study = new Study(file, asked.selection());
        study.warnings.addAll(asked.warnings());
        return study;
    }

    /** The same file with something else asked of it. */
    Study asked(Selection other) {
        return new Study(file, other);
    }

    String name() {
        return file.name();
    }

    Scenario scenario() {
        return file.scenario();
    }

    Selection selection() {
        return selection;
    }

    LoadedFile file() {
        return file;
    }

    /** Calculates. */
    Appraisal appraise() {
        Appraisal appraisal = located(() -> Mkba.appraise(scenario(), selection));
        warnings.addAll(file.located(appraisal.warnings()));
        return appraisal;
    }

    /** Simulates. */
    SimulationResult simulate(SimulationRequest request, Workers workers) {
        SimulationResult result = located(() -> Mkba.simulate(scenario(), selection, request, workers));
        warnings.addAll(file.located(result.warnings()));
        return result;
    }

    /** Finds out what the result depends on. */
    SensitivityResult analyse(SensitivityRequest request, Workers workers) {
        SensitivityResult result = located(() -> Mkba.sensitivity(scenario(), selection, request, workers));
        warnings.addAll(file.located(result.warnings()));
        return result;
    }

    /** Makes the scenario ready for a table with these columns. */
    Portfolio portfolio(List<String> columns, @Nullable Simulation simulation, @Nullable String costsOf) {
        return located(() -> Portfolio.of(scenario(), selection, columns, simulation, costsOf));
    }

    /** Every step of one stream. */
    List<Explanation> explain(String intervention, String stream) {
        return located(() -> Mkba.explain(scenario(), selection, intervention, stream));
    }

    /** What deserves attention, as far as known by now; by place. */
    List<Problem> warnings() {
        List<Problem> sorted = new ArrayList<>(warnings);
        sorted.sort(ProblemPrinter.BY_PLACE);
        return sorted;
    }

    private <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidScenarioException e) {
            throw new InvalidScenarioException(file.located(e.problems()));
        }
    }
}
