package nl.mkba.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's documentation as a site. */
class SiteTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern SAID = Pattern.compile("(?:In Dutch|In het Engels): \\[[^]]*]\\(([^)]*)\\)");

    @TempDir
    static Path folder;

    private static Site site;

    /** The text of every page of the site, by its place. */
    private static final Map<Path, String> PAGES = new TreeMap<>();

    private static final Map<Path, Set<String>> IDS = new TreeMap<>();

    @BeforeAll
    static void write() throws IOException {
        site = Site.read(ROOT);
        SiteWriter.write(ROOT, folder.resolve("site"), "1.2.3", "none");
        for (Path place : files("site")) {
            if (place.toString().endsWith(".html")) {
                PAGES.put(place, Files.readString(folder.resolve("site").resolve(place)));
            }
        }
    }

    private static List<Path> files(String site) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(site))) {
            return files.filter(Files::isRegularFile)
                    .map(folder.resolve(site)::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** The addresses within the site on a page, and the place each leads to. */
    private static Map<String, Path> addresses(Path place) {
        Map<String, Path> addresses = new TreeMap<>();
        Matcher address = ADDRESS.matcher(PAGES.get(place));
        while (address.find()) {
            String file = address.group(1).replaceFirst("#.*", "");
            if (!address.group(1).contains("://")) {
                addresses.put(
                        address.group(1),
                        file.isEmpty() ? place : place.resolveSibling(file).normalize());
            }
        }
        return addresses;
    }

    @Test
    void everyAddressOnEveryPageLeadsToAFileAndAHeadingOfTheSite() throws IOException {
        Set<Path> files = Set.copyOf(files("site"));
        List<String> dead = new ArrayList<>();
        for (Path place : PAGES.keySet()) {
            addresses(place).forEach((address, file) -> {
                String anchor = address.contains("#") ? address.substring(address.indexOf('#') + 1) : "";
                if (!files.contains(file) || !anchor.isEmpty() && !ids(file).contains(anchor)) {
                    dead.add(place + " → " + address);
                }
            });
        }
        assertThat(dead).isEmpty();
    }

    private static Set<String> ids(Path place) {
        return IDS.computeIfAbsent(
                place,
                page -> ID.matcher(PAGES.get(page))
                        .results()
                        .map(id -> id.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void aReaderOfEitherLanguageReachesEveryPageForThemWithoutTheSwitch() {
        for (String language : List.of("nl", "en")) {
            Path first = Path.of(language, "index.html");
            Set<Path> reached = new TreeSet<>(Set.of(first));
            Deque<Path> toRead = new ArrayDeque<>(reached);
            while (!toRead.isEmpty()) {
                for (Path next : addresses(toRead.remove()).values()) {
                    if (next.startsWith(language) && PAGES.containsKey(next) && reached.add(next)) {
                        toRead.add(next);
                    }
                }
            }
            assertThat(reached)
                    .containsExactlyElementsOf(PAGES.keySet().stream()
                            .filter(place -> place.startsWith(language))
                            .toList());
        }
    }

    @Test
    void everyMarkdownFileOfTheDocumentationIsThereForReadersOfBothLanguages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> files = docs.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .toList();
            assertThat(files).hasSizeGreaterThan(60).allSatisfy(file -> {
                for (Language readers : Language.values()) {
                    Page page = site.find(file, readers);
                    assertThat(page).isNotNull();
                    // there and back again is the same page
                    assertThat(site.counterpart(site.counterpart(page))).isSameAs(page);
                    assertThat(site.counterpart(page).readers()).isNotEqualTo(page.readers());
                }
            });
        }
    }

    @Test
    void theListsOfBothLanguagesNameTheSamePagesInTheSameGroupsAndOrder() {
        List<List<Path>> dutch = new ArrayList<>();
        for (Contents.Group group : site.contents(Language.EN).groups()) {
            dutch.add(group.entries().stream()
                    .map(entry -> entry.files().get(entry.files().size() - 1))
                    .toList());
        }
        assertThat(site.contents(Language.NL).groups())
                .extracting(group -> group.entries().stream()
                        .map(entry -> entry.files().get(0))
                        .toList())
                .containsExactlyElementsOf(dutch);
    }

    /** A page that has another in the other language names that one, and each page of a language has one. */
    @Test
    void aPageNamesTheOneThatTheListPairsItWith() throws IOException {
        Map<Path, Path> pairs = site.contents(Language.EN).pairs();
        for (Language language : Language.values()) {
            try (Stream<Path> files = Files.list(ROOT.resolve("docs").resolve(language.tag()))) {
                for (Path file : files.map(ROOT::relativize).toList()) {
                    if (!file.toString().replace('\\', '/').equals(language.contents())) {
                        assertThat(pairs).containsKey(file);
                        Matcher said = SAID.matcher(Files.readString(ROOT.resolve(file)));
                        if (said.find()) {
                            assertThat(file.resolveSibling(said.group(1)).normalize())
                                    .as(file.toString())
                                    .isEqualTo(pairs.get(file));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aPageInOneLanguageIsAmongBothAndMarkedWhereItIsForeign() {
        String marked = "Snelheid <span class=\"mark\">Engels</span></a>";
        assertThat(PAGES.get(Path.of("nl/index.html"))).contains(marked);
        assertThat(PAGES.get(Path.of("nl/performance.html")))
                .contains("<html lang=\"nl\">", "<article lang=\"en\">", "Deze pagina is er alleen in het Engels.");
        assertThat(PAGES.get(Path.of("en/performance.html")))
                .contains("<article lang=\"en\">")
                .doesNotContain("class=\"mark\"");
        assertThat(PAGES.get(Path.of("nl/kolommen.html"))).contains("href=\"../en/columns.html\">English</a>");
    }

    @Test
    void anExampleIsInTheLanguageOfItsReaderAndHasItsFiles() {
        assertThat(PAGES.get(Path.of("nl/examples/krimp/README.html")))
                .contains("Een krimpgemeente heeft", "<article lang=\"nl\">", "href=\"krimp.yaml.html\"")
                .doesNotContain("A shrinking municipality");
        assertThat(PAGES.get(Path.of("en/examples/krimp/README.html")))
                .contains("A shrinking municipality", "<article lang=\"en\">")
                .doesNotContain("Een krimpgemeente heeft");
        assertThat(folder.resolve("site/files/examples/krimp/krimp.yaml"))
                .hasSameTextualContentAs(ROOT.resolve("examples/krimp/krimp.yaml"));
    }

    @Test
    void nothingOfTheMachineOrTheTimeIsInItsBytes() throws IOException {
        // what another version left behind goes
        Files.createDirectories(folder.resolve("again/nl"));
        Files.writeString(folder.resolve("again/nl/old.html"), "old");
        SiteWriter.write(ROOT, folder.resolve("again"), "1.2.3", "none");
        assertThat(files("again")).isEqualTo(files("site"));
        for (Path file : files("again")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("site").resolve(file));
        }
        assertThat(PAGES.values()).noneMatch(text -> text.contains(ROOT.toString()));
    }

    @Test
    void itLooksAsTheReportDoes() throws IOException {
        assertThat(Files.readString(folder.resolve("site/site.css")))
                .startsWith(":root {")
                .contains("--paper: light-dark(", "--serif: ");
    }

    @Test
    void javadocIsLinkedWhereItWasMade() throws IOException {
        Path project = project(Map.of(
                "mkba-core/src/api/api.txt", "",
                "mkba-core/target/docs/index.html", "<html></html>",
                "inside/target/docs/index.html", "<html>promises nothing</html>"));
        SiteWriter.write(project, folder.resolve("with"), "1", "target/docs");
        assertThat(folder.resolve("with/api/mkba-core/index.html")).hasContent("<html></html>");
        assertThat(folder.resolve("with/api/inside")).doesNotExist();
        assertThat(Files.readString(folder.resolve("with/nl/index.html")))
                .contains("<h2>Java-API</h2>", "<a href=\"../api/mkba-core/index.html\">mkba-core</a>");
        SiteWriter.write(project, folder.resolve("without"), "1", "none");
        assertThat(Files.readString(folder.resolve("without/nl/index.html"))).doesNotContain("Java-API");
    }

    @Test
    void everyDeadLinkIsNamedWithItsPageAndLine() throws IOException {
        Path project = project(
                Map.of(
                        "docs/one.md",
                        "# One\n\n[a](two.md#there), [b](two.md#gone), [c](three.md)\n\n| t |\n|---|\n| [d](#none) |\n",
                        "docs/two.md",
                        "# Two\n\n## There\n\n![e](no.png) [f](../../outside.md) [g](https://example.org/#x) `[h](code.md)`\n"));
        assertThatThrownBy(() -> Site.read(project))
                .isInstanceOf(DeadLinksException.class)
                .hasMessage("these links lead nowhere:\n"
                        + Stream.of(
                                        "docs/one.md:3: (three.md) is not there",
                                        "docs/one.md:3: (two.md#gone) has no heading #gone",
                                        "docs/one.md:7: (#none) has no heading #none",
                                        "docs/two.md:5: (../../outside.md) is not there",
                                        "docs/two.md:5: (no.png) is not there")
                                .sorted()
                                .collect(Collectors.joining("\n")));
    }

    @Test
    void aFileThatIsLinkedComesAlong() throws IOException {
        Path project = project(Map.of(
                "docs/one.md",
                "# One\n\n[code](../src/Some.java), ![picture](p.svg), [more](../src/MORE.md), [table](../src/t.bin)\n",
                "docs/p.svg",
                "<svg/>",
                "src/Some.java",
                "class Some<T> {}\n",
                "src/MORE.md",
                "# More\n"));
        Files.write(project.resolve("src/t.bin"), new byte[] {(byte) 0xff, 0, 1});
        SiteWriter.write(project, folder.resolve("linked"), "1", "none");
        assertThat(Files.readString(folder.resolve("linked/nl/one.html")))
                .contains(
                        "href=\"src/Some.java.html\"",
                        "src=\"../files/docs/p.svg\"",
                        "href=\"src/MORE.html\"",
                        "href=\"../files/src/t.bin\"");
        assertThat(Files.readString(folder.resolve("linked/nl/src/Some.java.html")))
                .contains("class Some&lt;T&gt; {}");
        assertThat(folder.resolve("linked/files/docs/p.svg")).hasContent("<svg/>");
    }

    @Test
    void twoFilesOfOnePlaceAreRefusedAndAPageWithoutATitleToo() throws IOException {
        Path same = project(Map.of("docs/one.md", "# One\n", "docs/en/one.md", "# Another\n"));
        assertThatThrownBy(() -> SiteWriter.write(same, folder.resolve("same"), "1", "none"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("one.html");
        Path untitled = project(Map.of("docs/one.md", "One\n"));
        assertThatThrownBy(() -> Site.read(untitled)).hasMessage("docs/one.md has no heading");
    }

    /** A small project with the lists of pages, and files besides. */
    private static Path project(Map<String, String> files) throws IOException {
        Path project = Files.createTempDirectory(folder, "project");
        Map<String, String> all = new TreeMap<>(files);
        String style = "mkba-cli/src/main/resources/nl/mkba/cli/report/page.css";
        all.put(style, Files.readString(ROOT.resolve(style)));
        all.put("docs/README.md", "# Documentation\n");
        all.put("docs/nl/README.md", "# Documentatie\n");
        all.put("examples/README.md", "# Examples\n");
        for (Map.Entry<String, String> file : all.entrySet()) {
            Files.createDirectories(project.resolve(file.getKey()).getParent());
            Files.writeString(project.resolve(file.getKey()), file.getValue());
        }
        return project;
    }
}
