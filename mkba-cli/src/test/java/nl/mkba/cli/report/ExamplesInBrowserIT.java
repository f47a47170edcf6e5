package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.mkba.cli.command.Console;
import nl.mkba.cli.command.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report of an example, on a phone, a tablet, a desk and paper, in both languages: nothing is cut, and nothing stands over
 * anything else. Of all examples with {@code -Dmkba.examples=all}, which takes some minutes; otherwise of three. Without Chromium
 * these tests are skipped, and say so.
 */
class ExamplesInBrowserIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");

    /** A usual one, the largest, and one with hardly a figure. */
    private static final List<String> SOME = List.of("achter_de_voordeur", "brede_wijkaanpak", "scp_2013");

    /** What an A4 has between its margins, in pixels of 1/96 inch: 180 by 264 millimetres. */
    private static final int PAPER_WIDTH = 680;

    private static final int PAPER_HEIGHT = 998;

    /** What is wrong with what is shown, in words. */
    private static final String FAULTS = """
            (() => {
              const faults = [];
              const seen = (selector, root = document) => [...root.querySelectorAll(selector)].filter(e => e.offsetParent !== null);
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
              for (const box of seen('.scroll, pre')) {
                if (box.scrollWidth > box.clientWidth) faults.push(`scrolls: ${box.textContent.trim().slice(0, 60)}`);
              }
              for (const cell of seen('.scroll:not(.stacked) th, td, .tiles div, p, ul:not(.legend) > li, summary, button')) {
                const range = document.createRange();
                range.selectNodeContents(cell);
                const box = cell.getBoundingClientRect();
                if ([...range.getClientRects()].some(r => r.width > 1 && r.height > 2 && (r.right > box.right + 1.5 || r.left < box.left - 1.5))) {
                  faults.push(`wider than its place: ${cell.textContent.trim().slice(0, 60)}`);
                }
              }
              for (const cell of seen('th, td, h1, h2, h3, figcaption, caption span, summary')) {
                // What only a screen reader reads has no width.
                if (cell.getBoundingClientRect().width < 9 || cell.closest('.stacked thead')) continue;
                const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  if (node.textContent.includes('://')) continue;
                  for (const word of node.textContent.matchAll(/[\\p{L}\\p{N}.,]{2,}/gu)) {
                    // A checksum is longer than any line.
                    if (word[0].length > 30) continue;
                    const range = document.createRange();
                    range.setStart(node, word.index);
                    range.setEnd(node, word.index + word[0].length);
                    const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
                    if (lines.size > 1) faults.push(`broken: ${word[0]} in ${cell.textContent.trim().slice(0, 60)}`);
                  }
                }
              }
              for (const chart of seen('.chart')) {
                const frame = chart.querySelector('svg').getBoundingClientRect();
                const texts = [...chart.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
                texts.forEach(([name, r], i) => {
                  if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1) faults.push(`cut in ${chart.dataset.kind}: ${name}`);
                  for (const [other, o] of texts.slice(i + 1)) {
                    const across = Math.min(r.right, o.right) - Math.max(r.left, o.left);
                    const down = Math.min(r.bottom, o.bottom) - Math.max(r.top, o.top);
                    if (across > 2 && down > 4) faults.push(`over each other in ${chart.dataset.kind}: ${name} and ${other}`);
                  }
                });
              }
              return faults;
            })()""";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.startOrSkip(folder.resolve("profile"), "the report of an example");
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files =
                Files.find(EXAMPLES, 2, (path, about) -> path.toString().endsWith(".yaml"))) {
            return files.map(EXAMPLES::relativize)
                    .filter(file -> isAsked(file.getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isAsked(String example) {
        return SOME.contains(example) || System.getProperty("mkba.examples", "").equals("all");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void nothingIsCutOrCoveredAndTheFirstSheetIsOnePage(Path example) throws Exception {
        Path page = folder.resolve(example.getFileName() + ".html");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = new Program(new Console(new ByteArrayOutputStream(), errors, false))
                .run("report", EXAMPLES.resolve(example).toString(), "--draws", "200", "--out", page.toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        browser.look(1200, "light");
        browser.open(page);
        // A word that the browser hyphenates is not broken; without a dictionary for the language it does not.
        browser.evaluate("document.head.append(Object.assign(document.createElement('style'),"
                + " {textContent: '* { hyphens: manual !important; }'}))");
        for (String language : List.of("nl", "en")) {
            browser.evaluate("document.querySelector('[data-language=" + language + "]').click()");
            browser.evaluate(
                    "document.querySelectorAll('.report:not([hidden]) details').forEach(d => { d.open = true; })");
            for (int width : new int[] {1200, 700, 390}) {
                browser.look(width, "light");
                assertThat(browser.evaluate(FAULTS))
                        .as("%s in %s at %d pixels", example, language, width)
                        .isEmpty();
            }
            assertPrinted(example, language);
            browser.look(1200, "light");
        }
        assertAccessible(example);
        Files.delete(page);
    }

    /** On paper nothing may be wider than the sheet: the browser would print the whole report smaller. */
    private static void assertPrinted(Path example, String language) throws Exception {
        browser.print(PAPER_WIDTH);
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('.report:not([hidden]) :is(table, p, pre, ul, svg)')]"
                                + ".filter(e => e.offsetParent !== null && e.getBoundingClientRect().right > "
                                + (PAPER_WIDTH + 1)
                                + ").map(e => e.textContent.trim().slice(0, 60))"))
                .as("wider than paper: %s in %s", example, language)
                .isEmpty();
        assertThat(browser.evaluate("[...document.querySelectorAll('.report:not([hidden]) :is(td, th)')]"
                        + ".filter(e => e.offsetParent !== null && e.scrollWidth > e.clientWidth + 1)"
                        + ".map(e => e.textContent.trim().slice(0, 60))"))
                .as("runs into the next column on paper: %s in %s", example, language)
                .isEmpty();
        JsonNode height = browser.evaluate(
                "document.querySelector('.report:not([hidden]) .summary').getBoundingClientRect().bottom"
                        + " - document.querySelector('.report:not([hidden])').getBoundingClientRect().top");
        assertThat(height.asDouble())
                .as("the first sheet of %s in %s", example, language)
                .isBetween(PAPER_HEIGHT / 2.0, (double) PAPER_HEIGHT);
        assertThat(browser.evaluate(
                                "Number(document.querySelector('.report:not([hidden])').style.getPropertyValue('--fit'))")
                        .asDouble())
                .as("how much smaller the first sheet of %s is in %s", example, language)
                .isBetween(0.7, 1.0);
        browser.evaluate("dispatchEvent(new Event('afterprint'))");
    }

    private static void assertAccessible(Path example) throws Exception {
        try (InputStream axe = ExamplesInBrowserIT.class.getResourceAsStream("axe.min.js")) {
            browser.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        browser.look(1200, "dark");
        assertThat(browser.evaluate(
                        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                                + " 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                                + ".map(n => n.html.slice(0, 200)).join(' | ')))"))
                .as(example.toString())
                .isEmpty();
    }
}
