package nl.mkba.cli.command;

import nl.mkba.cli.language.Messages;

/** The help for {@code mkba} without a command. */
final class Overview {

    private Overview() {}

    static String of(Messages messages) {
        StringBuilder text = new StringBuilder(2048);
        text.append(messages.text("help.usage")).append(" mkba " + Syntax.placeholders("COMMAND", messages) + " …\n\n");
        text.append(messages.text("help")).append("\n\n").append(messages.text("help.commands_heading"));
        text.append('\n');
        for (String name : Command.NAMES) {
            String description = messages.text("help." + name);
            int end = description.indexOf(". ");
            text.append("  ").append(name).append(" ".repeat(13 - name.length()));
            text.append(end < 0 ? description : description.substring(0, end + 1))
                    .append('\n');
        }
        text.append('\n').append(messages.text("help.status")).append("\n\n");
        text.append(messages.text("help.examples")).append('\n');
        text.append(messages.text("help.run.examples")).append('\n');
        return text.toString();
    }
}
