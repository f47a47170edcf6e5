package nl.mkba.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.json.tree.Plain;
import nl.mkba.problem.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/** The whole command: finds out what is asked, has it done, and tells how it went. */
public final class Program {

    private final Console console;

    /** A program that prints here. */
    public Program(Console console) {
        this.console = console;
    }

    /** Runs a command line and gives the exit status; never throws. */
    public int run(String... words) {
        try {
            Messages messages = new Messages(language(words));
            try {
                return run(words, messages);
            } catch (UsageException e) {
                tell(e.explanation());
                return Result.WRONG;
            } catch (NoReaderException e) {
                return Result.UNREAD;
            } catch (IOException e) {
                tell(messages.text("failed.output", OutputFile.reason(e, messages)));
                return failed(e, words);
            } catch (UncheckedIOException e) {
                IOException cause = e.getCause();
                tell(messages.text("failed.output", cause == null ? e.toString() : OutputFile.reason(cause, messages)));
                return failed(e, words);
            } catch (OutOfMemoryError e) {
                tell(messages.text("failed.memory"));
                return failed(e, words);
            } catch (InvalidScenarioException e) {
                new ProblemPrinter(console, messages).print(e.problems(), "mkba");
                return Result.WRONG;
            } catch (RuntimeException | StackOverflowError e) {
                tell(messages.text("failed.program", e.toString()));
                return failed(e, words);
            }
        } catch (RuntimeException | Error e) {
            tell("internal error: please report it (" + e + ")");
            return failed(e, words);
        }
    }

    private int run(String[] words, Messages messages) throws IOException {
        int at = commandAt(words);
        if (at == words.length) {
            return withoutCommand(words, messages);
        }
        if (words[at].equals("attribution")) {
            throw new UsageException(messages.text("usage.renamed_command", "attribution", "shapley"));
        }
        Optional<Command> named = Command.named(words[at]);
        if (named.isEmpty() && !isThere(words[at])) {
            throw new UsageException(messages.text("usage.unknown_command", words[at])
                    + Syntax.maybe(words[at], Command.NAMES, messages));
        }
        // a file alone, as it comes from dropping it on the command, is opened
        Command command = named.orElseGet(OpenCommand::new);
        Syntax syntax = command.syntax();
        Arguments arguments = syntax.parse(named.isEmpty() ? words : without(words, at), messages);
        checkLanguage(arguments.value(Option.LANG), messages);
        if (arguments.has(Option.HELP)) {
            console.print(new CommandHelp(syntax, messages).text());
            return Result.DONE;
        }
        if (arguments.has(Option.VERSION)) {
            return version();
        }
        OutputFile out = OutputFile.named(Option.OUT, arguments, messages);
        boolean hasDialect = arguments.has(Option.CSV) && syntax.formats().contains("csv");
        if (hasDialect) {
            CsvArgument.checkOfFormat(arguments, messages);
        }
        if (arguments.hasAny(Option.NUMBERS)) {
            new ProblemPrinter(console, messages).print(NumberArguments.warnings(arguments), "mkba");
        }
        Invocation invocation = new Invocation(arguments, messages, console);
        Result result = command.run(invocation);
        String output = result.output();
        if (!output.isEmpty()) {
            if (syntax.isText(arguments)) {
                output = invocation.toRead(output, result.about());
            }
            if (hasDialect) {
                output = CsvArgument.dialect(arguments).from(output);
            }
            if (out == null) {
                console.print(output);
            } else {
                out.write(output, console);
            }
        }
        return result.status();
    }

    /** Where the command's name stands: the first word that is not an option, nor the value of {@code --lang}. */
    private static int commandAt(String[] words) {
        int at = 0;
        while (at < words.length && words[at].startsWith("-")) {
            at += words[at].equals("--lang") ? 2 : 1;
        }
        return Math.min(at, words.length);
    }

    private static boolean isThere(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String[] without(String[] words, int at) {
        String[] rest = new String[words.length - 1];
        System.arraycopy(words, 0, rest, 0, at);
        System.arraycopy(words, at + 1, rest, at, rest.length - at);
        return rest;
    }

    private int withoutCommand(String[] words, Messages messages) throws IOException {
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--help", "-h" -> {
                    console.print(Overview.of(messages));
                    return Result.DONE;
                }
                case "--version" -> {
                    return version();
                }
                case "--lang" -> {
                    i++;
                    checkLanguage(i < words.length ? words[i] : "", messages);
                }
                default -> {
                    if (!words[i].startsWith("--lang=") && !words[i].equals("--stacktrace")) {
                        throw new UsageException(messages.text("usage.unknown_option", words[i], ""));
                    }
                    checkLanguage(words[i].startsWith("--lang=") ? words[i].substring(7) : null, messages);
                }
            }
        }
        throw new UsageException(messages.text("usage.no_command", String.join(", ", Command.NAMES)));
    }

    private int version() throws IOException {
        String version = Program.class.getPackage().getImplementationVersion();
        console.print("mkba " + (version == null ? "?" : version) + "\n");
        return Result.DONE;
    }

    /** The language that is asked for, also on a command line that is otherwise wrong. */
    private static Language language(String[] words) {
        Optional<Language> language = Optional.empty();
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("--lang=")) {
                language = Language.of(words[i].substring(7));
            } else if (words[i].equals("--lang") && i + 1 < words.length) {
                language = Language.of(words[i + 1]);
            }
        }
        return language.orElse(Language.NL);
    }

    private static void checkLanguage(@Nullable String code, Messages messages) {
        if (code != null && Language.of(code).isEmpty()) {
            throw new UsageException(messages.text("usage.choice", "--lang", code, "nl, en"));
        }
    }

    private void tell(String message) {
        console.tell("mkba: " + Plain.line(message));
    }

    private int failed(Throwable failure, String[] words) {
        if (Arrays.asList(words).contains(Option.STACKTRACE.word())) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            console.tell(trace.toString());
        }
        return Result.FAILED;
    }
}
