package nl.mkba.cli.command;

import java.util.List;

/** {@code mkba sensitivity}. */
final class SensitivityCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("sensitivity", "FILE", 1, 1, List.of("text", "json", "csv"), Option.reading(Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        return Result.wrong();
    }
}
