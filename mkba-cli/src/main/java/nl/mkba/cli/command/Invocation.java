package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.problem.Problem;

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

    /** A mistake on the command line. */
    UsageException wrong(String key, Object... details) {
        return new UsageException(messages.text(key, details));
    }
}
