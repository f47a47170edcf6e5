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

/** {@code mkba new}: starts a scenario from a template; without arguments it lists the templates. */
final class NewCommand implements Command {

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
        Files.createDirectories(folder);
        List<Template.File> lastFirst = new ArrayList<>(template.files());
        Collections.reverse(lastFirst);
        for (Template.File file : lastFirst) {
            OutputFile.write(folder.resolve(file.name()), file.text());
        }
    }
}
