package nl.mkba.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.mkba.cli.report.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site as a reader has it: opened from its files in a real browser. Without Chromium these tests are skipped, and say so. */
class SiteIT {

    private static final Path SITE = Path.of(System.getProperty("mkba.site"));
    private static final Path PICTURES = SITE.resolveSibling("site-pictures");
    private static final int ENTER = 13;
    private static final int ESCAPE = 27;
    private static final int DOWN = 40;
    private static final int SLASH = 191;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.startOrSkip(folder.resolve("profile"), "the site");
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void look() throws Exception {
        browser.look(1200, "light");
    }

    private static void assertQuiet() {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event -> event.path("request").path("url").asText())
                .allMatch(url -> url.startsWith("file:"));
    }

    /** Waits until a page has been opened whose address ends so. */
    private static void arrivesAt(String end) throws Exception {
        long late = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (browser.events("Page.frameNavigated").stream()
                .noneMatch(event -> event.path("frame").path("url").asText().endsWith(end))) {
            assertThat(System.nanoTime()).as(end).isLessThan(late);
            Thread.sleep(20);
        }
        until("document.readyState === 'complete'");
    }

    private static void until(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!browser.evaluate(condition).asBoolean()) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Types into the search field and waits for what is found. */
    private static void search(String words) throws Exception {
        browser.evaluate("document.querySelector('.search input').focus()");
        browser.send("Input.insertText", Map.of("text", words));
        until("!document.querySelector('.found').hidden && document.querySelector('[role=status]').textContent !== ''");
    }

    /** The first results, as addresses within the site. */
    private static List<String> found(int number) throws Exception {
        JsonNode links = browser.evaluate("[...document.querySelectorAll('.found a')].map(a => a.href)");
        return Stream.iterate(0, i -> i < Math.min(number, links.size()), i -> i + 1)
                .map(i -> links.get(i).asText().replaceFirst(".*/mkba-site/", ""))
                .toList();
    }

    @Test
    void everyPageFitsTheNarrowestPhoneAndShowsItsFormulas() throws Exception {
        browser.look(320, "light");
        for (Path page : pages()) {
            browser.open(page);
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("width of %s", page)
                    .isLessThanOrEqualTo(320);
            assertThat(browser.evaluate(
                                    "[...document.querySelectorAll('.formula')].filter(f => !f.querySelector('math')).length")
                            .asInt())
                    .as("formulas of %s", page)
                    .isZero();
            assertQuiet();
        }
    }

    /** Pages of every kind: of the files that are shown as they are one, and those for readers of both languages once. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> dutch = Files.walk(SITE.resolve("nl"));
                Stream<Path> english = Files.list(SITE.resolve("en"))) {
            return Stream.concat(dutch, english)
                    .filter(file -> file.toString().matches(".*(?<!yaml)\\.html|.*krimp.yaml.html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"nl-NL, /nl/index.html", "de-DE, /en/index.html"})
    void theFirstPageIsInTheLanguageOfTheBrowser(String language, String page) throws Exception {
        browser.send("Emulation.setUserAgentOverride", Map.of("userAgent", "test", "acceptLanguage", language));
        browser.open(SITE.resolve("index.html"));
        arrivesAt(page);
    }

    @ParameterizedTest
    @CsvSource({
        "en, wrong pocket, en/wrong-pockets.html",
        "en, IRR, en/commands.html",
        "en, residual value, en/",
        "nl, dubbeltelling, nl/",
        "nl, dubbel tellen, nl/dubbeltelling.html",
        "nl, verkeerde portemonnees, nl/verkeerde-portemonnee.html",
        "nl, portemonne, nl/verkeerde-portemonnee.html",
        "nl, restwaarde, nl/",
        "nl, raadvoorstel, nl/raadsvoorstel.html",
        "nl, ONZEKERHEID, nl/scenariobestand.html",
        "nl, perhaps_thousands, nl/meldingen.html",
    })
    void searchFindsTheWordsOfTheFieldAlsoOtherFormsAndMisspelt(String language, String words, String page)
            throws Exception {
        browser.open(SITE.resolve(language).resolve("index.html"));
        search(words);
        assertThat(found(5)).anyMatch(address -> address.startsWith(page));
        assertThat(browser.evaluate("document.querySelectorAll('.found mark').length")
                        .asInt())
                .isPositive();
        assertQuiet();
    }

    @Test
    void aWordThatIsNowhereIsSaidToBeNowhere() throws Exception {
        browser.open(SITE.resolve("nl/index.html"));
        search("xyzzyqwq");
        assertThat(browser.evaluate("document.querySelector('[role=status]').textContent")
                        .asText())
                .startsWith("Niets gevonden");
    }

    @Test
    void keysAloneLeadToWhatIsSearchedFor() throws Exception {
        browser.open(SITE.resolve("nl/methode.html"));
        browser.press("/", SLASH);
        browser.send("Input.insertText", Map.of("text", "portemonnee"));
        until("!document.querySelector('.found').hidden");
        browser.press("ArrowDown", DOWN);
        assertThat(browser.evaluate("document.activeElement === document.querySelector('.found a')")
                        .asBoolean())
                .isTrue();
        browser.press("Escape", ESCAPE);
        assertThat(browser.evaluate(
                                "document.querySelector('.found').hidden && document.activeElement.type === 'search'")
                        .asBoolean())
                .isTrue();

        search("portemonnee");
        String first =
                browser.evaluate("document.querySelector('.found a').href").asText();
        browser.send(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", "Enter", "windowsVirtualKeyCode", ENTER, "text", "\r"));
        arrivesAt(first.replaceFirst("#.*", ""));
    }

    @Test
    void theSwitchLeadsToTheSamePageAndBack() throws Exception {
        browser.open(SITE.resolve("nl/dubbeltelling.html"));
        browser.evaluate("document.querySelector('.switch').click()");
        arrivesAt("/en/overlap.html");
        assertThat(browser.evaluate("document.querySelector('.switch').href").asText())
                .endsWith("/nl/dubbeltelling.html");
    }

    @ParameterizedTest
    @CsvSource({
        "nl/index.html, 1200, light",
        "nl/index.html, 390, dark",
        "en/method/README.html, 1200, dark",
        "nl/meldingen.html, 390, light",
        "nl/performance.html, 1200, light",
        "en/examples/krimp/krimp.yaml.html, 390, dark",
        "index.html, 390, light",
    })
    void axeFindsNoViolations(String page, int width, String scheme) throws Exception {
        browser.look(width, scheme);
        browser.open(SITE.resolve(page));
        if (page.endsWith("/index.html")) {
            search("kosten");
        }
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser.screenshot(PICTURES.resolve(page.replace('/', '-') + "-" + width + ".png"), width, 1600);
        try (InputStream axe = Browser.class.getResourceAsStream("axe.min.js")) {
            browser.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(browser.evaluate(
                        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                                + " 'best-practice']}).then(r => r.violations.map(v => v.id + ': '"
                                + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))"))
                .isEmpty();
    }

    @Test
    void aPrintIsThePageAlone() throws Exception {
        browser.open(SITE.resolve("nl/dubbeltelling.html"));
        browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
        JsonNode shown = browser.evaluate("[...document.querySelectorAll('header, nav, footer, article')]"
                + ".filter(e => e.getClientRects().length > 0).map(e => e.tagName)");
        browser.send("Emulation.setEmulatedMedia", Map.of("media", ""));
        assertThat(shown).extracting(JsonNode::asText).containsExactly("ARTICLE");
    }
}
