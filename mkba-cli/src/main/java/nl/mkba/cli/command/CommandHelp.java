package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;

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
        StringBuilder text = new StringBuilder();
        String operands = syntax.operands().isEmpty() ? "" : " " + syntax.operands(messages);
        text.append(
                messages.text("help.usage") + " mkba " + name + " [" + messages.text("help.options") + "]" + operands);
        text.append('\n');
        lines(messages.text("help." + name), WIDTH)
                .forEach(line -> text.append(line).append('\n'));
        text.append('\n').append(messages.text("help.options_heading")).append('\n');
        int column = column();
        for (Option option : syntax.options()) {
            text.append(described(option, column));
        }
        text.append('\n').append(messages.text("help.examples")).append('\n');
        return text.append(messages.text("help." + name + ".examples"))
                .append('\n')
                .toString();
    }

    /** Where the descriptions begin: behind the longest option that leaves them room. */
    private int column() {
        return syntax.options().stream()
                .mapToInt(option -> written(option).length())
                .filter(length -> length <= WIDTH / 4)
                .max()
                .orElseThrow();
    }

    private String described(Option option, int column) {
        String written = written(option);
        String indent = " ".repeat(column + 2);
        List<String> lines = lines(description(option), WIDTH - indent.length());
        String beside =
                written.length() <= column ? written + indent.substring(written.length()) : written + '\n' + indent;
        return beside + String.join('\n' + indent, lines) + '\n';
    }

    /** The option with what stands for its value. */
    private String written(Option option) {
        if (option.kind() == Option.Kind.FLAG) {
            return "  " + option.word();
        }
        String value = option == Option.FORMAT
                ? String.join("|", syntax.formats())
                : Syntax.placeholders(option.valueName(), messages);
        return "  " + option.word() + "=" + value;
    }

    /** A text in lines of at most {@code width} characters, broken at blanks. */
    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
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
}
