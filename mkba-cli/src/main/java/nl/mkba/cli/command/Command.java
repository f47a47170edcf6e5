package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One of the words after {@code mkba}. */
interface Command {

    /** The names of all commands, in the order of the help. */
    List<String> NAMES = List.of(
            "run",
            "watch",
            "open",
            "simulate",
            "sensitivity",
            "coalition",
            "shapley",
            "budget",
            "portfolio",
            "check",
            "explain",
            "compare",
            "report",
            "test",
            "new",
            "catalogue",
            "schema",
            "completion");

    /** The command of that name; only the one that is needed is made. */
    static Optional<Command> named(String name) {
        return switch (name) {
            case "run" -> Optional.of(new RunCommand());
            case "watch" -> Optional.of(new WatchCommand());
            case "open" -> Optional.of(new OpenCommand());
            case "simulate" -> Optional.of(new SimulateCommand());
            case "sensitivity" -> Optional.of(new SensitivityCommand());
            case "coalition" -> Optional.of(new CoalitionCommand());
            case "shapley" -> Optional.of(new ShapleyCommand());
            case "budget" -> Optional.of(new BudgetCommand());
            case "portfolio" -> Optional.of(new PortfolioCommand());
            case "check" -> Optional.of(new CheckCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "compare" -> Optional.of(new CompareCommand());
            case "report" -> Optional.of(new ReportCommand());
            case "test" -> Optional.of(new TestCommand());
            case "new" -> Optional.of(new NewCommand());
            case "catalogue" -> Optional.of(new CatalogueCommand());
            case "schema" -> Optional.of(new SchemaCommand());
            case "completion" -> Optional.of(new CompletionCommand());
            default -> Optional.empty();
        };
    }

    /** What may stand behind its name. */
    Syntax syntax();

    /** What its first operand may be, to complete it in a shell; empty where it is a file, or there is none. */
    default List<String> operandChoices() {
        return List.of();
    }

    /**
     * Does the work.
     *
     * @throws IOException if a file cannot be written
     */
    Result run(Invocation invocation) throws IOException;
}
