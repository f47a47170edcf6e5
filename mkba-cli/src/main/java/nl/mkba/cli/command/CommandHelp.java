package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.language.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of one command. */
final class CommandHelp {

    private static final int WIDTH = 100;

    private final Syntax syntax;
    private final Messages messages;

    CommandHelp(Syntax syntax, Messages messages) {
        this.syntax = syntax;
        this.messages = messages;
    }

    String text() {
        String name = syntax.name();
        CommandSpec spec = CommandSpec.create().name("mkba " + name);
        spec.interpolateVariables(false);
        for (Option option : syntax.options()) {
            spec.addOption(spec(option));
        }
        spec.usageMessage()
                .synopsisHeading(messages.text("help.usage") + " ")
                .customSynopsis(literal(synopsis()))
                .description(literal(messages.text("help." + name)))
                .sortOptions(false)
                .optionListHeading("%n" + messages.text("help.options_heading") + "%n")
                .footerHeading("%n" + messages.text("help.examples") + "%n")
                .footer(literal(messages.text("help." + name + ".examples")).split("\n", -1));
        return new CommandLine(spec).setUsageHelpWidth(WIDTH).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private String synopsis() {
        String operands = syntax.operands().isEmpty() ? "" : " " + syntax.operands(messages);
        return "mkba " + syntax.name() + " [" + messages.text("help.options") + "]" + operands;
    }

    private OptionSpec spec(Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.word()).description(description(option));
        if (option.kind() == Option.Kind.FLAG) {
            return builder.type(boolean.class).arity("0").build();
        }
        String value = option == Option.FORMAT
                ? String.join("|", syntax.formats())
                : Syntax.placeholders(option.valueName(), messages);
        Class<?> type = option.kind() == Option.Kind.SINGLE ? String.class : List.class;
        return builder.type(type)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(value)
                .build();
    }

    private String description(Option option) {
        return messages.text(
                switch (option) {
                    case ALTERNATIVE -> "option.alternative";
                    case OUTLOOK -> "option.outlook";
                    case SET -> "option.set";
                    case DISCOUNTING -> "option.discounting";
                    case LIBRARY -> "option.library";
                    case LIMITS -> "option.limits";
                    case FULL -> "option.full";
                    case STRICT -> "option.strict";
                    case QUALITY -> "option.quality";
                    case TABLE -> "option.table";
                    case COLUMNS -> "option.columns";
                    case SHEET -> "option.sheet";
                    case CHECK -> "option.check";
                    case DRAWS -> "option.draws";
                    case SEED -> "option.seed";
                    case SAMPLING -> "option.sampling";
                    case SAMPLES -> "option.samples";
                    case THREADS -> "option.threads";
                    case PRECISION -> "option.precision";
                    case EFFECTS -> "option.effects";
                    case DRAWS_OUT -> "option.draws_out";
                    case CSV -> "option.csv";
                    case IGNORE_COLUMNS -> "option.ignore_columns";
                    case SKIP_BAD_ROWS -> "option.skip_bad_rows";
                    case RESUME -> "option.resume";
                    case STAKEHOLDER -> "option.stakeholder";
                    case YEARS -> "option.years";
                    case LABEL -> "option.label";
                    case PRICES -> "option.prices";
                    case UNITS -> "option.units";
                    case BUDGET -> "option.budget";
                    case BUDGET_OF -> "option.budget_of";
                    case REPORT -> "option.report";
                    case MAP -> "option.map";
                    case MAP_ID -> "option.map_id";
                    case BENCHMARK -> "option.benchmark";
                    case OBJECTIVE -> "option.objective";
                    case AT_LEAST -> "option.at_least";
                    case PER -> "option.per";
                    case QUIET -> "option.quiet";
                    case FORMAT -> "option.format";
                    case LANG -> "option.lang";
                    case OUT -> "option.out";
                    case STACKTRACE -> "option.stacktrace";
                    case HELP -> "option.help";
                    case VERSION -> "option.version";
                });
    }

    /** Picocli reads the texts of a help as formats. */
    private static String literal(String text) {
        return text.replace("%", "%%");
    }
}
