package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.problem.Spelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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

    private static final int HELP_WIDTH = 100;

    /**
     * Reads the words behind the command's name.
     *
     * @throws UsageException if they are not as they should be
     */
    Arguments parse(String[] words, Messages messages) {
        Arguments arguments;
        try {
            arguments = new Arguments(line(null).parseArgs(words));
        } catch (ParameterException e) {
            throw new UsageException(explain(e, messages));
        }
        if (arguments.has(Option.HELP) || arguments.has(Option.VERSION)) {
            return arguments;
        }
        int given = arguments.operands().size();
        if (given < fewest) {
            throw new UsageException(messages.text("usage.too_few", name, operands));
        }
        if (given > most) {
            throw new UsageException(
                    messages.text("usage.too_many", arguments.operands().get(most), name, operands));
        }
        String format = arguments.value(Option.FORMAT);
        if (format != null && !formats.contains(format)) {
            throw new UsageException(messages.text("usage.choice", "--format", format, String.join(", ", formats)));
        }
        return arguments;
    }

    /** The command's help. */
    String help(Messages messages) {
        return line(messages).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private CommandLine line(@Nullable Messages messages) {
        CommandSpec spec = CommandSpec.create().name("mkba " + name);
        spec.interpolateVariables(false);
        for (Option option : options) {
            spec.addOption(option(option, messages));
        }
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .paramLabel("FILE")
                .hidden(true)
                .build());
        if (messages != null) {
            describe(spec, messages);
        }
        CommandLine line = new CommandLine(spec);
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(HELP_WIDTH);
        return line;
    }

    private OptionSpec option(Option option, @Nullable Messages messages) {
        OptionSpec.Builder builder = OptionSpec.builder(option.word());
        switch (option.kind()) {
            case FLAG -> builder.type(boolean.class).arity("0");
            case SINGLE -> builder.type(String.class).arity("1");
            case REPEATED ->
                builder.type(List.class).auxiliaryTypes(String.class).arity("1");
        }
        if (messages != null) {
            builder.description(literal(description(option, messages)));
            builder.paramLabel(option == Option.FORMAT ? String.join("|", formats) : option.valueName());
        }
        return builder.build();
    }

    private static String description(Option option, Messages messages) {
        return messages.text(
                switch (option) {
                    case ALTERNATIVE -> "option.alternative";
                    case OUTLOOK -> "option.outlook";
                    case SET -> "option.set";
                    case DISCOUNTING -> "option.discounting";
                    case LIBRARY -> "option.library";
                    case STRICT -> "option.strict";
                    case FORMAT -> "option.format";
                    case LANG -> "option.lang";
                    case OUT -> "option.out";
                    case STACKTRACE -> "option.stacktrace";
                    case HELP -> "option.help";
                    case VERSION -> "option.version";
                });
    }

    private void describe(CommandSpec spec, Messages messages) {
        spec.usageMessage()
                .synopsisHeading(messages.text("help.usage") + " ")
                .customSynopsis(literal(
                        ("mkba " + name + " [" + messages.text("help.options") + "] " + operands).stripTrailing()))
                .description(literal(messages.text("help." + name)))
                .sortOptions(false)
                .optionListHeading("%n" + messages.text("help.options_heading") + "%n")
                .footerHeading("%n" + messages.text("help.examples") + "%n")
                .footer(literal(messages.text("help." + name + ".examples")).split("\n", -1));
    }

    /** Picocli reads the texts of a help as formats. */
    static String literal(String text) {
        return text.replace("%", "%%");
    }

    private String explain(ParameterException wrong, Messages messages) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            List<String> known = options.stream().map(Option::word).toList();
            return messages.text("usage.unknown_option", option, name) + maybe(option, known, messages);
        }
        ArgSpec about = wrong.getArgSpec();
        if (!(about instanceof OptionSpec option)) {
            return String.valueOf(wrong.getMessage());
        }
        if (wrong instanceof OverwrittenOptionException) {
            return messages.text("usage.twice", option.longestName());
        }
        String key = option.arity().max() == 0 ? "usage.no_value" : "usage.missing_value";
        return messages.text(key, option.longestName());
    }

    /** The nearest known word, as a question behind a message. */
    static String maybe(String word, List<String> known, Messages messages) {
        String nearest = Spelling.nearest(word, known);
        return nearest == null ? "" : " " + messages.text("usage.maybe", nearest);
    }
}
