package nl.mkba.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The words of a command line, sorted out. */
final class Arguments {

    private final ParseResult parsed;

    Arguments(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** The words without an option: files, mostly. */
    List<String> operands() {
        return parsed.matchedPositionalValue(0, List.of());
    }

    /** Whether the option was given. */
    boolean has(Option option) {
        return parsed.hasMatchedOption(option.word());
    }

    /** The value of an option that may be given once, or null. */
    @Nullable
    String value(Option option) {
        return parsed.hasMatchedOption(option.word())
                ? parsed.matchedOption(option.word()).getValue()
                : null;
    }

    /** The values of an option that may be given several times. */
    List<String> values(Option option) {
        return parsed.hasMatchedOption(option.word())
                ? List.copyOf(parsed.matchedOption(option.word()).<List<String>>getValue())
                : List.of();
    }
}
