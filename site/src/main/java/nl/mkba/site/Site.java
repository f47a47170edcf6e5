package nl.mkba.site;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's documentation, ready to be written as a site. It has a tree of pages for readers of each language: the pages in that
 * language, and those that exist in the other one only. Every link of a page leads to a place in the site, or outside the project.
 */
final class Site {

    private static final Pattern DOCUMENTATION = Pattern.compile("([^/]+|docs/.+|examples/([^/]+/)?[^/]+)\\.md");
    private static final Pattern PICTURE = Pattern.compile(".+\\.(png|jpg|svg)");

    private final Path root;
    private final Map<Language, Contents> contents = new EnumMap<>(Language.class);
    private final Map<Path, Path> pairs = new HashMap<>();
    private final Map<Language, Map<Path, Page>> pages = new EnumMap<>(Language.class);
    private final Set<Path> files = new TreeSet<>();

    private Site(Path root) throws IOException {
        this.root = root;
        for (Language language : Language.values()) {
            Path list = list(language);
            contents.put(language, Contents.read(Markdown.read(Files.readString(root.resolve(list))), list));
            pages.put(language, new TreeMap<>());
            pairs.putAll(contents(language).pairs());
            pairs.put(list, list(language.other()));
        }
    }

    /**
     * Reads the documentation of a project.
     *
     * @param root the project's folder
     * @throws DeadLinksException if links lead nowhere
     */
    static Site read(Path root) throws IOException {
        Site site = new Site(root);
        Deque<Path> toRead = new ArrayDeque<>(site.documentation());
        Set<Path> seen = new HashSet<>();
        while (!toRead.isEmpty()) {
            Path file = toRead.remove();
            if (seen.add(file) && !file.startsWith("..") && Files.isRegularFile(root.resolve(file))) {
                toRead.addAll(site.add(file));
            }
        }
        site.redirect();
        for (Language readers : Language.values()) {
            Page list = Objects.requireNonNull(site.pages(readers).get(list(readers)));
            Contents.withoutColumn(list.document(), readers.other().heading());
        }
        return site;
    }

    private static Path list(Language readers) {
        return Path.of(readers.contents());
    }

    private List<Path> documentation() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String folder : List.of("", "docs", "examples")) {
            // no deeper than the pages are: builds leave much behind
            try (Stream<Path> all = Files.walk(root.resolve(folder), folder.isEmpty() ? 1 : 3)) {
                all.map(root::relativize)
                        .filter(file -> DOCUMENTATION.matcher(slashed(file)).matches())
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Adds the pages that a file becomes, and says to which files they lead. */
    private List<Path> add(Path file) throws IOException {
        if (!Page.isMarkdown(file)) {
            files.add(file);
        }
        List<Path> led = new ArrayList<>();
        if (isToRead(file)) {
            for (Language readers : Language.values()) {
                Page page = Page.read(root, file, readers, file.equals(pairs.get(file)));
                if (page.language() == readers || !pairs.containsKey(file)) {
                    pages(readers).put(file, page);
                    page.references().forEach(reference -> led.add(reference.file()));
                }
            }
        }
        return led;
    }

    /** Whether a file is one to read, not a picture, a workbook or the like. */
    private boolean isToRead(Path file) throws IOException {
        try {
            Files.readString(root.resolve(file));
            return !PICTURE.matcher(slashed(file)).matches();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Has every reference lead to its place in the site. */
    private void redirect() {
        Set<String> dead = new TreeSet<>();
        for (Language readers : Language.values()) {
            for (Page page : pages(readers).values()) {
                for (Reference reference : page.references()) {
                    redirect(page, reference, dead);
                }
            }
        }
        if (!dead.isEmpty()) {
            throw new DeadLinksException(dead);
        }
    }

    private void redirect(Page page, Reference reference, Set<String> dead) {
        Page target = find(reference.file(), page.readers());
        String anchor = reference.anchor();
        if (target != null && (anchor.isEmpty() || target.ids().containsValue(anchor))) {
            reference.redirect().accept(page.to(target.place()) + (anchor.isEmpty() ? "" : "#" + anchor));
        } else if (target != null) {
            dead.add(reference + " has no heading #" + anchor);
        } else if (files.contains(reference.file())) {
            reference.redirect().accept(page.to(asItIs(reference.file())));
        } else {
            dead.add(reference + " is not there");
        }
    }

    /** A file as readers of a language see it, or else as it is in the other language. */
    @Nullable
    Page find(Path file, Language readers) {
        Page page = pages(readers).get(file);
        return page == null ? pages(readers.other()).get(file) : page;
    }

    /** The page in the other language, or the same one among the pages in the other language. */
    Page counterpart(Page page) {
        Page counterpart = find(
                pairs.getOrDefault(page.source(), page.source()), page.readers().other());
        if (counterpart == null) {
            throw new IllegalStateException(page.source() + " has no page for readers of the other language");
        }
        return counterpart;
    }

    /** The list of pages for readers of a language. */
    Contents contents(Language readers) {
        return Objects.requireNonNull(contents.get(readers));
    }

    /** The pages for readers of a language, by their files. */
    Map<Path, Page> pages(Language readers) {
        return Objects.requireNonNull(pages.get(readers));
    }

    /** The files that are in the site as they are. */
    Collection<Path> files() {
        return files;
    }

    /** Where the site has a file as it is. */
    static Path asItIs(Path file) {
        return Path.of("files").resolve(slashed(file).replaceFirst("^\\.", ""));
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
