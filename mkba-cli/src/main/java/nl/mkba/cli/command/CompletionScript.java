package nl.mkba.cli.command;

import java.io.File;
import java.util.List;
import java.util.Locale;
import nl.mkba.discounting.PublishedPolicy;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion of commands, options and their values, made from the table of commands; one script for bash and zsh. */
final class CompletionScript {

    private CompletionScript() {}

    static String text() {
        CommandSpec mkba = CommandSpec.create().name("mkba");
        List.of(Option.LANG, Option.HELP, Option.VERSION).forEach(option -> mkba.addOption(spec(option, List.of())));
        for (String name : Command.NAMES) {
            mkba.addSubcommand(name, spec(Command.named(name).orElseThrow()));
        }
        return AutoComplete.bash("mkba", new CommandLine(mkba)) + "\n";
    }

    private static CommandSpec spec(Command command) {
        Syntax syntax = command.syntax();
        CommandSpec spec = CommandSpec.create();
        syntax.options().forEach(option -> spec.addOption(spec(option, syntax.formats())));
        List<String> choices = command.operandChoices();
        if (!choices.isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .type(String.class)
                    .completionCandidates(choices)
                    .build());
        }
        if (syntax.most() > (choices.isEmpty() ? 0 : 1)) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(choices.isEmpty() ? "0..*" : "1..*")
                    .type(List.class)
                    .auxiliaryTypes(File.class)
                    .build());
        }
        return spec;
    }

    private static OptionSpec spec(Option option, List<String> formats) {
        OptionSpec.Builder spec = OptionSpec.builder(option.word());
        if (option.kind() == Option.Kind.FLAG) {
            return spec.type(boolean.class).arity("0").build();
        }
        // The script names its variables after the label.
        spec.type(List.class).arity("1").paramLabel(option.name().toLowerCase(Locale.ROOT));
        return switch (option) {
            case LIBRARY, OUT, DRAWS_OUT, TABLE, COLUMNS, REPORT, MAP ->
                spec.auxiliaryTypes(File.class).build();
            case FORMAT -> chosen(spec, formats);
            case DISCOUNTING -> chosen(spec, PublishedPolicy.ids());
            case LANG, SAMPLING, CSV, PRICES ->
                chosen(spec, List.of(option.valueName().split("\\|")));
            default -> chosen(spec, List.of());
        };
    }

    private static OptionSpec chosen(OptionSpec.Builder spec, List<String> values) {
        return spec.auxiliaryTypes(String.class).completionCandidates(values).build();
    }
}
