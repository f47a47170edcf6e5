package nl.mkba.cli.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Departures;
import nl.mkba.cli.render.Labels;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.Plain;
import nl.mkba.json.tree.ProblemTree;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * One run of a command.
 *
 * @param arguments what is asked
 * @param messages in the user's language
 * @param console where to tell of problems
 */
record Invocation(Arguments arguments, Messages messages, Console console) {

    /** Tells of problems and warnings; those without a place are of {@code file}. */
    void tell(List<Problem> problems, String file) {
        new ProblemPrinter(console, messages).print(problems, file);
    }

    /** Whether the output is to be in that format. */
    boolean isFormat(String format) {
        return format.equals(arguments.value(Option.FORMAT));
    }

    /** One result in the format that is asked for: a tree as JSON or CSV, or a text. */
    String rendered(Function<ProblemTree, Map<String, @Nullable Object>> tree, Supplier<String> text) {
        boolean isCsv = isFormat("csv");
        if (!isCsv && !isFormat("json")) {
            return text.get();
        }
        Map<String, @Nullable Object> whole =
                tree.apply(new ProblemTree(messages.language().locale()));
        return isCsv ? Csv.of(List.of(whole)) : Json.line(whole) + "\n";
    }

    /**
     * A text as people get to read it: what it is not of the file as it stands comes first, and nothing steers their terminal.
     *
     * @param about the one scenario that it is about, for names; null where there are several, or none
     */
    String toRead(String text, @Nullable Scenario about) {
        Departures departs = SelectionArguments.departures(arguments, messages);
        String departures = about == null || departs.isNone()
                ? departs.sentence(messages)
                : departs.sentence(messages, new Labels(about, messages));
        return Plain.text(departures.isEmpty() ? text : departures + "\n\n" + text);
    }

    /** A mistake on the command line. */
    UsageException wrong(String key, Object... details) {
        return new UsageException(messages.text(key, details));
    }
}
