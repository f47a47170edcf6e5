package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.file.schema.ScenarioSchema;

/** {@code mkba schema}: the JSON Schema of the scenario file. */
final class SchemaCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("schema", "", 0, 0, List.of(), Option.general());
    }

    @Override
    public Result run(Invocation invocation) {
        return Result.done(ScenarioSchema.json() + "\n");
    }
}
