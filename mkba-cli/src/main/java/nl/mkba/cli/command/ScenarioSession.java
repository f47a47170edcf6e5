package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cli.report.Findings;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.explain.Explanation;
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
final class ScenarioSession {

    private final LoadedFile file;
    private final Selection selection;
    private final Set<Problem> warnings = new LinkedHashSet<>();

    private ScenarioSession(LoadedFile file, Selection selection) {
        this.file = file;
        this.selection = selection;
        warnings.addAll(file.warnings());
    }

    /**
     * Reads a file and sorts out what is asked of it.
     *
     * @throws InvalidScenarioException if the file is refused, or has not what is asked for
     */
    static ScenarioSession read(String name, Invocation invocation) {
        LoadedFile file = LoadedFile.read(name, invocation);
        SelectionArguments asked = new SelectionArguments(invocation, file.scenario());
        ScenarioSession study = new ScenarioSession(file, asked.selection());
        study.warnings.addAll(asked.warnings());
        return study;
    }

    /** What a command does with a study. */
    @FunctionalInterface
    interface Work {

        /** What is printed in the end. */
        String on(ScenarioSession study) throws IOException;
    }

    /** Has the one file of a command worked on, and tells what deserves attention or is refused. */
    static Result work(Invocation invocation, Work work) throws IOException {
        String name = invocation.arguments().operands().get(0);
        try {
            ScenarioSession study = read(name, invocation);
            String output = work.on(study);
            invocation.tell(study.warnings(), name);
            return Result.done(output, study.scenario());
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    /** The same file with something else asked of it. */
    ScenarioSession asked(Selection other) {
        return new ScenarioSession(file, other);
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
        return noted(located(() -> Mkba.appraise(scenario(), selection)), Appraisal::warnings);
    }

    /**
     * Calculates only the nets of another selection; a case that is refused leaves the others be. What reading the file came by is
     * not calculated again.
     */
    List<NetResult> nets(Selection other) {
        List<NetResult> nets = known(other);
        if (!nets.isEmpty()) {
            return nets;
        }
        for (NetResult each : Mkba.nets(scenario(), other)) {
            nets.add(
                    each.refused().isEmpty()
                            ? each
                            : new NetResult(
                                    each.alternative(), each.outlook(), each.npv(), file.located(each.refused())));
        }
        return nets;
    }

    /** The nets of a selection that changes nothing in the file, if all of them are known. */
    private List<NetResult> known(Selection other) {
        List<NetResult> nets = new ArrayList<>();
        if (!other.set().isEmpty() || other.discounting() != null || other.effectsTimes() != 1) {
            return nets;
        }
        for (String alternative : scenario().alternatives().keySet()) {
            if (other.alternatives().isEmpty() || other.alternatives().contains(alternative)) {
                for (Optional<String> outlook : other.runs()) {
                    Optional<NetResult> net = file.net(alternative, outlook);
                    if (net.isEmpty()) {
                        return new ArrayList<>();
                    }
                    nets.add(net.get());
                }
            }
        }
        return nets;
    }

    /** Finds what is wrong with what is asked, or deserves attention. */
    void check() {
        List<Problem> found = located(() -> Mkba.check(scenario(), selection));
        noted(found, List::copyOf);
    }

    /** Simulates. */
    SimulationResult simulate(SimulationRequest request, Workers workers) {
        return noted(located(() -> Mkba.simulate(scenario(), selection, request, workers)), SimulationResult::warnings);
    }

    /** Refuses draws of which two columns would have the same name. */
    void checkColumns(SimulationResult simulated) {
        located(() -> simulated.draws().columns());
    }

    /** Finds out what the result depends on. */
    SensitivityResult analyse(SensitivityRequest request, Workers workers) {
        return noted(
                located(() -> Mkba.sensitivity(scenario(), selection, request, workers)), SensitivityResult::warnings);
    }

    /** Finds out who must join in. */
    CoalitionResult coalition() {
        return noted(located(() -> Mkba.coalition(scenario(), selection)), CoalitionResult::warnings);
    }

    /** The same, with the chances. */
    CoalitionResult coalition(Simulation simulation, Workers workers) {
        return noted(
                located(() -> Mkba.coalition(scenario(), selection, simulation, workers)), CoalitionResult::warnings);
    }

    /** Finds out what each intervention adds. */
    ShapleyResult shapley() {
        return noted(located(() -> Mkba.shapley(scenario(), selection)), ShapleyResult::warnings);
    }

    /** The same, with how it varies. */
    ShapleyResult shapley(Simulation simulation, Workers workers) {
        return noted(located(() -> Mkba.shapley(scenario(), selection, simulation, workers)), ShapleyResult::warnings);
    }

    /** Makes the budget of one stakeholder. */
    BudgetResult budget(BudgetRequest request) {
        return noted(located(() -> Mkba.budget(scenario(), selection, request)), BudgetResult::warnings);
    }

    /** The same, with how it varies. */
    BudgetResult budget(BudgetRequest request, Simulation simulation, Workers workers) {
        return noted(
                located(() -> Mkba.budget(scenario(), selection, request, simulation, workers)),
                BudgetResult::warnings);
    }

    /** Calculates all that a report says; what deserves attention in it has its place in the file. */
    Findings findings(Simulation settings, Workers workers) {
        Findings found = located(() -> Findings.of(scenario(), selection, settings, workers));
        warnings.addAll(file.located(found.warnings()));
        return found.located(warnings(), file::located);
    }

    /** Makes the scenario ready for a table with these columns. */
    Portfolio portfolio(
            List<String> columns,
            @Nullable Simulation simulation,
            boolean units,
            @Nullable ChoiceFigures choice,
            Workers workers) {
        return located(() -> Portfolio.of(scenario(), selection, columns, simulation, units, choice, workers));
    }

    /** Every step of one stream. */
    List<Explanation> explain(String intervention, String stream) {
        return located(() -> Mkba.explain(scenario(), selection, intervention, stream));
    }

    /** What deserves attention, as far as known by now; by place. */
    List<Problem> warnings() {
        List<Problem> sorted = new ArrayList<>(warnings);
        sorted.sort(ProblemPrinter::byPlace);
        return sorted;
    }

    /** The result, whose warnings are kept. */
    private <T> T noted(T result, Function<T, List<Problem>> itsWarnings) {
        warnings.addAll(file.located(itsWarnings.apply(result)));
        return result;
    }

    private <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidScenarioException e) {
            throw new InvalidScenarioException(file.located(e.problems()));
        }
    }
}
