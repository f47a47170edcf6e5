package nl.mkba.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** A file of the project as readers of one language see it. */
final class Page {

    private static final Pattern DOCUMENTATION = Pattern.compile("^docs/((nl|en)/)?");

    private final Path source;
    private final Language readers;
    private final Language language;
    private final Node document;
    private final Map<Heading, String> ids = new LinkedHashMap<>();
    private final String title;

    private Page(Path source, Language readers, Language language, Node document) {
        this.source = source;
        this.readers = readers;
        this.language = language;
        this.document = document;
        IdGenerator generator = IdGenerator.builder().build();
        List<Heading> headings = headings();
        headings.forEach(heading -> ids.put(heading, generator.generateId(Markdown.text(heading))));
        if (headings.isEmpty()) {
            throw new IllegalArgumentException(source + " has no heading");
        }
        Heading first = headings.get(0);
        this.title = Markdown.text(first);
        // the template has it above what it says of the page
        first.unlink();
    }

    /**
     * Reads a file: Markdown, or any other text, which is shown as it is. Of a page with a part in each language the reader gets
     * their own.
     *
     * @param source the file, from the project's folder
     * @param both whether it is written for readers of both languages
     */
    static Page read(Path root, Path source, Language readers, boolean both) {
        try {
            String text = Files.readString(root.resolve(source));
            if (!isMarkdown(source)) {
                return new Page(source, readers, readers, asItIs(source, text));
            }
            Node document = Markdown.read(text);
            boolean halves = keepPart(document, readers);
            if (isExample(source)) {
                addScenarios(document, root.resolve(source).resolveSibling("."));
            }
            Language written = source.startsWith("docs/nl") ? Language.NL : Language.EN;
            return new Page(source, readers, halves || both ? readers : written, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }

    private static boolean isExample(Path source) {
        return source.startsWith("examples") && source.getNameCount() == 3;
    }

    private static Node asItIs(Path source, String text) {
        Node document = Markdown.read("");
        Heading heading = new Heading();
        heading.setLevel(1);
        heading.appendChild(new Text(source.getFileName().toString()));
        document.appendChild(heading);
        FencedCodeBlock block = new FencedCodeBlock();
        block.setLiteral(text);
        document.appendChild(block);
        return document;
    }

    /** Cuts out the part for readers of the other language, and the headings of both. */
    private static boolean keepPart(Node document, Language readers) {
        List<String> parts = Markdown.children(document).stream()
                .filter(node -> node instanceof Heading heading && heading.getLevel() == 2)
                .map(Markdown::text)
                .toList();
        if (!parts.contains(readers.heading())
                || !parts.contains(readers.other().heading())) {
            return false;
        }
        boolean kept = true;
        for (Node node : Markdown.children(document)) {
            boolean begins = node instanceof Heading heading && heading.getLevel() == 2;
            if (begins) {
                kept = !Markdown.text(node).equals(readers.other().heading());
            }
            if (!kept || (begins && Markdown.text(node).equals(readers.heading()))) {
                node.unlink();
            }
        }
        return true;
    }

    /** The page of an example ends with its files. */
    private static void addScenarios(Node document, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Paragraph paragraph = new Paragraph();
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                Link link = new Link(name, null);
                link.appendChild(new Text(name));
                paragraph.appendChild(new Text(paragraph.getFirstChild() == null ? "YAML: " : ", "));
                paragraph.appendChild(link);
            }
            if (paragraph.getFirstChild() != null) {
                document.appendChild(paragraph);
            }
        }
    }

    /** The file, from the project's folder. */
    Path source() {
        return source;
    }

    /** For readers of which language the page is. */
    Language readers() {
        return readers;
    }

    /** The language that it is written in. */
    Language language() {
        return language;
    }

    /** Its first heading. */
    String title() {
        return title;
    }

    /** What stands below the title. */
    Node document() {
        return document;
    }

    /** Its headings with their anchors, as code hosts make them. */
    Map<Heading, String> ids() {
        return ids;
    }

    /** Its headings, in their order. */
    private List<Heading> headings() {
        return Markdown.all(document, Heading.class);
    }

    /** Whether it is the list of all pages, with which its readers begin. */
    boolean isFirst() {
        return Site.slashed(source).equals(readers.contents());
    }

    /** The headings of its sections by their anchors. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Heading heading : headings()) {
            if (heading.getLevel() == 2 && !isFirst()) {
                sections.put(ids.get(heading), Markdown.text(heading));
            }
        }
        return sections;
    }

    /** Its place in the site: {@code docs/nl/kolommen.md} is {@code nl/kolommen.html}. */
    Path place() {
        if (isFirst()) {
            return Path.of(readers.tag(), "index.html");
        }
        // a hidden folder would be left out where sites are published
        String name =
                DOCUMENTATION.matcher(Site.slashed(source)).replaceFirst("").replaceFirst("^\\.", "");
        return Path.of(readers.tag(), name.replaceFirst("\\.md$", "") + ".html");
    }

    /** The relative address of a place in the site. */
    String to(Path place) {
        return Site.slashed(place().resolveSibling("").relativize(place));
    }

    /** Links and pictures that lead to files of the project or to places in the page. */
    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Link link : Markdown.all(document, Link.class)) {
            references.add(new Reference(source, link, link.getDestination(), link::setDestination));
        }
        for (Image image : Markdown.all(document, Image.class)) {
            references.add(new Reference(source, image, image.getDestination(), image::setDestination));
        }
        references.removeIf(Reference::leadsOutside);
        return references;
    }
}
