package nl.mkba.cli.command;

import java.util.List;
import java.util.Locale;
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
        return arguments;
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
        return "text".equals(format == null && !formats.isEmpty() ? formats.get(0) : format);
    }

    /** The nearest known word, as a question behind a message. */
    static String maybe(String word, List<String> known, Messages messages) {
        String nearest = Spelling.nearest(word, known);
        return nearest == null ? "" : " " + messages.text("usage.maybe", nearest);
    }
}
