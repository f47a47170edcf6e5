package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import nl.mkba.cli.command.Console;
import nl.mkba.cli.command.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page about places as a reader has it: 14,000 places with 200 draws and a map, opened in a real browser. Without Chromium these
 * tests are skipped, and say so.
 */
class PlacesPageIT {

    private static final int PLACES = 14_000;
    private static final long LARGEST = 8L << 20;
    private static final int QUICK = 100;

    private static final Path EXAMPLE =
            Path.of(System.getProperty("mkba.root"), "examples", "alle_buurten", "alle_buurten.yaml");
    private static final Path PICTURES = Path.of(System.getProperty("mkba.jar")).resolveSibling("report-pictures");

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void makePage() throws Exception {
        browser = Browser.startOrSkip(folder.resolve("profile"), "the page about places");
        table();
        HexagonMap.write(folder.resolve("map.geojson"), PLACES);
        page(
                "page.html",
                "--table",
                folder.resolve("places.csv").toString(),
                "--map",
                folder.resolve("map.geojson").toString(),
                "--map-id",
                "buurtcode",
                "--draws",
                "200",
                "--benchmark",
                "households,vulnerable_share,nuisance,rent_share");
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openPage() throws Exception {
        browser.look(1000, "light");
        browser.open(folder.resolve("page.html"));
    }

    private static void table() throws Exception {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("id,households,vulnerable_share,nuisance,rent_share,programme_years\n");
        for (int place = 0; place < PLACES; place++) {
            text.append(String.format(
                    Locale.ROOT,
                    "BU%08d,%d,%.4f,%d,%.3f,%d%n",
                    place,
                    200 + random.nextInt(3000),
                    0.01 + random.nextDouble() * 0.09,
                    10 + random.nextInt(150),
                    random.nextDouble() * 0.6,
                    4 + 2 * random.nextInt(2)));
        }
        Files.writeString(folder.resolve("places.csv"), text);
    }

    private static void page(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "portfolio",
                EXAMPLE.toString(),
                "--lang",
                "en",
                "--report",
                folder.resolve(name).toString()));
        words.addAll(List.of(more));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        long start = System.nanoTime();
        int status =
                new Program(new Console(new ByteArrayOutputStream(), errors, false)).run(words.toArray(String[]::new));
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        System.err.printf(Locale.ROOT, "%s: %.1f s%n", name, (System.nanoTime() - start) / 1e9);
    }

    private static void assertQuiet() {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event -> event.path("request").path("url").asText())
                .hasSize(1)
                .allMatch(url -> url.startsWith("file:") && url.endsWith(".html"));
    }

    private static String text(String expression) throws Exception {
        return browser.evaluate(expression).asText();
    }

    @Test
    void thePageIsSmallEnoughAndFetchesNothing() throws Exception {
        assertThat(Files.size(folder.resolve("page.html"))).isLessThan(LARGEST);
        assertQuiet();
    }

    /** From the event until the page is laid out again; the best of three, since the machine may be busy with other things. */
    private static double quickest(String before, String act) throws Exception {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 3; k++) {
            browser.evaluate(before);
            best = Math.min(
                    best,
                    browser.evaluate("(() => { const start = performance.now(); " + act
                                    + "; document.body.offsetHeight; return performance.now() - start; })()")
                            .asDouble());
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search.value = '';  search.dispatchEvent(new Event('input'))|search.value = '0012'; search.dispatchEvent(new Event('input'))",
                "sort.value = 'id'; sort.dispatchEvent(new Event('change'))|sort.value = 'npv'; sort.dispatchEvent(new Event('change'))",
                "sort.value = 'npv'; sort.dispatchEvent(new Event('change'))|sort.value = 'id'; sort.dispatchEvent(new Event('change'))",
                "0|document.querySelector('.report:not([hidden]) [data-page=last]').click()",
            })
    void searchingSortingAndPagingAreQuick(String before, String act) throws Exception {
        browser.evaluate("window.search = document.querySelector('.report:not([hidden]) [type=search]');"
                + "window.sort = document.querySelector('.report:not([hidden]) .sort')");
        assertThat(quickest(before, act)).isLessThan(QUICK);
        assertQuiet();
    }

    /** As a naive reading of the page's own figures has it. */
    @Test
    void theTableIsSearchedSortedAndPaged() throws Exception {
        String root = "document.querySelector('.report:not([hidden])')";
        browser.evaluate("window.rows = () => [..." + root + ".querySelectorAll('.place-table tbody tr')]"
                + ".map(r => r.querySelector('th').textContent);"
                + "window.all = JSON.parse(document.getElementById('places').textContent);"
                + "window.one = all.cases[Number(document.body.dataset.best)]");
        assertThat(browser.evaluate("rows().length").asInt()).isEqualTo(50);
        JsonNode byRatio = browser.evaluate(
                "[...all.ids.keys()].sort((a, b) => one.ratio[b] - one.ratio[a] || a - b).slice(0, 50).map(i => all.ids[i])");
        assertThat(browser.evaluate("rows()")).isEqualTo(byRatio);
        assertThat(text(root + ".querySelector('.found').textContent")).isEqualTo("1 to 50 of 14,000 (14,000 in all)");

        browser.evaluate(root + ".querySelector('thead th[data-column=npv] button').click()");
        browser.evaluate(root + ".querySelector('thead th[data-column=npv] button').click()");
        assertThat(text(root + ".querySelector('thead th[data-column=npv]').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        JsonNode byNpv = browser.evaluate(
                "[...all.ids.keys()].sort((a, b) => one.npv[a] - one.npv[b] || a - b).slice(50, 100).map(i => all.ids[i])");
        browser.evaluate(root + ".querySelector('[data-page=next]').click()");
        assertThat(browser.evaluate("rows()")).isEqualTo(byNpv);

        browser.evaluate("(() => { const s = " + root
                + ".querySelector('[type=search]'); s.value = 'bu000012'; s.dispatchEvent(new Event('input')); })()");
        assertThat(text(root + ".querySelector('.found').textContent")).isEqualTo("1 to 50 of 100 (14,000 in all)");
        browser.evaluate("(() => { const s = " + root
                + ".querySelector('[type=search]'); s.value = 'nowhere'; s.dispatchEvent(new Event('input')); })()");
        assertThat(text(root + ".querySelector('.found').textContent")).isEqualTo("No place fits.");
        assertQuiet();
    }

    private static JsonNode mapColours() throws Exception {
        return browser.evaluate("(() => { const c = document.querySelector('.report:not([hidden]) canvas');"
                + "const copy = document.createElement('canvas'); copy.width = c.width; copy.height = c.height;"
                + "const pen = copy.getContext('2d', {willReadFrequently: true}); pen.drawImage(c, 0, 0);"
                + "const d = pen.getImageData(0, 0, c.width, c.height).data; const n = {};"
                + "for (let k = 0; k < d.length; k += 4) { if (d[k + 3] === 255) { const key = `${d[k]},${d[k+1]},${d[k+2]}`; n[key] = (n[key] || 0) + 1; } }"
                + "return Object.entries(n).sort((a, b) => b[1] - a[1]).slice(0, 6).map(e => e[0]); })()");
    }

    @Test
    void theMapIsColouredByWhatIsChosenAndTellsOfAPlace() throws Exception {
        JsonNode byRatio = mapColours();
        assertThat(byRatio.size()).isGreaterThan(3);
        browser.evaluate(
                "(() => { const s = document.querySelector('.report:not([hidden]) .colour'); s.value = 'chance';"
                        + " s.dispatchEvent(new Event('change')); })()");
        assertThat(mapColours()).isNotEqualTo(byRatio);
        browser.evaluate("document.querySelector('.report:not([hidden]) .place-table tbody th button').click()");
        String first = text("document.querySelector('.report:not([hidden]) .place-table tbody th').textContent");
        assertThat(text("document.querySelector('.report:not([hidden]) .about').textContent"))
                .startsWith(first + ": ")
                .contains("per euro", "net ", "of the draws", "costs ");
        // The middle of the map, which the place was moved to, is that place.
        browser.evaluate(
                "(() => { const c = document.querySelector('.report:not([hidden]) canvas'); const b = c.getBoundingClientRect();"
                        + "document.querySelector('.report:not([hidden]) .about').textContent = '';"
                        + "c.dispatchEvent(new MouseEvent('click', {clientX: b.left + b.width / 2, clientY: b.top + b.height / 2, bubbles: true})); })()");
        assertThat(text("document.querySelector('.report:not([hidden]) .about').textContent"))
                .startsWith(first + ": ");
        assertQuiet();
    }

    /** The lightest gain against the darkest loss, on either paper: relative luminance as WCAG 2.2 defines it. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void gainAndLossDifferInLuminance(String scheme) throws Exception {
        browser.look(1000, scheme);
        JsonNode contrast =
                browser.evaluate("(() => { const p = document.createElement('span'); document.body.append(p);"
                        + "const l = name => { p.style.color = `var(${name})`; const c = getComputedStyle(p).color.match(/[\\d.]+/g).slice(0, 3)"
                        + ".map(v => { const x = v / 255; return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });"
                        + "return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };"
                        + "return [1, 2, 3].flatMap(g => [1, 2, 3].map(k => { const a = l('--map-gain-' + g), b = l('--map-loss-' + k);"
                        + "return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); })); })()");
        assertThat(contrast)
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.asDouble()).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({"light, en", "dark, nl"})
    void accessibilityCheckerFindsNothing(String scheme, String language) throws Exception {
        browser.look(1000, scheme);
        browser.evaluate("document.querySelector('.report:not([hidden]) [data-language=" + language + "]').click()");
        try (InputStream axe = PlacesPageIT.class.getResourceAsStream("axe.min.js")) {
            browser.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(browser.evaluate(
                        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                                + ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' '"
                                + " + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | ')))"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, light, wide", "1000, dark, dark", "390, light, phone"})
    void fitsTheScreenAndIsPictured(int width, String scheme, String name) throws Exception {
        browser.look(width, scheme);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        int height = browser.evaluate("document.documentElement.scrollHeight").asInt();
        browser.screenshot(PICTURES.resolve("places-" + name + ".png"), width, Math.min(height, 9000));
        assertQuiet();
    }

    /** The ranking has 40 steps: on a phone, where each is a block of lines, ten, and the others when asked for. */
    @Test
    void aLongRankingIsShortOnAPhone() throws Exception {
        browser.open(folder.resolve("page.html"));
        browser.look(390, "light");
        String report = "document.querySelector('.report:not([hidden])')";
        String shown = "[..." + report
                + ".querySelector('.all-rows').parentNode.querySelectorAll('tbody tr')].filter(row => row.offsetHeight > 0).length";
        assertThat(browser.evaluate(shown).asInt()).isEqualTo(10);
        assertThat(text(report + ".querySelector('.all-rows').textContent")).endsWith("(40)");
        int all = browser.evaluate(
                        "(() => { const button = " + report
                                + ".querySelector('.all-rows'); const table = button.parentNode; button.click();"
                                + " return [...table.querySelectorAll('tbody tr')].filter(row => row.offsetHeight > 0).length })()")
                .asInt();
        assertThat(all).isEqualTo(40);
        assertQuiet();
    }

    @Test
    void printsOnAFewPages() throws Exception {
        byte[] pdf = browser.pdf();
        Files.write(PICTURES.resolve("places.pdf"), pdf);
        assertThat(Pattern.compile("/Type\\s*/Page\\b")
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .isBetween(3L, 10L);
    }

    /** A browser repeats the head of a table on every sheet, but not the buttons in it: columns had no names from the second on. */
    @Test
    void theHeadOfTheTableIsWordsOnPaper() throws Exception {
        browser.print(700);
        assertThat(browser.evaluate("[...document.querySelectorAll('.report:not([hidden]) .place-table thead button')]"
                        + ".map(button => getComputedStyle(button).display)"))
                .isNotEmpty()
                .allMatch(each -> each.asText().equals("contents"));
        browser.look(1200, "light");
    }

    /** Few places, two outlooks of each alternative where the file has them, and a budget: every part of the page follows the selector. */
    @Test
    void aChoiceIsShownInTableAndMap() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("places.csv"));
        Path few = Files.write(folder.resolve("few.csv"), lines.subList(0, 301));
        page(
                "choice.html",
                "--table",
                few.toString(),
                "--map",
                folder.resolve("map.geojson").toString(),
                "--map-id",
                "buurtcode",
                "--budget",
                "20000000",
                "--draws",
                "50");
        browser.open(folder.resolve("choice.html"));
        String root = "document.querySelector('.report:not([hidden])')";
        int chosen = browser.evaluate(
                        "JSON.parse(document.getElementById('places').textContent).choices[0].chosen.filter(c => c >= 0).length")
                .asInt();
        assertThat(chosen).isBetween(1, 299);
        browser.evaluate(root + ".querySelector('.only input').click()");
        assertThat(text(root + ".querySelector('.found').textContent")).contains("of " + chosen + " (300 in all)");
        browser.evaluate("(() => { const s = " + root + ".querySelector('.colour'); s.value = 'chosen';"
                + " s.dispatchEvent(new Event('change')); })()");
        assertThat(text("[..." + root + ".querySelectorAll('.map-legend li')].map(l => l.textContent).join('|')"))
                .isEqualTo("chosen|not chosen|no figure");
        String before = text(root + ".querySelector('.place-table tbody').textContent");
        browser.evaluate(
                "(() => { const s = " + root + ".querySelector('[data-choose]'); s.selectedIndex = 1 - s.selectedIndex;"
                        + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
        assertThat(text(root + ".querySelector('.place-table tbody').textContent"))
                .isNotEqualTo(before);
        assertThat(text(root + ".querySelector('#en-map').textContent"))
                .contains("13,700 areas of the map are not in the table");
        assertQuiet();
    }

    /** What a table or a map calls its places must show as it is, and do nothing. */
    @Test
    void namesOfPlacesAreHarmless() throws Exception {
        String nasty = "</script><script>window.harmed = 1</script><img src=x onerror=window.harmed=2>\u202E"
                + "x".repeat(300);
        Path table = Files.writeString(
                folder.resolve("nasty.csv"), "id,households\n\"" + nasty + "\",900\nBU00000001,800\n");
        page(
                "nasty.html",
                "--table",
                table.toString(),
                "--map",
                folder.resolve("map.geojson").toString(),
                "--map-id",
                "buurtcode");
        browser.open(folder.resolve("nasty.html"));
        browser.look(390, "light");
        assertThat(text("typeof window.harmed")).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('img, script[src]').length")
                        .asInt())
                .isZero();
        assertThat(text("document.querySelector('.report:not([hidden]) .place-table tbody').textContent"))
                .contains("</script><script>window.harmed = 1");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        assertQuiet();
    }
}
