package nl.mkba.cli.command;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mkba.discounting.PublishedPolicy;

/** The completion of commands, options and their values, made from the table of commands; one script for bash and zsh. */
final class CompletionScript {

    private static final List<Option> BEFORE_A_COMMAND = List.of(Option.LANG, Option.HELP, Option.VERSION);

    /** The places between the marks are filled in from the table. */
    private static final String SCRIPT = """
            # Completes mkba in bash and zsh. Load it with: source <(mkba completion bash)
            if [[ -n ${ZSH_VERSION-} ]]; then
              autoload -U +X compinit && compinit
              autoload -U +X bashcompinit && bashcompinit
            fi

            _complete_mkba() {
              local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
              local valued=' <valued> ' choices='' at first=1
              COMPREPLY=()
              # bash takes --option=value for three words
              if [[ $word == '=' ]]; then
                word=''
              elif [[ $before == '=' ]]; then
                before=${COMP_WORDS[COMP_CWORD-2]}
              fi
              for (( at = 2; at < COMP_CWORD; at++ )); do
                if [[ $valued == *" ${COMP_WORDS[at]} "* ]]; then
                  (( at++ ))
                elif [[ ${COMP_WORDS[at]} != -* && ${COMP_WORDS[at]} != '=' ]]; then
                  first=0
                fi
              done
              if [[ $word == -* ]]; then
                case $command in
            <options>
                  *) choices='<general>' ;;
                esac
              elif (( COMP_CWORD == 1 )); then
                choices='<commands>'
              elif [[ $valued == *" $before "* ]]; then
                case "$command $before" in
            <values>
                  *' <files>') choices=/ ;;
                esac
              else
                choices=/
                case "$command $first" in
            <operands>
                esac
              fi
              if [[ $choices == / ]]; then
                IFS=$'\\n'
                compopt -o filenames 2> /dev/null
                COMPREPLY=($(compgen -f -- "$word"))
              else
                COMPREPLY=($(compgen -W "$choices" -- "$word"))
              fi
            }

            complete -F _complete_mkba mkba
            """;

    private CompletionScript() {}

    static String text() {
        List<String> options = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        // What a value may be, and after which command and option it is so.
        Map<String, List<String>> values = new TreeMap<>();
        for (String name : Command.NAMES) {
            Command command = Command.named(name).orElseThrow();
            Syntax syntax = command.syntax();
            options.add(choice(name, words(syntax.options())));
            if (!command.operandChoices().isEmpty()) {
                operands.add(choice("'" + name + " 1'", String.join(" ", command.operandChoices())));
            }
            if (syntax.options().contains(Option.FORMAT)) {
                values.computeIfAbsent(String.join(" ", syntax.formats()), key -> new ArrayList<>())
                        .add("'" + name + " " + Option.FORMAT.word() + "'");
            }
        }
        for (Option option : Option.values()) {
            List<String> choices = choices(option);
            if (!choices.isEmpty()) {
                values.computeIfAbsent(String.join(" ", choices), key -> new ArrayList<>())
                        .add("*' " + option.word() + "'");
            }
        }
        List<Option> files =
                Arrays.stream(Option.values()).filter(Option::isPath).toList();
        List<Option> valued = Arrays.stream(Option.values())
                .filter(option -> option.kind() != Option.Kind.FLAG)
                .toList();
        return SCRIPT.replace("<valued>", words(valued))
                .replace("<options>", String.join("\n", options))
                .replace("<general>", words(BEFORE_A_COMMAND))
                .replace("<commands>", String.join(" ", Command.NAMES))
                .replace(
                        "<values>",
                        values.entrySet().stream()
                                .map(each -> choice(String.join(" | ", each.getValue()), each.getKey()))
                                .collect(joining("\n")))
                .replace("<files>", files.stream().map(Option::word).collect(joining("' | *' ")))
                .replace("<operands>", String.join("\n", operands));
    }

    /** One line of a {@code case}. */
    private static String choice(String pattern, String choices) {
        return "      " + pattern + ") choices='" + choices + "' ;;";
    }

    private static String words(List<Option> options) {
        return options.stream().map(Option::word).collect(joining(" "));
    }

    private static List<String> choices(Option option) {
        return option == Option.DISCOUNTING ? PublishedPolicy.ids() : option.choices();
    }
}
