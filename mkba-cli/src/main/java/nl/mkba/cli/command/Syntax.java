package nl.mkba.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.spelling.Spelling;

/**
 * What may stand on the command line behind a command's name.
 *
 * @param name the command
 * @param operands what stands there without an option, as the help shows it
 * @param fewest how many of those at least
 * @param most how many of those at most
 * @param formats what {@code --format} may be, the default first; empty if there is no such option
 * @param options all options
 */
record Syntax(String name, String operands, int fewest, int most, List<String> formats, List<Option> options) {

    /** For a command that takes any number of operands. */
    static final int ANY = Integer.MAX_VALUE;

    private static final String TEXT = "text";

    /** Endings of names that say what is in a file. */
    private static final Set<String> FILES = Set.of("json", "csv", "html", "xlsx");

    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]{2,}");

    /**
     * Reads the words behind the command's name.
     *
     * @throws UsageException if they are not as they should be
     */
    Arguments parse(String[] words, Messages messages) {
        Arguments arguments = new ArgumentParser(this, words, messages).parse();
        if (arguments.has(Option.HELP) || arguments.has(Option.VERSION)) {
            return arguments;
        }
        int given = arguments.operands().size();
        if (given < fewest) {
            throw new UsageException(messages.text("usage.too_few", name, operands(messages)));
        }
        if (given > most) {
            throw new UsageException(
                    messages.text("usage.too_many", arguments.operands().get(most), name, operands(messages)));
        }
        for (Option option : options) {
            requireChoice(option, option == Option.FORMAT ? formats : option.choices(), arguments, messages);
        }
        checkEnding(arguments, messages);
        return arguments;
    }

    /** A name that says what is in a file is not given to something else. */
    private void checkEnding(Arguments arguments, Messages messages) {
        String out = arguments.value(Option.OUT);
        if (out == null || formats.isEmpty() || (!TEXT.equals(formats.get(0)) && !arguments.has(Option.FORMAT))) {
            // Without formats, and where the name itself tells which, nothing else can be in it.
            return;
        }
        String ending = out.substring(out.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String format = arguments.value(Option.FORMAT);
        String written = format == null ? formats.get(0) : format;
        // With a budget to choose by, what goes into the file is a table, and the format that of what is printed.
        if (ending.equals(written) || !FILES.contains(ending) || options.contains(Option.BUDGET)) {
            return;
        }
        throw new UsageException(
                formats.contains(ending)
                        ? messages.text("usage.out_ending", out, written, ending)
                        : messages.text("usage.out_of_report", out, written));
    }

    /** Refuses a word that is none of those that an option can have, if it can have only some. */
    private static void requireChoice(Option option, List<String> choices, Arguments arguments, Messages messages) {
        String word = arguments.value(option);
        if (word != null && !choices.isEmpty() && !choices.contains(word)) {
            throw new UsageException(messages.text("usage.choice", option.word(), word, String.join(", ", choices))
                    + maybe(word, choices, messages));
        }
    }

    /** The operands as the help and the messages show them. */
    String operands(Messages messages) {
        return placeholders(operands, messages);
    }

    /** Words in capitals, such as {@code FILE}, stand for what is to be filled in, and are shown in the reader's language. */
    static String placeholders(String words, Messages messages) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(
                        found -> messages.text("placeholder." + found.group().toLowerCase(Locale.ROOT)));
    }

    /** Whether what is asked for is a text to read, rather than what another program reads. */
    boolean isText(Arguments arguments) {
        String format = arguments.value(Option.FORMAT);
        return TEXT.equals(format == null && !formats.isEmpty() ? formats.get(0) : format);
    }

    /** The nearest known word, as a question behind a message. */
    static String maybe(String word, List<String> known, Messages messages) {
        String nearest = Spelling.nearest(word, known);
        return nearest == null ? "" : " " + messages.text("usage.maybe", nearest);
    }
}
