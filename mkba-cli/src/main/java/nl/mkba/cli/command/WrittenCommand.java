package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A command line as someone else can type it. */
final class WrittenCommand {

    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w./:=@%+,-]+");

    private WrittenCommand() {}

    /** The command with its operands and options, but for the options that change nothing in the result. */
    static String of(String command, Arguments arguments, Set<Option> ofNoMatter) {
        return of(command, arguments.operands(), arguments, ofNoMatter);
    }

    /** The same with other operands. */
    static String of(String command, List<String> operands, Arguments arguments, Set<Option> ofNoMatter) {
        List<String> words = new ArrayList<>(List.of("mkba", command));
        operands.forEach(operand -> words.add(quoted(operand)));
        for (Option option : Option.values()) {
            if (arguments.has(option) && !ofNoMatter.contains(option)) {
                arguments.values(option).forEach(value -> {
                    words.add(option.word());
                    if (option.kind() != Option.Kind.FLAG) {
                        words.add(quoted(value));
                    }
                });
            }
        }
        return String.join(" ", words);
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
