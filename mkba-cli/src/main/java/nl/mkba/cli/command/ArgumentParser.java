package nl.mkba.cli.command;

import java.util.List;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Sorts out the words behind a command's name: {@code --option value} or {@code --option=value}; behind {@code --} all
 * are operands. Done by hand, because every run does it and a library for it takes as long to start as all the rest.
 */
final class ArgumentParser {

    private static final Pattern LONG_DASHES = Pattern.compile("^-?[\u2010-\u2015\u2212]+-?");

    private final Syntax syntax;
    private final String[] words;
    private final Messages messages;
    private final Arguments arguments = new Arguments();
    private int next;

    ArgumentParser(Syntax syntax, String[] words, Messages messages) {
        this.syntax = syntax;
        this.words = words;
        this.messages = messages;
    }

    /**
     * The words, sorted out.
     *
     * @throws UsageException if there is an unknown option, a value too many or too few, or an option given twice
     */
    Arguments parse() {
        boolean onlyOperands = false;
        while (next < words.length) {
            String word = words[next++];
            if (!onlyOperands) {
                refuseLongDash(word);
            }
            if (onlyOperands || !word.startsWith("-") || word.equals("-")) {
                arguments.addOperand(word);
            } else if (word.equals("--")) {
                onlyOperands = true;
            } else {
                option(word);
            }
        }
        return arguments;
    }

    /** An option that a word processor gave another dash; no other word begins with one and goes on like an option. */
    private void refuseLongDash(String word) {
        String name = LONG_DASHES.matcher(word).replaceFirst("--");
        int equals = name.indexOf('=');
        if (!name.equals(word) && find(equals < 0 ? name : name.substring(0, equals)) != null) {
            throw new UsageException(messages.text("usage.long_dash", word, name));
        }
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = find(name);
        if (option == null) {
            List<String> known = syntax.options().stream().map(Option::word).toList();
            throw new UsageException(
                    messages.text("usage.unknown_option", name, syntax.name()) + Syntax.maybe(name, known, messages));
        }
        if (option.kind() != Option.Kind.REPEATED && arguments.has(option)) {
            throw new UsageException(messages.text("usage.twice", name));
        }
        arguments.addOption(option, value(option, equals < 0 ? null : word.substring(equals + 1)));
    }

    private @Nullable Option find(String name) {
        for (Option option : syntax.options()) {
            if (option.word().equals(name)) {
                return option;
            }
        }
        return null;
    }

    private String value(Option option, @Nullable String attached) {
        if (option.kind() == Option.Kind.FLAG) {
            if (attached != null) {
                throw new UsageException(messages.text("usage.no_value", option.word()));
            }
            return "";
        }
        boolean isMissing = attached == null && (next == words.length || words[next].startsWith("--"));
        String value = isMissing ? "" : attached == null ? words[next++] : attached;
        if (value.isBlank()) {
            throw new UsageException(messages.text("usage.missing_value", option.word()));
        }
        boolean isApart = option == Option.SET && value.indexOf('=') < 0 && attached == null && next < words.length;
        if (isApart && !words[next].startsWith("-")) {
            throw new UsageException(messages.text("usage.set_apart", value, words[next]));
        }
        return value;
    }
}
