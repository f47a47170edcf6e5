package nl.mkba.cli.command;

import java.util.List;

/** {@code mkba completion}: the script that lets a shell complete what is typed. */
final class CompletionCommand implements Command {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Override
    public Syntax syntax() {
        return new Syntax("completion", "bash|zsh", 1, 1, List.of(), Option.general());
    }

    @Override
    public List<String> operandChoices() {
        return SHELLS;
    }

    @Override
    public Result run(Invocation invocation) {
        String shell = invocation.arguments().operands().get(0);
        if (!SHELLS.contains(shell)) {
            throw invocation.wrong("usage.choice", "SHELL", shell, String.join(", ", SHELLS));
        }
        return Result.done(CompletionScript.text());
    }
}
