package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a command line, sorted out. */
final class Arguments {

    private final List<String> operands = new ArrayList<>();
    private final Map<Option, List<String>> options = new HashMap<>();

    void addOperand(String word) {
        operands.add(word);
    }

    void addOption(Option option, String value) {
        List<String> values = options.get(option);
        if (values == null) {
            values = new ArrayList<>();
            options.put(option, values);
        }
        values.add(value);
    }

    /** The words without an option: files, mostly. */
    List<String> operands() {
        return operands;
    }

    /** Whether the option was given. */
    boolean has(Option option) {
        return options.containsKey(option);
    }

    /** Whether any of the options was given. */
    boolean hasAny(List<Option> some) {
        for (Option option : some) {
            if (has(option)) {
                return true;
            }
        }
        return false;
    }

    /** The value of an option that may be given once, or null. */
    @Nullable
    String value(Option option) {
        List<String> values = values(option);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The values of an option that may be given several times. */
    List<String> values(Option option) {
        return options.getOrDefault(option, List.of());
    }
}
