package nl.mkba.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the documentation as a site that opens from the file system, without a server or a network. Its bytes depend on the project's files alone. */
public final class SiteWriter {

    private static final List<String> OWN_FILES =
            List.of("index.html", "site.js", "minisearch.min.js", "temml.min.js", "scripts.LICENSE.txt");
    private static final Path REPORT_STYLE = Path.of("mkba-cli/src/main/resources/nl/mkba/cli/report/page.css");

    private final Path root;
    private final Path folder;
    private final String version;
    private final Site site;
    private final Map<String, Path> javadoc = new TreeMap<>();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SiteWriter.class.getClassLoader(), "nl.mkba.site.template");

    private SiteWriter(Path root, Path folder, String version) throws IOException {
        this.root = root;
        this.folder = folder;
        this.version = version;
        this.site = Site.read(root);
    }

    /**
     * Writes the site.
     *
     * @param arguments the project's folder; the folder to write to, of which the content goes; the version, for the foot of the pages;
     *     and the folder in a module in which its Javadoc is, or "none" for a site without it
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], arguments[3]);
    }

    static void write(Path root, Path folder, String version, String javadoc) throws IOException {
        SiteWriter writer = new SiteWriter(root, folder, version);
        if (!javadoc.equals("none")) {
            try (Stream<Path> modules = Files.list(root)) {
                modules.filter(module -> Files.exists(module.resolve("src/api/api.txt")))
                        .filter(module -> Files.exists(module.resolve(javadoc).resolve("index.html")))
                        .forEach(module ->
                                writer.javadoc.put(module.getFileName().toString(), module.resolve(javadoc)));
            }
        }
        writer.write();
    }

    private void write() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (String name : OWN_FILES) {
            put(Path.of(name), resource(name));
        }
        put(Path.of("site.css"), colours() + resource("site.css"));
        for (Path file : site.files()) {
            copy(root.resolve(file), folder.resolve(Site.asItIs(file)));
        }
        for (Map.Entry<String, Path> module : javadoc.entrySet()) {
            try (Stream<Path> files = Files.walk(module.getValue())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    copy(
                            file,
                            folder.resolve("api")
                                    .resolve(module.getKey())
                                    .resolve(module.getValue().relativize(file)));
                }
            }
        }
        for (Language readers : Language.values()) {
            for (Page page : site.pages(readers).values()) {
                StringOutput html = new StringOutput();
                templates.render("page.jte", view(page), html);
                put(page.place(), html.toString());
            }
            put(
                    Path.of(readers.tag(), "sections.js"),
                    SearchIndex.script(site.pages(readers).values()));
        }
    }

    /** The colours and fonts of the report: the first rule of its style. */
    private String colours() throws IOException {
        String style = Files.readString(root.resolve(REPORT_STYLE));
        return style.substring(0, style.indexOf('}') + 1) + "\n\n";
    }

    private View view(Page page) {
        List<View.Group> groups = new ArrayList<>();
        Page above = above(page);
        for (Contents.Group group : site.contents(page.readers()).groups()) {
            groups.add(new View.Group(
                    group.title(),
                    group.entries().stream()
                            .map(entry -> entry(page, above, entry))
                            .toList()));
        }
        if (!javadoc.isEmpty()) {
            groups.add(new View.Group(
                    page.readers().text("javadoc"),
                    javadoc.keySet().stream()
                            .map(module ->
                                    new View.Entry(module, page.to(Path.of("api", module, "index.html")), null, false))
                            .toList()));
        }
        boolean own = Page.isMarkdown(page.source());
        return new View(
                page.readers(),
                page.language(),
                page.title(),
                Markdown.html(page.document(), page.ids(), page.readers().text("table")),
                page.to(Path.of("site.css")).replace("site.css", ""),
                groups,
                groups.stream()
                        .flatMap(group -> group.entries().stream())
                        .filter(entry -> "true".equals(entry.current()))
                        .findFirst()
                        .orElse(null),
                page.sections(),
                !Markdown.all(page.document(), Formula.class).isEmpty(),
                own ? null : page.to(Site.asItIs(page.source())),
                page.to(site.counterpart(page).place()),
                version);
    }

    private View.Entry entry(Page page, @Nullable Page above, Contents.Entry entry) {
        Page target = Objects.requireNonNull(site.find(entry.files().get(0), page.readers()));
        String current = target == page ? "page" : target == above ? "true" : null;
        return new View.Entry(entry.title(), page.to(target.place()), current, target.language() != page.readers());
    }

    /** The page of the list to which one that is not in the list belongs: the nearest README above it. */
    private @Nullable Page above(Page page) {
        List<Path> listed = site.contents(page.readers()).groups().stream()
                .flatMap(group -> group.entries().stream())
                .map(entry -> entry.files().get(0))
                .toList();
        Path file = page.source();
        if (page.isFirst()) {
            return null;
        }
        while (!listed.contains(file)) {
            Path in = file.getFileName().toString().equals("README.md") ? file.getParent() : file;
            if (in == null) {
                return null;
            }
            file = in.resolveSibling("README.md");
        }
        return file.equals(page.source()) ? null : site.pages(page.readers()).get(file);
    }

    private void put(Path place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        // two files of one place would be one page
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SiteWriter.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
