package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** PLACEHOLDER until the reader is merged. */
record LoadedFile(String name, Scenario scenario, List<Problem> warnings) {

    static LoadedFile read(String name, Invocation invocation) {
        throw new IllegalStateException("being built");
    }

    List<Problem> located(List<Problem> problems) {
        return problems;
    }

    List<Problem> check() {
        return located(Mkba.check(scenario));
    }

    @Nullable Location place(String path) {
        return null;
    }
}
