package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import nl.mkba.cli.render.CatalogueText;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.Template;
import nl.mkba.file.schema.ScenarioSchema;

/** {@code mkba new}: starts a scenario from a template; without arguments it lists the templates. */
final class NewCommand implements Command {

    /** Where editors look; what is there already stays. */
    private static final String EDITOR_FOLDER = ".vscode";

    private static final String SCHEMA = EDITOR_FOLDER + "/mkba.schema.json";

    private static final String SETTINGS = """
            {
              "yaml.schemas": {"%s": "*.yaml"}
            }
            """.formatted(SCHEMA);

    /** The extension that knows what a schema is. */
    private static final String EXTENSIONS = """
            {
              "recommendations": ["redhat.vscode-yaml"]
            }
            """;

    /** By this line editors find the schema from the file alone. */
    private static final String MODELINE = "# yaml-language-server: $schema=" + SCHEMA + "\n";

    @Override
    public Syntax syntax() {
        return new Syntax("new", "[TEMPLATE DIR]", 0, 2, List.of(), Option.general());
    }

    @Override
    public List<String> operandChoices() {
        // they are the same in every language
        return Catalogue.readTemplates(Locale.ROOT).stream().map(Template::id).toList();
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        List<String> operands = invocation.arguments().operands();
        List<Template> templates =
                Catalogue.readTemplates(invocation.messages().language().locale());
        if (operands.isEmpty()) {
            return Result.done(invocation.messages().text("new.templates") + "\n\n"
                    + CatalogueText.of(templates, invocation.messages()));
        }
        Template template = named(operands.get(0), templates, invocation);
        if (operands.size() == 1) {
            throw invocation.wrong("usage.too_few", "new", Syntax.placeholders("TEMPLATE DIR", invocation.messages()));
        }
        Path folder = folder(operands.get(1), template, invocation);
        write(template, folder);
        Path scenario = folder.resolve(template.scenario().name());
        return Result.done(invocation.messages().text("new.written", scenario) + "\n");
    }

    private static Template named(String id, List<Template> templates, Invocation invocation) {
        List<String> ids = templates.stream().map(Template::id).toList();
        int at = ids.indexOf(id);
        if (at < 0) {
            throw new UsageException(invocation.messages().text("usage.unknown_template", id, String.join(", ", ids))
                    + Syntax.maybe(id, ids, invocation.messages()));
        }
        return templates.get(at);
    }

    /** The folder to write in, in which nothing is there that would be overwritten. */
    private static Path folder(String name, Template template, Invocation invocation) {
        Path folder;
        try {
            folder = Path.of(name);
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_folder_name", name);
        }
        if (name.isBlank() || (exists(folder) && !Files.isDirectory(folder))) {
            throw invocation.wrong("usage.no_folder_name", name);
        }
        for (Template.File file : template.files()) {
            if (exists(folder.resolve(file.name()))) {
                throw invocation.wrong("usage.file_is_there", folder.resolve(file.name()));
            }
        }
        return folder;
    }

    /** Also a link that leads nowhere. */
    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The scenario comes last: when it is there, so is all that belongs to it. */
    private static void write(Template template, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(EDITOR_FOLDER));
        writeIfAbsent(folder.resolve(SCHEMA), ScenarioSchema.json());
        writeIfAbsent(folder.resolve(EDITOR_FOLDER).resolve("settings.json"), SETTINGS);
        writeIfAbsent(folder.resolve(EDITOR_FOLDER).resolve("extensions.json"), EXTENSIONS);
        List<Template.File> lastFirst = new ArrayList<>(template.files());
        Collections.reverse(lastFirst);
        for (Template.File file : lastFirst) {
            boolean isScenario = file.equals(template.scenario());
            OutputFile.write(folder.resolve(file.name()), isScenario ? MODELINE + file.text() : file.text());
        }
    }

    private static void writeIfAbsent(Path file, String text) throws IOException {
        if (!exists(file)) {
            OutputFile.write(file, text);
        }
    }
}
